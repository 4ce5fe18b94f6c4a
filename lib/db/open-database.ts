import { liveQuery } from 'dexie';
import type { Keyring } from '../lock/keyring.ts';
import { createCallbacksRepository } from './callbacks-repository.ts';
import { createDraftsRepository } from './drafts-repository.ts';
import { createRemindersRepository } from './reminders-repository.ts';
import { RingbackDatabase } from './schema.ts';
import { lockRow } from './sealing.ts';
import { type StorageFailure, storageFailure } from './storage-failure.ts';
import { type TableWatch, watchTables } from './watch-tables.ts';

export type Repositories = ReturnType<typeof openDatabase>;

/**
 * Opens the one database of this profile with its repositories.
 * @param keys what it is sealed with while a passcode is set. @param name tests use a name each
 */
export function openDatabase(keys: Keyring, name?: string) {
  return repositoriesOf(new RingbackDatabase(name, undefined, undefined, keys));
}

/** The repositories every page has. Exported for open-with-privacy.ts, which has more. */
export function repositoriesOf(db: RingbackDatabase) {
  return {
    callbacks: createCallbacksRepository(db),
    drafts: createDraftsRepository(db),
    reminders: createRemindersRepository(db),
    /**
     * Runs `query` now and again whenever what it read changes, in any window of this profile. Pages only:
     * a background worker reconciles on events instead (Dexie #1467).
     */
    watch<T>(
      query: () => Promise<T>,
      onResult: (result: T) => void,
      onError: (error: unknown) => void,
    ): () => void {
      // Dexie keeps a database that cannot be opened to itself: a live query over it never answers.
      db.open().catch(onError);
      const subscription = liveQuery(query).subscribe({ next: onResult, error: onError });
      return () => subscription.unsubscribe();
    },
    /** The same for what reads whole tables, which takes long in a long list: after a rest then (watch-tables.ts). */
    watchTables<T>(
      tables: readonly ('callbacks' | 'outbox' | 'synced' | 'syncedParts')[],
      query: () => Promise<T>,
      onResult: (result: T) => void,
      onError: (error: unknown) => void,
      isCalm?: () => boolean,
    ): TableWatch {
      return watchTables(db, tables, query, { onResult, onError, ...(isCalm ? { isCalm } : {}) });
    },
    close: () => db.close(),
    /** Reads a little, to know whether the database answers; null where it does. */
    async failure(): Promise<StorageFailure | null> {
      // Keys alone: a list that is locked answers, too.
      return db.callbacks
        .limit(1)
        .primaryKeys()
        .then(
          () => null,
          async (error) => storageFailure((await db.whyClosed()) ?? error),
        );
    },
    /** True where a passcode is set and its key is not in use: nothing can be read. */
    async isLocked(): Promise<boolean> {
      const record = await db.lock.get(lockRow);
      return record !== undefined && record.keyId !== db.keys.cipher()?.keyId;
    },
    /** Names the key of the passcode that is set (RowCipher.keyId); null where none is. */
    async lockKeyId(): Promise<string | null> {
      return (await db.lock.get(lockRow))?.keyId ?? null;
    },
    /** What is kept of the passcode lock, unchecked; null where no passcode is set. */
    async lockRecord(): Promise<unknown> {
      return (await db.lock.get(lockRow)) ?? null;
    },
  };
}
