import { expect, test } from 'vitest';
import { idAt } from '../../tests/support/unit/entries.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createPanelHabits } from '../settings/panel-habits.ts';
import { createKeptApart } from './kept-apart.ts';

const [pair, another] = [`${idAt(1)} ${idAt(2)}`, `${idAt(3)} ${idAt(4)}`];

async function aWindow(area = createMemoryStorage(), gone: string[] = []) {
  const habits = createPanelHabits(area);
  const { keptApart } = await habits.load();
  const isThere = async (id: string) => !gone.includes(id);
  const store = createKeptApart({ habits, atFirst: keptApart, isThere });
  return { area, habits, ...store, stored: async () => (await habits.load()).keptApart };
}

test('two windows that say of different pairs that they are two callers lose neither', async () => {
  const one = await aWindow();
  const other = await aWindow(one.area);
  await one.keepApart(pair, true);
  await other.keepApart(another, true);
  expect([...one.keptApart.value]).toEqual([pair, another]);
  expect(await one.stored()).toEqual([pair, another]);
  await one.keepApart(pair, false);
  expect(await one.stored()).toEqual([another]);
  expect([...one.keptApart.value]).toEqual([another]);
});

test('a window follows what another one says and takes back', async () => {
  const one = await aWindow();
  const other = await aWindow(one.area);
  await one.keepApart(pair, true);
  expect([...other.keptApart.value]).toEqual([pair]);
  await one.keepApart(pair, false);
  expect([...other.keptApart.value]).toEqual([]);
});

test('what was just said here holds while what another window said arrives, stored or not', async () => {
  const one = await aWindow();
  const other = await aWindow(one.area);
  const said = one.keepApart(pair, true);
  // Of a moment before: it does not know of the first pair yet.
  await one.area.set('panel-habits', { keptApart: [another] });
  expect([...one.keptApart.value].sort()).toEqual([pair, another]);
  await said;
  expect([...other.keptApart.value].sort()).toEqual([...one.keptApart.value].sort());
});

test('what the browser refuses to store holds in its window, whatever another window says later', async () => {
  const area = createMemoryStorage();
  const full = { ...area, set: () => Promise.reject(new Error('disk is full')) };
  const one = await aWindow(full);
  const other = await aWindow(area);
  await one.keepApart(pair, true);
  await other.keepApart(another, true);
  expect([...one.keptApart.value].sort()).toEqual([pair, another]);
});

test('what was said here and stored is taken back by another window', async () => {
  const one = await aWindow();
  await one.keepApart(pair, true);
  await one.keepApart(pair, true);
  const other = await aWindow(one.area);
  await other.keepApart(pair, false);
  expect([...one.keptApart.value]).toEqual([]);
});

test('of a pair that was dropped nothing is kept in a window either', async () => {
  const area = createMemoryStorage({ 'panel-habits': { keptApart: [pair, another] } });
  const { dropGone, keptApart } = await aWindow(area, [idAt(4)]);
  await dropGone();
  expect([...keptApart.value]).toEqual([pair]);
});

test('a pair is dropped once one of its entries is gone', async () => {
  const area = createMemoryStorage({ 'panel-habits': { keptApart: [pair, another], singleKeys: false } });
  const { dropGone, stored, habits } = await aWindow(area, [idAt(4)]);
  await dropGone();
  expect(await stored()).toEqual([pair]);
  expect((await habits.load()).singleKeys).toBe(false);
});

test('where entries cannot be read, none is taken for gone', async () => {
  const area = createMemoryStorage({ 'panel-habits': { keptApart: [pair] } });
  const habits = createPanelHabits(area);
  const isThere = () => Promise.reject(new Error('locked'));
  await createKeptApart({ habits, atFirst: [pair], isThere }).dropGone();
  expect((await habits.load()).keptApart).toEqual([pair]);
});
