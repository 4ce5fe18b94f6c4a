import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { at, callback, createWorld, minute, promised } from './fake-world.ts';

const morning = at('2026-06-10T09:30');
const block = at('2026-06-10T10:30');

function quietWorld() {
  const world = createWorld(morning);
  world.settings = { ...world.settings, focusBlocks: { startsAt: ['10:30', '14:30'], minutes: 20 } };
  return world;
}

describe('quiet periods', () => {
  it('wake the background when one begins and say how many calls wait, once', async () => {
    const world = quietWorld();
    await world.add(callback(), callback());
    expect(world.alarm).toBe(block);
    await world.runTo(block + 5 * minute);
    await world.reconcile();
    expect(world.titles()).toEqual(['focus: 2 waiting']);
  });

  it('are not said again after a restart of the browser', async () => {
    const world = quietWorld();
    await world.add(callback());
    await world.runTo(block);
    await world.openAgain(block + 10 * minute);
    expect(world.titles()).toEqual(['focus: 1 waiting']);
  });

  it('are skipped while nobody waits, and said for whoever comes to wait meanwhile', async () => {
    const world = quietWorld();
    const afternoon = at('2026-06-10T16:00');
    await world.add(callback({ promise: promised(afternoon, afternoon) }));
    await world.runTo(block + 5 * minute);
    expect(world.titles()).toEqual([]);
    await world.add(callback());
    expect(world.titles()).toEqual(['focus: 1 waiting']);
  });

  it('are over when they are over', async () => {
    const world = quietWorld();
    await world.openAgain(block + 20 * minute);
    await world.add(callback());
    expect(world.titles()).toEqual([]);
  });

  it('begin twice a day', async () => {
    const world = quietWorld();
    await world.add(callback());
    await world.runTo(at('2026-06-10T15:00'));
    expect(world.titles()).toEqual(['focus: 1 waiting', 'focus: 1 waiting']);
  });

  it('count in a team what is mine and what is nobody’s, and are skipped for what colleagues have', async () => {
    const world = quietWorld();
    const [me, other] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'];
    world.settings = { ...world.settings, memberId: me };
    await world.add(callback({ owner: { id: other, name: 'Kim' } }));
    await world.runTo(block + 5 * minute);
    expect(world.titles()).toEqual([]);
    await world.add(callback({ owner: { id: me, name: 'Kim' } }), callback({ owner: null }));
    expect(world.titles()).toEqual(['focus: 2 waiting']);
  });
});
