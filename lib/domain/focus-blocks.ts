import * as z from 'zod/mini';
import { type Callback, isOpen } from './callback.ts';
import { type DayRules, dueWindow, isDueToday, isOverdue, stagesOf } from './due.ts';
import { ClockTimeSchema, isWorkingDay } from './working-hours.ts';

/** The quiet periods of a working day, for nothing but calling back. None turns them off. */
export const FocusBlocksSchema = z.object({
  startsAt: z.array(ClockTimeSchema).check(z.maxLength(4)),
  minutes: z.int().check(z.gte(5), z.lte(120)),
});
export type FocusBlocks = z.infer<typeof FocusBlocksSchema>;

export const defaultFocusBlocks: FocusBlocks = { startsAt: ['10:30', '14:30'], minutes: 20 };

/** One quiet period, epoch ms. */
export interface FocusBlock {
  from: number;
  until: number;
}

type Desk = Pick<DayRules, 'workingHours' | 'zone'>;

/** Past this a setting without working days ends the search. */
const searchDays = 31;

/** The quiet period it is at `now` (epoch ms); null outside of them. */
export function focusBlockAt(now: number, blocks: FocusBlocks, desk: Desk): FocusBlock | null {
  const today = dateOf(now, desk.zone);
  // One that begins shortly before midnight reaches into the next day.
  const near = [today.subtract({ days: 1 }), today].flatMap((date) => blocksOf(date, blocks, desk));
  return near.findLast(({ from, until }) => from <= now && now < until) ?? null;
}

/** The quiet period that begins next after `now` (epoch ms); null where there is none. */
export function nextFocusBlock(now: number, blocks: FocusBlocks, desk: Desk): FocusBlock | null {
  let date = dateOf(now, desk.zone);
  for (let i = 0; i < searchDays; i++, date = date.add({ days: 1 })) {
    const next = blocksOf(date, blocks, desk).find(({ from }) => from > now);
    if (next) return next;
  }
  return null;
}

function dateOf(now: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
}

function blocksOf(date: Temporal.PlainDate, blocks: FocusBlocks, desk: Desk): FocusBlock[] {
  if (!isWorkingDay(date, desk.workingHours)) return [];
  return blocks.startsAt.toSorted().map((clock) => {
    const plainTime = Temporal.PlainTime.from(clock);
    const from = date.toZonedDateTime({ timeZone: desk.zone, plainTime }).epochMilliseconds;
    return { from, until: from + blocks.minutes * 60_000 };
  });
}

/**
 * The calls that wait at `now` (epoch ms): there is a number, their window has opened, and they are late, due
 * today or without a time. Who waits on an internal answer waits for a call once its first reminder is due.
 */
export function callsWaiting(open: readonly Callback[], rules: DayRules, now: number): Callback[] {
  return open.filter((callback) => isOpen(callback) && canBeCalled(callback) && waits(callback, rules, now));
}

function canBeCalled({ phone, alternatePhones }: Callback): boolean {
  return phone !== null || alternatePhones.length > 0;
}

function waits(callback: Callback, rules: DayRules, now: number): boolean {
  if (isOverdue(callback, rules, now)) return true;
  if (callback.status === 'waiting on internal answer') {
    return stagesOf(callback, rules).some(({ at }) => at <= now);
  }
  const { from, until } = dueWindow(callback, rules);
  if (from === null && until === null) return true;
  return (from === null || from <= now) && isDueToday(callback, rules, now);
}
