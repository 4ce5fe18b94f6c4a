import type { Callback } from '../domain/callback.ts';
import type { DayRules } from '../domain/due.ts';
import { callsWaiting, type FocusBlocks, focusBlockAt } from '../domain/focus-blocks.ts';
import { focusId } from './notification-ids.ts';
import type { ReviewDeps } from './review.ts';

/** Under which the announcements of quiet periods are kept among those of callbacks. */
const focusSubject = 'focus';

interface FocusSituation {
  /** Epoch ms. */
  now: number;
  rules: DayRules;
  blocks: FocusBlocks;
  open: readonly Callback[];
}

/**
 * Says once, in a quiet period, how many calls wait. One in which nobody waits is skipped; should somebody
 * come to wait while it lasts, it is said then.
 */
export async function offerFocus(
  { log, notifications, texts }: Pick<ReviewDeps, 'log' | 'notifications' | 'texts'>,
  { now, rules, blocks, open }: FocusSituation,
): Promise<void> {
  const block = focusBlockAt(now, blocks, rules);
  if (!block) return;
  const waiting = callsWaiting(open, rules, now).length;
  if (waiting === 0) return;
  const key = focusId(block.from);
  if ((await log.announced([focusSubject])).some((made) => made.key === key)) return;
  await notifications.show(key, texts.focus(waiting)).catch(() => undefined);
  await log.recordAnnouncements([{ key, callbackId: focusSubject, at: now }]);
}
