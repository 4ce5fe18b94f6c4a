import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { databaseName } from '../../tests/support/unit/database.ts';
import { aProfile, rowsOnDisk } from '../../tests/support/unit/lock.ts';
import { CallbackSchema } from '../domain/callback.ts';
import { LockRecordSchema } from '../lock/lock-record.ts';
import { unwrapDataKey } from '../lock/passcode.ts';
import { copiesOf } from './migration-copy.ts';
import { RingbackDatabase, versions } from './schema.ts';

type Rows = Record<string, Record<string, unknown>[]>;
/** Every row of every store, by the code of that version itself: the same list without and with a passcode. */
interface Stored {
  version: number;
  passcode: string;
  plain: Rows;
  sealed: Rows;
}

const folder = new URL('../../tests/fixtures/database/', import.meta.url);
const stored: Stored[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);

/** Bytes stand in the files as `{ base64 }`. */
function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  if ('base64' in value) return Uint8Array.fromBase64(String(value.base64));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]));
}

/** Puts the rows on the disk as they are, under that version's stores. */
async function write(name: string, version: number, rows: Rows): Promise<void> {
  const db = new RingbackDatabase(name, version);
  await db.open();
  const transaction = db.backendDB().transaction(Object.keys(rows), 'readwrite');
  for (const [store, all] of Object.entries(rows)) {
    for (const row of all) transaction.objectStore(store).put(revived(row));
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  db.close();
}

type Window = ReturnType<ReturnType<typeof aProfile>['aWindow']>;

/** Everything that version held is found, by every way in. */
async function isWhole({ callbacks, drafts, reminders, team }: Window, { plain }: Stored): Promise<void> {
  const [ana, bo, nameless] = (plain.callbacks ?? []).map((row) => CallbackSchema.parse(row));
  if (!ana || !bo || !nameless) throw new Error('three callbacks are in the file');
  expect(await callbacks.open()).toEqual([ana]);
  expect(await callbacks.closed(9)).toEqual([bo, nameless]);
  expect(await callbacks.closedSince(1_773_236_000_000)).toEqual([bo]);
  expect(await callbacks.withPhone('+14155550132')).toEqual([ana]);
  expect(await callbacks.withPhone('+442079460018')).toEqual([bo]);
  expect(await callbacks.unlogged()).toEqual([ana]);
  expect(await drafts.all()).toEqual(plain.drafts);
  expect(await reminders.closedDays(9)).toEqual(plain.closedDays);
  expect([await reminders.reviewOffer('2026-03-10')]).toEqual(plain.reviewOffers);
  expect(await reminders.snoozes()).toEqual(plain.snoozes);
  expect(await reminders.announced([ana.id])).toMatchObject([{ callbackId: ana.id }]);
  expect(await team.state()).toMatchObject({ teamId: 'acme', clientId: 'here' });
  expect(await team.waiting()).toEqual([ana.id]);
  expect((await team.held(ana.id)).outbox).toMatchObject([
    { what: 'changed', before: { notes: 'gate code 12' }, after: { notes: 'gate code 13' } },
  ]);
}

test('of every version that could seal rows, but the newest maybe, there is what it stored', () => {
  const due = versions
    .map(({ version }) => version)
    .filter((version) => version >= 5)
    .slice(0, -1);
  expect(stored.map(({ version }) => version)).toEqual(expect.arrayContaining(due));
  for (const { version, plain, sealed } of stored) {
    const stores = versions.filter((one) => one.version <= version).flatMap((one) => Object.keys(one.stores));
    expect(Object.keys(plain).sort()).toEqual([...new Set(stores)].sort());
    expect(sealed.lock).toHaveLength(1);
  }
});

describe.each(stored)('what version $version stored, opened with the newest', (was) => {
  test('is all there, and stays so once it was written to', async () => {
    const profile = aProfile(databaseName());
    await write(profile.name, was.version, was.plain);
    const first = profile.aWindow();
    await isWhole(first, was);
    const [ana] = await first.callbacks.open();
    await first.callbacks.update(ana?.id ?? '', (entry) => ({ ...entry, notes: 'third' }));
    first.close();
    expect(await profile.aWindow().callbacks.open()).toEqual([{ ...ana, notes: 'third' }]);
  });

  test('under a passcode reminds while locked, and is all there with the passcode, sealed anew, and without', async () => {
    const profile = aProfile(databaseName());
    await write(profile.name, was.version, was.sealed);
    const locked = profile.aWindow();
    const { open } = await locked.openForReminders();
    expect(open).toMatchObject([{ callerName: '', reason: '', status: 'waiting on internal answer' }]);
    // Whose it is was told by name up to version 7: gone from the list before anybody has given the passcode.
    expect(open[0]?.owner).toEqual({ id: 'somebody', name: '' });
    expect((await rowsOnDisk(profile.name)).callbacks?.map(({ clear }) => clear)).toMatchObject([
      { ownerId: 'somebody' },
      { ownerId: null },
      { ownerId: null },
    ]);
    await expect(locked.callbacks.open()).rejects.toThrow();
    locked.close();

    const record = LockRecordSchema.parse(revived(was.sealed.lock?.[0]));
    expect(await unwrapDataKey(record, 'not it')).toBeNull();
    const dataKey = await unwrapDataKey(record, was.passcode);
    if (!dataKey) throw new Error('the passcode does not open it');
    await profile.session.unlock(dataKey, 0);
    const unlocked = profile.aWindow();
    await isWhole(unlocked, was);
    while (await unlocked.lock.reseal()) await isWhole(unlocked, was);
    await isWhole(unlocked, was);
    expect(await copiesOf(profile.name), 'copies that told more').toEqual([]);
    await unlocked.lock.turnOff();
    unlocked.close();
    await profile.session.lock();
    await isWhole(profile.aWindow(), was);
  });
});
