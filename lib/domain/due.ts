import * as z from 'zod/mini';
import { type Callback, type CallbackPromise, isOpen } from './callback.ts';
import { addBusinessMinutes, type WorkingHours } from './working-hours.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The clocks of the kinds that run without a promised time. */
export const KindClocksSchema = z
  .object({
    /** Business minutes in which a missed call is to be returned. */
    missedMinutes: z.int().check(z.gte(1), z.lte(480)),
    /** Hours after the visit at which a follow-up may begin, and by which it is due. */
    followUpFromHours: z.int().check(z.gte(0), z.lte(720)),
    followUpUntilHours: z.int().check(z.gte(1), z.lte(720)),
  })
  .check(
    z.refine((clocks) => clocks.followUpFromHours < clocks.followUpUntilHours, {
      error: 'follow-up-ends-before-it-starts',
      path: ['followUpUntilHours'],
    }),
  );
export type KindClocks = z.infer<typeof KindClocksSchema>;

/** Five minutes and the 24–48 h window: the design notes' "Terms". */
export const defaultClocks: KindClocks = { missedMinutes: 5, followUpFromHours: 24, followUpUntilHours: 48 };

/** What the rules of the day need besides the callback itself. */
export interface DayRules {
  workingHours: WorkingHours;
  /** The agent's IANA time zone: where its day begins and ends. */
  zone: string;
  clocks: KindClocks;
  /** Minutes before a promise at which the first reminder comes. */
  leadMinutes: number;
}

type Timed = Pick<Callback, 'kind' | 'happenedAt' | 'promise'>;

/** True where the promise says a time; without one the kind's clock runs. */
export function saysTime(promise: CallbackPromise | null): promise is CallbackPromise {
  return promise !== null && (promise.until !== null || promise.from !== null);
}

/** The time within which the call is to be made: epoch ms, null where nothing bounds that side. */
export interface DueWindow {
  from: number | null;
  until: number | null;
}

/** The promised window where something was promised, else what the kind's clock gives. */
export function dueWindow(callback: Timed, rules: DayRules): DueWindow {
  const { promise, kind, happenedAt } = callback;
  if (saysTime(promise)) {
    return { from: promise.from, until: promise.until };
  }
  switch (kind) {
    case 'missed call':
      return { from: null, until: missedUntil(happenedAt, rules) };
    case 'disconnected':
      return { from: happenedAt, until: happenedAt };
    case 'post-job follow-up':
      return {
        from: happenedAt + rules.clocks.followUpFromHours * hour,
        until: happenedAt + rules.clocks.followUpUntilHours * hour,
      };
    case 'promised':
    case 're-engagement':
      return { from: null, until: null };
  }
}

/** Working minutes are counted over the calendar, and a list is put in order by them at each tick of the clock. */
const counted = new WeakMap<DayRules, Map<number, number>>();

function missedUntil(happenedAt: number, rules: DayRules): number {
  const known = counted.get(rules) ?? new Map<number, number>();
  counted.set(rules, known);
  const { clocks, workingHours, zone } = rules;
  const until =
    known.get(happenedAt) ?? addBusinessMinutes(happenedAt, clocks.missedMinutes, workingHours, zone);
  known.set(happenedAt, until);
  return until;
}

/** `dueAt` of the design notes: the end of that window, epoch ms, or null where no time was promised. */
export function dueAt(callback: Timed, rules: DayRules): number | null {
  const { from, until } = dueWindow(callback, rules);
  return until ?? from;
}

/** The moment (epoch ms) from which it is late: a point in time has one minute of grace, a deadline none. */
export function overdueAt(callback: Timed, rules: DayRules): number | null {
  return lateFrom(dueWindow(callback, rules));
}

function lateFrom({ from, until }: DueWindow): number | null {
  const due = until ?? from;
  if (due === null) return null;
  return from === due ? due + minute : due;
}

/** True for an open callback whose time is over. */
export function isOverdue(callback: Timed & Pick<Callback, 'status'>, rules: DayRules, now: number): boolean {
  const at = overdueAt(callback, rules);
  return isOpen(callback) && at !== null && now >= at;
}

/** The instant at which the agent's current day ends, epoch ms: the next local midnight. */
export function endOfDay(now: number, zone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  return today.add({ days: 1 }).startOfDay().epochMilliseconds;
}

/** True for an open callback due before the agent's day ends, late ones included. */
export function isDueToday(
  callback: Timed & Pick<Callback, 'status'>,
  rules: DayRules,
  now: number,
): boolean {
  const at = dueAt(callback, rules);
  return isOpen(callback) && at !== null && at < endOfDay(now, rules.zone);
}

/** The reminders of one promise, in the order they fall. */
export type StageName = 'lead' | 'opening' | 'at once' | 'overdue';
export interface Stage {
  name: StageName;
  /** Epoch ms. */
  at: number;
}

/**
 * The stages at which an open callback is announced (design notes, "Terms"): the lead before the window
 * opens, or before the deadline when only "before" was said; the opening; once when overdue. Missed and
 * disconnected calls without a promised time: at once, and when their clock runs out.
 */
export function stagesOf(callback: Timed & Pick<Callback, 'status'>, rules: DayRules): Stage[] {
  if (!isOpen(callback)) return [];
  // Once: where the kind's clock runs, it counts working minutes over the calendar.
  const window = dueWindow(callback, rules);
  const { from, until } = window;
  const late = lateFrom(window);
  if (late === null) return [];
  const overdue: Stage = { name: 'overdue', at: late };
  const clockKind = callback.kind === 'missed call' || callback.kind === 'disconnected';
  if (!saysTime(callback.promise) && clockKind)
    return [{ name: 'at once', at: callback.happenedAt }, overdue];
  const start = from ?? until;
  if (start === null) return [overdue];
  const lead: Stage = { name: 'lead', at: start - rules.leadMinutes * minute };
  return from === null ? [lead, overdue] : [lead, { name: 'opening', at: from }, overdue];
}

/**
 * Names one promised time, so that a stage is announced once for each of them: another time or another kind
 * counts anew. Where the kind's clock runs, it is named by its start: new working hours move its end, and are
 * no reason to announce everything again.
 */
export function promiseKey({ kind, happenedAt, promise }: Timed): string {
  if (saysTime(promise)) {
    return `${kind}:${promise.from ?? ''}-${promise.until ?? ''}`;
  }
  return `${kind}@${happenedAt}`;
}
