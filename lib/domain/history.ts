import { type Callback, type CallbackPromise, type HistoryItem, limits, type Owner } from './callback.ts';

/** Who acts and when; ids are handed in so that rules stay repeatable. */
export interface Act {
  /** Epoch ms. */
  now: number;
  /** The agent's name, null while none is set. */
  by: string | null;
  /** Who that is, where the name alone does not tell: in a team two may have one name. */
  me?: Owner | null;
  newId: () => string;
}

/** One thing that happened, as the history keeps it. */
export function historyItem(
  what: HistoryItem['what'],
  from: string | null,
  to: string | null,
  act: Act,
): HistoryItem {
  return { id: act.newId(), at: act.now, by: act.by, what, from: cut(from), to: cut(to) };
}

/** The item of a touched promise, with the window that stood until then: what the figures go by later. */
export function promiseItem(item: HistoryItem, stood: CallbackPromise | null): HistoryItem {
  return { ...item, was: { from: stood?.from ?? null, until: stood?.until ?? null } };
}

/** The history with more in it; where it is full the oldest goes, but never how the entry began. */
export function addHistory(history: readonly HistoryItem[], ...items: readonly HistoryItem[]): HistoryItem[] {
  const all = [...history, ...items];
  return all.length <= limits.history ? all : [...all.slice(0, 1), ...all.slice(1 - limits.history)];
}

/** When something was done to the entry, in the order it was done. */
export function historyOf(callback: Pick<Callback, 'history'>, what: HistoryItem['what']): HistoryItem[] {
  return callback.history.filter((item) => item.what === what);
}

function cut(text: string | null): string | null {
  return text === null ? null : text.slice(0, 500);
}
