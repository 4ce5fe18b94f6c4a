import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { deleteDatabase } from './migration-copy.ts';
import { tellIfThrownAway } from './thrown-away.ts';

const mark = 'ringback-mark';

/** A profile whose background looks at each start of the browser. */
async function aProfile() {
  await deleteDatabase(mark);
  const local = createMemoryStorage();
  const tell = vi.fn(async () => {});
  return { local, tell, start: () => tellIfThrownAway(local, tell) };
}

test('nothing is told of a list that is there, nor of the first start', async () => {
  const { tell, start } = await aProfile();
  await start();
  await start();
  expect(tell).not.toHaveBeenCalled();
});

test('databases that are gone are told of, once', async () => {
  const { tell, start } = await aProfile();
  await start();
  await deleteDatabase(mark);
  await start();
  expect(tell).toHaveBeenCalledOnce();
  await start();
  expect(tell).toHaveBeenCalledOnce();
});

test('is told of at the next start where it could not be noted', async () => {
  const { tell, start } = await aProfile();
  await start();
  await deleteDatabase(mark);
  tell.mockRejectedValueOnce(new Error('ended'));
  await expect(start()).rejects.toThrow('ended');
  await start();
  expect(tell).toHaveBeenCalledTimes(2);
});

test('erasing everything takes the knowledge along', async () => {
  const { local, tell, start } = await aProfile();
  await start();
  await local.remove(Object.keys(await local.getAll()));
  await deleteDatabase(mark);
  await start();
  expect(tell).not.toHaveBeenCalled();
});
