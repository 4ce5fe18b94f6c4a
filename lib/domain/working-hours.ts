import * as z from 'zod/mini';

/** 'HH:MM' on a 24-hour clock, in the agent's own time zone. */
export const ClockTimeSchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** When the desk is open: ISO weekdays (1 Monday … 7 Sunday), the hours of each of them, and days off. */
export const WorkingHoursSchema = z.object({
  days: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7)),
  startsAt: ClockTimeSchema,
  endsAt: ClockTimeSchema,
  /** Dates the desk is closed on, 'YYYY-MM-DD'. */
  holidays: z._default(z.array(z.iso.date()), []),
});
export type WorkingHours = z.infer<typeof WorkingHoursSchema>;

/** A year and a bit: past it there is no working day to find, only a setting with none in it. */
const searchDays = 400;
/** Past this there is no calendar to search: an entry from a file may claim any instant there is. */
const lastStart = 8.64e15 - (searchDays + 2) * 24 * 3_600_000;

/** True on a working weekday that is no holiday. */
export function isWorkingDay(date: Temporal.PlainDate, hours: WorkingHours): boolean {
  return hours.days.includes(date.dayOfWeek) && !hours.holidays.includes(date.toString());
}

/** The instants (epoch ms) between which the desk is open on `date` in `zone`, whatever the weekday. */
export function openingHours(
  date: Temporal.PlainDate,
  hours: WorkingHours,
  zone: string,
): { opens: number; closes: number } {
  const at = (clock: string) =>
    date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) }).epochMilliseconds;
  return { opens: at(hours.startsAt), closes: at(hours.endsAt) };
}

/** The first working day on or after `date`; `date` itself where the settings hold no working day at all. */
export function workingDayFrom(date: Temporal.PlainDate, hours: WorkingHours): Temporal.PlainDate {
  let day = date;
  for (let i = 0; i < searchDays; i++) {
    if (isWorkingDay(day, hours)) return day;
    day = day.add({ days: 1 });
  }
  return date;
}

/**
 * The instant (epoch ms) at which `minutes` of business time have passed since `start` (epoch ms): the clock
 * runs only inside working hours, so a call missed a minute before closing is due on the next working day.
 * Where the settings hold no working time at all, plain minutes are counted.
 */
export function addBusinessMinutes(
  start: number,
  minutes: number,
  hours: WorkingHours,
  zone: string,
): number {
  if (start > lastStart) return Math.min(start + minutes * 60_000, 8.64e15);
  let left = minutes * 60_000;
  let day = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDate();
  for (let i = 0; i < searchDays; i++, day = day.add({ days: 1 })) {
    if (!isWorkingDay(day, hours)) continue;
    const { opens, closes } = openingHours(day, hours, zone);
    const from = Math.max(opens, start);
    if (from >= closes) continue;
    if (from + left <= closes) return from + left;
    left -= closes - from;
  }
  return start + minutes * 60_000;
}
