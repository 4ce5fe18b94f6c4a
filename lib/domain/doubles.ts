import { type Attempt, type Callback, isOpen, limits } from './callback.ts';
import type { Act } from './history.ts';
import { mergeInto } from './merge.ts';
import { callerKeys, samenessOf } from './same-caller.ts';

/** Two open entries that are surely of the same caller: each was made where the other was not to be seen. */
export interface Double {
  /** The older one, which stays. */
  kept: Callback;
  other: Callback;
}

/** Open entries that are on the list twice. */
export function findDoubles(open: readonly Callback[]): Double[] {
  const byKey = Map.groupBy(
    open.filter(isOpen).flatMap((entry) => callerKeys(entry).map((key) => ({ key, entry }))),
    ({ key }) => key,
  );
  const doubles = new Map<string, Double>();
  for (const together of byKey.values()) {
    const entries = together.map(({ entry }) => entry).sort((a, b) => (a.id < b.id ? -1 : 1));
    const [kept, ...others] = entries;
    if (!kept) continue;
    for (const other of others) {
      const sameness = samenessOf(other, kept);
      if (sameness === 'same number' || sameness === 'same name and account') {
        doubles.set(other.id, { kept, other });
      }
    }
  }
  return [...doubles.values()];
}

/**
 * One entry of two: what the other holds that the first has not, with the attempts and the history of both. What the
 * caller was promised earlier stands.
 */
export function mergeDouble(kept: Callback, other: Callback, act: Act): Callback {
  const merged = mergeInto(kept, other, act);
  const attempts = united(kept.attempts, other.attempts);
  const history = united(merged.history, other.history);
  const notes = [kept.notes, other.notes].filter((text) => text !== '').join('\n');
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
