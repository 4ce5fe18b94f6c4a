import { type Callback, isOpen } from '../domain/callback.ts';
import type { Act } from '../domain/compose.ts';
import { callerKeys, findSameCaller } from '../domain/same-caller.ts';
import { foldForSearch } from '../domain/search.ts';
import type { ReadEntry } from './contents.ts';
import { beginningOf, mergeImported, unite } from './merge-imported.ts';

/** What taking the entries of a file comes to. */
export interface ImportPlan {
  /** Every callback to be stored, as it is to be stored. */
  write: Callback[];
  added: number;
  merged: number;
  /** Entries the list has already, with all they hold. */
  unchanged: number;
}

/**
 * Works out what becomes of each entry of a file; stores nothing. An entry the list has under the same id is
 * united with it. An open one of a caller who is on the list already is merged into theirs, by the rules a new
 * call goes by. Entries written by Ringback are not merged among themselves: a list comes back as it was.
 */
export function planImport(
  entries: readonly ReadEntry[],
  existing: readonly Callback[],
  act: Act,
): ImportPlan {
  const byId = new Map(existing.map((callback) => [callback.id, callback]));
  const finder = createFinder();
  const origins = new Set<string>();
  const closed = new Set<string>();
  for (const callback of existing) {
    for (const { what, id } of callback.history) if (what === 'created') origins.add(id);
    if (isOpen(callback)) finder.add(callback);
    else closed.add(fingerprint(callback));
  }

  const written = new Map<string, Callback>();
  const plan = { added: 0, merged: 0, unchanged: 0 };
  function replace(before: Callback, after: Callback): void {
    if (after === before || JSON.stringify(after) === JSON.stringify(before)) {
      plan.unchanged += 1;
      return;
    }
    // Merged into an entry of the same file: it is new all the same, and was counted as that.
    plan.merged += 1;
    byId.set(after.id, after);
    written.set(after.id, after);
  }
  function add(callback: Callback): void {
    plan.added += 1;
    byId.set(callback.id, callback);
    written.set(callback.id, callback);
  }

  for (const entry of entries) {
    const { callback, ours } = entry;
    const stored = byId.get(callback.id);
    const origin = ours ? beginningOf(callback) : null;
    if (stored) {
      replace(stored, unite(stored, callback));
    } else if (origin !== null && origins.has(origin)) {
      plan.unchanged += 1;
    } else if (isOpen(callback)) {
      const same = finder.find(callback, (id) => byId.get(id), act.now);
      if (same) {
        replace(same, mergeImported(same, entry, act));
      } else {
        add(callback);
        if (!ours) finder.add(callback);
      }
    } else if (!ours && closed.has(fingerprint(callback))) {
      plan.unchanged += 1;
    } else {
      add(callback);
      if (!ours) closed.add(fingerprint(callback));
    }
  }
  return { ...plan, write: [...written.values()] };
}

/** Finds the open entry that is surely of a caller, without looking through the whole list. */
function createFinder() {
  const idsByKey = new Map<string, string[]>();
  return {
    add(callback: Callback): void {
      for (const key of callerKeys(callback)) {
        const ids = idsByKey.get(key);
        if (ids) ids.push(callback.id);
        else idsByKey.set(key, [callback.id]);
      }
    },
    find(callback: Callback, current: (id: string) => Callback | undefined, now: number): Callback | null {
      // A switchboard has thousands behind one number: the latest few are looked at.
      const ids = callerKeys(callback).flatMap((key) => idsByKey.get(key)?.slice(-50) ?? []);
      const near = [...new Set(ids)].flatMap((id) => current(id) ?? []).filter(isOpen);
      const [found] = findSameCaller(callback, near, now);
      const sure = found?.sameness === 'same number' || found?.sameness === 'same name and account';
      return found && sure ? found.callback : null;
    },
  };
}

/** What makes a closed row of another tool the same as one taken from it before: it has no id to tell. */
function fingerprint({ callerName, phone, reference, reason, status }: Callback): string {
  const number = phone?.e164 ?? phone?.asShown ?? '';
  return [foldForSearch(callerName), number, foldForSearch(reference), reason, status].join('\n');
}
