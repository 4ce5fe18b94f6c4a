import { readPromisedTime } from './read-promised-time.ts';
import type { PromisedTimeChoice, PromisedTimeContext, PromisedWindow } from './types.ts';

/** Monday morning, Wednesday afternoon and Friday's last minutes, in the week of 9 March 2026. */
export const MOMENTS = {
  monday: '2026-03-09T09:05',
  wednesday: '2026-03-11T14:30',
  friday: '2026-03-13T17:50',
} as const;

const ZONES: Readonly<Record<string, string>> = {
  US: 'America/Chicago',
  CA: 'America/Toronto',
  GB: 'Europe/London',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  ES: 'Europe/Madrid',
  BR: 'America/Sao_Paulo',
  JP: 'Asia/Tokyo',
};

/** A context for tests: 09:00–18:00 from Monday to Friday unless told otherwise. */
export function contextAt(
  local: string,
  country = 'GB',
  more: Partial<PromisedTimeContext> = {},
): PromisedTimeContext {
  return {
    now: Temporal.PlainDateTime.from(local).toZonedDateTime(ZONES[country] ?? 'UTC'),
    country,
    workingHours: { days: [1, 2, 3, 4, 5], startsAt: '09:00', endsAt: '18:00' },
    language: 'en',
    ...more,
  };
}

/** A reading on one line of local wall clock, such that a table of phrases can be checked by eye. */
export function readAloud(text: string, context: PromisedTimeContext): string {
  const reading = readPromisedTime(text, context);
  if (reading.kind === 'empty') return 'empty';
  if (reading.kind === 'understood') return sayChoice(reading, context);
  const leftover = reading.leftover === undefined ? '' : ` "${reading.leftover}"`;
  return [`? ${reading.why}${leftover}`, ...reading.choices.map((choice) => sayChoice(choice, context))].join(
    ' | ',
  );
}

function sayChoice({ window, shape }: PromisedTimeChoice, context: PromisedTimeContext): string {
  return `${shape} ${sayWindow(window, context).replace('until ', '')}`;
}

/** A window in local wall clock: "Wed 16:00", "until Wed 16:00", "Wed 14:00-16:00"; dates from a week on. */
export function sayWindow({ from, until }: PromisedWindow, { now }: PromisedTimeContext): string {
  const say = (instant: number) => {
    const moment = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(now.timeZoneId);
    const days = now.toPlainDate().until(moment.toPlainDate(), { largestUnit: 'days' }).days;
    const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][moment.dayOfWeek - 1];
    return [
      days > 6 ? moment.toPlainDate().toString() : weekday,
      moment.toPlainTime().toString({ smallestUnit: 'minute' }),
    ];
  };
  if (until === null) return 'open';
  const [lastDay, end] = say(until);
  if (from === null) return `until ${lastDay} ${end}`;
  const [day, start] = say(from);
  if (from === until) return `${day} ${start}`;
  return `${day} ${start}-${day === lastDay ? end : `${lastDay} ${end}`}`;
}
