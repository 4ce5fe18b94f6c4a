import { type Callback, isOpen } from '../callback.ts';

/** A moment at which the caller was called. */
export interface Contact {
  /** Epoch ms. */
  at: number;
  /** False for a call in vain: no answer, a message left. */
  reached: boolean;
}

type Worked = Pick<Callback, 'attempts' | 'history' | 'status' | 'closedAt'>;

/**
 * Every time the caller was called, the earliest first, as far as it was written down: attempts with their
 * outcome, status words set by hand, the new time a caller was told, and the completion of an entry nobody noted
 * an attempt of. A call to a wrong number called somebody else; one the caller made is theirs.
 */
export function contactsOf(callback: Worked): Contact[] {
  const { attempts, history, status, closedAt } = callback;
  const contacts = attempts.flatMap(({ at, outcome }): Contact[] => {
    if (outcome === null || outcome === 'they called back' || outcome === 'wrong number') return [];
    return [{ at, reached: outcome === 'reached, done' || outcome === 'reached, needs more' }];
  });
  for (const { what, to, at } of history) {
    if (what === 're-promised') contacts.push({ at, reached: true });
    if (what === 'status' && (to === 'called once' || to === 'left message'))
      contacts.push({ at, reached: false });
  }
  // Completed because they called first is no call of ours.
  if (status === 'completed' && closedAt !== null && theirCall(callback) === null)
    contacts.push({ at: closedAt, reached: true });
  return contacts.sort((a, b) => a.at - b.at);
}

/** When the caller called back before they were called, epoch ms; null where they did not. */
export function theirCall({ attempts }: Pick<Callback, 'attempts'>): number | null {
  return attempts.find(({ outcome }) => outcome === 'they called back')?.at ?? null;
}

/** From when on no call was needed any more, epoch ms: they called themselves, or it was closed; null while one is. */
export function needlessFrom(callback: Worked): number | null {
  const times = [theirCall(callback), isOpen(callback) ? null : callback.closedAt].filter(
    (at) => at !== null,
  );
  return times.length === 0 ? null : Math.min(...times);
}

/** How many calls it took until the caller was first reached, that one included, and when; null where never. */
export function callsToReach({ attempts }: Pick<Callback, 'attempts'>): { calls: number; at: number } | null {
  const calls = attempts
    .filter(({ outcome }) => outcome !== null && outcome !== 'they called back')
    .sort((a, b) => a.at - b.at);
  const place = calls.findIndex(
    ({ outcome }) => outcome === 'reached, done' || outcome === 'reached, needs more',
  );
  const reached = calls[place];
  return reached ? { calls: place + 1, at: reached.at } : null;
}
