import type { Callback, Kind, Owner } from '../callback.ts';
import type { DayRules } from '../due.ts';
import { addBusinessMinutes } from '../working-hours.ts';
import { type Contact, callsToReach, contactsOf, needlessFrom } from './contacts.ts';
import { lateFrom, promisesTold, type ToldPromise } from './promises-told.ts';

/** What every fact says of where it belongs. */
interface FactBase {
  kind: Kind;
  owner: Owner | null;
  /** When it was decided, epoch ms: the week it counts in. Never after the entry was closed. */
  at: number;
  /** Whose hour of the day it counts in, epoch ms: the end of the promised time, the missed call, the call that reached. */
  hourAt: number;
}

/** One thing the figures count. */
export type Fact =
  | (FactBase & {
      what: 'promise';
      kept: boolean;
      /** How long after its time the caller was called, ms; null where it was kept, or nobody has called. */
      lateBy: number | null;
    })
  | (FactBase & { what: 'missed call'; inTime: boolean })
  | (FactBase & { what: 'reached'; calls: number });

/**
 * What one entry adds to the figures as of `now` (epoch ms). Only times, outcomes, kind, status and owner are
 * looked at: all of that outlives anonymisation. What is not decided yet, or became needless in time, is no fact.
 */
export function factsOf(callback: Callback, rules: DayRules, now: number): Fact[] {
  const { kind, owner } = callback;
  const contacts = contactsOf(callback);
  const needless = needlessFrom(callback) ?? Infinity;
  const facts: Fact[] = [];
  for (const told of promisesTold(callback, contacts)) {
    const judged = judge(told, contacts, needless, rules.leadMinutes, now);
    if (judged) facts.push({ what: 'promise', kind, owner, ...judged });
  }
  if (kind === 'missed call') {
    const returned = missedCall(callback, contacts, needless, rules, now);
    if (returned) facts.push({ what: 'missed call', kind, owner, ...returned });
  }
  const reached = callsToReach(callback);
  if (reached) {
    const { calls, at } = reached;
    facts.push({ what: 'reached', kind, owner, calls, at, hourAt: at });
  }
  return facts;
}

/**
 * Kept: called within the time that was told, from its first reminder on, or reached before it. Null where that
 * is not decided yet, where no call was needed any more, or where another promise took its place in time.
 */
function judge(
  { window, after, until }: ToldPromise,
  contacts: readonly Contact[],
  needless: number,
  leadMinutes: number,
  now: number,
): { kept: boolean; lateBy: number | null; at: number; hourAt: number } | null {
  const due = window.until ?? window.from ?? Infinity;
  const late = lateFrom(window);
  const opens = window.from === null ? -Infinity : window.from - leadMinutes * 60_000;
  const calls = contacts.filter(({ at }) => at > after && at <= until);
  const kept = calls.find(({ at, reached }) => at < late && (reached || at >= opens));
  if (kept) return { kept: true, lateBy: null, at: kept.at, hourAt: due };
  if (needless < late || until < late || now < late) return null;
  const called = calls.find(({ at }) => at >= late);
  return { kept: false, lateBy: called ? called.at - due : null, at: late, hourAt: due };
}

/** Whether a missed call was returned in its business minutes, the last moment included. */
function missedCall(
  { happenedAt }: Callback,
  contacts: readonly Contact[],
  needless: number,
  { clocks, workingHours, zone }: DayRules,
  now: number,
): { inTime: boolean; at: number; hourAt: number } | null {
  const deadline = addBusinessMinutes(happenedAt, clocks.missedMinutes, workingHours, zone);
  const returned = contacts.find(({ at }) => at >= happenedAt && at <= deadline);
  if (returned) return { inTime: true, at: returned.at, hourAt: happenedAt };
  return needless <= deadline || now <= deadline ? null : { inTime: false, at: deadline, hourAt: happenedAt };
}
