import type { Callback } from './callback.ts';
import { isOpen } from './callback.ts';
import { type DayRules, dueAt, endOfDay, isOverdue } from './due.ts';

/**
 * What to call next, as ranks from most to least urgent. An expired missed call is overdue; a missed call of
 * an earlier day has long expired; what falls due after today stands behind all of today's.
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

/** The rank of one entry at `now` (epoch ms), in the words its hover explains. */
export function rankOf(callback: Callback, rules: DayRules, now: number): Rank {
  if (!isOpen(callback)) return 'closed';
  if (isOverdue(callback, rules, now)) return 'overdue';
  const due = dueAt(callback, rules);
  const clockKind = callback.kind === 'missed call' || callback.kind === 'disconnected';
  if (clockKind && !callback.promise && due !== null && due < endOfDay(now, rules.zone)) {
    return 'answer a missed call';
  }
  if (callback.kind === 'post-job follow-up') return 'follow up';
  if (callback.kind === 're-engagement') return 're-engage';
  return 'promised';
}

/**
 * The one order entries are sorted by everywhere: rank, then dueAt (none is last), then the older entry.
 * Closed ones: the latest closed first.
 */
export function byUrgency(rules: DayRules, now: number): (a: Callback, b: Callback) => number {
  return (a, b) => {
    const rankA = ranks.indexOf(rankOf(a, rules, now));
    const rankB = ranks.indexOf(rankOf(b, rules, now));
    if (rankA !== rankB) return rankA - rankB;
    if (!isOpen(a) && !isOpen(b)) return (b.closedAt ?? b.updatedAt) - (a.closedAt ?? a.updatedAt);
    const dueA = dueAt(a, rules) ?? Number.POSITIVE_INFINITY;
    const dueB = dueAt(b, rules) ?? Number.POSITIVE_INFINITY;
    if (dueA !== dueB) return dueA < dueB ? -1 : 1;
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  };
}
