import type { PromisedTimeContext, PromisedWindow } from './types.ts';
import {
  instantAt,
  isAtWork,
  isWorkingDay,
  isWorkingMoment,
  nextWorkingDay,
  workingDay,
} from './working-time.ts';

/** A promise made often; `next-workday-…` stands in for `tomorrow-…` before a day off. */
export type PromisedTimeChipId =
  | 'in-30-min'
  | 'in-1-hour'
  | 'before-noon'
  | 'this-afternoon'
  | 'end-of-day'
  | `${'tomorrow' | 'next-workday'}-${'morning' | 'afternoon' | 'end-of-day'}`;

/** One click's worth of promise. */
export interface PromisedTimeChip {
  id: PromisedTimeChipId;
  window: PromisedWindow;
}

const MINUTE = 60_000;
const MOST = 5;
const FEWEST = 4;
const NOON = 720;
/** With less than this left, a stretch of the day is no longer worth offering. */
const WORTH_OFFERING = 45 * MINUTE;

/** The promises worth one click now, soonest first: none that has passed, or that nobody would be there to keep. */
export function promisedTimeChips(context: PromisedTimeContext): PromisedTimeChip[] {
  const today = todaysChips(context);
  const next = nextDaysChips(context);
  const soon = today.slice(0, MOST - 1);
  return [...soon, ...next.slice(0, Math.max(1, FEWEST - soon.length))];
}

function todaysChips(context: PromisedTimeContext): PromisedTimeChip[] {
  const now = context.now.epochMilliseconds;
  const today = context.now.toPlainDate();
  const { start, end } = workingDay(context);
  const at = (minute: number) => instantAt(today, minute, context);
  const chips: PromisedTimeChip[] = [];
  for (const [id, minutes] of [
    ['in-30-min', 30],
    ['in-1-hour', 60],
  ] as const) {
    const then = Math.ceil((now + minutes * MINUTE) / MINUTE) * MINUTE;
    const moment = Temporal.Instant.fromEpochMilliseconds(then).toZonedDateTimeISO(context.now.timeZoneId);
    // Who works late can still promise half an hour; who is at work goes home at its end.
    if (isWorkingMoment(moment, context) || !isAtWork(context)) {
      chips.push({ id, window: { from: then, until: then } });
    }
  }
  if (!isWorkingDay(today, context)) return chips;
  if (start < NOON && end > NOON && at(NOON) - now >= WORTH_OFFERING) {
    chips.push({ id: 'before-noon', window: { from: null, until: at(NOON) } });
    chips.push({ id: 'this-afternoon', window: { from: at(NOON), until: at(end) } });
  } else if (at(end) > now) {
    chips.push({ id: 'end-of-day', window: { from: null, until: at(end) } });
  }
  return chips;
}

function nextDaysChips(context: PromisedTimeContext): PromisedTimeChip[] {
  const today = context.now.toPlainDate();
  const day = nextWorkingDay(today, context);
  const name = day.equals(today.add({ days: 1 })) ? 'tomorrow' : 'next-workday';
  const { start, end } = workingDay(context);
  const at = (minute: number) => instantAt(day, minute, context);
  const middle = start < NOON && end > NOON ? NOON : Math.round((start + end) / 2);
  return [
    { id: `${name}-morning`, window: { from: at(start), until: at(middle) } },
    { id: `${name}-afternoon`, window: { from: at(middle), until: at(end) } },
    { id: `${name}-end-of-day`, window: { from: null, until: at(end) } },
  ];
}
