import { Dexie, RangeSet } from 'dexie';
import type { RingbackDatabase } from './schema.ts';

/**
 * Tells which rows of a table were written or removed, in any window of this profile, as Dexie's live queries hear
 * of it. @param listener gets their ids; null where a whole range was. @returns what ends it
 */
export function onTableChange(
  db: RingbackDatabase,
  table: string,
  listener: (ids: string[] | null) => void,
): () => void {
  // https://dexie.org/docs/ObservabilitySet: database, table and index; the primary keys have no index name.
  const part = `idb://${db.name}/${table}/`;
  const heard: Parameters<typeof Dexie.on.storagemutated.subscribe>[0] = (parts) => {
    // A page that comes back from the browser's cache of pages is told that anything may have been written.
    if (parts.all) return listener(null);
    const written = parts[part];
    if (!written) return;
    // Told as a bare tree; called without `new` this makes it one that can be gone through.
    const ranges = [...(RangeSet(written) as unknown as Iterable<{ from: unknown; to: unknown }>)];
    const single = ranges.every(({ from, to }) => from === to);
    listener(single ? ranges.map(({ from }) => String(from)) : null);
  };
  Dexie.on.storagemutated.subscribe(heard);
  return () => Dexie.on.storagemutated.unsubscribe(heard);
}
