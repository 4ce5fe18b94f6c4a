import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { beginFreshLog } from './fresh-log.ts';
import { storedVersion } from './migration-copy.ts';

const name = 'ringback-fresh-log';

/** What the browser remembers until it closes. */
function aSession() {
  const kept = new Map<string, unknown>();
  return {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
  };
}

afterEach(() => vi.restoreAllMocks());

test('a database is made and removed, once each time the browser was started', async () => {
  const [open, remove] = [vi.spyOn(indexedDB, 'open'), vi.spyOn(indexedDB, 'deleteDatabase')];
  const session = aSession();
  await beginFreshLog(session);
  await beginFreshLog(session);
  expect([open.mock.calls, remove.mock.calls]).toEqual([[[name]], [[name]]]);
  expect(open.mock.invocationCallOrder[0]).toBeLessThan(remove.mock.invocationCallOrder[0] as number);
  expect(await storedVersion(name)).toBeNull();
  await beginFreshLog(aSession());
  expect(remove).toHaveBeenCalledTimes(2);
});

test('is done anew where the background was ended, or the disk full, in the middle of it', async () => {
  const session = aSession();
  const full = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  });
  await expect(beginFreshLog(session)).rejects.toThrow('The disk is full.');
  expect(await storedVersion(name)).not.toBeNull();
  full.mockRestore();
  await beginFreshLog(session);
  expect(await storedVersion(name)).toBeNull();
});
