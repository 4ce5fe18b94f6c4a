import type { Repositories } from '../db/open-database.ts';
import { localStorageArea } from '../platform/storage.ts';
import { storageRoom } from '../platform/storage-room.ts';
import { createBackupStateFile } from '../settings/backup-state.ts';
import { type CareStore, createCareStore } from './care-store.ts';

/** The watch over storage and backups as every page of ours keeps it. */
export function createPageCare(repositories: Pick<Repositories, 'failure' | 'callbacks'>): CareStore {
  return createCareStore({
    failure: repositories.failure,
    oldest: repositories.callbacks.oldest,
    room: storageRoom,
    file: createBackupStateFile(localStorageArea),
    now: Date.now,
    every: (ms, look) => {
      const timer = setInterval(look, ms);
      return () => clearInterval(timer);
    },
  });
}
