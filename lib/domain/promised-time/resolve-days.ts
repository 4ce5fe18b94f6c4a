import { exists } from './calendar-dates.ts';
import type { Said, SaidDay } from './said.ts';
import type { SaidDate } from './tokens.ts';
import type { PromisedTimeContext } from './types.ts';
import { isWorkingDay, nextWorkingDay } from './working-time.ts';

/** Half a year: a date without a year that passed longer ago than this means the next one. */
const LONG_PAST = 183;

type Day = Temporal.PlainDate;

/** The dates the words can mean, in order; `passed` when the day they name is over and these are the next ones. */
export interface ResolvedDays {
  dates: Day[];
  passed: boolean;
}

/** Which dates a phrase means; `null` when it names no day at all. */
export function resolveDays(said: Said, context: PromisedTimeContext): ResolvedDays | null {
  if (said.days.length === 0) return null;
  const today = context.now.toPlainDate();
  const named = said.days.map((day) => resolveDay(day, said, today, context));
  // Two names of one day ("Monday 3 April") must agree; where they do not, both are offered.
  const agreed = named.reduce((one, other) => {
    const dates = one.dates.filter((date) => other.dates.some((same) => same.equals(date)));
    if (dates.length > 0) return { dates, passed: one.passed && other.passed };
    return { dates: [...one.dates, ...other.dates], passed: one.passed || other.passed };
  });
  return { ...agreed, dates: agreed.dates.sort(Temporal.PlainDate.compare) };
}

function resolveDay(day: SaidDay, said: Said, today: Day, context: PromisedTimeContext): ResolvedDays {
  switch (day.by) {
    case 'offset':
      // Far enough for any promise; a calendar cannot count on for ever.
      return { dates: [today.add({ days: Math.min(day.offset, 3660) })], passed: false };
    case 'next-working-day':
      return { dates: [nextWorkingDay(today, context)], passed: false };
    case 'date':
      return resolveDates(day.dates, today);
    case 'weekday': {
      const dated = said.days.flatMap((other) =>
        other.by === 'weekday' ? [] : resolveDay(other, said, today, context).dates,
      );
      const same = dated.filter((date) => date.dayOfWeek === day.weekday);
      return same.length > 0 ? { dates: same, passed: false } : resolveWeekday(day, today);
    }
  }
}

function resolveWeekday({ weekday, which }: SaidDay & { by: 'weekday' }, today: Day): ResolvedDays {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const thisWeek = monday.add({ days: weekday - 1 });
  const nextWeek = thisWeek.add({ weeks: 1 });
  const coming = Temporal.PlainDate.compare(thisWeek, today) > 0 ? thisWeek : nextWeek;
  if (which === 'next-week') return { dates: [nextWeek], passed: false };
  if (which === 'this') {
    const passed = Temporal.PlainDate.compare(thisWeek, today) < 0;
    return { dates: [passed ? coming : thisWeek], passed };
  }
  if (which === 'coming') return { dates: [coming], passed: false };
  // On a Monday, "next Tuesday" is tomorrow to some and in eight days to others.
  if (which === 'next')
    return { dates: coming.equals(nextWeek) ? [coming] : [coming, nextWeek], passed: false };
  return { dates: thisWeek.equals(today) ? [today, nextWeek] : [coming], passed: false };
}

function resolveDates(dates: readonly SaidDate[], today: Day): ResolvedDays {
  const resolved = dates.map((date) =>
    date.month === undefined ? dayOfMonth(date.day, today) : resolveDate(date, today),
  );
  const ahead = resolved.filter(({ passed }) => !passed);
  const used = ahead.length > 0 ? ahead : resolved;
  return { dates: used.flatMap((one) => one.dates), passed: ahead.length === 0 };
}

/** The next date with that day of the month. */
export function dayOfMonth(day: number, today: Day): ResolvedDays {
  for (let months = 0; months < 3; months += 1) {
    const { year, month } = today.add({ months });
    if (!exists({ year, month, day })) continue;
    const date = Temporal.PlainDate.from({ year, month, day });
    if (Temporal.PlainDate.compare(date, today) >= 0) return { dates: [date], passed: false };
  }
  return { dates: [], passed: true };
}

function resolveDate({ year, month = 1, day }: SaidDate, today: Day): ResolvedDays {
  if (year !== undefined) {
    if (!exists({ year, month, day })) return { dates: [], passed: false };
    const date = Temporal.PlainDate.from({ year, month, day });
    const passed = Temporal.PlainDate.compare(date, today) < 0;
    return { dates: passed ? [] : [date], passed };
  }
  const years = [today.year, today.year + 1].filter((one) => exists({ year: one, month, day }));
  const [first, second] = years.map((one) => Temporal.PlainDate.from({ year: one, month, day }));
  if (first === undefined) return { dates: [], passed: false };
  if (Temporal.PlainDate.compare(first, today) >= 0) return { dates: [first], passed: false };
  const longPast = first.until(today, { largestUnit: 'days' }).days > LONG_PAST;
  return { dates: second === undefined ? [] : [second], passed: !longPast };
}

/** Three days of next week to choose from: its first, middle and last working day. */
export function daysOfNextWeek(context: PromisedTimeContext): Day[] {
  const today = context.now.toPlainDate();
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const days = [0, 1, 2, 3, 4, 5, 6]
    .map((ahead) => monday.add({ days: ahead }))
    .filter((day) => isWorkingDay(day, context));
  const picked = [days[0], days[Math.floor((days.length - 1) / 2)], days.at(-1)].filter(
    (day) => day !== undefined,
  );
  return picked.filter((day, index) => picked.findIndex((other) => other.equals(day)) === index);
}
