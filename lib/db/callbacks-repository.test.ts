import { describe, expect, test, vi } from 'vitest';
import { aDatabase, databaseName, fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, phone, wednesday } from '../../tests/support/unit/entries.ts';
import type { Callback } from '../domain/callback.ts';
import { CallbackGoneError, toStored } from './callbacks-repository.ts';

const ids = (entries: readonly Callback[]) => entries.map(({ id }) => id);
const some = (count: number, changes: (place: number) => Partial<Callback> = () => ({})) =>
  Array.from({ length: count }, (_, place) => aCallback({ id: idAt(place + 1), ...changes(place + 1) }));

describe('adding', () => {
  test('stores entries as they are, without what the indexes need', async () => {
    const { callbacks } = aDatabase();
    const entries = some(3);
    await callbacks.add(entries);
    expect(await callbacks.open()).toEqual(entries);
    expect(await callbacks.get(idAt(2))).toEqual(entries[1]);
    expect(await callbacks.get(idAt(9))).toBeNull();
  });

  test('is seen by another connection as soon as it resolves', async () => {
    const name = databaseName();
    const [here, there] = [aDatabase(name), aDatabase(name)];
    await here.callbacks.add(some(1));
    expect(await there.callbacks.countOpen()).toBe(1);
  });

  test('stores none of them where one is there already', async () => {
    const { callbacks } = aDatabase();
    await callbacks.add([aCallback({ id: idAt(2), callerName: 'first' })]);
    await expect(callbacks.add(some(3))).rejects.toThrow();
    expect(await callbacks.open()).toMatchObject([{ id: idAt(2), callerName: 'first' }]);
  });

  test('stores none of them where one is no callback', async () => {
    const { callbacks } = aDatabase();
    const [good, bad] = [aCallback(), aCallback({ id: idAt(2), callerName: '', phone: null })];
    await expect(callbacks.add([good, bad])).rejects.toThrow('name-or-number');
    expect(await callbacks.countOpen()).toBe(0);
  });

  test('stores none of them where the disk is full', async () => {
    const { callbacks } = aDatabase();
    const emptyDisk = fillDisk('callbacks', 'add');
    await expect(callbacks.add(some(2))).rejects.toThrow('The disk is full.');
    emptyDisk();
    expect(await callbacks.countOpen()).toBe(0);
    await callbacks.add(some(2));
    expect(await callbacks.countOpen()).toBe(2);
  });

  test('cleans what comes from a page on the way in', async () => {
    const { callbacks } = aDatabase();
    await callbacks.add([aCallback({ callerName: ' Ana\u202e\nLi ' })]);
    expect(await callbacks.get(idAt(1))).toMatchObject({ callerName: 'Ana Li' });
  });
});

describe('updating', () => {
  test('builds on what is stored, not on what was read before', async () => {
    const { callbacks } = aDatabase();
    await callbacks.add(some(1));
    const more = (text: string) => (stored: Callback) => ({ ...stored, notes: `${stored.notes}${text}` });
    await Promise.all(['a', 'b', 'c'].map((text) => callbacks.update(idAt(1), more(text))));
    expect(await callbacks.get(idAt(1))).toMatchObject({ notes: 'abc' });
  });

  test('of an entry deleted meanwhile says so and brings nothing back', async () => {
    const { callbacks } = aDatabase();
    await callbacks.add(some(1));
    await callbacks.remove(idAt(1));
    const change = vi.fn((stored: Callback) => stored);
    await expect(callbacks.update(idAt(1), change)).rejects.toBeInstanceOf(CallbackGoneError);
    expect(change).not.toHaveBeenCalled();
    expect(await callbacks.get(idAt(1))).toBeNull();
  });

  test.each<[string, (stored: Callback) => Callback]>([
    [
      'a change that fails',
      () => {
        throw new Error('no');
      },
    ],
    ['a change into no callback', (stored) => ({ ...stored, callerName: '', phone: null })],
  ])('%s leaves the entry as it was', async (_, change) => {
    const { callbacks } = aDatabase();
    const [entry] = some(1);
    await callbacks.add(some(1));
    await expect(callbacks.update(idAt(1), change)).rejects.toThrow();
    expect(await callbacks.get(idAt(1))).toEqual(entry);
  });

  test('moves the entry in every index', async () => {
    const { callbacks } = aDatabase();
    await callbacks.add(some(1));
    await callbacks.update(idAt(1), (stored) => ({
      ...stored,
      status: 'completed',
      closedAt: wednesday,
      phone: phone('+442079460018'),
    }));
    expect(await callbacks.countOpen()).toBe(0);
    expect(await callbacks.countClosed()).toBe(1);
    expect(ids(await callbacks.closed(9))).toEqual([idAt(1)]);
    expect(await callbacks.withPhone('+14155550132')).toEqual([]);
    expect(ids(await callbacks.withPhone('+442079460018'))).toEqual([idAt(1)]);
  });
});

describe('removing', () => {
  test('gives the entry back for undo, and null where it is gone', async () => {
    const { callbacks } = aDatabase();
    const [entry] = some(1);
    await callbacks.add(some(1));
    const removed = await callbacks.remove(idAt(1));
    expect(removed?.callback).toEqual(entry);
    expect(await callbacks.remove(idAt(1))).toBeNull();
    if (removed) await callbacks.bringBack(removed);
    expect(await callbacks.open()).toEqual([entry]);
  });

  test('and undoing it keep the snooze and what was announced, so that it is reminded of as before', async () => {
    const { callbacks, reminders } = aDatabase();
    await callbacks.add(some(2));
    await reminders.snooze(idAt(1), wednesday);
    const told = [1, 2].map((place) => ({ key: `${place}|lead`, callbackId: idAt(place), at: wednesday }));
    await reminders.recordAnnouncements(told);
    const removed = await callbacks.remove(idAt(1));
    expect(await reminders.announced([idAt(1), idAt(2)])).toEqual(told.slice(1));
    if (removed) await callbacks.bringBack(removed);
    expect(await reminders.snoozes()).toEqual([{ callbackId: idAt(1), until: wednesday }]);
    expect(await reminders.announced([idAt(1), idAt(2)])).toEqual(told);
  });

  test('is undone whole where half of it fails', async () => {
    const { callbacks } = aDatabase();
    await callbacks.add(some(1));
    const emptyDisk = fillDisk('snoozes', 'delete');
    await expect(callbacks.remove(idAt(1))).rejects.toThrow();
    emptyDisk();
    expect(await callbacks.get(idAt(1))).not.toBeNull();
  });

  test('ends the snooze of the entry', async () => {
    const { callbacks, reminders } = aDatabase();
    await callbacks.add(some(2));
    await reminders.snooze(idAt(1), wednesday);
    await reminders.snooze(idAt(2), wednesday);
    await callbacks.remove(idAt(1));
    expect(await reminders.snoozes()).toEqual([{ callbackId: idAt(2), until: wednesday }]);
  });
});

describe('the closed ones', () => {
  const closedHour = (place: number) => wednesday + ((place * 7) % 10) * 3_600_000;

  test('come newest first, as many as asked for', async () => {
    const { callbacks } = aDatabase();
    await callbacks.add(some(10, (place) => ({ status: 'completed', closedAt: closedHour(place) })));
    await callbacks.add([aCallback({ id: idAt(99) })]);
    const all = await callbacks.closed(50);
    expect(all.map(({ closedAt }) => closedAt)).toEqual(
      all.map(({ closedAt }) => closedAt).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
    );
    expect(all).toHaveLength(10);
    expect(await callbacks.closed(4)).toEqual(all.slice(0, 4));
    expect(await callbacks.countClosed()).toBe(10);
  });

  test('of a day are counted from its first instant on', async () => {
    const { callbacks } = aDatabase();
    const hours = [-1, 0, 1];
    await callbacks.add(
      some(3, (place) => ({ status: 'no longer needed', closedAt: wednesday + (hours[place - 1] ?? 0) })),
    );
    await callbacks.add([aCallback({ id: idAt(9) })]);
    expect(await callbacks.closedSince(wednesday)).toHaveLength(2);
  });
});

describe('the number index', () => {
  test('finds every number of a caller, open or closed, once', async () => {
    const { callbacks } = aDatabase();
    const other = phone('+442079460018');
    await callbacks.add([
      aCallback({ id: idAt(1), alternatePhones: [other, phone()] }),
      aCallback({ id: idAt(2), phone: other, status: 'completed', closedAt: wednesday }),
      aCallback({ id: idAt(3), phone: phone(null, { asShown: '555' }) }),
      aCallback({ id: idAt(4), phone: null }),
    ]);
    expect(ids(await callbacks.withPhone('+14155550132'))).toEqual([idAt(1)]);
    expect(ids(await callbacks.withPhone('+442079460018'))).toEqual([idAt(1), idAt(2)]);
    expect(await callbacks.withPhone('555')).toEqual([]);
  });
});

const notLogged = {
  id: idAt(7),
  at: wednesday,
  by: null,
  outcome: 'no answer' as const,
  number: null,
  note: '',
  loggedAt: null,
};

test.each<[string, Partial<Callback>, object]>([
  ['open', {}, { open: 1 }],
  ['closed', { status: 'completed', closedAt: wednesday + 1 }, { closedKey: wednesday + 1, anonymised: 0 }],
  ['closed without a time', { status: 'completed', closedAt: null }, { closedKey: wednesday, anonymised: 0 }],
  ['closed at the beginning of time', { status: 'completed', closedAt: 0 }, { closedKey: 1, anonymised: 0 }],
  ['anonymised', { status: 'completed', closedAt: 7, anonymisedAt: 9 }, { closedKey: 7 }],
  ['with an attempt to log', { attempts: [notLogged] }, { open: 1, unlogged: 1 }],
  ['without a number', { phone: null }, { open: 1, phoneKeys: [] }],
  ['a doubtful number', { phone: phone(null) }, { open: 1, phoneKeys: [] }],
  ['the same number twice', { alternatePhones: [phone()] }, { open: 1, phoneKeys: ['+14155550132'] }],
])('what the indexes have of an entry, and nothing else: %s', (_, changes, keys) => {
  const { open, closedKey, phoneKeys, unlogged, anonymised } = toStored(aCallback(changes));
  const needed = { phoneKeys: ['+14155550132'], ...keys };
  expect({ open, closedKey, phoneKeys, unlogged, anonymised }).toEqual(needed);
});

test('a write waits for the disk, not for the memory: strict durability', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const { callbacks } = aDatabase();
  await callbacks.add(some(1));
  await callbacks.update(idAt(1), (stored) => stored);
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options?.durability)).toEqual(['strict', 'strict']);
});
