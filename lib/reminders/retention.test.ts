import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { at, callback, createWorld, hour } from './fake-world.ts';
import { applyRetention } from './retention.ts';

const day = 24 * hour;
const two = at('2026-06-10T14:00');
const closed = (days: number) =>
  callback({ status: 'completed', closedAt: two - days * day, updatedAt: two - days * day });

describe('once a day', () => {
  it('anonymises what was closed 90 days ago', async () => {
    const world = createWorld(two);
    const [old, young] = [closed(91), closed(89)];
    await world.add(old, young);
    expect((await world.database.callbacks.get(old.id))?.callerName).toBe('');
    expect((await world.database.callbacks.get(young.id))?.callerName).toBe('Dana Lee');
  });

  it('deletes it where that is set', async () => {
    const world = createWorld(two);
    world.settings = { ...world.settings, retentionAction: 'delete' };
    const old = closed(91);
    await world.add(old);
    expect(await world.database.callbacks.get(old.id)).toBeNull();
  });

  it('keeps everything where the days are 0', async () => {
    const world = createWorld(two);
    world.settings = { ...world.settings, retentionDays: 0 };
    const old = closed(4_000);
    await world.add(old);
    expect((await world.database.callbacks.get(old.id))?.callerName).toBe('Dana Lee');
  });

  it('looks once, however often it is woken, and again the next day', async () => {
    const world = createWorld(two);
    const ageOut = vi.spyOn(world.database.privacy, 'ageOut');
    for (let wake = 0; wake < 5; wake += 1) await world.reconcile();
    expect(ageOut).toHaveBeenCalledTimes(1);
    const young = closed(89.9);
    await world.add(young);
    await world.runTo(two + day);
    await world.reconcile();
    expect(ageOut).toHaveBeenCalledTimes(2);
    expect((await world.database.callbacks.get(young.id))?.anonymisedAt).not.toBeNull();
  });

  it('lets a change of the days wait for the next day', async () => {
    const world = createWorld(two);
    const young = closed(10);
    await world.add(young);
    world.settings = { ...world.settings, retentionDays: 1 };
    await world.reconcile();
    expect((await world.database.callbacks.get(young.id))?.callerName).toBe('Dana Lee');
  });

  it('goes through many in portions, each set off by an alarm of its own', async () => {
    const world = createWorld(two);
    await world.add(...Array.from({ length: 1_300 }, () => closed(100)));
    expect(world.tidiedOn).toBeNull();
    expect(world.alarm).toBe(two + 60_000);
    await world.runTo(two + 2 * 60_000);
    expect(world.tidiedOn).toBe('2026-06-10');
    const left = (await world.database.callbacks.closed(2_000)).filter(({ callerName }) => callerName !== '');
    expect(left).toEqual([]);
  });

  it('is tried again where it failed, and reminders come all the same', async () => {
    const world = createWorld(two);
    vi.spyOn(world.database.privacy, 'ageOut').mockRejectedValueOnce(new Error('killed'));
    const old = closed(91);
    await expect(world.add(old, callback())).rejects.toThrow('killed');
    expect(world.badge?.open).toBe(1);
    await world.reconcile();
    expect((await world.database.callbacks.get(old.id))?.callerName).toBe('');
  });

  it('does nothing while locked, and all of it at the first look after unlocking', async () => {
    const world = createWorld(two);
    const old = closed(91);
    await world.database.callbacks.add([old]);
    const done: string[] = [];
    const lastDone = { get: async () => null, set: async (at: string) => void done.push(at) };
    const tidy = (locked: boolean) =>
      applyRetention(
        {
          privacy: world.database.privacy,
          isLocked: async () => locked,
          dropStaleRequests: async () => {},
          lastDone,
        },
        { now: two, zone: 'UTC', settings: world.settings },
      );
    expect(await tidy(true)).toBe(true);
    expect((await world.database.callbacks.get(old.id))?.callerName).toBe('Dana Lee');
    expect(done).toEqual([]);
    await tidy(false);
    expect((await world.database.callbacks.get(old.id))?.callerName).toBe('');
    expect(done).toHaveLength(1);
  });
});
