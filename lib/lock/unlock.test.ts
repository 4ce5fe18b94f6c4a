import { expect, test } from 'vitest';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { newDataKey, wrapDataKey } from './passcode.ts';
import { createSessionLock } from './session-lock.ts';
import { isKeyOf, tryPasscode } from './unlock.ts';

async function aLock() {
  const dataKey = newDataKey();
  const record: unknown = await wrapDataKey(dataKey, 'correct horse', 100_000);
  const session = createSessionLock(createMemoryStorage());
  const world = { now: 1_000, record };
  const guess = (passcode: string) =>
    tryPasscode(passcode, { session, record: async () => world.record, now: () => world.now });
  return { dataKey, session, world, guess };
}

test('the right passcode gives the key, and slips before it are forgotten', async () => {
  const { guess, dataKey, session } = await aLock();
  expect(await guess('correct hors')).toEqual({ right: false, why: 'wrong' });
  expect((await session.guesses()).failures).toBe(1);
  expect(await guess('correct horse')).toEqual({ right: true, dataKey });
  expect((await session.guesses()).failures).toBe(0);
});

test('after three wrong ones the next is not even tried until the wait is over', async () => {
  const { guess, world } = await aLock();
  for (const wrong of ['one', 'two', 'three']) expect(await guess(wrong)).toMatchObject({ why: 'wrong' });
  expect(await guess('correct horse')).toEqual({ right: false, why: 'wait', ms: 1_000 });
  world.now += 1_000;
  expect(await guess('four')).toMatchObject({ why: 'wrong' });
  expect(await guess('correct horse')).toEqual({ right: false, why: 'wait', ms: 2_000 });
  world.now += 2_000;
  expect(await guess('correct horse')).toMatchObject({ right: true });
});

test('a key is known to belong to a lock, or not', async () => {
  const { dataKey, world } = await aLock();
  expect(isKeyOf(world.record, dataKey)).toBe(true);
  expect(isKeyOf(world.record, newDataKey())).toBe(false);
  expect(isKeyOf(null, dataKey)).toBe(false);
});

test.each([null, {}, 'x', { version: 1, iterations: 1 }])('a broken lock is told: %o', async (record) => {
  const { guess, world } = await aLock();
  world.record = record;
  expect(await guess('correct horse')).toEqual({ right: false, why: 'damaged' });
});
