import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TeamStore } from '../../../lib/stores/team-store.ts';
import { newsWords, problemWords } from '../../team/team-words.ts';
import { TeamButtons } from '../TeamButtons.tsx';
import { InTeam } from './InTeam.tsx';
import { JoinTeam } from './JoinTeam.tsx';
import { StartTeam } from './StartTeam.tsx';

interface TeamOptionsProps {
  store: TeamStore;
  /** What was pressed to get here; none where there is a team. */
  first: 'start' | 'join' | null;
  yourName: string;
  copyText: (text: string) => Promise<void>;
}

/** Making, joining and leaving a team, and what is to be done about it in between. */
export function TeamOptions({ store, first, yourName, copyText }: TeamOptionsProps) {
  const [doing, setDoing] = useState(first);
  const config = store.config.value;
  const problem = store.problem.value;
  // Who leaves the team later begins with the choice again.
  if (config && doing !== null) setDoing(null);
  const cancel = () => setDoing(null);
  return (
    <>
      {config ? <InTeam store={store} config={config} copyText={copyText} /> : null}
      {!config && doing === 'start' ? (
        <StartTeam store={store} yourName={yourName} onCancel={cancel} />
      ) : null}
      {!config && doing === 'join' ? <JoinTeam store={store} yourName={yourName} onCancel={cancel} /> : null}
      {!config && doing === null ? <TeamButtons onPress={setDoing} /> : null}
      {problem ? (
        <p class="problem" role="alert">
          {problemWords(problem)}
        </p>
      ) : null}
      <p role="status">{store.busy.value ? i18n.t('team.working') : newsWords(store.news.value)}</p>
      <details>
        <summary>{i18n.t('team.sees')}</summary>
        <p class="hint">{i18n.t('team.seesText')}</p>
      </details>
    </>
  );
}
