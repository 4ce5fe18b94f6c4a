import {
  type Attempt,
  type Callback,
  type CallbackPromise,
  isOpen,
  limits,
  type Outcome,
  type Phone,
  type Status,
} from './callback.ts';
import { editCallback, numberOf } from './compose.ts';
import { type Act, addHistory, historyItem } from './history.ts';
import { agentOf } from './people.ts';
import { rePromise } from './re-promise.ts';

/** Copying the number and then clicking it, or a second click, is one attempt. */
const oneAttempt = 10 * 60_000;

/** How an attempt went, with what must be known for it. */
export type AttemptResult = { note?: string } & (
  | { outcome: 'reached, needs more'; needsAnswer: true; nextPromise?: CallbackPromise }
  /** No answer is needed, so the caller was told when: without a new time the entry would have none. */
  | { outcome: 'reached, needs more'; needsAnswer: false; nextPromise: CallbackPromise }
  /** The next try, where one was chosen. */
  | { outcome: 'left message' | 'no answer' | 'wrong number'; nextPromise?: CallbackPromise }
  | { outcome: 'reached, done' | 'they called back' }
);

/**
 * The entry with an attempt under way: the last one, unfinished. What the same agent began just before is
 * the same attempt, now to this number.
 * @param number as dialled or copied; null where it is not known (a desk phone)
 */
export function startAttempt(callback: Callback, number: string | null, act: Act): Callback {
  const mine = agentOf(act)?.id;
  const last = callback.attempts.at(-1);
  const goesOn =
    last?.outcome === null && last.by?.id === mine && Math.abs(act.now - last.at) < oneAttempt ? last : null;
  return goesOn
    ? withAttempt(callback, { ...goesOn, number: number ?? goesOn.number }, act)
    : withAttempt(callback, newAttempt(number, act), act);
}

/** The entry without an attempt that was never made: only an unfinished one can be taken back. */
export function withdrawAttempt(callback: Callback, attemptId: string, act: Act): Callback {
  const attempts = callback.attempts.filter(({ id, outcome }) => id !== attemptId || outcome !== null);
  return { ...callback, attempts, updatedAt: act.now };
}

/**
 * The entry with an attempt finished and its status set by how it went. Finishing one again corrects it; it is
 * to be logged anew then.
 * @param attemptId null, or one that is gone: the call was made without a click, and is recorded as of now
 */
export function finishAttempt(
  callback: Callback,
  attemptId: string | null,
  result: AttemptResult,
  act: Act,
): Callback {
  const { outcome } = result;
  const dialled = outcome !== 'they called back' && callback.phone ? numberOf(callback.phone) : null;
  const begun = callback.attempts.find(({ id }) => id === attemptId) ?? newAttempt(dialled, act);
  const note = result.note ?? begun.note;
  const attempt: Attempt = { ...begun, outcome, note, loggedAt: null };
  const worked = withAttempt(callback, attempt, act);
  const numbered = outcome === 'wrong number' ? withoutNumber(worked, attempt.number, act) : worked;
  const settled = editCallback(numbered, { status: statusAfter(result) }, act);
  if (!('nextPromise' in result) || !result.nextPromise) return settled;
  // Only who was reached was promised anything; the rest is when it will be tried again.
  return outcome === 'reached, needs more'
    ? rePromise(settled, result.nextPromise, act)
    : editCallback(settled, { promise: result.nextPromise }, act);
}

/** The entry closed because they called back before they were called: to be logged, but no attempt of ours. */
export function theyCalledBack(callback: Callback, act: Act): Callback {
  return finishAttempt(callback, null, { outcome: 'they called back' }, act);
}

function statusAfter(result: AttemptResult): Status {
  switch (result.outcome) {
    case 'reached, done':
    case 'they called back':
      return 'completed';
    case 'reached, needs more':
      return result.needsAnswer ? 'waiting on internal answer' : 'needs call';
    case 'left message':
      return 'left message';
    case 'no answer':
      return 'called once';
    case 'wrong number':
      return 'needs call';
  }
}

/** The entry without the number that was wrong, which its history keeps; others of the caller stay as they are. */
function withoutNumber(callback: Callback, number: string | null, act: Act): Callback {
  const { phone, alternatePhones, history } = callback;
  const isIt = (one: Phone) => number === null || one.e164 === number || one.asShown === number;
  const wrong = phone && isIt(phone) ? numberOf(phone) : number;
  return {
    ...callback,
    phone: phone && isIt(phone) ? null : phone,
    alternatePhones: number === null ? alternatePhones : alternatePhones.filter((one) => !isIt(one)),
    history: addHistory(history, historyItem('wrong number', wrong, null, act)),
  };
}

function newAttempt(number: string | null, act: Act): Attempt {
  return { id: act.newId(), at: act.now, by: agentOf(act), outcome: null, number, note: '', loggedAt: null };
}

/** The entry with this attempt in the place of the one it was, else after the others. */
export function withAttempt(callback: Callback, attempt: Attempt, act: Act): Callback {
  const known = callback.attempts.some(({ id }) => id === attempt.id);
  const attempts = known
    ? callback.attempts.map((one) => (one.id === attempt.id ? attempt : one))
    : [...callback.attempts, attempt].slice(-limits.attempts);
  return { ...callback, attempts, updatedAt: act.now };
}

/** Attempts nobody said the outcome of, the latest last. */
export function unfinishedAttempts(callback: Pick<Callback, 'attempts'>): Attempt[] {
  return callback.attempts.filter(({ outcome }) => outcome === null);
}

/** How often they were called: all attempts but those where they called us. */
export function attemptCount(callback: Pick<Callback, 'attempts'>): number {
  return callback.attempts.filter(isCall).length;
}

/** Which call an attempt was, from 1; of one that was theirs, the calls made until then. */
export function attemptNumber(callback: Pick<Callback, 'attempts'>, attemptId: string): number {
  const place = callback.attempts.findIndex(({ id }) => id === attemptId);
  return callback.attempts.slice(0, place + 1).filter(isCall).length;
}

function isCall({ outcome }: { outcome: Outcome | null }): boolean {
  return outcome !== 'they called back';
}

/** True for an open entry called so often, in vain the last time, that it is to be asked whether to stop. */
export function shouldAskToStop(callback: Callback, maxAttempts: number): boolean {
  const last = callback.attempts.at(-1)?.outcome ?? null;
  const inVain = last === 'no answer' || last === 'left message';
  return isOpen(callback) && inVain && attemptCount(callback) >= maxAttempts;
}
