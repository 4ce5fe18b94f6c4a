import { describe, expect, test, vi } from 'vitest';
import { aDatabase, databaseName } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, phone, wednesday } from '../../tests/support/unit/entries.ts';
import type { Callback } from '../domain/callback.ts';
import { newDraft } from '../domain/draft.ts';
import type { CallerQuery } from '../domain/forget.ts';
import { copyDatabase, copyName, rawRows } from './migration-copy.ts';

const day = 24 * 3_600_000;
const now = wednesday + 100 * day;
const cutoff = now - 90 * day;

/** Closed this many days before `now`. */
function closed(place: number, days: number, changes: Partial<Callback> = {}): Callback {
  const closedAt = now - days * day;
  return aCallback({ id: idAt(place), status: 'completed', closedAt, updatedAt: closedAt, ...changes });
}
const ageOut = (database: ReturnType<typeof aDatabase>, action: 'anonymise' | 'delete', limit = 100) =>
  database.privacy.ageOut({ cutoff, action, limit, now });

describe('past its time', () => {
  test('an entry is anonymised: on the day, not before, and never while it is open', async () => {
    const database = aDatabase();
    const open = aCallback({ id: idAt(9), createdAt: 1, updatedAt: 1 });
    await database.callbacks.add([closed(1, 91), closed(2, 90), closed(3, 89), open]);
    expect(await ageOut(database, 'anonymise')).toBe(2);
    const names = (await database.callbacks.closed(9)).map(({ id, callerName }) => [id, callerName]);
    expect(names).toEqual([
      [idAt(3), 'Ana Villaseñor'],
      [idAt(2), ''],
      [idAt(1), ''],
    ]);
    expect(await database.callbacks.open()).toEqual([open]);
    expect((await database.callbacks.withPhone('+14155550132')).map(({ id }) => id)).toEqual([
      idAt(3),
      idAt(9),
    ]);
  });

  test('it is anonymised once: the next look reads no entry', async () => {
    const database = aDatabase();
    await database.callbacks.add([closed(1, 91), closed(2, 89)]);
    await ageOut(database, 'anonymise');
    const before = await database.callbacks.get(idAt(1));
    const reads = [vi.spyOn(IDBObjectStore.prototype, 'get'), vi.spyOn(IDBObjectStore.prototype, 'getAll')];
    const writes = vi.spyOn(IDBObjectStore.prototype, 'put');
    expect(await ageOut(database, 'anonymise')).toBe(0);
    // Whether a passcode is set is asked, and nothing else.
    const asked = [...reads, writes].flatMap(({ mock }) => mock.calls as unknown[][]);
    expect(asked.filter(([key]) => key !== 'lock')).toEqual([]);
    expect(await database.callbacks.get(idAt(1))).toEqual(before);
  });

  test('entries go in batches, the oldest first', async () => {
    const database = aDatabase();
    await database.callbacks.add(Array.from({ length: 5 }, (_, place) => closed(place + 1, 100 - place)));
    expect(await ageOut(database, 'anonymise', 2)).toBe(2);
    expect((await database.callbacks.get(idAt(1)))?.anonymisedAt).toBe(now);
    expect((await database.callbacks.get(idAt(5)))?.anonymisedAt).toBeNull();
    expect(await ageOut(database, 'anonymise', 2)).toBe(2);
    expect(await ageOut(database, 'anonymise', 2)).toBe(1);
  });

  test('or it is deleted, one that is anonymous already too', async () => {
    const database = aDatabase();
    await database.callbacks.add([closed(1, 91), closed(2, 92), closed(3, 3)]);
    await ageOut(database, 'anonymise', 1);
    expect(await ageOut(database, 'delete')).toBe(2);
    expect((await database.callbacks.closed(9)).map(({ id }) => id)).toEqual([idAt(3)]);
  });

  test.each(['anonymise', 'delete'] as const)('its reminders go with it (%s)', async (action) => {
    const database = aDatabase();
    await database.callbacks.add([closed(1, 91), closed(2, 3)]);
    for (const id of [idAt(1), idAt(2)]) {
      await database.reminders.snooze(id, now);
      await database.reminders.recordAnnouncements([{ key: `${id}|lead`, callbackId: id, at: 1 }]);
    }
    await ageOut(database, action);
    expect((await database.reminders.snoozes()).map(({ callbackId }) => callbackId)).toEqual([idAt(2)]);
    expect(await database.reminders.announced([idAt(1), idAt(2)])).toHaveLength(1);
  });

  test('an anonymised entry can be neither edited nor reopened', async () => {
    const { callbacks, ...database } = aDatabase();
    await callbacks.add([closed(1, 91)]);
    await database.privacy.ageOut({ cutoff, action: 'anonymise', limit: 9, now });
    await expect(
      callbacks.update(idAt(1), (stored) => ({ ...stored, status: 'needs call' })),
    ).rejects.toThrow('anonymised');
    const change = { id: idAt(1), change: (stored: Callback) => ({ ...stored, callerName: 'Back' }) };
    await expect(callbacks.addAndChange([], [change])).rejects.toThrow('anonymised');
    expect((await callbacks.get(idAt(1)))?.callerName).toBe('');
  });

  test('what is not logged of it is no longer in the review', async () => {
    const { callbacks, privacy } = aDatabase();
    const attempt = {
      id: idAt(8),
      at: 1,
      by: null,
      outcome: 'no answer',
      number: null,
      note: '',
      loggedAt: null,
    };
    await callbacks.add([closed(1, 91, { attempts: [attempt as Callback['attempts'][number]] })]);
    expect(await callbacks.unlogged()).toHaveLength(1);
    await privacy.ageOut({ cutoff, action: 'anonymise', limit: 9, now });
    expect(await callbacks.unlogged()).toEqual([]);
  });

  test('drafts go, and what copies made before migrations hold', async () => {
    const name = databaseName();
    const { callbacks, drafts, privacy } = aDatabase(name);
    await callbacks.add([closed(1, 91), closed(2, 3), aCallback({ id: idAt(3) })]);
    await drafts.put(newDraft('old', '', 1, cutoff), newDraft('new', '', 1, now));
    const copy = copyName(name, 3, now);
    await copyDatabase(name, copy);
    await privacy.dropOldCopies(cutoff, now);
    expect((await drafts.all()).map(({ id }) => id)).toEqual(['new']);
    expect(await rawRows(copy, 'callbacks')).toMatchObject([{ id: idAt(2) }, { id: idAt(3) }]);
    expect(await rawRows(copy, 'drafts')).toMatchObject([{ id: 'new' }]);
    await privacy.dropOldCopies(cutoff, now + 20 * day);
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(copy);
  });
});

const dana: CallerQuery = {
  name: 'Dana Lee',
  phones: [phone('+14155550177', { asShown: '(415) 555-0177' })],
};
const theo = { callerName: 'Theo Park', phone: phone('+442079460018') };

/** Traces of one caller wherever there can be any. */
async function everywhere() {
  const name = databaseName();
  const database = aDatabase(name);
  await database.callbacks.add([
    aCallback({ id: idAt(1), callerName: 'Dana Lee', phone: null }),
    closed(2, 3, { callerName: 'lee, dana', phone: phone('+14155550177') }),
    aCallback({ id: idAt(3), callerName: 'The desk', alternatePhones: [phone('+14155550177')] }),
    aCallback({ id: idAt(4), ...theo, notes: 'Neighbour of Dana Lee, 415 555 0177' }),
    aCallback({ id: idAt(5), ...theo }),
  ]);
  const form = newDraft('form', 'Sam', 1, wednesday);
  await database.drafts.put(
    { ...form, fields: { ...form.fields, callerName: 'Dana Lee' } },
    { ...form, id: 'chip', parked: true, fields: { ...form.fields, phone: '4155550177' } },
    { ...form, id: 'other', parked: true, fields: { ...form.fields, callerName: 'Theo Park' } },
  );
  await database.reminders.snooze(idAt(1), now);
  await database.reminders.recordAnnouncements([{ key: 'k', callbackId: idAt(1), at: 1 }]);
  await copyDatabase(name, copyName(name, 3, now));
  const dump = async () => {
    const stores = ['callbacks', 'drafts', 'announcements', 'snoozes', 'closedDays'];
    const names = (await indexedDB.databases()).flatMap((one) =>
      one.name?.startsWith(name) ? [one.name] : [],
    );
    const rows = names.flatMap((one) => stores.map((store) => rawRows(one, store)));
    return JSON.stringify(await Promise.all(rows));
  };
  return { ...database, dump };
}

describe('forgetting a caller', () => {
  test('finds every trace, open and closed, by name and by number', async () => {
    const { privacy } = await everywhere();
    const { entries, drafts } = await privacy.traces(dana);
    expect(entries.map(({ kind, callback }) => [callback.id, kind])).toEqual([
      [idAt(1), 'caller'],
      [idAt(2), 'caller'],
      [idAt(3), 'caller'],
      [idAt(4), 'mention'],
    ]);
    expect(drafts.map(({ id }) => id).sort()).toEqual(['chip', 'form']);
  });

  test('leaves none of them anywhere, copies included, and everybody else as they were', async () => {
    const { callbacks, drafts, privacy, reminders, dump } = await everywhere();
    expect(await dump()).toMatch(/dana/i);
    await privacy.forget(await privacy.traces(dana), dana, now);
    expect(await dump()).not.toMatch(/dana|0177/i);
    const left = await callbacks.open();
    expect(left).toMatchObject([
      { id: idAt(4), ...theo, notes: 'Neighbour of …, …' },
      { id: idAt(5), ...theo },
    ]);
    expect((await drafts.all()).map(({ id }) => id).sort()).toEqual(['form', 'other']);
    expect([await reminders.snoozes(), await reminders.announced([idAt(1)])]).toEqual([[], []]);
  });

  test('can be undone whole', async () => {
    const { callbacks, drafts, privacy, reminders } = await everywhere();
    const before = await callbacks.open();
    const forgotten = await privacy.forget(await privacy.traces(dana), dana, now);
    await privacy.bringBack(forgotten, () => crypto.randomUUID());
    expect(await callbacks.open()).toEqual(before);
    expect(await callbacks.countClosed()).toBe(1);
    expect(await reminders.snoozes()).toEqual([{ callbackId: idAt(1), until: now }]);
    const written = (await drafts.all()).map(({ fields }) => fields.callerName || fields.phone);
    expect(written.sort()).toEqual(['', '4155550177', 'Dana Lee', 'Theo Park']);
  });

  test('undone does not overwrite what somebody changed meanwhile', async () => {
    const { callbacks, privacy } = await everywhere();
    const forgotten = await privacy.forget(await privacy.traces(dana), dana, now);
    await callbacks.update(idAt(4), (stored) => ({ ...stored, notes: 'new notes' }));
    await privacy.bringBack(forgotten, () => crypto.randomUUID());
    expect((await callbacks.get(idAt(4)))?.notes).toBe('new notes');
  });

  test('looks through long lists whole', async () => {
    const { callbacks, privacy } = aDatabase();
    const many = Array.from({ length: 1_203 }, (_, place) =>
      aCallback({
        id: idAt(place + 1),
        callerName: place % 400 === 0 ? 'Dana Lee' : 'Theo Park',
        phone: null,
      }),
    );
    await callbacks.add(many);
    expect((await privacy.traces(dana)).entries).toHaveLength(4);
  });
});
