import type { DayRules, DueWindow } from './due.ts';
import { isWorkingDay, openingHours } from './working-hours.ts';

/** Why a promised time is asked about before it is taken. */
export type PromiseProblem =
  | 'in-the-past'
  | 'ends-before-it-starts'
  /** The days it lies on are all days off. */
  | 'day-off'
  | 'outside-working-hours';

/** Longer windows hold a working day, or the settings hold none. */
const searchDays = 31;

/**
 * What is to be asked about a time before it is promised at `now` (epoch ms); null where nothing is. It can be
 * kept where some of it, from now on, lies within working hours.
 */
export function checkPromise(window: DueWindow, rules: DayRules, now: number): PromiseProblem | null {
  const { from, until } = window;
  const last = until ?? from;
  if (last === null) return null;
  if (from !== null && from > last) return 'ends-before-it-starts';
  if (last < now) return 'in-the-past';
  const { workingHours, zone } = rules;
  // Settings without a working day say nothing about when somebody is there.
  if (workingHours.days.length === 0) return null;
  const first = Math.max(from ?? now, now);
  const dateAt = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const lastDate = dateAt(last);
  let date = dateAt(first);
  let isDayOff = true;
  for (let i = 0; i < searchDays && Temporal.PlainDate.compare(date, lastDate) <= 0; i++) {
    if (isWorkingDay(date, workingHours)) {
      const { opens, closes } = openingHours(date, workingHours, zone);
      if (first <= closes && last >= opens) return null;
      isDayOff = false;
    }
    date = date.add({ days: 1 });
  }
  return isDayOff ? 'day-off' : 'outside-working-hours';
}
