import type { Kind } from '../domain/callback.ts';
import type { DueWindow, StageName } from '../domain/due.ts';
import type { BadgeCounts } from './badge.ts';
import type { MissedReview } from './review-times.ts';

export interface NotificationText {
  title: string;
  message: string;
}

/** What a reminder may say of its callback. */
export interface ReminderFacts {
  stage: StageName | 'snoozed';
  kind: Kind;
  /** Who is to be called, what about; null where there is none or names are hidden. */
  name: string | null;
  number: string | null;
  reason: string | null;
  /** Its time, epoch ms. */
  window: DueWindow;
  /** Waits on an internal answer: to be called anyway and told when. */
  callAnyway: boolean;
  /** When it turns late, epoch ms; null where nothing was promised. */
  lateFrom: number | null;
}

/** What a digest says. */
export interface DigestFacts {
  count: number;
  /** Of these, already late. */
  overdue: number;
  /** How late the latest of them is, ms; 0 where none is late. */
  longestLate: number;
  /** Names of the first few, most urgent first; empty where names are hidden. */
  names: string[];
}

/** The words of reminders: given from outside, so that the rules here know no language. */
export interface ReminderTexts {
  badge(counts: BadgeCounts): string;
  /** A quiet period begins, with this many calls waiting. */
  focus(waiting: number): NotificationText;
  reminder(facts: ReminderFacts, now: number, zone: string): NotificationText;
  digest(facts: DigestFacts): NotificationText;
  review(open: number): NotificationText;
  missedReview(missed: MissedReview, now: number, zone: string): NotificationText;
  /** Buttons of a reminder. */
  callNow: string;
  snooze: string;
}
