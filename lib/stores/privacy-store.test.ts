import { describe, expect, test } from 'vitest';
import { fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, phone } from '../../tests/support/unit/entries.ts';
import { somePrivacy } from '../../tests/support/unit/privacy.ts';

async function withEntries() {
  const privacy = somePrivacy();
  await privacy.repositories.callbacks.add([
    aCallback({
      id: idAt(1),
      callerName: 'Dana Lee',
      phone: phone('+14155550177', { asShown: '(415) 555-0177' }),
    }),
    aCallback({ id: idAt(2), callerName: 'Dana Marie Lee', phone: null }),
    aCallback({ id: idAt(3), callerName: 'Theo Park', phone: null, notes: 'knows Dana Lee' }),
    aCallback({
      id: idAt(4),
      callerName: 'Ann Other',
      phone: null,
      alternatePhones: [phone('+14155550177')],
    }),
  ]);
  const find = async (text: string) => {
    privacy.store.ask(text);
    await privacy.store.find();
  };
  const names = async () => (await privacy.repositories.callbacks.open()).map(({ callerName }) => callerName);
  return { ...privacy, find, names };
}

describe('finding', () => {
  test.each([
    ['Dana Lee', [idAt(1), idAt(2), idAt(3)], [idAt(1), idAt(3)]],
    ['dana', [idAt(1), idAt(2), idAt(3)], []],
    ['415 555 0177', [idAt(1), idAt(4)], [idAt(1), idAt(4)]],
    ['+1-415-555-0177', [idAt(1), idAt(4)], [idAt(1), idAt(4)]],
    ['nobody', [], []],
  ])('%s finds what is sure, ticked, and what may be, not ticked', async (text, found, ticked) => {
    const { store, find } = await withEntries();
    await find(text);
    expect(store.found.value?.entries.map(({ callback }) => callback.id)).toEqual(found);
    expect([...store.chosen.value]).toEqual(ticked);
  });

  test('nothing is nobody', async () => {
    const { store, find } = await withEntries();
    await find('  ');
    expect([store.state.value, store.found.value]).toEqual(['idle', null]);
  });

  test('the caller of an entry is looked for by name and all numbers', async () => {
    const { store } = await withEntries();
    await store.findCallerOf(idAt(1));
    expect(store.asked.value).toBe('Dana Lee');
    expect([...store.chosen.value]).toEqual([idAt(1), idAt(3), idAt(4)]);
  });

  test('an entry that is gone finds nothing', async () => {
    const { store } = await withEntries();
    await store.findCallerOf(idAt(99));
    expect(store.state.value).toBe('idle');
  });
});

describe('forgetting', () => {
  test('takes what is ticked, and tells the background', async () => {
    const { store, find, names, onForgotten, onWritten } = await withEntries();
    await find('Dana Lee');
    store.choose(idAt(2), true);
    store.choose(idAt(3), false);
    await store.forget();
    expect(await names()).toEqual(['Theo Park', 'Ann Other']);
    expect([store.state.value, store.took.value, store.asked.value]).toEqual(['forgotten', 2, '']);
    expect([onForgotten.mock.calls.length, onWritten.mock.calls.length]).toEqual([1, 1]);
  });

  test('can be undone for half a minute', async () => {
    const { store, find, names, passHalfMinute } = await withEntries();
    const before = await names();
    await find('Dana Lee');
    await store.forget();
    expect(store.canUndo.value).toBe(true);
    await store.undo();
    expect(await names()).toEqual(before);
    expect([store.state.value, store.canUndo.value]).toEqual(['undone', false]);
    await find('Dana Lee');
    await store.forget();
    passHalfMinute();
    expect(store.canUndo.value).toBe(false);
    await store.undo();
    expect(await names()).not.toEqual(before);
  });

  test('does nothing without a tick', async () => {
    const { store, find, names } = await withEntries();
    await find('dana');
    await store.forget();
    expect(store.state.value).toBe('found');
    expect(await names()).toHaveLength(4);
  });

  test('says so where storage refuses, and has taken nothing', async () => {
    const { store, find, names } = await withEntries();
    await find('Dana Lee');
    const emptyDisk = fillDisk('callbacks', 'delete');
    await store.forget();
    emptyDisk();
    expect(store.state.value).toBe('failed');
    expect(await names()).toHaveLength(4);
  });
});
