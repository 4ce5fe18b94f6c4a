import { Dexie } from 'dexie';
import type { Keyring } from '../lock/keyring.ts';
import { createBackupRepository } from './backup-repository.ts';
import { createLockRepository } from './lock-repository.ts';
import { dropCopies, rawRows } from './migration-copy.ts';
import { firstOpen, type KnownTimes, openForReminders } from './nameless.ts';
import { repositoriesOf } from './open-database.ts';
import { createPrivacyRepository } from './privacy-repository.ts';
import { RingbackDatabase } from './schema.ts';
import { lockTable } from './sealing.ts';
import { createTeamRepository } from './team-repository.ts';

export type PrivateRepositories = ReturnType<typeof openDatabaseWithPrivacy>;

/**
 * The database for those who keep it or a team in step, the background and the options, and for a page that is locked: panel and
 * pop-up, which open many times a day, are not to load all that.
 * @param keys what it is sealed with while a passcode is set. @param name tests use a name each
 */
export function openDatabaseWithPrivacy(keys: Keyring, name?: string) {
  const db = new RingbackDatabase(name, undefined, undefined, keys);
  return {
    ...repositoriesOf(db),
    privacy: createPrivacyRepository(db),
    backup: createBackupRepository(db),
    team: createTeamRepository(db),
    lock: createLockRepository(db),
    /** All open entries; while locked without anything that tells who and why, by the times known from before. */
    openForReminders: (known: () => Promise<KnownTimes> = async () => ({})) => openForReminders(db, known),
    /** The first so many open entries; none where there are fewer, or while locked. */
    firstOpen: (count: number) => firstOpen(db, count),
    /** The callbacks as they are stored, unchecked, also where they could not be brought up to date. */
    storedCallbacks: () => rawRows(db.name, 'callbacks'),
    /** What is kept of the passcode lock, as it is stored; null where no passcode is set. */
    async storedLock(): Promise<unknown> {
      return (await rawRows(db.name, lockTable))[0] ?? null;
    },
    /** Everything, with the copies that were made before migrations: those first, or one would be put back. */
    async erase(): Promise<void> {
      await dropCopies(db.name, null);
      await Dexie.delete(db.name);
    },
  };
}
