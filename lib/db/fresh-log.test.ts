import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { beginFreshLog } from './fresh-log.ts';
import { storedVersion } from './migration-copy.ts';

const name = 'ringback-fresh-log';

afterEach(() => vi.restoreAllMocks());

test('a database is made and removed', async () => {
  const [open, remove] = [vi.spyOn(indexedDB, 'open'), vi.spyOn(indexedDB, 'deleteDatabase')];
  await beginFreshLog();
  expect([open.mock.calls, remove.mock.calls]).toEqual([[[name]], [[name]]]);
  expect(open.mock.invocationCallOrder[0]).toBeLessThan(remove.mock.invocationCallOrder[0] as number);
  expect(await storedVersion(name)).toBeNull();
});

test('nothing of it stays, where it was ended in the middle the time before', async () => {
  const full = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  });
  await expect(beginFreshLog()).rejects.toThrow('The disk is full.');
  expect(await storedVersion(name)).not.toBeNull();
  full.mockRestore();
  await beginFreshLog();
  expect(await storedVersion(name)).toBeNull();
});
