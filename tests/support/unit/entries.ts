import {
  type Callback,
  type CallbackPromise,
  CallbackSchema,
  type Phone,
} from '../../../lib/domain/callback.ts';
import { type ClosedDay, emptyTally } from '../../../lib/domain/close-day.ts';
import type { Act } from '../../../lib/domain/compose.ts';
import { type DayRules, defaultClocks } from '../../../lib/domain/due.ts';

/** Wednesday 11 March 2026, 14:30 in Berlin: an ordinary afternoon at work. */
export const wednesday = at('2026-03-11T14:30', 'Europe/Berlin');

/** Epoch ms of a wall-clock time. @param local '2026-03-11T14:30' @param zone IANA */
export function at(local: string, zone = 'Europe/Berlin'): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

/** A wall-clock time of an instant, for expectations that can be read: '2026-03-11 14:30'. */
export function wall(epochMs: number | null, zone = 'Europe/Berlin'): string | null {
  if (epochMs === null) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** Monday to Friday, nine to six. */
export function dayRules(zone = 'Europe/Berlin', hours: Partial<DayRules['workingHours']> = {}): DayRules {
  return {
    zone,
    workingHours: { days: [1, 2, 3, 4, 5], startsAt: '09:00', endsAt: '18:00', holidays: [], ...hours },
    clocks: defaultClocks,
    leadMinutes: 10,
  };
}

/** Ids that count up, in the shape of a UUID v7, so that they sort by creation. */
export function countingIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `019cdc00-0000-7000-8000-${String(count).padStart(12, '0')}`;
  };
}

/** The id that `countingIds` gives at its `place`th call. */
export function idAt(place: number): string {
  return `019cdc00-0000-7000-8000-${String(place).padStart(12, '0')}`;
}

export function actAt(now: number, by: string | null = 'Sam Agent', newId = countingIds()): Act {
  return { now, by, newId };
}

export function phone(e164: string | null = '+14155550132', more: Partial<Phone> = {}): Phone {
  return { e164, asShown: e164 ?? '', extension: null, ...more };
}

/** A promised window in Berlin's wall clock; a single time is a point. */
export function promise(from: number | null, until: number | null = from): CallbackPromise {
  return { from, until, zone: 'Europe/Berlin', words: 'as said' };
}

const nothingWrong = CallbackSchema.parse({
  id: idAt(1),
  callerName: 'Ana Villaseñor',
  phone: phone(),
  alternatePhones: [],
  reference: '',
  reason: 'Asks when the engineer comes',
  reasonConfirmed: true,
  kind: 'promised',
  happenedAt: wednesday,
  promise: null,
  owner: { id: 'sam agent', name: 'Sam Agent' },
  status: 'needs call',
  notes: '',
  source: null,
  createdAt: wednesday,
  updatedAt: wednesday,
  closedAt: null,
  attempts: [],
  history: [],
});

/** A callback with nothing wrong with it, but for what is given. */
export function aCallback(changes: Partial<Callback> = {}): Callback {
  return { ...nothingWrong, ...changes };
}

/** The record of a day on which nothing was left, but for what is given. */
export function aClosedDay(changes: Partial<ClosedDay> = {}): ClosedDay {
  return {
    ...emptyTally,
    day: '2026-03-11',
    closedAt: wednesday,
    by: 'Sam Agent',
    leftOpen: 0,
    leftOverdue: 0,
    completed: 0,
    people: [],
    ...changes,
  };
}
