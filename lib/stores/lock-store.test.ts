import { describe, expect, test, vi } from 'vitest';
import { aCallback, idAt } from '../../tests/support/unit/entries.ts';
import { aProfile, rowsOnDisk } from '../../tests/support/unit/lock.ts';
import { createLockStore } from './lock-store.ts';
import { createUnlockStore } from './unlock-store.ts';

async function options() {
  const profile = aProfile();
  const window = profile.aWindow();
  await window.callbacks.add([aCallback({ callerName: 'Ursula Quagga' })]);
  const beside = { seal: vi.fn(async () => {}), open: vi.fn(async () => {}) };
  const world = { now: 1_000 };
  const onChanged = vi.fn(async () => {});
  const store = createLockStore({
    repositories: window,
    session: profile.session,
    keys: window.keys,
    beside,
    now: () => world.now,
    onChanged,
    erase: async () => {},
    iterations: 100_000,
  });
  await vi.waitFor(() => expect(store.on.value).toBe(false));
  const unlock = createUnlockStore({
    session: profile.session,
    record: window.lockRecord,
    now: () => world.now,
    onUnlocked: vi.fn(),
  });
  const readable = async () => JSON.stringify(await rowsOnDisk(profile.name)).includes('Quagga');
  return { ...profile, window, store, unlock, beside, world, onChanged, readable };
}

describe('turning the passcode on', () => {
  test('seals the list and what is beside it, and leaves it unlocked', async () => {
    const { store, readable, beside, onChanged, window } = await options();
    expect(await readable()).toBe(true);
    expect(await store.turnOn('correct horse', 'correct horse')).toBe(true);
    expect(store.on.value).toBe(true);
    expect(store.news.value).toBe('turned on');
    expect(beside.seal).toHaveBeenCalledOnce();
    expect(onChanged).toHaveBeenCalledOnce();
    expect(await readable()).toBe(false);
    expect((await window.callbacks.get(idAt(1)))?.callerName).toBe('Ursula Quagga');
  });

  test.each([
    ['horse', 'horse', 'short'],
    ['correct horse', 'correct house', 'different'],
  ])('with “%s” and “%s” it is not: %s', async (one, other, why) => {
    const { store, readable, session } = await options();
    expect(await store.turnOn(one, other)).toBe(false);
    expect(store.problem.value).toEqual({ why });
    expect(await readable()).toBe(true);
    expect(await session.dataKey()).toBeNull();
  });

  test('stands once the list is sealed, also where something beside it could not be yet', async () => {
    const { store, beside, onChanged } = await options();
    beside.seal.mockRejectedValue(new Error('full'));
    expect(await store.turnOn('correct horse', 'correct horse')).toBe(true);
    expect(store.on.value).toBe(true);
    // The background seals it then.
    expect(onChanged).toHaveBeenCalledOnce();
  });

  test('where storage refuses nothing is changed, and no key is left in use', async () => {
    const { store, readable, session, window } = await options();
    vi.spyOn(window.lock, 'turnOn').mockRejectedValue(new Error('full'));
    expect(await store.turnOn('correct horse', 'correct horse')).toBe(false);
    expect(store.problem.value).toEqual({ why: 'failed' });
    expect(store.on.value).toBe(false);
    expect(await readable()).toBe(true);
    expect(await session.dataKey()).toBeNull();
  });
});

async function locked() {
  const all = await options();
  await all.store.turnOn('correct horse', 'correct horse');
  await all.store.lockNow();
  await all.window.keys.ready();
  return all;
}

describe('locked', () => {
  test('the right passcode gives everything back', async () => {
    const { unlock, window, session } = await locked();
    expect(await window.isLocked()).toBe(true);
    await unlock.unlock('correct horse');
    await window.keys.ready();
    expect(await session.dataKey()).not.toBeNull();
    expect(await window.isLocked()).toBe(false);
    expect((await window.callbacks.get(idAt(1)))?.callerName).toBe('Ursula Quagga');
  });

  test('a wrong one says so, and after three it is to wait', async () => {
    const { unlock, session, world } = await locked();
    for (const wrong of ['one', 'two', 'three']) {
      await unlock.unlock(wrong);
      expect(unlock.problem.value).toEqual({ why: 'wrong' });
    }
    await unlock.unlock('correct horse');
    expect(unlock.problem.value).toEqual({ why: 'wait', seconds: 1 });
    expect(await session.dataKey()).toBeNull();
    world.now += 1_000;
    await unlock.unlock('correct horse');
    expect(await session.dataKey()).not.toBeNull();
  });
});

describe('unlocked', () => {
  test('the passcode is changed only by who knows it', async () => {
    const { store, unlock, session } = await options();
    await store.turnOn('correct horse', 'correct horse');
    expect(await store.change('wrong horse', 'battery staple', 'battery staple')).toBe(false);
    expect(store.problem.value).toEqual({ why: 'wrong' });
    expect(await store.change('correct horse', 'battery staple', 'battery staple')).toBe(true);
    await store.lockNow();
    await unlock.unlock('correct horse');
    expect(unlock.problem.value).toEqual({ why: 'wrong' });
    await unlock.unlock('battery staple');
    expect(await session.dataKey()).not.toBeNull();
  });

  test('the passcode is turned off only by who knows it', async () => {
    const { store, readable, beside, session } = await options();
    await store.turnOn('correct horse', 'correct horse');
    expect(await store.turnOff('wrong horse')).toBe(false);
    expect(await readable()).toBe(false);
    expect(await store.turnOff('correct horse')).toBe(true);
    expect(store.on.value).toBe(false);
    expect(await readable()).toBe(true);
    // Before, and once more for what was written meanwhile.
    expect(beside.open).toHaveBeenCalledTimes(2);
    expect(await session.dataKey()).toBeNull();
  });

  test('where storage refuses to turn it off, what is beside the list is sealed again', async () => {
    const { store, readable, beside, window, session } = await options();
    await store.turnOn('correct horse', 'correct horse');
    const order: string[] = [];
    beside.open.mockImplementation(async () => void order.push('opened'));
    beside.seal.mockImplementation(async () => void order.push('sealed'));
    vi.spyOn(window.lock, 'turnOff').mockRejectedValue(new Error('full'));
    expect(await store.turnOff('correct horse')).toBe(false);
    expect(store.problem.value).toEqual({ why: 'failed' });
    expect(order).toEqual(['opened', 'sealed']);
    expect(await readable()).toBe(false);
    expect(await session.dataKey()).not.toBeNull();
  });
});
