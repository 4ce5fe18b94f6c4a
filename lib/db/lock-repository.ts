import type { LockRecord } from '../lock/lock-record.ts';
import { copiesOf, dropCopies } from './migration-copy.ts';
import type { RingbackDatabase } from './schema.ts';
import { sealingOf } from './sealed-tables.ts';
import { lockRow } from './sealing.ts';

/** Rows rewritten between two looks at how far it is. */
const pageSize = 500;

/** Told as rows are rewritten; they count only once all are. */
type OnProgress = (written: number, all: number) => void;

export type LockRepository = ReturnType<typeof createLockRepository>;

/** Setting a passcode and taking it away: every row is rewritten in one transaction, all of them or none. */
export function createLockRepository(db: RingbackDatabase) {
  /** Reads every row and stores it again, the way rows are stored from here on in this transaction. */
  async function rewriteAll(onProgress: OnProgress): Promise<void> {
    const tables = db.tables.filter(({ name }) => sealingOf(name) !== null);
    const counts = await Promise.all(tables.map((table) => table.count()));
    const all = counts.reduce((sum, count) => sum + count, 0);
    let written = 0;
    for (const table of tables) {
      const keyOf = (row: unknown) =>
        (row as Record<string, unknown>)[table.schema.primKey.keyPath as string];
      let page = await table.limit(pageSize).toArray();
      while (page.length > 0) {
        await table.bulkPut(page);
        written += page.length;
        onProgress(written, all);
        page = await table
          .where(':id')
          .above(keyOf(page.at(-1)))
          .limit(pageSize)
          .toArray();
      }
    }
  }

  return {
    /**
     * Seals everything there is. The key of this lock is to be in use already (Keyring): rows cannot be sealed
     * without. Copies made before migrations go, because they are readable.
     */
    async turnOn(record: LockRecord, onProgress: OnProgress = () => {}): Promise<void> {
      await db.transaction('rw', db.tables, async () => {
        if (await db.lock.get(lockRow)) throw new Error('A passcode is set already.');
        await db.lock.put({ id: lockRow, ...record });
        await rewriteAll(onProgress);
      });
      await dropCopies(db.name, null);
    },

    /** Another passcode for the same key: nothing else is rewritten. */
    async change(record: LockRecord): Promise<void> {
      await db.transaction('rw', db.lock, async () => {
        const before = await db.lock.get(lockRow);
        if (before?.keyId !== record.keyId) throw new Error('This passcode belongs to another list.');
        await db.lock.put({ id: lockRow, ...record });
      });
    },

    /** Opens everything again. The key is to be in use. */
    async turnOff(onProgress: OnProgress = () => {}): Promise<void> {
      await db.transaction('rw', db.tables, async () => {
        await db.lock.delete(lockRow);
        await rewriteAll(onProgress);
      });

      if ((await copiesOf(db.name)).length > 0) await dropCopies(db.name, null);
    },
  };
}
