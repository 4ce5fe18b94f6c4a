import { type Attempt, type Callback, isOpen, limits } from './callback.ts';
import type { Act } from './history.ts';
import { mergeInto } from './merge.ts';
import { callerKeys, samenessOf } from './same-caller.ts';

/** Two open entries of one caller, or of one number: each was made where the other was not to be seen. */
export interface Double {
  /** The older one, which stays. */
  kept: Callback;
  other: Callback;
  /** True where only the number is one: a shared line, or two people who call for each other. */
  otherName: boolean;
}

/** The name under which it is noted that two entries are to stay two. */
export const pairOf = ({ kept, other }: Pick<Double, 'kept' | 'other'>): string => `${kept.id} ${other.id}`;

/** A switchboard's callers are compared with so many, not each with each. */
const mostCompared = 20;

/**
 * Open entries that are on the list twice.
 * @param keptApart pairs (pairOf) somebody has looked at: they stay two
 */
export function findDoubles(open: readonly Callback[], keptApart: ReadonlySet<string> = new Set()): Double[] {
  const byKey = Map.groupBy(
    open.filter(isOpen).flatMap((entry) => callerKeys(entry).map((key) => ({ key, entry }))),
    ({ key }) => key,
  );
  const doubles = new Map<string, Double>();
  for (const together of byKey.values()) {
    const entries = together.map(({ entry }) => entry).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const [place, other] of entries.entries()) {
      const earlier = entries.slice(0, Math.min(place, mostCompared));
      const pairs = earlier.flatMap((kept) => doubleOf(kept, other) ?? []);
      const [found] = pairs
        .filter((pair) => !keptApart.has(pairOf(pair)))
        .sort((one, two) => Number(one.otherName) - Number(two.otherName));
      if (found && doubles.get(other.id)?.otherName !== false) doubles.set(other.id, found);
    }
  }
  return [...doubles.values()];
}

function doubleOf(kept: Callback, other: Callback): Double | null {
  switch (samenessOf(other, kept)) {
    case 'same number':
    case 'same name and account':
      return { kept, other, otherName: false };
    case 'same number, other name':
      // Whoever took down both knew of the first one. What came from outside nobody took down.
      return makerOf(other) !== null && makerOf(kept) === makerOf(other)
        ? null
        : { kept, other, otherName: true };
    default:
      return null;
  }
}

/** Whoever made the entry, by name; null where it came from outside. */
function makerOf({ history }: Callback): string | null {
  return history[0]?.by ?? null;
}

/**
 * One entry of two: what the other holds that the first has not, with the attempts and the history of both. What the
 * caller was promised earlier stands; another name is kept in the notes.
 */
export function mergeDouble(kept: Callback, other: Callback, act: Act): Callback {
  const merged = mergeInto(kept, other, act);
  const attempts = united(kept.attempts, other.attempts);
  const history = united(merged.history, other.history);
  const otherName = other.callerName === merged.callerName ? '' : other.callerName;
  const notes = [kept.notes, otherName, other.notes].filter((text) => text !== '').join('\n');
  return {
    ...merged,
    status: furthest(kept, other),
    attempts: attempts.slice(-limits.attempts),
    history: history.slice(-limits.history),
    notes: notes.slice(0, limits.notes),
    calledAgain: kept.calledAgain + other.calledAgain + 1,
    escalation: kept.escalation ?? other.escalation,
    voicemailHeard: kept.voicemailHeard || other.voicemailHeard,
  };
}

/** The status that tells more: an attempt was made on one of them. */
function furthest(kept: Callback, other: Callback): Callback['status'] {
  return kept.status === 'needs call' ? other.status : kept.status;
}

function united<T extends Pick<Attempt, 'id' | 'at'>>(one: readonly T[], other: readonly T[]): T[] {
  const all = [...one, ...other.filter(({ id }) => !one.some((mine) => mine.id === id))];
  return all.sort((a, b) => a.at - b.at);
}
