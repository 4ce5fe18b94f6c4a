import type { Callback } from '../callback.ts';
import { applyIntent } from './apply-intent.ts';
import { intentBetween } from './intent.ts';

/** What was done from one state of an entry to another, done to what the entry is now; a change back is one, too. */
export function redo(before: Callback, after: Callback, now: Callback): Callback {
  return applyIntent(now, intentBetween(before, after)).callback ?? now;
}
