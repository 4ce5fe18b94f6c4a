import type { Callback, CallbackPromise } from './callback.ts';
import { promiseText } from './compose.ts';
import { type Act, addHistory, historyItem, promiseItem } from './history.ts';

/** The entry with the new time the caller was given; the one promised before stays in the history. */
export function rePromise(callback: Callback, promise: CallbackPromise, act: Act): Callback {
  return withPromise(callback, promise, 're-promised', act);
}

/** The entry left open at closing time, moved to a chosen time and marked as carried over. */
export function carryOver(callback: Callback, promise: CallbackPromise, act: Act): Callback {
  return withPromise(callback, promise, 'carried over', act);
}

function withPromise(
  callback: Callback,
  promise: CallbackPromise,
  what: 're-promised' | 'carried over',
  act: Act,
): Callback {
  const texts = historyItem(what, promiseText(callback.promise), promiseText(promise), act);
  const item = promiseItem(texts, callback.promise);
  return { ...callback, promise, updatedAt: act.now, history: addHistory(callback.history, item) };
}

/**
 * What a reminder asks for: an entry that waits on an internal answer keeps its promise running, so it is to
 * be called anyway and told when.
 */
export function reminderAsks(callback: Pick<Callback, 'status'>): 'call' | 'call anyway' {
  return callback.status === 'waiting on internal answer' ? 'call anyway' : 'call';
}
