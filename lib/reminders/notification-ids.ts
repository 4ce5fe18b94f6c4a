import type { Callback } from '../domain/callback.ts';
import { promiseKey, type StageName } from '../domain/due.ts';

/** A reminder that was moved is announced once more, under the moment it was moved to. */
export type AnnouncedStage = StageName | `snoozed ${number}`;

/**
 * Names one announcement: the key it is recorded under and the id of its notification, so that one shown
 * again after a crash takes the place of the first.
 * @param nameOf names the promise; where a passcode is set without telling it
 */
export function announcementKey(
  callback: Callback,
  stage: AnnouncedStage,
  nameOf: (callback: Callback) => string = promiseKey,
): string {
  return `${callback.id}|${nameOf(callback)}|${stage}`;
}

export const digestId = 'digest';

/** Reviews are announced once a day. @param day 'YYYY-MM-DD' */
export const reviewId = (day: string) => `review|${day}`;
/** Quiet periods are announced once each. @param from when one begins, epoch ms */
export const focusId = (from: number) => `focus|${from}`;
export const missedReviewId = (day: string) => `missed-review|${day}`;

/** What a notification is about. */
export type NotificationSubject =
  | { type: 'callback'; callbackId: string }
  | { type: 'digest' }
  | { type: 'review' }
  | { type: 'focus' };

/** Reads a notification's id; null where it is none of ours. */
export function notificationSubject(id: string): NotificationSubject | null {
  if (id === digestId) return { type: 'digest' };
  const [first = '', ...rest] = id.split('|');
  if (rest.length === 0) return null;
  if (first === 'focus') return { type: 'focus' };
  return first === 'review' || first === 'missed-review'
    ? { type: 'review' }
    : { type: 'callback', callbackId: first };
}
