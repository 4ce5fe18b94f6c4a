import { expect, onTestFinished, test, vi } from 'vitest';
import { aCallback, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import { aProfile, rowsOnDisk } from '../../tests/support/unit/lock.ts';
import { type Callback, isOpen } from '../domain/callback.ts';
import { promiseKey } from '../domain/due.ts';
import type { RowCipher } from '../lock/row-cipher.ts';
import { toStored } from './callbacks-repository.ts';
import { createLockRepository } from './lock-repository.ts';
import { copiesOf, deleteDatabase } from './migration-copy.ts';
import { RingbackDatabase } from './schema.ts';
import { sealedPlace } from './sealed-tables.ts';

const promised = aCallback({
  id: idAt(1),
  promise: { from: 100, until: 200, zone: 'UTC', words: 'in a bit' },
  owner: { id: 'owner-1', name: 'Priya' },
});
const missed = aCallback({ id: idAt(2), kind: 'missed call', promise: null, happenedAt: 70 });
const closed = Array.from({ length: 600 }, (_, at) =>
  aCallback({ id: idAt(at + 10), status: 'completed', closedAt: 1_000 + at }),
);
const told = { key: `${idAt(1)}|${promiseKey(promised)}|lead`, callbackId: idAt(1), at: 150 };

/** A profile as version 5 left it: sealed, with its times in the clear. */
async function sealedByVersion5({ announced = true } = {}) {
  const profile = aProfile();
  const { record, dataKey } = await profile.newLock();
  const { keys } = profile.aWindow();
  await keys.ready();
  const cipher = keys.cipher();
  const db = new RingbackDatabase(profile.name, 5, undefined, keys);
  await createLockRepository(db).turnOn(record);
  const asVersion5 = (callback: Callback) => {
    const row = { open: 0, closedKey: 0, unlogged: 0, anonymised: 0, ...toStored(callback) };
    const { id, open, closedKey, unlogged, anonymised, status, kind, owner } = row;
    const { happenedAt, createdAt, updatedAt, promise } = row;
    const times = {
      happenedAt,
      createdAt,
      updatedAt,
      promise: promise && { from: promise.from, until: promise.until },
    };
    return {
      ...{
        id,
        open,
        closedKey,
        unlogged,
        anonymised,
        phoneKeys: row.phoneKeys.map((one) => cipher?.tag(one)),
      },
      clear: { status, kind, ownerId: owner?.id ?? null, ...times },
      sealed: cipher?.seal(sealedPlace('callbacks', id), row),
    };
  };
  const transaction = db.backendDB().transaction(['callbacks', 'announcements', 'team'], 'readwrite');
  for (const callback of [promised, missed, ...closed])
    transaction.objectStore('callbacks').put(asVersion5(callback));
  if (announced) transaction.objectStore('announcements').put(told);
  const team = { id: 'team', teamId: 'dental', clientId: 'client', seq: 0, watched: null };
  transaction.objectStore('team').put(team);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  db.close();
  await profile.session.lock();
  onTestFinished(async () => {
    for (const copy of await copiesOf(profile.name)) await deleteDatabase(copy.name);
  });
  return { ...profile, dataKey, team };
}

test('a list that version 5 sealed reminds as before until it is unlocked, and a copy of it is kept', async () => {
  const { name, aWindow } = await sealedByVersion5();
  const { open, nameOf } = await aWindow().openForReminders();
  expect(open).toMatchObject([
    { id: idAt(1), promise: { from: 100, until: 200 }, owner: { id: 'somebody', name: '' } },
    { id: idAt(2), kind: 'missed call', promise: null, happenedAt: 70 },
  ]);
  expect(open.map(nameOf)).toEqual([promiseKey(promised), promiseKey(missed)]);
  expect(await copiesOf(name)).toHaveLength(1);
});

test('and once unlocked it is all there, before and after it is written anew with less in the clear', async () => {
  const { name, aWindow, session, dataKey, team } = await sealedByVersion5();
  await session.unlock(dataKey, 0);
  const first = aWindow();
  const newest = closed.toReversed();
  const isWhole = async () => {
    expect(await first.callbacks.open()).toEqual([promised, missed]);
    expect(await first.callbacks.closed(30)).toEqual(newest.slice(0, 30));
    expect(await first.callbacks.closed(40, 400)).toEqual(newest.slice(400, 440));
    expect(await first.callbacks.closedSince(1_550)).toEqual(closed.slice(-50));
    expect(await first.callbacks.countClosed()).toBe(600);
    const pages = await Array.fromAsync(first.callbacks.closedPages());
    expect(pages.flat()).toEqual(newest);
    expect(await first.team.state()).toEqual({ ...team, seq: expect.any(Number) });
  };
  await isWhole();
  // Half is written anew by being used, half not.
  for (const { id } of closed.slice(0, 5)) await first.callbacks.update(id, (stored) => stored);
  await isWhole();

  expect(await first.lock.reseal()).toBe(true);
  await isWhole();
  const rows = await rowsOnDisk(name);
  for (const row of rows.callbacks ?? []) {
    const { open: _open, ...others } = row;
    expect(Object.keys(others).sort()).toEqual(['clear', 'id', 'phoneKeys', 'sealed']);
    expect(Object.keys(row.clear as object).sort()).toEqual([
      'dueAt',
      'kind',
      'ownerId',
      'promiseTag',
      'status',
    ]);
  }
  expect(rows.team?.map((row) => Object.keys(row))).toEqual([['id', 'sealed']]);
  const { nameOf } = await first.openForReminders();
  expect(rows.announcements).toEqual([{ ...told, key: `${idAt(1)}|${nameOf(promised)}|lead`, at: 0 }]);
  // The copy told more than the list does now.
  expect(await copiesOf(name)).toEqual([]);
  expect(await first.lock.reseal()).toBe(false);
  // Six hundred rows in memory, read whole three times over.
}, 20_000);

test('broken off before its last steps, it takes them the next time', async () => {
  const { name, aWindow, session, dataKey } = await sealedByVersion5({ announced: false });
  await session.unlock(dataKey, 0);
  const first = aWindow();
  // All rows written anew by being used: nothing of them is left to do.
  for (const { id } of [promised, missed, ...closed]) await first.callbacks.update(id, (stored) => stored);
  expect(await copiesOf(name)).toHaveLength(1);
  expect(await first.lock.reseal()).toBe(true);
  expect((await rowsOnDisk(name)).team?.map((row) => Object.keys(row))).toEqual([['id', 'sealed']]);
  expect(await copiesOf(name)).toEqual([]);
  expect(await first.lock.reseal()).toBe(false);
}, 20_000);

test('every change of a sealed list is found again by when it was closed, as without a passcode', async () => {
  const profile = aProfile();
  const { record } = await profile.newLock();
  const first = profile.aWindow();
  await first.keys.ready();
  await first.lock.turnOn(record);
  const plain = aProfile().aWindow();
  const close = (at: number) => (stored: Callback) => ({
    ...stored,
    status: 'completed' as const,
    closedAt: at,
  });
  const unlogged = {
    id: idAt(77),
    at: wednesday,
    by: null,
    outcome: 'no answer' as const,
    number: null,
    note: '',
    loggedAt: null,
  };
  const answers = [];
  for (const { callbacks, privacy, backup } of [first, plain]) {
    await callbacks.add(Array.from({ length: 60 }, (_, at) => aCallback({ id: idAt(at + 1) })));
    for (let at = 1; at <= 40; at += 1) await callbacks.update(idAt(at), close(((at * 7) % 13) + 1));
    await callbacks.update(idAt(3), (stored) => ({ ...stored, status: 'needs call', closedAt: null }));
    await callbacks.update(idAt(50), (stored) => ({ ...stored, attempts: [unlogged] }));
    const removed = await callbacks.remove(idAt(5));
    const gone = await callbacks.remove(idAt(6));
    if (gone) await callbacks.bringBack(gone);
    await privacy.ageOut({ cutoff: 4, action: 'anonymise', limit: 5, now: 99 });
    await privacy.ageOut({ cutoff: 2, action: 'delete', limit: 2, now: 99 });
    await backup.import((existing) => ({
      callbacks: existing
        .filter(isOpen)
        .slice(0, 2)
        .map((entry) => close(6)(entry)),
      closedDays: [],
    }));
    expect(removed?.callback.closedAt).toBe(10);
    const pages = await Array.fromAsync(callbacks.closedPages());
    answers.push({
      closed: (await callbacks.closed(100)).map(({ id }) => id),
      middle: (await callbacks.closed(7, 11)).map(({ id }) => id),
      since: (await callbacks.closedSince(9)).map(({ id }) => id),
      pages: pages.flat().map(({ id }) => id),
      unlogged: (await callbacks.unlogged()).map(({ id }) => id),
      past: await privacy.ageOut({ cutoff: 4, action: 'anonymise', limit: 50, now: 99 }),
    });
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.closed.length).toBeGreaterThan(30);
});

test('an emptied sealed list has nothing closed', async () => {
  const profile = aProfile();
  const { record } = await profile.newLock();
  const first = profile.aWindow();
  await first.keys.ready();
  await first.lock.turnOn(record);
  await first.callbacks.add(closed.slice(0, 3));
  await first.team.leave({ keepEntries: false });
  expect(await first.callbacks.closed(9)).toEqual([]);
  expect((await rowsOnDisk(profile.name)).sealedIndex).toEqual([]);
});

test('of a long sealed list only the index and what is looked at is opened, the index once', async () => {
  const profile = aProfile();
  const { record } = await profile.newLock();
  const keyring = profile.aWindow().keys;
  await keyring.ready();
  const cipher = keyring.cipher() as RowCipher;
  const open = vi.fn(cipher.open);
  const first = profile.aWindow({ ...keyring, cipher: () => ({ ...cipher, open }) });
  await first.lock.turnOn(record);
  await first.callbacks.add(closed);
  const opened = async (ask: () => Promise<unknown>) => {
    open.mockClear();
    await ask();
    return open.mock.calls.length;
  };
  const later = profile.aWindow({ ...keyring, cipher: () => ({ ...cipher, open }) });
  const parts = (await rowsOnDisk(profile.name)).sealedIndex?.length ?? 0;
  expect(parts).toBeLessThanOrEqual(64);
  expect(await opened(() => later.callbacks.closed(30))).toBe(parts + 30);
  expect(await opened(() => later.callbacks.closed(40, 300))).toBe(40);
  expect(await opened(() => later.callbacks.unlogged())).toBe(0);
  expect(await opened(() => later.callbacks.countClosed())).toBe(0);
  await later.callbacks.update(idAt(20), (stored) => ({ ...stored, notes: 'read again' }));
  // Of the index the one part that was written.
  expect(await opened(() => later.callbacks.closed(30))).toBe(1 + 30);
});
