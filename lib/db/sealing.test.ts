import { describe, expect, test, vi } from 'vitest';
import { aCallback, aClosedDay, idAt, phone, wednesday } from '../../tests/support/unit/entries.ts';
import { aProfile, rowsOnDisk } from '../../tests/support/unit/lock.ts';
import type { Callback } from '../domain/callback.ts';
import { newDraft } from '../domain/draft.ts';
import { dueAt, promiseKey } from '../domain/due.ts';
import { dayRules, defaultSettings } from '../domain/settings.ts';
import { noKeys } from '../lock/keyring.ts';
import { RingbackDatabase, versions } from './schema.ts';
import { readableOwnerId } from './sealed-tables.ts';
import { LockedError } from './sealing.ts';
import { createSyncedEntries } from './synced-entries.ts';

const told = /Quagga|555-?0166|boiler|INV-77|gate code|crm\.example|tomorrow at noon|Priya/i;
const quagga = aCallback({
  id: idAt(1),
  callerName: 'Ursula Quagga',
  phone: phone('+14155550166', { asShown: '(415) 555-0166' }),
  alternatePhones: [phone('+14155550167', { asShown: '555-0166 ext' })],
  reference: 'INV-77',
  reason: 'Wants her boiler back',
  notes: 'gate code 12',
  owner: { id: 'owner-1', name: 'Priya' },
  promise: { from: null, until: wednesday + 60_000, zone: 'Europe/Berlin', words: 'tomorrow at noon' },
  source: { url: 'https://crm.example.com/77', title: 'Ursula Quagga', site: 'crm.example.com' },
  history: [{ id: idAt(8), at: 1, by: 'Priya', what: 'changed', from: 'Quagga', to: 'Quagga' }],
});
const closed = aCallback({ id: idAt(2), callerName: 'Closed Quagga', status: 'completed', closedAt: 99 });
const draft = { ...newDraft('d1', 'Priya', 1, 5), parked: true };
draft.fields = { ...draft.fields, callerName: 'Draft Quagga' };
const day = aClosedDay({ by: 'Priya', people: [{ name: 'Priya', kept: 1, late: 0, carriedOver: 0 }] });

const synced = { revision: 1, n: 1, applied: {}, deleted: false, extra: '', unreadable: false };

/** A profile with something of everything in it, and a passcode set. */
async function aLockedProfile() {
  const profile = aProfile();
  const first = profile.aWindow();
  await first.callbacks.add([quagga, closed]);
  await first.drafts.put(draft);
  await first.reminders.closeDay(day);
  const { record, dataKey } = await profile.newLock();
  await first.keys.ready();
  await first.lock.turnOn(record);
  return { ...profile, first, record, dataKey };
}

describe('with a passcode set', () => {
  test('nothing on the disk tells who or why, of what was there before and of what comes', async () => {
    const { name, first } = await aLockedProfile();
    await first.callbacks.add([{ ...quagga, id: idAt(3) }]);
    await first.callbacks.update(idAt(2), (stored) => ({ ...stored, notes: 'gate code 13' }));
    await first.drafts.put({ ...draft, id: 'd2' });
    const rows = await rowsOnDisk(name);
    expect(Object.values(rows).flat().length).toBe(10);
    const text = JSON.stringify(rows, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect(text).not.toMatch(told);
  });

  test('of every table that stays in the clear which is on this list, and nothing else', async () => {
    const { name, first } = await aLockedProfile();
    await first.team.join({ teamId: 'team', clientId: 'client', share: true });
    await first.team.rewrite([idAt(1)], () => ({ synced: { ...synced, callbackId: idAt(1) } }));
    const db = new RingbackDatabase(name, undefined, undefined, first.keys);
    await createSyncedEntries(db).putNew([{ ...synced, callbackId: idAt(2) }]);
    db.close();
    await first.reminders.snooze(idAt(1), 7);
    await first.reminders.recordReviewOffer({ day: '2026-03-11', at: 9 });
    await first.reminders.recordAnnouncements([{ key: `${idAt(1)}|tag|lead`, callbackId: idAt(1), at: 7 }]);
    const rows = await rowsOnDisk(name);
    const columns = Object.fromEntries(
      Object.entries(rows).map(([table, all]) => [
        table,
        [...new Set(all.flatMap((row) => Object.keys(row)))].sort(),
      ]),
    );
    expect(columns).toEqual({
      announcements: ['at', 'callbackId', 'key'],
      // `phoneKeys` are keyed tags; `open` says what the status says.
      callbacks: ['clear', 'id', 'open', 'phoneKeys', 'sealed'],
      closedDays: ['day', 'sealed'],
      drafts: ['id', 'sealed'],
      lock: ['id', 'iterations', 'kdf', 'keyId', 'salt', 'version', 'wrapped'],
      outbox: ['callbackId', 'sealed', 'seq'],
      reviewOffers: ['at', 'day'],
      sealedIndex: ['part', 'sealed'],
      snoozes: ['callbackId', 'until'],
      synced: ['callbackId', 'sealed'],
      syncedParts: ['part', 'sealed'],
      team: ['id', 'sealed'],
    });
    const [open] = rows.callbacks ?? [];
    expect(open?.clear).toEqual({
      status: 'needs call',
      kind: 'promised',
      // Whose it is, without a team, is a name: that it is somebody's is all that is told.
      ownerId: 'somebody',
      dueAt: wednesday + 60_000,
      promiseTag: expect.stringMatching(/^[\w+/]{43}=$/),
    });
    // That a stage was announced is known, not when.
    expect((rows.announcements ?? []).map(({ at }) => at)).toEqual([0]);
    // Of a closed one, not even that it was closed at 99.
    expect(
      JSON.stringify(rows.callbacks?.[1], (_, value) => (value instanceof Uint8Array ? '' : value)),
    ).not.toContain('99,');
  });

  test('of an owner, a member’s id alone is readable, by which reminders in a team go', () => {
    const member = '3f0c7f5e-9f43-4d5e-8b1c-1f2a3b4c5d6e';
    expect(readableOwnerId(member)).toBe(member);
    for (const name of ['sam', '鈴木 一郎', `${member} or sam`, ''])
      expect(readableOwnerId(name)).toBe('somebody');
    expect(readableOwnerId(null)).toBeNull();
  });

  test('what was announced keeps its place under tags, and gets its name back with the passcode off', async () => {
    const profile = aProfile();
    const first = profile.aWindow();
    await first.callbacks.add([quagga]);
    const told = (stage: string) => ({
      key: `${idAt(1)}|${promiseKey(quagga)}|${stage}`,
      callbackId: idAt(1),
      at: 5,
    });
    const review = { key: 'missed-review|2026-03-10', callbackId: 'review', at: 5 };
    await first.reminders.recordAnnouncements([told('lead'), review]);
    const { record } = await profile.newLock();
    await first.keys.ready();
    // The key is there, the passcode not yet: what is announced now is to be found again without it.
    expect((await first.openForReminders()).nameOf(quagga)).toBe(promiseKey(quagga));
    await first.lock.turnOn(record);
    const { nameOf, open } = await first.openForReminders();
    const name = nameOf(open[0] as Callback);
    expect(name).not.toContain(String(wednesday));
    const keys = async () =>
      (await first.reminders.announced([idAt(1), 'review'])).map(({ key }) => key).sort();
    expect(await keys()).toEqual([`${idAt(1)}|${name}|lead`, review.key].sort());
    await first.lock.turnOff();
    expect(await keys()).toEqual([told('lead').key, review.key].sort());
  });

  test('every repository reads what it wrote, through every index', async () => {
    const { first } = await aLockedProfile();
    expect(await first.callbacks.get(idAt(1))).toEqual(quagga);
    expect(await first.callbacks.open()).toEqual([quagga]);
    expect(await first.callbacks.closed(9)).toEqual([closed]);
    expect(await first.callbacks.closedSince(1)).toEqual([closed]);
    expect(await first.drafts.all()).toEqual([draft]);
    expect(await first.reminders.closedDays(9)).toEqual([day]);
    expect(await first.reminders.lastClosedDay()).toEqual({ day: day.day });
    expect(await first.callbacks.oldest()).toBe(wednesday);
    const pages = [];
    for await (const page of first.backup.pages()) pages.push(...page);
    expect(pages).toEqual([quagga, closed]);
  });

  test('the same number is found by its tag, also once it changed', async () => {
    const { first } = await aLockedProfile();
    expect(await first.callbacks.withPhone('+14155550166')).toEqual([quagga]);
    expect(await first.callbacks.withPhone('+14155550167')).toEqual([quagga]);
    await first.callbacks.update(idAt(1), (stored) => ({ ...stored, phone: phone('+14155550199') }));
    expect(await first.callbacks.withPhone('+14155550166')).toEqual([]);
    expect(await first.callbacks.withPhone('+14155550199')).toHaveLength(1);
  });

  test('everything else that is done to a list goes on', async () => {
    const { first } = await aLockedProfile();
    const removed = await first.callbacks.remove(idAt(1));
    expect(removed?.callback).toEqual(quagga);
    if (removed) await first.callbacks.bringBack(removed);
    const traces = await first.privacy.traces({ name: 'Ursula Quagga', phones: [] });
    expect(traces.entries.map(({ callback }) => callback.id)).toContain(idAt(1));
    await first.privacy.ageOut({ cutoff: 99, action: 'anonymise', limit: 9, now: 100 });
    expect(await first.callbacks.get(idAt(2))).toMatchObject({ callerName: '', anonymisedAt: 100 });
    await first.backup.import((existing) => ({
      callbacks: existing.map((entry) => ({ ...entry, reference: 'seen' })),
      closedDays: [],
    }));
    expect(await first.callbacks.get(idAt(1))).toMatchObject({ reference: 'seen' });
  });

  test('what waits to be told the team is sealed, too', async () => {
    const { name, first } = await aLockedProfile();
    await first.team.join({ teamId: 'team', clientId: 'client', share: true });
    await first.callbacks.update(idAt(1), (stored) => ({ ...stored, notes: 'gate code 14' }));
    expect(await first.team.waiting()).toEqual([idAt(1), idAt(2)]);
    const { outbox = [], team = [] } = await rowsOnDisk(name);
    expect(outbox.length).toBeGreaterThan(0);
    for (const row of outbox) expect(Object.keys(row)).toEqual(['seq', 'callbackId', 'sealed']);
    expect(team.map((row) => Object.keys(row))).toEqual([['id', 'sealed']]);
    expect(await first.team.state()).toMatchObject({ teamId: 'team' });
  });

  test('a watched list hears of what another window writes', async () => {
    const profile = await aLockedProfile();
    const heard = vi.fn();
    const stop = profile.aWindow().watch(
      () => profile.first.callbacks.open(),
      (open) => heard(open.map(({ callerName }) => callerName)),
      heard,
    );
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(['Ursula Quagga']));
    await profile.first.callbacks.update(idAt(1), (stored) => ({ ...stored, callerName: 'Ursula Z.' }));
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(['Ursula Z.']));
    stop();
  });
});

describe('locked', () => {
  test('nothing is read and nothing is written, but what reminders need', async () => {
    const profile = await aLockedProfile();
    await profile.session.lock();
    const later = profile.aWindow();
    const before = await rowsOnDisk(profile.name);
    const refused: (() => Promise<unknown>)[] = [
      () => later.callbacks.get(idAt(1)),
      () => later.callbacks.open(),
      () => later.callbacks.closed(9),
      () => later.drafts.all(),
      () => later.callbacks.add([aCallback({ id: idAt(5) })]),
      () => later.callbacks.update(idAt(1), (stored) => stored),
      () => later.drafts.put(draft),
      () => later.reminders.closeDay({ ...day, day: '2026-03-12' }),
      () => later.privacy.ageOut({ cutoff: 99, action: 'anonymise', limit: 9, now: 100 }),
      () => later.callbacks.remove(idAt(1)),
    ];
    for (const attempt of refused) await expect(attempt()).rejects.toThrow(LockedError);
    expect(await rowsOnDisk(profile.name)).toEqual(before);

    await later.reminders.snooze(idAt(1), 7);
    await later.reminders.recordAnnouncements([{ key: 'k', callbackId: idAt(1), at: 7 }]);
    expect(await later.reminders.announced([idAt(1)])).toHaveLength(1);
    expect(await later.reminders.lastClosedDay()).toEqual({ day: day.day });
    expect(await later.callbacks.countOpen()).toBe(1);
    expect(await later.failure()).toBeNull();
  });

  test('badge and reminders get the open entries, without who and why', async () => {
    const profile = await aLockedProfile();
    await profile.session.lock();
    const { open, nameOf } = await profile.aWindow().openForReminders();
    const due = wednesday + 60_000;
    expect(open).toMatchObject([
      {
        id: idAt(1),
        status: 'needs call',
        kind: 'promised',
        owner: { id: 'somebody', name: '' },
        promise: { from: due, until: due },
      },
    ]);
    expect(JSON.stringify(open)).not.toMatch(told);
    const lockedName = nameOf(open[0] as Callback);
    await profile.session.unlock(profile.dataKey, 0);
    const unlocked = await profile.aWindow().openForReminders();
    expect(unlocked.open).toEqual([quagga]);
    expect(unlocked.nameOf(quagga)).toBe(lockedName);
  });

  test('until the browser closes, every stage is known; of a promise changed since, only by when', async () => {
    const profile = await aLockedProfile();
    const { times } = await profile.first.openForReminders();
    await profile.session.noteTimes(times ?? {});
    await profile.session.lock();
    const later = profile.aWindow();
    const windows = async () =>
      (await later.openForReminders(profile.session.times)).open.map(({ promise }) => promise);
    expect(await windows()).toMatchObject([{ from: null, until: wednesday + 60_000 }]);
    await profile.session.unlock(profile.dataKey, 0);
    await profile.first.keys.ready();
    const promise = { from: 100, until: 200, zone: '', words: '' };
    await profile.first.callbacks.update(idAt(1), (stored) => ({ ...stored, promise }));
    await profile.session.lock();
    await later.keys.ready();
    expect(await windows()).toMatchObject([{ from: 200, until: 200 }]);
  });

  test('a kind whose clock runs is due when its clock runs out, also after the rules have changed', async () => {
    const profile = await aLockedProfile();
    const missed = aCallback({ id: idAt(9), kind: 'missed call', promise: null, happenedAt: wednesday });
    await profile.first.callbacks.add([missed]);
    await profile.first.lock.renewDue();
    await profile.session.lock();
    const { open } = await profile.aWindow().openForReminders();
    const rules = dayRules(defaultSettings('US'), 'UTC');
    expect(open.find(({ id }) => id === idAt(9))?.promise?.until).toBe(dueAt(missed, rules));
  });

  test('a key of another list opens nothing and writes nothing', async () => {
    const profile = await aLockedProfile();
    await profile.session.unlock(new Uint8Array(32), 0);
    const other = profile.aWindow();
    await expect(other.callbacks.open()).rejects.toThrow();
    await expect(other.callbacks.add([aCallback({ id: idAt(5) })])).rejects.toThrow(LockedError);
  });

  test('a window that never heard of the passcode writes nothing readable', async () => {
    const profile = aProfile();
    const deaf = profile.aWindow({ ...noKeys, refresh: async () => {}, onChange: () => () => {} });
    await deaf.callbacks.add([closed]);
    const first = profile.aWindow();
    const { record } = await profile.newLock();
    await first.keys.ready();
    const turningOn = first.lock.turnOn(record);
    const writing = deaf.callbacks.add([quagga]).catch((error) => error);
    await turningOn;
    const late = await deaf.drafts.put(draft).catch((error) => error);
    expect(late).toBeInstanceOf(LockedError);
    await writing;
    for (const row of (await rowsOnDisk(profile.name)).callbacks ?? []) expect(row).toHaveProperty('sealed');
  });
});

describe('the passcode', () => {
  test('is turned off: every row is as it was', async () => {
    const { name, first } = await aLockedProfile();
    await first.lock.turnOff();
    const { callbacks = [], drafts = [], lock } = await rowsOnDisk(name);
    expect(callbacks).toMatchObject([quagga, { ...closed }]);
    expect(callbacks[0]).toMatchObject({ phoneKeys: ['+14155550166', '+14155550167'] });
    expect(callbacks[0]).not.toHaveProperty('sealed');
    expect(drafts).toEqual([draft]);
    expect(lock).toEqual([]);
  });

  test('is changed without touching a row', async () => {
    const { name, first, record } = await aLockedProfile();
    const before = await rowsOnDisk(name);
    const other = { ...record, salt: new Uint8Array(16).fill(3).toBase64() };
    await first.lock.change(other);
    expect(await rowsOnDisk(name)).toEqual({ ...before, lock: [{ id: 'lock', ...other }] });
    expect(await first.lockRecord()).toEqual({ id: 'lock', ...other });
    await expect(first.lock.change({ ...record, keyId: '00'.repeat(8) })).rejects.toThrow(/another list/);
  });

  test('cannot be set twice, nor without its key in use: nothing is changed then', async () => {
    const { name, first, record } = await aLockedProfile();
    await expect(first.lock.turnOn(record)).rejects.toThrow(/set already/);
    const other = aProfile();
    const window = other.aWindow();
    await window.callbacks.add([quagga]);
    await expect(window.lock.turnOn(record)).rejects.toThrow(LockedError);
    expect(await window.callbacks.get(idAt(1))).toEqual(quagga);
    expect((await rowsOnDisk(other.name)).lock).toEqual([]);
    expect((await rowsOnDisk(name)).lock).toHaveLength(1);
  });

  test('is not set where the disk is full: every row is as it was', async () => {
    const profile = aProfile();
    const first = profile.aWindow();
    await first.callbacks.add([quagga, closed]);
    const before = await rowsOnDisk(profile.name);
    const { record } = await profile.newLock();
    await first.keys.ready();
    const original = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given: Parameters<IDBObjectStore['put']>
    ) {
      if ((given[0] as { id?: string }).id === idAt(2)) throw new DOMException('full', 'QuotaExceededError');
      return Reflect.apply(original, this, given);
    });
    await expect(first.lock.turnOn(record)).rejects.toThrow();
    full.mockRestore();
    expect(await rowsOnDisk(profile.name)).toEqual(before);
  });

  test('tells how far sealing is', async () => {
    const profile = aProfile();
    const first = profile.aWindow();
    await first.callbacks.add(Array.from({ length: 1_200 }, (_, i) => aCallback({ id: idAt(i + 1) })));
    const { record } = await profile.newLock();
    await first.keys.ready();
    const progress = vi.fn();
    await first.lock.turnOn(record, progress);
    expect(progress.mock.calls).toEqual([
      [500, 1_200],
      [1_000, 1_200],
      [1_200, 1_200],
    ]);
  });
});

test('a later version migrates sealed rows while locked, and gives them what it added once unlocked', async () => {
  const profile = await aLockedProfile();
  profile.first.close();
  await profile.session.lock();
  const next = [
    ...versions,
    {
      version: 99,
      stores: { callbacks: 'id, open, closedKey, *phoneKeys, unlogged, [anonymised+closedKey], later' },
      upgrade: (transaction) =>
        transaction
          .table('callbacks')
          .toCollection()
          .modify({ later: 'added' } as never),
    } satisfies (typeof versions)[number],
  ];
  const open = (keys = profile.aWindow().keys) => new RingbackDatabase(profile.name, undefined, next, keys);
  const locked = open();
  await locked.open();
  await expect(locked.callbacks.toArray()).rejects.toThrow(LockedError);
  locked.close();
  await profile.session.unlock(profile.dataKey, 0);
  const unlocked = open();
  expect(
    await unlocked.callbacks
      .where('later' as never)
      .equals('added')
      .toArray(),
  ).toMatchObject([{ ...quagga, later: 'added' }, closed]);
  unlocked.close();
});
