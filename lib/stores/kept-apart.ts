import { type ReadonlySignal, signal } from '@preact/signals';
import type { PanelHabitsFile } from '../settings/panel-habits.ts';

/** Pairs of entries that were said to be two callers (lib/domain/doubles.ts), in this browser. */
export interface KeptApart {
  keptApart: ReadonlySignal<ReadonlySet<string>>;
  /** Says that a pair is two callers, or takes that back. Resolves once that is stored or refused; never rejects. */
  keepApart(pair: string, apart: boolean): Promise<void>;
  /** Forgets pairs of which an entry is gone: its id is to stand nowhere any more. Never rejects. */
  dropGone(): Promise<void>;
}

interface KeptApartDeps {
  habits: Pick<PanelHabitsFile, 'update' | 'onChange'>;
  /** The pairs stored when the window opened. */
  atFirst: readonly string[];
  /** Whether there is an entry of this id. */
  isThere: (id: string) => Promise<boolean>;
}

export function createKeptApart({ habits, atFirst, isThere }: KeptApartDeps): KeptApart {
  const keptApart = signal<ReadonlySet<string>>(new Set(atFirst));
  /** Said here and not stored yet: it holds, whatever is heard of another window meanwhile. */
  const saying = new Map<string, boolean>();
  habits.onChange(({ keptApart: stored }) => {
    const pairs = new Set(stored);
    for (const [pair, apart] of saying) {
      if (apart) pairs.add(pair);
      else pairs.delete(pair);
    }
    keptApart.value = pairs;
  });
  return {
    keptApart,
    async keepApart(pair, apart) {
      const changed = (pairs: Iterable<string>) => {
        const others = [...pairs].filter((one) => one !== pair);
        return apart ? [...others, pair] : others;
      };
      keptApart.value = new Set(changed(keptApart.value));
      saying.set(pair, apart);
      // Of what is stored, not of what this window knows: another one may have said so of others.
      const isStored = await habits.update((stored) => ({ keptApart: changed(stored.keptApart) }));
      // What could not be stored holds in this window as long as it is open.
      if (isStored && saying.get(pair) === apart) saying.delete(pair);
    },
    async dropGone() {
      try {
        const there = await Promise.all(
          atFirst.map(async (pair) => (await Promise.all(pair.split(' ').map(isThere))).every(Boolean)),
        );
        const gone = new Set(atFirst.filter((_, place) => !there[place]));
        if (gone.size === 0) return;
        await habits.update((stored) => ({ keptApart: stored.keptApart.filter((pair) => !gone.has(pair)) }));
      } catch {
        // What cannot be read now is looked for again when the next window opens.
      }
    },
  };
}
