import { expect, onTestFinished, test, vi } from 'vitest';
import { aDatabase, fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, aClosedDay, countingIds, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import { onePage, whole } from '../../tests/support/unit/files.ts';
import { writeJson } from '../backup/json-file.ts';
import type { Callback } from '../domain/callback.ts';
import { defaultSettings } from '../domain/settings.ts';
import { loadCsvTools } from './csv-tools.ts';
import { createImportStore } from './import-store.ts';

const newId = countingIds();

function anImport() {
  const database = aDatabase();
  const takeSettings = vi.fn(async () => true);
  const onImported = vi.fn(async () => {});
  const store = createImportStore({
    backup: database.backup,
    settings: () => defaultSettings('DE'),
    zone: () => 'Europe/Berlin',
    act: () => ({ now: wednesday, by: 'Sam', newId }),
    standInReason: () => 'Promised to call back',
    loadCsv: loadCsvTools,
    takeSettings,
    onImported,
    lock: { isOn: async () => false, adopt: async () => async () => {} },
  });
  const stored = async () => (await Array.fromAsync(database.backup.pages())).flat();
  return { ...database, store, stored, takeSettings, onImported };
}

const fileOf = (content: string, name = 'list.csv') => new File([content], name);
const jsonOf = async (callbacks: readonly Callback[], settings: unknown = null) =>
  fileOf(
    await whole(
      writeJson({ callbacks: onePage(callbacks), closedDays: [aClosedDay()], settings, now: wednesday }),
    ),
    'list.json',
  );

test('a backup is checked first, stored when told to, and says what came of it', async () => {
  const { store, stored, callbacks, onImported, takeSettings } = anImport();
  const [one, two] = [aCallback({ id: idAt(1) }), aCallback({ id: idAt(2), callerName: 'Bo', phone: null })];
  await callbacks.add([one]);
  await store.open(await jsonOf([one, two], { yourName: 'Zoë' }));
  const counts = { added: 1, merged: 0, unchanged: 1, refusedCount: 0, closedDays: 1, hasSettings: true };
  expect(store.step.value).toMatchObject({ at: 'checked', counts });
  expect(store.fileName.value).toBe('list.json');
  expect(await stored()).toEqual([one]);

  await store.write(false);
  expect(store.step.value).toMatchObject({ at: 'done', counts, settingsTaken: false });
  expect(await stored()).toEqual([one, two]);
  expect(takeSettings).not.toHaveBeenCalled();
  expect(onImported).toHaveBeenCalledOnce();
});

test('settings are taken where they are wanted', async () => {
  const { store, takeSettings } = anImport();
  await store.open(await jsonOf([], { yourName: 'Zoë' }));
  await store.write(true);
  expect(takeSettings).toHaveBeenCalledWith({ yourName: 'Zoë' });
  expect(store.step.value).toMatchObject({ at: 'done', settingsTaken: true });
});

test('what changed since it was checked is counted in', async () => {
  const { store, stored, callbacks } = anImport();
  const entry = aCallback();
  await store.open(await jsonOf([entry]));
  await callbacks.add([entry]);
  await store.write(false);
  expect(store.step.value).toMatchObject({ at: 'done', counts: { added: 0, unchanged: 1 } });
  expect(await stored()).toEqual([entry]);
});

test('another tool’s CSV is shown with its columns, which can be set right', async () => {
  const { store, stored } = anImport();
  await store.open(fileOf('Kunde;Rufnummer;Extra\nAna;030 901820;Heizung\n'));
  expect(store.step.value).toMatchObject({
    at: 'mapping',
    preview: {
      hasHeader: true,
      mapping: ['callerName', 'phone', null],
      rows: [{}, ['Ana', '030 901820', 'Heizung']],
    },
  });
  store.setColumn(2, 'reason');
  await store.check();
  await store.write(false);
  expect(await stored()).toMatchObject([
    { callerName: 'Ana', phone: { e164: '+4930901820' }, reason: 'Heizung' },
  ]);
});

test('a CSV without a header begins with its first row', async () => {
  const { store, stored } = anImport();
  await store.open(fileOf('Ana,030 901820\nBo,030 901821\n'));
  expect(store.step.value).toMatchObject({
    at: 'mapping',
    preview: { hasHeader: false, mapping: [null, 'phone'] },
  });
  store.setColumn(0, 'callerName');
  store.setHasHeader(true);
  store.setHasHeader(false);
  await store.check();
  await store.write(false);
  expect((await stored()).map(({ callerName }) => callerName)).toEqual(['Ana', 'Bo']);
});

test('a file that cannot be taken says why and where; nothing of it is stored', async () => {
  const { store, stored } = anImport();
  const text = await (await jsonOf([aCallback(), aCallback({ id: idAt(2) })])).text();
  await store.open(fileOf(text.slice(0, text.lastIndexOf('callerName'))));
  expect(store.step.value).toEqual({ at: 'problem', code: 'truncated', row: 2 });
  await store.open(fileOf('just one line of words'));
  expect(store.step.value).toEqual({ at: 'problem', code: 'not-a-backup', row: null });
  await store.write(false);
  expect(store.step.value).toEqual({ at: 'idle' });
  expect(await stored()).toEqual([]);
});

test('cancelled while it is stored, nothing stays', async () => {
  const { store, stored, onImported } = anImport();
  const many = Array.from({ length: 1500 }, (_, place) =>
    aCallback({ id: idAt(place + 1), phone: null, callerName: `Caller ${place}` }),
  );
  await store.open(await jsonOf(many));
  const stop = store.step.subscribe((step) => {
    if (step.at === 'writing' && step.progress > 0.5 && step.progress < 1) store.cancel();
  });
  onTestFinished(stop);
  await store.write(false);
  expect(store.step.value).toEqual({ at: 'cancelled' });
  expect(await stored()).toEqual([]);
  expect(onImported).not.toHaveBeenCalled();
});

test('cancelled before, the file is put away', async () => {
  const { store } = anImport();
  await store.open(await jsonOf([aCallback()]));
  store.cancel();
  expect(store.step.value).toEqual({ at: 'idle' });
  const reading = store.open(await jsonOf([aCallback()]));
  store.cancel();
  await reading;
  expect(store.step.value).toEqual({ at: 'cancelled' });
});

test('a full disk is said, and nothing stays', async () => {
  const { store, stored } = anImport();
  await store.open(await jsonOf([aCallback()]));
  const emptyDisk = fillDisk('callbacks', 'put');
  await store.write(false);
  emptyDisk();
  expect(store.step.value).toEqual({ at: 'refused by storage', failure: 'full' });
  expect(await stored()).toEqual([]);
});
