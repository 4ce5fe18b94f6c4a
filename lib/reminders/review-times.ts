import type { Callback } from '../domain/callback.ts';
import type { Settings } from '../domain/settings.ts';
import { isWorkingDay } from '../domain/working-hours.ts';

/** A day with a review, and the moment it comes by itself. */
export interface ReviewTime {
  /** 'YYYY-MM-DD' in the agent's zone. */
  day: string;
  /** Epoch ms. */
  at: number;
}

type ReviewSettings = Pick<Settings, 'reviewAt' | 'workingHours'>;

/** Past this, nobody remembers what the day was about, and a setting without working days ends the search. */
const searchDays = 31;

/** Today's date in the agent's zone. @param now epoch ms */
export function dayOf(now: number, zone: string): string {
  return dateOf(now, zone).toString();
}

function dateOf(now: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
}

function reviewTime(date: Temporal.PlainDate, { reviewAt }: ReviewSettings, zone: string): ReviewTime {
  const plainTime = Temporal.PlainTime.from(reviewAt);
  return { day: date.toString(), at: date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds };
}

/** Today's review, null on days off. */
export function reviewToday(settings: ReviewSettings, zone: string, now: number): ReviewTime | null {
  const today = dateOf(now, zone);
  return isWorkingDay(today, settings.workingHours) ? reviewTime(today, settings, zone) : null;
}

/** The review of the last working day before today. */
export function lastReviewBeforeToday(
  settings: ReviewSettings,
  zone: string,
  now: number,
): ReviewTime | null {
  return findReview(dateOf(now, zone).subtract({ days: 1 }), -1, settings, zone);
}

/** The next review from `now` on, epoch ms; null where the settings hold no working day. */
export function nextReviewAt(settings: ReviewSettings, zone: string, now: number): number | null {
  const today = reviewToday(settings, zone, now);
  if (today && today.at > now) return today.at;
  return findReview(dateOf(now, zone).add({ days: 1 }), 1, settings, zone)?.at ?? null;
}

function findReview(
  from: Temporal.PlainDate,
  step: 1 | -1,
  settings: ReviewSettings,
  zone: string,
): ReviewTime | null {
  for (let i = 0, date = from; i < searchDays; i++, date = date.add({ days: step })) {
    if (isWorkingDay(date, settings.workingHours)) return reviewTime(date, settings, zone);
  }
  return null;
}

/** A review that was due while the browser was shut. */
export interface MissedReview {
  /** 'YYYY-MM-DD' in the agent's zone. */
  day: string;
  /** Callbacks open since before it. */
  stillOpen: number;
}

/** What was recorded of reviews; the repository of lib/db has these. */
export interface ReviewRecords {
  reviewOffer(day: string): Promise<{ at: number } | null>;
  lastClosedDay(): Promise<{ day: string } | null>;
}

interface MissedReviewInput {
  records: ReviewRecords;
  settings: ReviewSettings;
  /** The open callbacks. */
  open: readonly Callback[];
  zone: string;
  now: number;
}

/**
 * The last working day whose review never came, because the browser was shut then; null where it came, the
 * day was closed without it, today's has come since, or nothing from then is left.
 */
export async function missedReview(input: MissedReviewInput): Promise<MissedReview | null> {
  const { records, settings, open, zone, now } = input;
  const last = lastReviewBeforeToday(settings, zone, now);
  if (!last) return null;
  const stillOpen = open.filter(({ createdAt }) => createdAt <= last.at).length;
  if (stillOpen === 0) return null;
  const [itsOffer, todaysOffer, lastClosed] = await Promise.all([
    records.reviewOffer(last.day),
    records.reviewOffer(dayOf(now, zone)),
    records.lastClosedDay(),
  ]);
  if (itsOffer || todaysOffer || (lastClosed && lastClosed.day >= last.day)) return null;
  return { day: last.day, stillOpen };
}

/** True where today's review is to come now. A review time moved further on asks again. */
export async function isReviewDue({ records, settings, zone, now }: Omit<MissedReviewInput, 'open'>) {
  const today = reviewToday(settings, zone, now);
  if (!today || now < today.at) return false;
  const [offer, lastClosed] = await Promise.all([records.reviewOffer(today.day), records.lastClosedDay()]);
  return (offer === null || offer.at < today.at) && (lastClosed === null || lastClosed.day < today.day);
}
