import type { Callback } from '../domain/callback.ts';
import { type DayRules, dueAt, dueWindow, isOverdue, overdueAt } from '../domain/due.ts';
import { sortByUrgency } from '../domain/priority.ts';
import { reminderAsks } from '../domain/re-promise.ts';
import type { Reminder } from './plan.ts';
import type { DigestFacts, ReminderFacts } from './texts.ts';

/** As many as fit on one line of a notification. */
const namesAtMost = 3;

/** What one reminder may say. @param hideNames leaves out all that tells who it is about */
export function reminderFacts(
  { callback, stage }: Reminder,
  rules: DayRules,
  hideNames: boolean,
): ReminderFacts {
  const shown = (text: string | undefined) => (hideNames || !text ? null : text);
  return {
    stage,
    kind: callback.kind,
    name: shown(callback.callerName),
    number: shown(callback.phone?.asShown),
    reason: shown(callback.reason),
    callAnyway: reminderAsks(callback) === 'call anyway',
    window: dueWindow(callback, rules),
    lateFrom: overdueAt(callback, rules),
  };
}

/** What reminders told together say: how many, and how late. @param now epoch ms */
export function digestFacts(
  reminders: readonly Reminder[],
  rules: DayRules,
  now: number,
  hideNames: boolean,
): DigestFacts {
  const callbacks = sortByUrgency(
    reminders.map(({ callback }) => callback),
    rules,
    now,
  );
  const overdue = callbacks.filter((callback) => isOverdue(callback, rules, now));
  const lateness = overdue.map((callback) => now - (dueAt(callback, rules) ?? now));
  return {
    count: callbacks.length,
    overdue: overdue.length,
    longestLate: lateness.reduce((longest, late) => Math.max(longest, late), 0),
    names: hideNames ? [] : callbacks.map(nameOf).filter(Boolean).slice(0, namesAtMost),
  };
}

function nameOf({ callerName, phone }: Callback): string {
  return callerName || (phone?.asShown ?? '');
}
