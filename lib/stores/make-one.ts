import type { EntryChange, RemovedCallback } from '../db/callbacks-repository.ts';
import { isOpen } from '../domain/callback.ts';
import { mergeDouble } from '../domain/doubles.ts';
import type { CallbacksStore } from './callbacks-store.ts';

/** What became of two entries that were made one, for undo. */
export interface MadeOne extends EntryChange {
  removed: RemovedCallback;
}

/**
 * Makes one open entry of two, as they are stored now, in one write: what a colleague does to either of them comes
 * before it, and is in it, or finds one of them gone.
 * @param id the one that stays
 * @returns null where one of them is gone or closed: they are no longer two. Rejects where storage fails
 */
export function makeOne(
  callbacks: Pick<CallbacksStore, 'together'>,
  id: string,
  otherId: string,
): Promise<MadeOne | null> {
  return callbacks.together(async (entries, act) => {
    const [before, other] = await entries.byIds([id, otherId]);
    if (!before || !other || !isOpen(before) || !isOpen(other)) return null;
    const after = await entries.update(id, (stored) => mergeDouble(stored, other, act()));
    const removed = await entries.remove(otherId);
    return removed && { before, after, removed };
  });
}

/** Makes two again of what was made one. What was done to that one since stays. Rejects where storage fails. */
export async function makeTwo(
  callbacks: Pick<CallbacksStore, 'together'>,
  { before, after, removed }: MadeOne,
): Promise<void> {
  const { redo } = await import('../domain/intent/redo.ts');
  await callbacks.together(async (entries) => {
    await entries.bringBack(removed);
    // Where a colleague has deleted the one, this is all there is of the caller.
    if (await entries.get(before.id))
      await entries.update(before.id, (stored) => redo(after, before, stored));
  });
}
