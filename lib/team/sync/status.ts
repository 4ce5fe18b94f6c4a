import type { Ignored } from './integrate.ts';

/** Where sync stands, for whoever shows it. */
export interface SyncStatus {
  state: /** No team. */
    | 'alone'
    | 'connecting'
    /** Reading what has changed; see `progress`. */
    | 'catching up'
    | 'in step'
    /** The server does not answer; it is tried again. */
    | 'offline'
    /** A passcode keeps the list closed: it is caught up on once somebody opens it. */
    | 'locked'
    /** Will not come by itself: see `problem`. */
    | 'refused';
  /** What is wrong, as ConnectError tells it (connect-problem.ts); '' for nothing. */
  problem: string;
  /** While catching up; `of` is what the bucket held when it began. */
  progress: { done: number; of: number } | null;
  /** Values in the bucket that were not taken, by reason, since the background started. */
  ignored: Partial<Record<Ignored, number>>;
  /** Entries that are longer than the team's list takes. */
  tooLong: number;
}

export const alone: SyncStatus = { state: 'alone', problem: '', progress: null, ignored: {}, tooLong: 0 };

/** The status with more that was ignored. */
export function withIgnored(status: SyncStatus, more: readonly Ignored[]): SyncStatus {
  const ignored = { ...status.ignored };
  for (const why of more) ignored[why] = (ignored[why] ?? 0) + 1;
  return { ...status, ignored };
}
