import { type RetentionAction, retentionCutoff } from '../domain/retention.ts';
import type { Settings } from '../domain/settings.ts';

/** Entries in one transaction, and transactions in one look: reminders are not to wait for it. */
const batch = 200;
const batchesAtOnce = 5;

export interface RetentionDeps {
  /** The part of lib/db that is used here. */
  privacy: {
    ageOut(how: { cutoff: number; action: RetentionAction; limit: number; now: number }): Promise<number>;
    dropOldCopies(cutoff: number, now: number): Promise<void>;
  };
  /** True while a passcode is set and was not given: names cannot be taken out of what cannot be read. */
  isLocked(): Promise<boolean>;
  /** Throws away what was read off pages for panels that never opened. */
  dropStaleRequests(): Promise<void>;
  /** The day ('YYYY-MM-DD') all was last done on. */
  lastDone: { get(): Promise<string | null>; set(day: string): Promise<void> };
}

/**
 * Once a day, what is past its time loses who and why, or goes. A change of the settings counts from the next
 * day's run, so that a wrong number typed in passing harms nothing.
 * @returns false where more is left: call it again soon
 */
export async function applyRetention(
  { privacy, isLocked, dropStaleRequests, lastDone }: RetentionDeps,
  { now, zone, settings }: { now: number; zone: string; settings: Settings },
): Promise<boolean> {
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();
  if ((await lastDone.get()) === day) return true;
  // The day is not done: the first look after unlocking does it.
  if (await isLocked()) return true;
  await dropStaleRequests();
  const cutoff = retentionCutoff(settings.retentionDays, now);
  if (cutoff !== null) {
    for (let done = 0; ; done += 1) {
      if (done === batchesAtOnce) return false;
      const changed = await privacy.ageOut({ cutoff, action: settings.retentionAction, limit: batch, now });
      if (changed < batch) break;
    }
    await privacy.dropOldCopies(cutoff, now);
  }
  await lastDone.set(day);
  return true;
}
