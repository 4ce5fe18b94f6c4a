import type { Callback } from '../domain/callback.ts';
import type { ClosedDay } from '../domain/close-day.ts';
import { fromStored, toStored } from './callbacks-repository.ts';
import { changed, created, noteWrites, outboxTables } from './outbox.ts';
import type { RingbackDatabase } from './schema.ts';

/** Rows read or written between two looks at the clock and at whether to stop. */
const pageSize = 500;

/** What is to be stored, worked out from what is there. */
export interface ImportWrites {
  callbacks: readonly Callback[];
  closedDays: readonly ClosedDay[];
}

interface ImportOptions {
  signal?: AbortSignal;
  /** Told as rows are written; they count only once all are. */
  onProgress?: (written: number, all: number) => void;
}

interface SealedRow {
  id?: string;
  day?: string;
  sealed?: Uint8Array;
}

/** Past the layer that opens rows. */
function storedRows(database: IDBDatabase, table: string, range: IDBKeyRange | null): Promise<SealedRow[]> {
  const request = database.transaction(table).objectStore(table).getAll(range, pageSize);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export type BackupRepository = ReturnType<typeof createBackupRepository>;

/** The whole list, read for a backup and written from one. */
export function createBackupRepository(db: RingbackDatabase) {
  const { callbacks, closedDays } = db;

  /** The entries after this id, in the order of ids. */
  async function page(after: string): Promise<Callback[]> {
    return (await callbacks.where(':id').above(after).limit(pageSize).toArray()).map(fromStored);
  }

  return {
    /** Every callback, a page at a time: each page is whole, and one written meanwhile is in it or was before. */
    async *pages(): AsyncGenerator<Callback[]> {
      for (let read = await page(''); read.length > 0; read = await page(read.at(-1)?.id ?? '')) yield read;
    },

    /** Every row as it is stored, sealed, a page at a time: needs no key. Rows that are not sealed are left out. */
    async *sealedPages(table: 'callbacks' | 'closedDays'): AsyncGenerator<{ key: string; sealed: string }[]> {
      await db.open();
      let range: IDBKeyRange | null = null;
      for (;;) {
        const rows: SealedRow[] = await storedRows(db.backendDB(), table, range);
        const keys = rows.map((row) => row.id ?? row.day ?? '');
        yield rows.flatMap(({ sealed }, at) =>
          sealed ? [{ key: keys[at] ?? '', sealed: sealed.toBase64() }] : [],
        );
        if (rows.length < pageSize) return;
        range = IDBKeyRange.lowerBound(keys.at(-1), true);
      }
    },

    async closedDays(): Promise<ClosedDay[]> {
      return closedDays.orderBy('day').toArray();
    },

    /**
     * Stores what `plan` makes of the list as it is now, all of it or nothing: one transaction, given up where
     * anything fails or `signal` says so. Others wait for it. @returns what was stored
     */
    async import<W extends ImportWrites>(
      plan: (existing: Callback[]) => W,
      { signal, onProgress }: ImportOptions = {},
    ): Promise<W> {
      return db.transaction('rw', [callbacks, closedDays, ...outboxTables(db)], async () => {
        const existing: Callback[] = [];
        for (let read = await page(''); read.length > 0; read = await page(read.at(-1)?.id ?? '')) {
          signal?.throwIfAborted();
          for (const callback of read) existing.push(callback);
        }
        const writes = plan(existing);
        const before = new Map(existing.map((callback) => [callback.id, callback]));
        const all = writes.callbacks.length;
        for (let from = 0; from < all; from += pageSize) {
          signal?.throwIfAborted();
          const page = writes.callbacks.slice(from, from + pageSize);
          await callbacks.bulkPut(page.map(toStored));
          await noteWrites(
            db,
            page.map((after) => {
              const known = before.get(after.id);
              return known ? changed(known, after) : created(after);
            }),
          );
          onProgress?.(Math.min(all, from + pageSize), all);
        }
        for (const day of writes.closedDays) {
          // A day closed here is known better here.
          if (!(await closedDays.get(day.day))) await closedDays.add(day);
        }
        signal?.throwIfAborted();
        return writes;
      });
    },
  };
}
