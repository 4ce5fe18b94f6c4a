import { expect, test, vi } from 'vitest';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createAutoLock } from './auto-lock.ts';
import { createSessionLock } from './session-lock.ts';

const minute = 60_000;
const start = 1_000 * minute;

async function unlocked(minutes = 15) {
  const session = createSessionLock(createMemoryStorage());
  const world = { now: start, minutes };
  const wakeAt = vi.fn(async () => {});
  const lock = createAutoLock({ session, minutes: async () => world.minutes, now: () => world.now, wakeAt });
  await session.unlock(new Uint8Array(32), start);
  const isOpen = async () => (await session.dataKey()) !== null;
  return { ...lock, world, wakeAt, session, isOpen };
}

test('it locks after its minutes without use, and is woken for it', async () => {
  const { look, world, wakeAt, isOpen } = await unlocked();
  await look();
  expect(wakeAt).toHaveBeenLastCalledWith(start + 15 * minute);
  world.now = start + 15 * minute - 1;
  await look();
  expect(await isOpen()).toBe(true);
  world.now = start + 15 * minute;
  await look();
  expect(await isOpen()).toBe(false);
});

test('each use puts it off', async () => {
  const { look, used, world, wakeAt, isOpen } = await unlocked();
  world.now = start + 14 * minute;
  expect(await used()).toBe(true);
  world.now = start + 20 * minute;
  await look();
  expect(await isOpen()).toBe(true);
  expect(wakeAt).toHaveBeenLastCalledWith(start + 29 * minute);
});

test('a use that comes too late, after a sleep, locks', async () => {
  const { used, world, isOpen, session } = await unlocked();
  world.now = start + 8 * 60 * minute;
  expect(await used()).toBe(false);
  expect(await isOpen()).toBe(false);
  expect(await session.lastUsed()).toBeNull();
});

test('fewer minutes count at once', async () => {
  const { look, world, isOpen } = await unlocked(60);
  world.now = start + 10 * minute;
  world.minutes = 5;
  await look();
  expect(await isOpen()).toBe(false);
});

test('a clock set back does not keep it open for longer', async () => {
  const { look, world, wakeAt, isOpen } = await unlocked();
  world.now = start - 24 * 60 * minute;
  await look();
  expect(wakeAt).toHaveBeenLastCalledWith(world.now + 15 * minute);
  world.now += 15 * minute;
  await look();
  expect(await isOpen()).toBe(false);
});

test('locked, nothing is woken and no use is noted', async () => {
  const { look, used, wakeAt, session } = await unlocked();
  await session.lock();
  await look();
  await used();
  expect(wakeAt).not.toHaveBeenCalled();
  expect(await session.lastUsed()).toBeNull();
});
