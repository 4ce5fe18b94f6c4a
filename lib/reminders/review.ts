import type { Callback } from '../domain/callback.ts';
import type { Settings } from '../domain/settings.ts';
import { missedReviewId, reviewId } from './notification-ids.ts';
import { dayOf, isReviewDue, missedReview, type ReviewRecords } from './review-times.ts';
import type { NotificationText, ReminderTexts } from './texts.ts';

export interface Notifications {
  /** Rejects where the browser refuses. */
  show(id: string, content: NotificationText & { buttons?: readonly string[] }): Promise<void>;
  clear(id: string): Promise<void>;
  /** Ids of those still to be seen. */
  shown(): Promise<string[]>;
}

export interface ReviewDeps {
  log: ReviewRecords & {
    recordReviewOffer(offer: { day: string; at: number }): Promise<void>;
    announced(callbackIds: readonly string[]): Promise<{ key: string }[]>;
    recordAnnouncements(made: readonly { key: string; callbackId: string; at: number }[]): Promise<void>;
  };
  notifications: Notifications;
  /** Opens the review without taking the focus. */
  openReview(): Promise<void>;
  /** True while the agent types in a page of ours or is on a call. */
  isBusy(): Promise<boolean>;
  texts: ReminderTexts;
}

/** Under which the announcement of a missed review is kept among those of callbacks. */
const reviewSubject = 'review';

interface ReviewSituation {
  now: number;
  zone: string;
  settings: Settings;
  open: readonly Callback[];
}

/**
 * Says that a review was missed, and lets today's come when its time has come. @returns true where it is held
 * back because the agent is busy, and is to be tried again.
 */
export async function offerReviews(deps: ReviewDeps, situation: ReviewSituation): Promise<boolean> {
  await tellMissedReview(deps, situation);
  return offerTodaysReview(deps, situation);
}

async function tellMissedReview(deps: ReviewDeps, situation: ReviewSituation): Promise<void> {
  const { log, notifications, texts } = deps;
  const missed = await missedReview({ ...situation, records: log });
  if (!missed) return;
  const key = missedReviewId(missed.day);
  if ((await log.announced([reviewSubject])).some((made) => made.key === key)) return;
  const text = texts.missedReview(missed, situation.now, situation.zone);
  await notifications.show(key, text).catch(() => undefined);
  await log.recordAnnouncements([{ key, callbackId: reviewSubject, at: situation.now }]);
}

async function offerTodaysReview(deps: ReviewDeps, situation: ReviewSituation): Promise<boolean> {
  const { log, notifications, texts } = deps;
  const { now, zone, open } = situation;
  if (!(await isReviewDue({ ...situation, records: log }))) return false;
  const day = dayOf(now, zone);
  if (open.length > 0) {
    if (await deps.isBusy()) return true;
    // Neither may keep the other from coming.
    await Promise.allSettled([
      notifications.show(reviewId(day), texts.review(open.length)),
      deps.openReview(),
    ]);
  }
  // A day with nothing open has had its review: what comes in later is not to bring a window up.
  await log.recordReviewOffer({ day, at: now });
  return false;
}
