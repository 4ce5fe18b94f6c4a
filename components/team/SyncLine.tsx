import { i18n } from '#i18n';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import type { TeamSync } from '../../lib/stores/team-sync.ts';
import { problemWords } from './team-words.ts';

/** Fewer changes than this are read before anybody has seen a bar. */
const worthABar = 200;

/** What the agent should know of the team's list beside them: nothing, mostly. */
export function SyncLine({ sync }: { sync: TeamSync | null }) {
  if (!sync) return null;
  const { state, problem, progress, tooLong } = sync;
  return (
    <>
      {progress && progress.of >= worthABar ? (
        <label class="team-progress small">
          <span>{i18n.t('team.sync.reading', [wholeNumber(progress.done), wholeNumber(progress.of)])}</span>
          <progress max={progress.of} value={progress.done} />
        </label>
      ) : null}
      {state === 'offline' ? <p class="team-line small muted">{i18n.t('team.sync.offline')}</p> : null}
      {problem ? (
        <p class="notice warning">
          {i18n.t('team.sync.refused')} {problemWords(problem)}
        </p>
      ) : null}
      {tooLong > 0 ? <p class="team-line small">{i18n.t('team.sync.tooLong', tooLong)}</p> : null}
    </>
  );
}

/** The same for Options, where also what is well is said: there is always one line, so that nothing below it moves. */
export function SyncState({ sync }: { sync: TeamSync | null }) {
  const { state = 'connecting', ignored = 0 } = sync ?? {};
  const isWell = state === 'in step';
  const says = state === 'offline' || state === 'refused';
  return (
    <div>
      <SyncLine sync={sync} />
      {says ? null : <p class="hint">{i18n.t(isWell ? 'team.sync.inStep' : 'team.working')}</p>}
      {ignored > 0 ? <p class="hint">{i18n.t('team.sync.ignored', [wholeNumber(ignored)])}</p> : null}
    </div>
  );
}
