import { describe, expect, it } from 'vitest';
import { aProfile } from '../../tests/support/unit/lock.ts';
import { at, callback, createWorld, hour, minute, promised } from './fake-world.ts';

const two = at('2026-06-10T14:00');
const four = at('2026-06-10T16:00');

/** A list with a passcode, unlocked, as the background looks after it. */
async function aSealedWorld() {
  const profile = aProfile();
  const database = profile.aWindow();
  const { record, dataKey } = await profile.newLock();
  await database.keys.ready();
  await database.lock.turnOn(record);
  const world = createWorld(two, database);
  /** As the background does it: what is known of times is kept in memory. */
  const openCallbacks = async () => {
    await database.keys.refresh();
    const { times, ...found } = await database.openForReminders(profile.session.times);
    if (times) await profile.session.noteTimes(times);
    return found;
  };
  world.restart({ openCallbacks });
  return {
    world,
    lock: () => profile.session.lock(),
    unlock: async () => {
      await profile.session.unlock(dataKey, 0);
      await world.reconcile();
    },
    /** A browser that starts knows nothing of the session before. */
    async startBrowser(when: number) {
      await profile.session.lock();
      await profile.session.noteTimes({});
      await world.openAgain(when);
      world.restart({ openCallbacks });
      await world.reconcile();
    },
    /** Of promises: reviews come as well. */
    told: () =>
      world.told.flatMap(({ id, title }) => {
        const [, , stage] = id.split('|');
        return stage ? [[title, stage]] : [];
      }),
  };
}

const window = (from: number | null, until: number) => callback({ promise: promised(from, until) });

describe('while it is locked', () => {
  it('each stage comes at its time, without a name, and once: none again when it is unlocked', async () => {
    const { world, lock, unlock, told } = await aSealedWorld();
    await world.add(window(four, four + hour));
    await lock();
    const moments: [number, number][] = [];
    for (const moment of [four - 10 * minute, four, four + hour]) {
      await world.runTo(moment - 1);
      const before = told().length;
      await world.runTo(moment);
      moments.push([before, told().length]);
    }
    expect(moments).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(told()).toEqual([
      ['lead: a caller', 'lead'],
      ['opening: a caller', 'opening'],
      ['overdue: a caller', 'overdue'],
    ]);
    await unlock();
    await world.runTo(four + 3 * hour);
    expect(told()).toHaveLength(3);
  });

  it('what was told before it was locked is not told again', async () => {
    const { world, lock, told } = await aSealedWorld();
    await world.add(window(four, four + hour));
    await world.runTo(four);
    expect(told()).toEqual([
      ['lead: Dana Lee', 'lead'],
      ['opening: Dana Lee', 'opening'],
    ]);
    await lock();
    await world.runTo(four + 2 * hour);
    expect(told().slice(2)).toEqual([['overdue: a caller', 'overdue']]);
  });

  it('after a restart of the browser it goes by when the promise ends, and unlocking brings what was unknown', async () => {
    const { world, startBrowser, unlock, told } = await aSealedWorld();
    await world.add(window(four, four + hour), window(null, four + 2 * hour));
    await startBrowser(four - hour);
    expect(world.badge).toEqual({ open: 2, overdue: 0, today: 2 });
    await world.runTo(four + 5 * minute);
    expect(told()).toEqual([]);
    await unlock();
    // Told as what was slept through: nobody could have told it before.
    expect(world.titles().at(-1)).toBe('1 due, 0 overdue by up to 0 min');
    await startBrowser(four + 10 * minute);
    await world.runTo(four + 4 * hour);
    const overdue = world.told.filter(({ title }) => title === 'overdue: a caller');
    expect(overdue).toHaveLength(2);
    expect(world.badge).toEqual({ open: 2, overdue: 2, today: 0 });
    const again = told().length;
    await unlock();
    await world.runTo(four + 5 * hour);
    expect(told()).toHaveLength(again);
  });

  it('a missed call is late when its clock runs out, also after a restart', async () => {
    const { world, startBrowser } = await aSealedWorld();
    await world.add(callback({ kind: 'missed call', promise: null, happenedAt: two, createdAt: two }));
    await startBrowser(two + 4 * minute);
    expect(world.badge).toMatchObject({ overdue: 0 });
    await world.runTo(two + 7 * minute);
    expect(world.badge).toMatchObject({ overdue: 1 });
  });
});
