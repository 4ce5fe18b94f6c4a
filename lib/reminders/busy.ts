import type { StorageArea } from '../platform/storage.ts';

/** A pause this long ends the typing. */
const typingLasts = 30_000;
/** Typing is noted this often at most: each note is a write. */
const noteEvery = 5_000;
/** A call that nobody ended on the screen does not hold the review back for ever. */
const callLasts = 60 * 60_000;

const typedKey = 'lastTypedAt';
const callKey = 'callInProgressUntil';

export type BusyMarks = ReturnType<typeof createBusyMarks>;

/**
 * What the agent is in the middle of, so that the review does not come in between. Pages of ours write it,
 * the background reads it. @param session the storage area that ends with the browser.
 */
export function createBusyMarks(session: StorageArea, now: () => number = Date.now) {
  let noted = Number.NEGATIVE_INFINITY;
  async function isInCall(): Promise<boolean> {
    const until = await session.get(callKey);
    const at = now();
    return typeof until === 'number' && at < until && until - at <= callLasts;
  }
  return {
    /** To be called at every input in a page of ours. */
    async noteTyping(): Promise<void> {
      const at = now();
      if (at - noted < noteEvery && at >= noted) return;
      noted = at;
      await session.set(typedKey, at);
    },

    /** The agent starts or ends a call. */
    async markCall(inProgress: boolean): Promise<void> {
      if (inProgress) await session.set(callKey, now() + callLasts);
      else await session.remove(callKey);
    },

    /** True while the agent has marked a call in progress. */
    isInCall,

    /** True while a window that comes by itself would be in the way. */
    async isBusy(): Promise<boolean> {
      const [typedAt, calling] = await Promise.all([session.get(typedKey), isInCall()]);
      const typing = typeof typedAt === 'number' && Math.abs(now() - typedAt) < typingLasts;
      return typing || calling;
    },
  };
}
