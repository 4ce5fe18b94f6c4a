import type { Callback } from '../domain/callback.ts';
import { type DayRules, stagesOf } from '../domain/due.ts';
import { sortByUrgency } from '../domain/priority.ts';

export interface RemindedInput {
  /** The open callbacks. */
  open: readonly Callback[];
  /** Callback id → the moment its reminders were moved to, epoch ms. */
  snoozes: ReadonlyMap<string, number>;
  rules: DayRules;
  /** Epoch ms. */
  now: number;
}

/** A callback the agent is reminded of, under a key that is another one with each stage. */
export interface Reminded {
  key: string;
  callback: Callback;
}

/**
 * What the agent is reminded of now, the most urgent first: those with a stage that has come, is not moved
 * further on, and was not acted on since by a call or another status word. It stands whether or not a
 * notification was shown.
 */
export function remindedNow({ open, snoozes, rules, now }: RemindedInput): Reminded[] {
  const keys = new Map<string, string>();
  for (const callback of open) {
    if ((snoozes.get(callback.id) ?? 0) > now) continue;
    const latest = stagesOf(callback, rules)
      .filter(({ at }) => at <= now)
      .at(-1);
    if (latest && !actedSince(callback, latest.at)) keys.set(callback.id, `${callback.id}|${latest.name}`);
  }
  const reminded = open.filter(({ id }) => keys.has(id));
  return sortByUrgency(reminded, rules, now).map((callback) => ({
    callback,
    key: keys.get(callback.id) ?? callback.id,
  }));
}

function actedSince({ attempts, history }: Callback, at: number): boolean {
  return (
    attempts.some((attempt) => attempt.at >= at) ||
    history.some((item) => item.what === 'status' && item.at >= at)
  );
}
