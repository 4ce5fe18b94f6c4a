import type { Signal } from '@preact/signals';
import type { StorageArea } from '../platform/storage.ts';
import { problemIn } from '../team/connect-problem.ts';
import { createLiveFile, type LiveStatus } from '../team/live-file.ts';
import type { TeamProblem } from './team-form.ts';

/** How keeping the list in step with the team stands, as the screens tell it. */
export interface TeamSync {
  state: LiveStatus['state'];
  /** What is in the way where it will not come by itself. */
  problem: TeamProblem | null;
  /** How many of the changes that were there are stored, while there are many. */
  progress: { done: number; of: number } | null;
  /** Values on the server that were not taken since the browser started. */
  ignored: number;
  /** Callbacks that are too long for the team's list. */
  tooLong: number;
}

/** Keeps `sync` at what the background tells. @param area the browser's session storage */
export async function hearOfSync(sync: Signal<TeamSync | null>, area: StorageArea): Promise<void> {
  const file = createLiveFile(area);
  const show = (now: LiveStatus | null) => {
    sync.value = now && told(now);
  };
  file.watch({ status: show });
  show(await file.status());
}

function told({ state, problem, progress, ignored, tooLong }: LiveStatus): TeamSync {
  const { problem: why, detail } = problemIn(problem);
  return {
    state,
    problem: state === 'refused' ? { why, detail } : null,
    progress: state === 'catching up' ? progress : null,
    ignored: Object.values(ignored).reduce((sum, count) => sum + count, 0),
    tooLong,
  };
}
