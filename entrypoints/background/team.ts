import { localStorageArea } from '../../lib/platform/storage.ts';
import { createTeamConfigFile } from '../../lib/team/config.ts';
import { loadTeamSync } from './load-team-sync.ts';
import type { startTeam, TeamSyncContext } from './team-sync.ts';

/** The team's list, where there is a team: nothing is loaded or connected before that. */
export function createTeam({ database, settings, onStored }: Omit<TeamSyncContext, 'config'>) {
  const config = createTeamConfigFile(localStorageArea);
  let starting: Promise<ReturnType<typeof startTeam>> | null = null;

  /** Null where there is none. Read every time: it is joined and left in another context. */
  async function team() {
    if (!(await database.team.state()) || !(await config.load())) return null;
    starting ??= loadTeamSync().then(({ startTeam }) => startTeam({ database, config, settings, onStored }));
    return starting;
  }

  return {
    /** Something was written, or it is time to look: connects where nothing is open, and hands in what waits. */
    wake: async () => (await team())?.wake(),
    /** Joined, left, or another key: what is open belongs to what was. */
    async changed(): Promise<void> {
      await (await starting)?.stop();
      await (await team())?.wake();
    },
    calling: async (callbackId: string | null) => (await team())?.calling(callbackId),
  };
}
