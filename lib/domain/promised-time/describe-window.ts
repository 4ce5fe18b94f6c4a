import type { PromisedWindow } from './types.ts';

/** How far off a day is, so that words can be chosen for it. */
export type DayDistance = 'yesterday' | 'today' | 'tomorrow' | 'weekday' | 'date';

/** A day, with its words in the locale: "today", "Friday", "Mon, 6 Apr", "6 Apr 2027". */
export interface DescribedDay {
  distance: DayDistance;
  text: string;
}

/** A moment of the window: its day and its time of day in the locale. */
export interface DescribedMoment {
  day: DescribedDay;
  time: string;
}

/** The parts of a promise, to be joined by a sentence of the language. */
export type WindowDescription =
  | { shape: 'none' }
  | { shape: 'at'; at: DescribedMoment }
  | { shape: 'before'; until: DescribedMoment }
  | { shape: 'after'; from: DescribedMoment }
  /** `sameDay` when the day need be said only once; `times` is then "14:00 – 16:00". */
  | { shape: 'between'; from: DescribedMoment; until: DescribedMoment; sameDay: boolean; times: string };

/** Takes a promise apart into what must be said of it, in the zone of `now`; every word comes from `Intl`. */
export function describeWindow(
  { from, until }: PromisedWindow,
  { now, locale }: { now: Temporal.ZonedDateTime; locale: string },
): WindowDescription {
  const describe = (instant: number): DescribedMoment => describeMoment(instant, now, locale);
  if (until === null) return from === null ? { shape: 'none' } : { shape: 'after', from: describe(from) };
  if (from === null) return { shape: 'before', until: describe(until) };
  if (from === until) return { shape: 'at', at: describe(from) };
  const dayOf = (instant: number) => zoned(instant, now).toPlainDate();
  return {
    shape: 'between',
    from: describe(from),
    until: describe(until),
    sameDay: dayOf(from).equals(dayOf(until)),
    times: timeFormat(now, locale).formatRange(from, until),
  };
}

function zoned(instant: number, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(now.timeZoneId);
}

function timeFormat(now: Temporal.ZonedDateTime, locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: now.timeZoneId });
}

function describeMoment(instant: number, now: Temporal.ZonedDateTime, locale: string): DescribedMoment {
  return { day: describeDay(instant, now, locale), time: timeFormat(now, locale).format(instant) };
}

function describeDay(instant: number, now: Temporal.ZonedDateTime, locale: string): DescribedDay {
  const date = zoned(instant, now).toPlainDate();
  const days = now.toPlainDate().until(date, { largestUnit: 'days' }).days;
  const near = ({ '-1': 'yesterday', '0': 'today', '1': 'tomorrow' } as const)[String(days)];
  if (near !== undefined) {
    return {
      distance: near,
      text: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'),
    };
  }
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: now.timeZoneId }).format(instant);
  if (days > 1 && days < 7) return { distance: 'weekday', text: format({ weekday: 'long' }) };
  const year = date.year === now.year ? {} : ({ year: 'numeric' } as const);
  return { distance: 'date', text: format({ weekday: 'short', day: 'numeric', month: 'short', ...year }) };
}
