import type { PromisedTimeContext } from './types.ts';

const DAY = 1440;

/** Minutes since midnight of the working day; an end past 1440 is a shift over midnight. */
export interface WorkingDay {
  start: number;
  end: number;
}

/** 'HH:MM' as minutes since midnight. */
function minutes(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

/** The working day of the context; equal start and end mean round the clock. */
export function workingDay({ workingHours }: PromisedTimeContext): WorkingDay {
  const start = minutes(workingHours.startsAt);
  const end = minutes(workingHours.endsAt);
  return { start, end: end <= start ? end + DAY : end };
}

/** Whether people work on that day; with no working days set, every day is as good as another. */
export function isWorkingDay(date: Temporal.PlainDate, { workingHours }: PromisedTimeContext): boolean {
  return workingHours.days.length === 0 || workingHours.days.includes(date.dayOfWeek);
}

/** The first working day after a date. */
export function nextWorkingDay(date: Temporal.PlainDate, context: PromisedTimeContext): Temporal.PlainDate {
  for (let ahead = 1; ahead < 8; ahead += 1) {
    const next = date.add({ days: ahead });
    if (isWorkingDay(next, context)) return next;
  }
  return date.add({ days: 1 });
}

/** The last working day before a date. */
export function previousWorkingDay(
  date: Temporal.PlainDate,
  context: PromisedTimeContext,
): Temporal.PlainDate {
  for (let back = 1; back < 8; back += 1) {
    const previous = date.subtract({ days: back });
    if (isWorkingDay(previous, context)) return previous;
  }
  return date.subtract({ days: 1 });
}

/** The moment some minutes of wall clock into a date (1440 and more: the next one). */
export function instantAt(date: Temporal.PlainDate, minute: number, context: PromisedTimeContext): number {
  return wallClock(date, minute).toZonedDateTime(context.now.timeZoneId).epochMilliseconds;
}

/** Whether the clocks skip that moment, so that it would silently become another. */
export function isSkipped(date: Temporal.PlainDate, minute: number, context: PromisedTimeContext): boolean {
  const wall = wallClock(date, minute);
  return !wall.toZonedDateTime(context.now.timeZoneId).toPlainDateTime().equals(wall);
}

function wallClock(date: Temporal.PlainDate, minute: number): Temporal.PlainDateTime {
  return date
    .add({ days: Math.floor(minute / DAY) })
    .toPlainDateTime({ hour: Math.floor((minute % DAY) / 60), minute: minute % 60 });
}

/** Whether someone is at work at that moment. */
export function isWorkingMoment(moment: Temporal.ZonedDateTime, context: PromisedTimeContext): boolean {
  const { start, end } = workingDay(context);
  const minute = moment.hour * 60 + moment.minute;
  const today = moment.toPlainDate();
  const inShift = (date: Temporal.PlainDate, offset: number) =>
    isWorkingDay(date, context) && minute + offset >= start && minute + offset <= end;
  return inShift(today, 0) || inShift(today.subtract({ days: 1 }), DAY);
}

/** Whether the agent is at work now; the minute the day ends no longer counts. */
export function isAtWork(context: PromisedTimeContext): boolean {
  return isWorkingMoment(context.now, context) && isWorkingMoment(context.now.add({ minutes: 1 }), context);
}
