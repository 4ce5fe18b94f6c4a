import type { Said } from './said.ts';
import type { Bound, Clock, DayPart } from './tokens.ts';
import type { PromisedShape, PromisedTimeContext } from './types.ts';
import { type WorkingDay, workingDay } from './working-time.ts';

const NOON = 720;
const MIDNIGHT = 1440;
const LUNCH_END = 780;
const EVENING = 1080;
const HALF_A_DAY = 720;

/**
 * One reading of the words on a day not yet chosen: minutes since that day's midnight, `null` for open.
 * `inside` tells whether the clock, whatever the weekday, is within working hours.
 */
export interface DayOption {
  from: number | null;
  until: number;
  shape: PromisedShape;
  inside: boolean;
  /** The small hours of a shift that began the evening before. */
  night: boolean;
  /** A stretch of the day rather than hours: what of it has passed when it is said was not meant. */
  loose: boolean;
}

/** Every reading of the times in a phrase; none when they contradict each other. */
export function optionsOf(said: Said, context: PromisedTimeContext): DayOption[] {
  const day = workingDay(context);
  const { bound, moment, part } = said;
  const [clock] = said.clocks;
  if (bound === 'between') return ranges(said, day);
  if (moment !== null && clock !== undefined) return [];
  if (moment === 'first-thing' && bound === null) {
    return [loose(between(day.start, Math.min(day.start + 60, day.end), day))];
  }
  if (moment === 'first-thing' && bound !== 'after') return [bounded(day.start, 'by', day)];
  if (moment === 'lunch') return lunch(bound, day);
  if (moment === 'end-of-day' && bound !== 'after') return [bounded(day.end, 'by', day)];
  if (moment !== null) return [];
  if (clock !== undefined) return minutesOf(clock, said).map((minute) => bounded(minute, bound, day));
  if (part !== null) return bound === null ? [partOf(part, day)] : edgesOf(part, bound, day);
  return [loose({ ...between(day.start, day.end, day), shape: 'day' })];
}

function loose(option: DayOption): DayOption {
  return { ...option, loose: true };
}

/** Minutes since midnight a clock can mean. */
function minutesOf({ hour, minute, half }: Clock, { part, days }: Said): number[] {
  // Midnight of a named day is its first moment or its last.
  if (hour === 24) return days.length > 0 ? [0, MIDNIGHT] : [MIDNIGHT];
  const twelve = hour % 12;
  const hours =
    half === '24' ? [hour] : half === 'am' ? [twelve] : half === 'pm' ? [twelve + 12] : [twelve, twelve + 12];
  const all = hours.map((one) => one * 60 + minute);
  if (part === null) return all;
  const { earliest, latest } = SAID_WITH[part];
  return all.filter((one) => one >= earliest && one <= latest);
}

/** Hours people say with a part of the day: eight is still afternoon in Spain, one in the morning is night,
 * and a morning may last until twelve. */
const SAID_WITH: Readonly<Record<DayPart, { earliest: number; latest: number }>> = {
  morning: { earliest: 0, latest: NOON },
  afternoon: { earliest: NOON, latest: EVENING + 179 },
  evening: { earliest: EVENING - 120, latest: MIDNIGHT - 1 },
};

const NOMINAL: Readonly<Record<DayPart, { from: number; until: number }>> = {
  morning: { from: 360, until: NOON },
  afternoon: { from: NOON, until: EVENING },
  evening: { from: EVENING, until: 1320 },
};

function partOf(part: DayPart, day: WorkingDay): DayOption {
  const nominal = NOMINAL[part];
  const until = part === 'evening' ? Math.max(nominal.until, day.end) : nominal.until;
  const from = Math.max(nominal.from, day.start);
  const end = Math.min(until, day.end);
  return from < end ? loose(between(from, end, day)) : loose(between(nominal.from, nominal.until, day));
}

/** "By" and "from tomorrow morning" may mean its start or its end, "before the afternoon" only its start. */
function edgesOf(part: DayPart, bound: Bound, day: WorkingDay): DayOption[] {
  const { from, until } = partOf(part, day);
  const start = bounded(from as number, bound, day);
  return bound === 'before' ? [start] : [start, bounded(until, bound, day)];
}

function lunch(bound: Bound | null, day: WorkingDay): DayOption[] {
  if (bound === 'after') return [bounded(LUNCH_END, bound, day)];
  if (bound !== null) return [bounded(NOON, bound, day)];
  return [between(NOON, LUNCH_END, day)];
}

function ranges(said: Said, day: WorkingDay): DayOption[] {
  const [first, second] = said.clocks;
  if (first === undefined) return [];
  if (second !== undefined) {
    if (said.moment !== null) return [];
    const untils = minutesOf(second, said);
    const pairs = minutesOf(first, said).flatMap((from) => untils.map((until) => [from, until] as const));
    return pairs
      .map(([from, until]) => [from, until <= from ? until + MIDNIGHT : until] as const)
      .filter(([from, until]) => isPlausible(from, until, pairs.length === 1))
      .map(([from, until]) => between(from, until, day));
  }
  const minutes = minutesOf(first, said);
  if (said.moment === 'now') return minutes.map((minute) => bounded(minute, 'by', day));
  if (said.moment === 'end-of-day')
    return minutes.filter((minute) => minute < day.end).map((minute) => between(minute, day.end, day));
  if (said.moment === 'lunch') {
    const times = minutes.map((minute) =>
      minute < NOON ? ([minute, NOON] as const) : ([LUNCH_END, minute] as const),
    );
    return times.filter(([from, until]) => from < until).map(([from, until]) => between(from, until, day));
  }
  return [];
}

/** Nobody who leaves the half of the day open means more than half a day; nobody means most of a night. */
function isPlausible(from: number, until: number, certain: boolean): boolean {
  if (until <= from) return false;
  const sameDay = until <= MIDNIGHT;
  return until - from < HALF_A_DAY || (sameDay && (certain || until - from === HALF_A_DAY));
}

function between(from: number, until: number, day: WorkingDay): DayOption {
  const night = from < day.start && until + MIDNIGHT <= day.end;
  const inside = night || (from >= day.start && until <= day.end);
  return { from, until, shape: 'between', inside, night, loose: false };
}

function bounded(minute: number, bound: Bound | null, day: WorkingDay): DayOption {
  const night = minute < day.start && minute + MIDNIGHT <= day.end;
  const inside = night || (minute >= day.start && minute <= day.end);
  const at = { from: minute, until: minute, inside, night, loose: false };
  if (bound === null || bound === 'between') return { ...at, shape: 'at' };
  if (bound !== 'after') return { ...at, from: null, shape: 'before' };
  const end = night ? day.end - MIDNIGHT : day.end;
  const open = inside && minute < end;
  // After hours the day itself is the end.
  const until = open ? end : minute < day.start ? day.end : Math.max(MIDNIGHT, minute + 60);
  return { ...at, until, shape: 'after', inside: open, loose: true };
}
