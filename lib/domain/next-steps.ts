import type { BestTime, Callback, Outcome } from './callback.ts';
import type { DayRules } from './due.ts';
import { isWorkingDay, openingHours, workingDayFrom } from './working-hours.ts';

/** Steps that are a time to try again at. */
export const retrySteps = ['in 2 hours', 'tomorrow morning', 'at best time'] as const;
export type RetryStep = (typeof retrySteps)[number];
/** What can be done after an attempt. */
export type NextStep =
  | RetryStep
  | 'send text follow-up'
  | 'send information'
  | 'schedule further contact'
  | 'find another number';

/** What is offered after an outcome, the likeliest first. */
export function nextSteps(outcome: Outcome, callback: Pick<Callback, 'bestTime'>): NextStep[] {
  const retries = retrySteps.filter((step) => step !== 'at best time' || callback.bestTime !== null);
  switch (outcome) {
    case 'no answer':
    case 'left message':
      return [...retries, 'send text follow-up', 'schedule further contact'];
    case 'wrong number':
      return ['find another number', 'schedule further contact'];
    case 'reached, needs more':
      return [...retries, 'send information', 'schedule further contact'];
    case 'reached, done':
    case 'they called back':
      return ['send information', 'schedule further contact'];
  }
}

const minute = 60_000;
const twoHours = 120 * minute;
/** How long a retry may take from when it is set for, so that it is no appointment to the minute. */
const leeway = 60 * minute;
/** With less of it left, a caller's best time is no longer worth setting out for. */
const worthIt = 10 * minute;
/** A caller's best time that meets no working hours in this many days never will. */
const searchDays = 60;

/** A time to try again, epoch ms; always within working hours. */
export interface RetryWindow {
  from: number;
  until: number;
}

/**
 * When a retry falls, counted from `now` (epoch ms): two hours on, or the next working morning where that is
 * not within working hours any more; the next working morning; the next time the caller is best reached that
 * begins within, or reaches into, working hours. Null where the caller has no such time.
 */
export function retryTime(
  step: RetryStep,
  callback: Pick<Callback, 'bestTime'>,
  rules: DayRules,
  now: number,
): RetryWindow | null {
  const today = dateOf(now, rules.zone);
  switch (step) {
    case 'in 2 hours':
      return inTwoHours(rules, now);
    case 'tomorrow morning':
      return morning(workingDayFrom(today.add({ days: 1 }), rules.workingHours), rules);
    case 'at best time':
      return callback.bestTime && nextBestTime(callback.bestTime, rules, now);
  }
}

function inTwoHours(rules: DayRules, now: number): RetryWindow {
  const { workingHours, zone } = rules;
  const from = Math.ceil((now + twoHours) / minute) * minute;
  const date = dateOf(from, zone);
  const { opens, closes } = openingHours(date, workingHours, zone);
  const isOpenDay = isWorkingDay(date, workingHours);
  if (isOpenDay && from < opens) return morning(date, rules);
  if (isOpenDay && from < closes) return { from, until: Math.min(from + leeway, closes) };
  return morning(workingDayFrom(date.add({ days: 1 }), workingHours), rules);
}

/** From opening to noon, or to the middle of a day that does not reach over it. */
function morning(date: Temporal.PlainDate, { workingHours, zone }: DayRules): RetryWindow {
  const { opens, closes } = openingHours(date, workingHours, zone);
  const noon = instantOf(date, '12:00', zone);
  return { from: opens, until: opens < noon && noon < closes ? noon : Math.round((opens + closes) / 2) };
}

function nextBestTime(best: BestTime, rules: DayRules, now: number): RetryWindow | null {
  const first = dateOf(now, best.zone);
  for (let i = 0; i < searchDays; i++) {
    const date = first.add({ days: i });
    const from = instantOf(date, best.from, best.zone);
    const lastDate = best.until <= best.from ? date.add({ days: 1 }) : date;
    const until = instantOf(lastDate, best.until, best.zone);
    // The one under way is the one they were just called in.
    if (from <= now) continue;
    const within = insideWorkingHours({ from, until }, rules);
    if (within) return within;
  }
  return null;
}

/** The first part of a window that lies in working hours and is worth setting out for. */
function insideWorkingHours({ from, until }: RetryWindow, rules: DayRules): RetryWindow | null {
  const { workingHours, zone } = rules;
  for (const date of [dateOf(from, zone), dateOf(until, zone)]) {
    if (!isWorkingDay(date, workingHours)) continue;
    const { opens, closes } = openingHours(date, workingHours, zone);
    const part = { from: Math.max(from, opens), until: Math.min(until, closes) };
    if (part.until - part.from >= worthIt) return part;
  }
  return null;
}

function dateOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

function instantOf(date: Temporal.PlainDate, clock: string, zone: string): number {
  const plainTime = Temporal.PlainTime.from(clock);
  return date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}
