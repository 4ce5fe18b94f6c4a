import { expect, onTestFinished, test, vi } from 'vitest';
import { aDatabase, databaseName } from '../../tests/support/unit/database.ts';
import { aCallback, aClosedDay, countingIds, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import type { Callback } from '../domain/callback.ts';
import { withPresentNames } from '../domain/people.ts';
import { defaultSettings } from '../domain/settings.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createBackupStateFile } from '../settings/backup-state.ts';
import { type BackupStoreDeps, createBackupStore } from './backup-store.ts';
import { createCareStore } from './care-store.ts';
import { loadCsvTools } from './csv-tools.ts';

const day = 24 * 3_600_000;

function aBackup(changes: Partial<BackupStoreDeps> = {}) {
  const database = aDatabase(databaseName());
  const file = createBackupStateFile(createMemoryStorage());
  const saved: { name: string; file: Blob }[] = [];
  const deps = {
    backup: database.backup,
    storedCallbacks: database.storedCallbacks,
    storedLock: database.storedLock,
    presentNames: async () => (entry: Callback) => entry,
    lock: { isOn: async () => false, adopt: async () => async () => {} },
    file,
    settings: () => defaultSettings('DE'),
    zone: () => 'Europe/Berlin',
    now: () => wednesday,
    act: () => ({ now: wednesday, by: null, newId: countingIds() }),
    standInReason: () => '',
    loadCsv: loadCsvTools,
    takeSettings: async () => true,
    onImported: async () => {},
    save: (name: string, blob: Blob) => void saved.push({ name, file: blob }),
    requestDownload: async () => true,
    giveUpDownload: vi.fn(async () => {}),
    onDaily: vi.fn(),
    ...changes,
  };
  const store = createBackupStore(deps);
  onTestFinished(() => store.stop());
  return { ...database, ...deps, store, saved };
}

test('an export is a file of everything, and is remembered', async () => {
  const { store, saved, callbacks, reminders } = aBackup();
  await callbacks.add([aCallback({ id: idAt(1) }), aCallback({ id: idAt(2) })]);
  await reminders.closeDay(aClosedDay());
  await store.exportFile('json');
  expect(store.news.value).toEqual({ kind: 'exported', fileName: 'ringback-2026-03-11.json', callbacks: 2 });
  expect(JSON.parse((await saved[0]?.file.text()) ?? '')).toMatchObject({
    settings: { defaultCountry: 'DE' },
    callbacks: [{ id: idAt(1) }, { id: idAt(2) }],
    closedDays: [aClosedDay()],
  });
  expect(store.state.value).toMatchObject({ lastAt: wednesday });
  await store.exportFile('csv');
  expect(saved[1]?.name).toBe('ringback-2026-03-11.csv');
  expect((await saved[1]?.file.text())?.split('\r\n')).toHaveLength(4);
});

test('a spreadsheet says whose an entry is by the name they go by now', async () => {
  const kim = { id: 'kim', name: 'Kim' };
  const { store, saved, callbacks } = aBackup({
    presentNames: async () => withPresentNames([{ ...kim, name: 'Kim Sol' }]),
  });
  await callbacks.add([aCallback({ id: idAt(1), owner: kim })]);
  await store.exportFile('csv');
  const text = await saved[0]?.file.text();
  expect(text).toContain(',Kim Sol,');
  // The rest of the row is read back as it was: the same person, by the same name.
  expect(text).toContain('""owner"":{""id"":""kim"",""name"":""Kim Sol""}');
  await store.exportFile('json');
  expect(JSON.parse((await saved[1]?.file.text()) ?? '').callbacks[0].owner).toEqual(kim);
});

test('an export that fails says so and is not remembered', async () => {
  const { store, saved } = aBackup({
    save: () => {
      throw new Error('no room');
    },
  });
  await store.exportFile('json');
  expect(store.news.value).toEqual({ kind: 'failed', why: 'no room' });
  expect(saved).toEqual([]);
  await vi.waitFor(() => expect(store.state.value).toMatchObject({ lastAt: null }));
});

test('what is stored can be saved even where the list cannot be opened', async () => {
  const { store, saved } = aBackup({
    storedCallbacks: async () => [{ ...aCallback(), open: 1, phoneKeys: [] }, { id: 'of another time' }],
  });
  await store.rescue();
  expect(store.news.value).toMatchObject({ kind: 'rescued', callbacks: 1, leftOut: 1 });
  expect(JSON.parse((await saved[0]?.file.text()) ?? '').callbacks).toEqual([aCallback()]);
});

test('the daily backup is asked for, and turned off gives its permission back', async () => {
  const requestDownload = vi.fn(async () => true);
  const { store, onDaily, giveUpDownload } = aBackup({ requestDownload });
  await store.setDaily(true);
  expect(store.state.value).toMatchObject({ daily: true });
  expect(onDaily).toHaveBeenCalledOnce();
  await store.setDaily(false);
  expect(store.state.value).toMatchObject({ daily: false });
  expect(giveUpDownload).toHaveBeenCalledOnce();
  requestDownload.mockResolvedValueOnce(false);
  await store.setDaily(true);
  expect(store.news.value).toEqual({ kind: 'daily refused' });
  expect(store.state.value).toMatchObject({ daily: false });
});

function aCare(changes: Partial<Parameters<typeof createCareStore>[0]> = {}) {
  const file = createBackupStateFile(createMemoryStorage());
  let now = wednesday;
  const store = createCareStore({
    failure: async () => null,
    oldest: async () => wednesday - 9 * day,
    room: async () => ({ left: 1e9 }),
    file,
    now: () => now,
    every: () => () => {},
    ...changes,
  });
  onTestFinished(() => store.stop());
  return {
    store,
    file,
    pass(ms: number) {
      now += ms;
    },
  };
}

test('a week without a backup is said, put away for a day, and gone once one is made', async () => {
  const { store, file, pass } = aCare();
  await vi.waitFor(() => expect(store.notice.value).toEqual({ kind: 'backup' }));
  await store.later();
  expect(store.notice.value).toBeNull();
  pass(day);
  await store.look();
  expect(store.notice.value).toEqual({ kind: 'backup' });
  await file.update({ lastAt: wednesday + day });
  await vi.waitFor(() => expect(store.notice.value).toBeNull());
});

test('storage that fails comes before little room, and that before backups', async () => {
  const full = { room: async () => ({ left: 12.7 * 1024 * 1024 }) };
  const nearly = aCare(full);
  await vi.waitFor(() => expect(nearly.store.notice.value).toEqual({ kind: 'nearly full', megabytes: 12 }));
  const broken = aCare({ ...full, failure: async () => 'unavailable' });
  await vi.waitFor(() =>
    expect(broken.store.notice.value).toEqual({ kind: 'storage', failure: 'unavailable' }),
  );
});

test('a list the browser threw away is said until it is seen', async () => {
  const { store, file } = aCare({ oldest: async () => null });
  await file.update({ lostAt: wednesday });
  await vi.waitFor(() => expect(store.notice.value).toEqual({ kind: 'lost' }));
  await store.seen();
  expect(store.notice.value).toBeNull();
});
