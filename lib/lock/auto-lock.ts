import type { SessionLock } from './session-lock.ts';

const minute = 60_000;

interface AutoLockDeps {
  session: Pick<SessionLock, 'lastUsed' | 'noteUse' | 'lock'>;
  /** After how many minutes without use. */
  minutes: () => Promise<number>;
  now: () => number;
  /** Has `look` called again at this moment, epoch ms, or a little later. */
  wakeAt: (when: number) => Promise<void>;
}

/** Locks what was not used for long enough; pages and background look the same way. */
export function createAutoLock({ session, minutes, now, wakeAt }: AutoLockDeps) {
  /** @returns when it is to be locked, epoch ms; null where it is locked */
  async function look(): Promise<number | null> {
    const lastUsed = await session.lastUsed();
    if (lastUsed === null) return null;
    const at = now();
    const idle = (await minutes()) * minute;
    if (at - lastUsed >= idle) {
      await session.lock();
      return null;
    }
    // The clock was set back: it counts from now, or it would stay open for as long.
    if (lastUsed > at) await session.noteUse(at);
    return Math.min(lastUsed, at) + idle;
  }
  return {
    /** Locks where it is time, and sees to it that the next look comes in time. */
    async look(): Promise<void> {
      const next = await look();
      if (next !== null) await wakeAt(next);
    },
    /**
     * Somebody uses Ringback. What was idle for too long is locked all the same: a laptop may have slept.
     * @returns false where it is locked
     */
    async used(): Promise<boolean> {
      if ((await look()) === null) return false;
      await session.noteUse(now());
      return true;
    },
  };
}
