import { type Callback, isOpen } from './callback.ts';
import { type DayRules, isOverdue, overdueAt } from './due.ts';
import { historyOf } from './history.ts';

/** What became of the day's promises. */
export interface DayTally {
  /** Completed during the day, in time or without a time to be late for. */
  kept: number;
  /** Completed too late, or late and still open when the day was closed. */
  late: number;
  /** Moved on by hand to another time, and still open. */
  carriedOver: number;
}

/** A day of which nothing is known. */
export const emptyTally: DayTally = { kept: 0, late: 0, carriedOver: 0 };

/** The short record of a closed day. */
export interface ClosedDay extends DayTally {
  /** 'YYYY-MM-DD' in the agent's zone. */
  day: string;
  /** Epoch ms. */
  closedAt: number;
  /** Who closed the day; null where no name was set. */
  by: string | null;
  /** Entries still open when the day was closed. */
  leftOpen: number;
  /** Of those, overdue. */
  leftOverdue: number;
  /** Closed during that day, those no longer needed included. */
  completed: number;
  /** The tally by whom, most first; '' is nobody. */
  people: ({ name: string } & DayTally)[];
}

interface DayInput {
  open: readonly Callback[];
  /** Entries closed since the agent's midnight; what was closed before is left out here too. */
  closed: readonly Callback[];
  rules: DayRules;
  /** Epoch ms. */
  now: number;
  /** Who closes the day. */
  by: string | null;
}

/** The first instant of the agent's current day, epoch ms. */
export function startOfDay(now: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds;
}

/** The record of today as it stands at `now`. */
export function closeDayRecord({ open, closed, rules, now, by }: DayInput): ClosedDay {
  const since = startOfDay(now, rules.zone);
  const closedToday = closed.filter(
    (callback) => !isOpen(callback) && (callback.closedAt ?? callback.updatedAt) >= since,
  );
  const counted = [
    ...closedToday.flatMap((callback) => closedAs(callback, rules) ?? []),
    ...open.flatMap((callback) => leftAs(callback, rules, since, now) ?? []),
  ];
  return {
    day: Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(rules.zone).toPlainDate().toString(),
    closedAt: now,
    by,
    ...tally(counted),
    leftOpen: open.length,
    leftOverdue: open.filter((callback) => isOverdue(callback, rules, now)).length,
    completed: closedToday.length,
    people: byPerson(counted),
  };
}

interface Counted {
  as: keyof DayTally;
  name: string;
}

function closedAs(callback: Callback, rules: DayRules): Counted | null {
  if (callback.status !== 'completed') return null;
  const late = overdueAt(callback, rules);
  const inTime = late === null || (callback.closedAt ?? callback.updatedAt) < late;
  const name = historyOf(callback, 'status').at(-1)?.by ?? callback.owner?.name ?? '';
  return { as: inTime ? 'kept' : 'late', name };
}

function leftAs(callback: Callback, rules: DayRules, since: number, now: number): Counted | null {
  const owner = callback.owner?.name ?? '';
  if (isOverdue(callback, rules, now)) return { as: 'late', name: owner };
  const carried = historyOf(callback, 'carried over').findLast(({ at }) => at >= since);
  return carried ? { as: 'carriedOver', name: carried.by ?? owner } : null;
}

function tally(counted: readonly Counted[]): DayTally {
  const count = (what: keyof DayTally) => counted.filter(({ as }) => as === what).length;
  return { kept: count('kept'), late: count('late'), carriedOver: count('carriedOver') };
}

function byPerson(counted: readonly Counted[]): ClosedDay['people'] {
  const people = Map.groupBy(counted, ({ name }) => name);
  return [...people]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1))
    .map(([name, theirs]) => ({ name, ...tally(theirs) }));
}
