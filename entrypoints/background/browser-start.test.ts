import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { deleteDatabase } from '../../lib/db/migration-copy.ts';
import { createMemoryStorage } from '../../lib/platform/memory-storage.ts';
import { createBackupStateFile } from '../../lib/settings/backup-state.ts';
import { lookAfterStart } from './browser-start.ts';

afterEach(() => vi.restoreAllMocks());

test('it is looked after once for each start of the browser, and a list that is lost is noted', async () => {
  const removed = vi.spyOn(indexedDB, 'deleteDatabase');
  const local = createMemoryStorage();
  const backupState = createBackupStateFile(local);
  const start = (session = createMemoryStorage()) => ({
    wake: () => lookAfterStart({ session, local, backupState, hasLog: true }),
  });
  const first = start();
  await first.wake();
  await first.wake();
  expect(removed).toHaveBeenCalledOnce();
  await start().wake();
  expect(removed).toHaveBeenCalledTimes(2);
  expect((await backupState.load()).lostAt).toBeNull();
  await deleteDatabase('ringback-mark');
  await start().wake();
  expect((await backupState.load()).lostAt).not.toBeNull();
});

test('no log is begun anew where there is none', async () => {
  const removed = vi.spyOn(indexedDB, 'deleteDatabase');
  const [session, local] = [createMemoryStorage(), createMemoryStorage()];
  await lookAfterStart({ session, local, backupState: createBackupStateFile(local), hasLog: false });
  expect(removed).not.toHaveBeenCalled();
});

test('a new log is begun although nothing can be noted: a full storage is when it is needed', async () => {
  const removed = vi.spyOn(indexedDB, 'deleteDatabase');
  const local = { ...createMemoryStorage(), set: () => Promise.reject(new Error('full')) };
  const start = lookAfterStart({
    session: createMemoryStorage(),
    local,
    backupState: createBackupStateFile(local),
    hasLog: true,
  });
  await expect(start).rejects.toThrow('full');
  expect(removed).toHaveBeenCalledOnce();
});
