import { type ReadonlySignal, signal } from '@preact/signals';
import type { SessionLock } from '../lock/session-lock.ts';
import { tryPasscode } from '../lock/unlock.ts';

/** Why it is still locked; null where nothing was tried yet. */
export type UnlockProblem = { why: 'wrong' } | { why: 'wait'; seconds: number } | { why: 'damaged' } | null;

/** The way in while it is locked. */
export interface UnlockStore {
  problem: ReadonlySignal<UnlockProblem>;
  /** True while a passcode is tried, which takes a moment on purpose. */
  trying: ReadonlySignal<boolean>;
  unlock(passcode: string): Promise<void>;
}

export interface UnlockStoreDeps {
  session: SessionLock;
  /** What is kept of the lock, unchecked. */
  record: () => Promise<unknown>;
  now: () => number;
  onUnlocked: () => void;
}

export function createUnlockStore({ session, record, now, onUnlocked }: UnlockStoreDeps): UnlockStore {
  const problem = signal<UnlockProblem>(null);
  const trying = signal(false);
  return {
    problem,
    trying,
    async unlock(passcode) {
      if (trying.value) return;
      trying.value = true;
      problem.value = null;
      try {
        const guess = await tryPasscode(passcode, { session, record, now });
        if (guess.right) {
          await session.unlock(guess.dataKey, now());
          onUnlocked();
          return;
        }
        problem.value =
          guess.why === 'wait' ? { why: 'wait', seconds: Math.ceil(guess.ms / 1_000) } : { why: guess.why };
      } catch {
        problem.value = { why: 'damaged' };
      } finally {
        trying.value = false;
      }
    },
  };
}
