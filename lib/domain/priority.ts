import { type Callback, isOpen } from './callback.ts';
import { type DayRules, dueAt, endOfDay, overdueAt, saysTime } from './due.ts';

/**
 * What to call next, as ranks from most to least urgent. An expired missed call is overdue; what of the
 * clock kinds falls due after today (missed after closing time) stands with the promised ones.
 */
export const ranks = [
  'overdue',
  'answer a missed call',
  'promised',
  'follow up',
  're-engage',
  'closed',
] as const;
export type Rank = (typeof ranks)[number];

interface Urgency {
  callback: Callback;
  rank: number;
  due: number;
}

/** The rank of one entry at `now` (epoch ms), which its hover puts into words. */
export function rankOf(callback: Callback, rules: DayRules, now: number): Rank {
  return rankAt(callback, rules, now, endOfDay(now, rules.zone));
}

function rankAt(callback: Callback, rules: DayRules, now: number, midnight: number): Rank {
  if (!isOpen(callback)) return 'closed';
  const late = overdueAt(callback, rules);
  if (late !== null && now >= late) return 'overdue';
  if (callback.kind === 'post-job follow-up') return 'follow up';
  if (callback.kind === 're-engagement') return 're-engage';
  const clockRuns = callback.kind !== 'promised' && !saysTime(callback.promise);
  return clockRuns && late !== null && late < midnight ? 'answer a missed call' : 'promised';
}

/**
 * The one order entries stand in everywhere: rank, then dueAt (none is last), then the older entry. Closed
 * ones follow, the latest closed first. Each entry's time is worked out once, not at every comparison.
 */
export function sortByUrgency(callbacks: readonly Callback[], rules: DayRules, now: number): Callback[] {
  const midnight = endOfDay(now, rules.zone);
  const urgencies = callbacks.map((callback): Urgency => {
    const rank = ranks.indexOf(rankAt(callback, rules, now, midnight));
    const due = isOpen(callback)
      ? (dueAt(callback, rules) ?? Number.POSITIVE_INFINITY)
      : -(callback.closedAt ?? callback.updatedAt);
    return { callback, rank, due };
  });
  return urgencies.sort(compare).map(({ callback }) => callback);
}

function compare(a: Urgency, b: Urgency): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return a.callback.id < b.callback.id ? -1 : 1;
}
