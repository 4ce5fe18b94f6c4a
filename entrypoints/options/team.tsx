import type { ComponentChildren } from 'preact';
import { TeamOptions } from '../../components/settings/team/TeamOptions.tsx';
import { createPageTeam } from '../../lib/stores/page-team.ts';

/** The part of Options → Team that who works alone never loads. */
export async function renderTeam(
  first: 'start' | 'join' | null,
  yourName: string,
  ...needs: Parameters<typeof createPageTeam>
): Promise<ComponentChildren> {
  const store = await createPageTeam(...needs);
  return (
    <TeamOptions
      store={store}
      first={first}
      yourName={yourName}
      copyText={(text) => navigator.clipboard.writeText(text)}
    />
  );
}
