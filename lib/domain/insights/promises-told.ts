import type { Callback, HistoryItem } from '../callback.ts';
import type { DueWindow } from '../due.ts';
import type { Contact } from './contacts.ts';

/** A time the caller was told, and how long it was the one that counted. */
export interface ToldPromise {
  window: DueWindow;
  /** What was done until then was done for the promise before it. Epoch ms; minus infinity for the first. */
  after: number;
  /** When another took its place, epoch ms; plus infinity for the last. */
  until: number;
}

type Promised = Pick<Callback, 'promise' | 'history'>;

/**
 * The times a caller was told, in that order: the one the entry was written down with, each one they were told
 * when reached, and each that came with another call of theirs. A time corrected by hand before it was over and
 * before anybody called takes the place of the one it corrects. Carrying over, choosing the next try after a call
 * in vain, or moving a time that is over promises nobody anything: the time that was told goes on to count.
 * @param contacts all of the entry's, the earliest first
 */
export function promisesTold(callback: Promised, contacts: readonly Contact[]): ToldPromise[] {
  const told: ToldPromise[] = [];
  for (const { how, at, window } of stretchesOf(callback)) {
    const last = told.at(-1);
    if (how === 'promise') {
      const called = contacts.some((contact) => contact.at > (last?.after ?? -Infinity) && contact.at <= at);
      if (called || (last && last.until === Infinity && at >= lateFrom(last.window))) continue;
    }
    if (how === 'carried over') continue;
    if (last && last.until === Infinity) last.until = at;
    if (window && saysWhen(window)) told.push({ window, after: at, until: Infinity });
  }
  return told;
}

/** The moment from which a promised time is late, epoch ms; see `overdueAt` in due.ts, which this agrees with. */
export function lateFrom({ from, until }: DueWindow): number {
  const due = until ?? from ?? Infinity;
  return from === due ? due + 60_000 : due;
}

interface Stretch {
  how: HistoryItem['what'];
  /** When it began, epoch ms. */
  at: number;
  /** Null where the history cannot tell: it was written before it kept windows, and in words. */
  window: DueWindow | null;
}

/** The windows that stood on the entry, one after the other, and how each came about. */
function stretchesOf({ promise, history }: Promised): Stretch[] {
  const changes = history.filter(({ what, was }) => touches.has(what) || (what === 'merged' && was));
  const standing = [
    ...changes.map(windowBefore),
    { from: promise?.from ?? null, until: promise?.until ?? null },
  ];
  return standing.flatMap((window, place): Stretch[] => {
    const change = changes[place - 1];
    if (!change) return [{ how: 'created', at: -Infinity, window }];
    return isSame(window, standing[place - 1]) ? [] : [{ how: change.what, at: change.at, window }];
  });
}

const touches = new Set<HistoryItem['what']>(['promise', 're-promised', 'carried over']);

/** The window that stood before a change; older items tell it only where it was given without words. */
function windowBefore({ was, from }: HistoryItem): DueWindow | null {
  if (was) return was;
  if (from === null) return { from: null, until: null };
  const [start = '', end = ''] = from.split('/');
  const [starts, ends] = [start, end].map((text) => (text === '' ? null : Date.parse(text)));
  const bad = from.split('/').length !== 2 || Number.isNaN(starts) || Number.isNaN(ends);
  return bad ? null : { from: starts ?? null, until: ends ?? null };
}

function isSame(one: DueWindow | null, other: DueWindow | null | undefined): boolean {
  return one !== null && other != null && one.from === other.from && one.until === other.until;
}

function saysWhen({ from, until }: DueWindow): boolean {
  return from !== null || until !== null;
}
