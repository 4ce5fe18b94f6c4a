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

    /** True while a window that comes by itself would be in the way. */
    async isBusy(): Promise<boolean> {
      const [typedAt, callUntil] = await Promise.all([session.get(typedKey), session.get(callKey)]);
      const at = now();
      const typing = typeof typedAt === 'number' && Math.abs(at - typedAt) < typingLasts;
      const calling = typeof callUntil === 'number' && at < callUntil && callUntil - at <= callLasts;
      return typing || calling;
    },
  };
}
