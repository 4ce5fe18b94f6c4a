import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { TeamButtons } from './TeamButtons.tsx';

interface TeamSectionProps {
  /** Whether this profile works with a team. */
  inTeam: boolean;
  /** The rest of the section, in a chunk of its own: who works alone never loads it. */
  load: (first: 'start' | 'join' | null) => Promise<ComponentChildren>;
}

/** Options → Team, as much of it as who works alone needs to see. */
export function TeamSection({ inTeam, load }: TeamSectionProps) {
  const [rest, setRest] = useState<ComponentChildren>(null);
  const open = (first: 'start' | 'join' | null) => {
    load(first).then(setRest);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for whoever is in a team already
  useEffect(() => {
    if (inTeam) open(null);
  }, []);
  return (
    <section id="team">
      <h2>{i18n.t('team.title')}</h2>
      <p class="hint">{i18n.t('team.hint')}</p>
      {rest ?? (inTeam ? null : <TeamButtons onPress={open} />)}
    </section>
  );
}
