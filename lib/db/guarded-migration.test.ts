import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { databaseName, fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt } from '../../tests/support/unit/entries.ts';
import { createCallbacksRepository, toStored } from './callbacks-repository.ts';
import { MigrationFailedError, openGuarded } from './guarded-migration.ts';
import {
  copiesOf,
  copyDatabase,
  countRows,
  deleteDatabase,
  dropCopies,
  rawRows,
  storedVersion,
} from './migration-copy.ts';
import { RingbackDatabase, type StoredCallback, type Version, versions } from './schema.ts';
import { storageFailure } from './storage-failure.ts';

const newest = versions.at(-1)?.version ?? 0;
const rows = [1, 2, 3].map((place) => toStored(aCallback({ id: idAt(place) })));

/** A database as an install has it, and the next version with this upgrade. */
async function anInstall(upgrade: NonNullable<Version['upgrade']>) {
  const name = databaseName();
  const before = new RingbackDatabase(name);
  await before.callbacks.bulkAdd(rows);
  await before.drafts.add({ id: 'd' } as never);
  before.close();
  const next = new RingbackDatabase(name, undefined, [
    ...versions,
    { version: newest + 1, stores: {}, upgrade },
  ]);
  onTestFinished(async () => {
    next.close();
    await deleteDatabase(name);
    await dropCopies(name, null);
  });
  return { name, next };
}

const rename = (row: StoredCallback) => {
  row.callerName = `new ${row.callerName}`;
};
const renameAll: NonNullable<Version['upgrade']> = (transaction) =>
  transaction.table<StoredCallback>('callbacks').toCollection().modify(rename);

afterEach(() => vi.restoreAllMocks());

test('a migration leaves a copy of what was there before', async () => {
  const { name, next } = await anInstall(renameAll);
  expect(await next.callbacks.get(idAt(1))).toMatchObject({ callerName: 'new Ana Villaseñor' });
  const [copy, ...more] = await copiesOf(name);
  expect(more).toEqual([]);
  expect(copy?.name).toMatch(new RegExp(`^${name}-before-v${newest + 1}-\\d{4}-\\d\\d-\\d\\d$`));
  expect(await storedVersion(copy?.name ?? '')).toBe(newest);
  expect(await rawRows(copy?.name ?? '', 'callbacks')).toEqual(rows);
  expect(await rawRows(copy?.name ?? '', 'drafts')).toEqual([{ id: 'd' }]);
});

describe('a migration that throws midway', () => {
  const halfWay: NonNullable<Version['upgrade']> = (transaction) =>
    transaction
      .table<StoredCallback>('callbacks')
      .toCollection()
      .modify((row) => {
        if (row.id === idAt(2)) throw new Error('midway');
        rename(row);
      });

  test('leaves what was there, says so, and everything that waits hears of it', async () => {
    const { name, next } = await anInstall(halfWay);
    const repository = createCallbacksRepository(next);
    const [reading, writing] = await Promise.allSettled([
      repository.open(),
      repository.add([aCallback({ id: idAt(9) })]),
    ]);
    expect([reading.status, writing.status]).toEqual(['rejected', 'rejected']);
    const failure = await next.whyClosed();
    expect(failure).toBeInstanceOf(MigrationFailedError);
    expect(failure).toMatchObject({ from: newest, to: newest + 1, restored: false });
    expect(storageFailure(failure)).toBe('migration');
    expect(await storedVersion(name)).toBe(newest);
    expect(await rawRows(name, 'callbacks')).toEqual(rows);
  });

  test('can be tried again, and works once it is mended', async () => {
    const { name, next } = await anInstall(halfWay);
    await expect(next.open()).rejects.toBeInstanceOf(MigrationFailedError);
    next.close();
    const mended = new RingbackDatabase(name, undefined, [
      ...versions,
      { version: newest + 1, stores: {}, upgrade: renameAll },
    ]);
    expect((await mended.callbacks.toArray()).map(({ callerName }) => callerName)).toEqual(
      rows.map(({ callerName }) => `new ${callerName}`),
    );
    mended.close();
  });
});

/** Empties a store behind everybody's back. */
function clearStore(name: string, store: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      const transaction = request.result.transaction(store, 'readwrite');
      transaction.objectStore(store).clear();
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

test('what a failed migration left damaged is put back from the copy', async () => {
  const { name } = await anInstall(renameAll);
  const opening = openGuarded(name, newest + 1, async () => {
    await clearStore(name, 'callbacks');
    throw new Error('and now?');
  });
  await expect(opening).rejects.toMatchObject({ restored: true });
  const restored = new RingbackDatabase(name);
  expect(await restored.callbacks.toArray()).toEqual(rows);
  expect(await restored.callbacks.where('phoneKeys').equals('+14155550132').count()).toBe(3);
  restored.close();
});

test('a list that is gone while its copy is there is put back at the next start', async () => {
  const { name } = await anInstall(renameAll);
  // Killed between taking the damaged list away and putting the copy in its place.
  await copyDatabase(name, `${name}-before-v${newest + 1}-2026-03-01`);
  await deleteDatabase(name);
  const opened = new RingbackDatabase(name);
  expect(await opened.callbacks.toArray()).toEqual(rows);
  expect(await opened.callbacks.where('phoneKeys').equals('+14155550132').count()).toBe(3);
  opened.close();
});

test('without room for a copy nothing is migrated', async () => {
  const { name, next } = await anInstall(renameAll);
  const emptyDisk = fillDisk('callbacks', 'put');
  await expect(next.open()).rejects.toBeInstanceOf(MigrationFailedError);
  emptyDisk();
  expect(storageFailure(await next.whyClosed())).toBe('full');
  expect(await storedVersion(name)).toBe(newest);
  expect(await rawRows(name, 'callbacks')).toEqual(rows);
});

test('an install of the newest version is opened without a copy', async () => {
  const name = databaseName();
  for (let time = 0; time < 2; time++) {
    const database = new RingbackDatabase(name);
    await database.open();
    database.close();
  }
  expect(await copiesOf(name)).toEqual([]);
  await deleteDatabase(name);
});

test('one copy is kept, for two weeks', async () => {
  const { name, next } = await anInstall(renameAll);
  await copyDatabase(name, `${name}-before-v1-2020-01-01`);
  await next.open();
  const copies = await copiesOf(name);
  expect(copies).toHaveLength(1);
  await dropCopies(name, copies[0]?.name ?? null, Date.now() + 13 * 24 * 3_600_000);
  expect(await copiesOf(name)).toHaveLength(1);
  await dropCopies(name, copies[0]?.name ?? null, Date.now() + 16 * 24 * 3_600_000);
  expect(await copiesOf(name)).toEqual([]);
});

test('a copy has every row of every store', async () => {
  const { name } = await anInstall(renameAll);
  await copyDatabase(name, `${name}-copy`);
  expect(await countRows(`${name}-copy`)).toEqual(await countRows(name));
  await deleteDatabase(`${name}-copy`);
});
