import type { Callback } from './callback.ts';
import { type DayRules, type DueWindow, dueWindow } from './due.ts';
import { groupOf } from './groups.ts';

/** How long a call is put down for in a calendar where no window says it. */
const callMinutes = 15;

/** What is to be called today: late, due today, or without a time. @param open in the order it is to stay in */
export function dayList<C extends Callback>(open: readonly C[], rules: DayRules, now: number): C[] {
  const today = new Set(['overdue', 'today', 'no time']);
  return open.filter((callback) => today.has(groupOf(callback, rules, now)));
}

/** The time a callback takes in a calendar, epoch ms: its window, else the quarter of an hour up to its deadline or from its time on. Null where it has no time. */
export function calendarSlot(
  callback: Pick<Callback, 'kind' | 'happenedAt' | 'promise'>,
  rules: DayRules,
): { from: number; until: number } | null {
  const { from, until }: DueWindow = dueWindow(callback, rules);
  const length = callMinutes * 60_000;
  if (from !== null) return { from, until: until !== null && until > from ? until : from + length };
  return until === null ? null : { from: until - length, until };
}
