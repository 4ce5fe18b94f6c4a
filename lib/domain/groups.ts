import { type Callback, isOpen } from './callback.ts';
import { type DayRules, dueAt, endOfDay, isOverdue } from './due.ts';

/** The groups of the list, in the order they stand. */
export const groups = ['overdue', 'today', 'later', 'no time', 'closed'] as const;
export type Group = (typeof groups)[number];

/**
 * The group an entry stands in at `now` (epoch ms).
 * @param midnight the end of that day, epoch ms: worked out once for many entries
 */
export function groupOf(
  callback: Pick<Callback, 'status' | 'kind' | 'happenedAt' | 'promise'>,
  rules: DayRules,
  now: number,
  midnight = endOfDay(now, rules.zone),
): Group {
  if (!isOpen(callback)) return 'closed';
  if (isOverdue(callback, rules, now)) return 'overdue';
  const due = dueAt(callback, rules);
  if (due === null) return 'no time';
  return due < midnight ? 'today' : 'later';
}

/** Entries by group; within each, the order they came in is kept. */
export function groupCallbacks<C extends Callback>(
  callbacks: readonly C[],
  rules: DayRules,
  now: number,
): Map<Group, C[]> {
  const byGroup = new Map<Group, C[]>(groups.map((group) => [group, []]));
  const midnight = endOfDay(now, rules.zone);
  for (const callback of callbacks) byGroup.get(groupOf(callback, rules, now, midnight))?.push(callback);
  return byGroup;
}
