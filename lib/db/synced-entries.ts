import { partOf } from './part-of.ts';
import type { RingbackDatabase, SyncedEntry, SyncedPart } from './schema.ts';

/** An entry in the text of a part. */
type Line = [id: string, revision: number, n: number, applied: Record<string, number>];

/**
 * What the server has of each entry. What came on joining is kept in parts of many entries each, because a row for
 * every one of thousands takes the browser as long as the entry itself; whatever happens to an entry from then on is
 * in a row of its own, which goes before. A part is only ever added to.
 */
export function createSyncedEntries(db: Pick<RingbackDatabase, 'synced' | 'syncedParts'>) {
  const { synced, syncedParts } = db;

  return {
    /** Of these entries, in this order; null where nothing is known of one. */
    async of(ids: readonly string[]): Promise<(SyncedEntry | null)[]> {
      const rows = await synced.bulkGet([...ids]);
      const others = ids.filter((_, place) => !rows[place]);
      if (others.length === 0) return rows.map((row) => row ?? null);
      const parts = await syncedParts.bulkGet([...new Set(others.map(partOf))]);
      const known = new Map(parts.flatMap((part) => (part ? linesIn(part) : [])).map((one) => [one[0], one]));
      return ids.map((id, place) => {
        const line = known.get(id);
        return rows[place] ?? (line ? entryOf(line) : null);
      });
    },

    /** Of all entries anything is known of. */
    async all(): Promise<SyncedEntry[]> {
      const [rows, parts] = await Promise.all([synced.toArray(), syncedParts.toArray()]);
      const known = new Map(parts.flatMap(linesIn).map((line) => [line[0], entryOf(line)]));
      for (const row of rows) known.set(row.callbackId, row);
      return [...known.values()];
    },

    /** Of the entries something has happened to since the profile joined. */
    changed: (): Promise<SyncedEntry[]> => synced.toArray(),

    /** Of which `changed` tells. */
    changedIds: (): Promise<string[]> => synced.toCollection().primaryKeys(),

    async isEmpty(): Promise<boolean> {
      const counts = await Promise.all([synced, syncedParts].map((table) => table.limit(1).count()));
      return counts.every((count) => count === 0);
    },

    /** Takes down what the server has from now on. */
    async put(entries: readonly SyncedEntry[]): Promise<void> {
      await synced.bulkPut(entries);
    },

    /**
     * Takes down entries that come on joining.
     * @param entries none of them told of by `changed`; of one that is here in a part already, this is newer
     */
    async putNew(entries: readonly SyncedEntry[]): Promise<void> {
      // A part says nothing but what nearly all are, and fields we do not know may have to be taken out again.
      const [plain, others] = [entries.filter(isPlain), entries.filter((entry) => !isPlain(entry))];
      const byPart = [...Map.groupBy(plain, ({ callbackId }) => partOf(callbackId))];
      const before = await syncedParts.bulkGet(byPart.map(([part]) => part));
      await syncedParts.bulkPut(
        byPart.map(([part, added], place) => {
          const [text, more] = [before[place]?.text, textOf(added)];
          return { part, text: text ? `${text},${more}` : more };
        }),
      );
      if (others.length > 0) await synced.bulkPut(others);
    },

    async clear(): Promise<void> {
      await Promise.all([synced.clear(), syncedParts.clear()]);
    },
  };
}

function isPlain({ deleted, extra, unreadable }: SyncedEntry): boolean {
  return !deleted && extra === '' && !unreadable;
}

function textOf(entries: readonly SyncedEntry[]): string {
  const lines = entries.map(
    ({ callbackId, revision, n, applied }): Line => [callbackId, revision, n, applied],
  );
  return JSON.stringify(lines).slice(1, -1);
}

/** The later of two about the same entry comes later. */
function linesIn({ text }: SyncedPart): Line[] {
  return JSON.parse(`[${text}]`);
}

function entryOf([callbackId, revision, n, applied]: Line): SyncedEntry {
  return { callbackId, revision, n, applied, deleted: false, extra: '', unreadable: false };
}
