import { guessWait } from './guess-delay.ts';
import { LockRecordSchema } from './lock-record.ts';
import { unwrapDataKey } from './passcode.ts';
import { createRowCipher } from './row-cipher.ts';
import type { SessionLock } from './session-lock.ts';

/** What came of trying a passcode. */
export type Guess =
  | { right: true; dataKey: Uint8Array<ArrayBuffer> }
  | { right: false; why: 'wrong' }
  /** Too many wrong ones: not tried. Milliseconds until the next may be. */
  | { right: false; why: 'wait'; ms: number }
  /** What is kept of the lock is broken: no passcode opens it. */
  | { right: false; why: 'damaged' };

interface GuessDeps {
  session: Pick<SessionLock, 'guesses' | 'noteWrongGuess' | 'clearGuesses'>;
  /** What is kept of the lock, unchecked. */
  record: () => Promise<unknown>;
  now: () => number;
}

/** Whether this key is the one of this lock. @param record what is kept of the lock, unchecked */
export function isKeyOf(record: unknown, dataKey: Uint8Array): boolean {
  const lock = LockRecordSchema.safeParse(record);
  return lock.success && createRowCipher(dataKey).keyId === lock.data.keyId;
}

/** Tries a passcode. Wrong ones in a row are counted for the whole session, whichever page they are tried in. */
export async function tryPasscode(passcode: string, { session, record, now }: GuessDeps): Promise<Guess> {
  const before = await session.guesses();
  const ms = guessWait(before, now());
  if (ms > 0) return { right: false, why: 'wait', ms };
  const lock = LockRecordSchema.safeParse(await record());
  if (!lock.success) return { right: false, why: 'damaged' };
  // Counted before it is known: a page closed in between has had its try.
  await session.noteWrongGuess({ failures: before.failures + 1, lastAt: now() });
  const dataKey = await unwrapDataKey(lock.data, passcode);
  if (!dataKey) return { right: false, why: 'wrong' };
  await session.clearGuesses();
  return { right: true, dataKey };
}
