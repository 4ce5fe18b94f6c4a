import { Dexie, liveQuery } from 'dexie';
import { createBackupRepository } from './backup-repository.ts';
import { createCallbacksRepository } from './callbacks-repository.ts';
import { createDraftsRepository } from './drafts-repository.ts';
import { dropCopies, rawRows } from './migration-copy.ts';
import { createRemindersRepository } from './reminders-repository.ts';
import { RingbackDatabase } from './schema.ts';
import { type StorageFailure, storageFailure } from './storage-failure.ts';

export type Repositories = ReturnType<typeof openDatabase>;

/** Opens the one database of this profile with its repositories. @param name tests use a name each. */
export function openDatabase(name?: string) {
  return repositoriesOf(new RingbackDatabase(name));
}

/** The repositories every page has. Exported for open-with-privacy.ts, which has one more. */
export function repositoriesOf(db: RingbackDatabase) {
  return {
    callbacks: createCallbacksRepository(db),
    backup: createBackupRepository(db),
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
    close: () => db.close(),
    /** Reads a little, to know whether the database answers; null where it does. */
    async failure(): Promise<StorageFailure | null> {
      return db.callbacks
        .limit(1)
        .toArray()
        .then(
          () => null,
          async (error) => storageFailure((await db.whyClosed()) ?? error),
        );
    },
    /** The callbacks as they are stored, unchecked, also where they could not be brought up to date. */
    storedCallbacks: () => rawRows(db.name, 'callbacks'),
    /** Everything, with the copies that were made before migrations: those first, or one would be put back. */
    async erase(): Promise<void> {
      await dropCopies(db.name, null);
      await Dexie.delete(db.name);
    },
  };
}
