import { expect, test, vi } from 'vitest';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createPanelHabits } from './panel-habits.ts';

const chosen = { firstMinuteDone: true, singleKeys: false, keptApart: ['a b'] };

test.each([
  ['firstMinuteDone', 'yes', false],
  ['singleKeys', 'no', true],
  ['keptApart', ['a b', 7], []],
  ['keptApart', ['x'.repeat(101)], []],
])('a damaged %s (%j) spoils no other habit', async (field, damaged, first) => {
  const area = createMemoryStorage({ 'panel-habits': { ...chosen, [field]: damaged } });
  expect(await createPanelHabits(area).load()).toEqual({ ...chosen, [field]: first });
});

test.each(['broken', null, 7])('of %j there is none: they are the first ones', async (stored) => {
  const area = createMemoryStorage({ 'panel-habits': stored });
  expect(await createPanelHabits(area).load()).toEqual({
    firstMinuteDone: false,
    singleKeys: true,
    keptApart: [],
  });
});

test('two changes at the same time lose nothing of each other', async () => {
  const habits = createPanelHabits(createMemoryStorage());
  const apart = (pair: string) => habits.update(({ keptApart }) => ({ keptApart: [...keptApart, pair] }));
  await Promise.all([apart('a b'), habits.update({ singleKeys: false }), apart('c d')]);
  expect(await habits.load()).toMatchObject({ singleKeys: false, keptApart: ['a b', 'c d'] });
});

test('where the browser refuses to store, nothing breaks, and the next change is stored', async () => {
  const area = createMemoryStorage();
  const habits = createPanelHabits(area);
  vi.spyOn(area, 'set').mockRejectedValueOnce(new Error('QuotaExceededError'));
  await habits.update({ firstMinuteDone: true });
  await habits.update({ singleKeys: false });
  expect(await habits.load()).toMatchObject({ firstMinuteDone: false, singleKeys: false });
});
