import { saysTime } from '../domain/due.ts';
import type { LockRecord } from '../lock/lock-record.ts';
import type { RowCipher } from '../lock/row-cipher.ts';
import { copiesOf, dropCopies } from './migration-copy.ts';
import { renameAnnouncements, reseal, underNames, underTags } from './reseal.ts';
import type { RingbackDatabase } from './schema.ts';
import { sealingOf } from './sealed-tables.ts';
import { LockedError, lockRow } from './sealing.ts';

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

  function cipherInUse(): RowCipher {
    const cipher = db.keys.cipher();
    if (!cipher) throw new LockedError();
    return cipher;
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
        await renameAnnouncements(db, (all) => underTags(all, cipherInUse()));
      });
      await dropCopies(db.name, null);
    },

    /** Writes anew what an older version left with more in the clear. @returns true where it wrote something */
    reseal: () => reseal(db),

    /** Where the rules changed by which something is due: that stays readable, so it is to stay right. */
    async renewDue(): Promise<void> {
      if (!db.keys.cipher()) return;
      await db.transaction('rw', db.callbacks, async () => {
        const open = await db.callbacks.where('open').equals(1).toArray();
        await db.callbacks.bulkPut(open.filter(({ promise }) => !saysTime(promise)));
      });
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
        const cipher = cipherInUse();
        await db.lock.delete(lockRow);
        await rewriteAll(onProgress);
        await db.sealedIndex.clear();
        const open = await db.callbacks.where('open').equals(1).toArray();
        await renameAnnouncements(db, (all) => underNames(all, open, cipher));
      });

      if ((await copiesOf(db.name)).length > 0) await dropCopies(db.name, null);
    },
  };
}
