import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCallback, aClosedDay, countingIds, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import { whole } from '../../tests/support/unit/files.ts';
import { aProfile, rowsOnDisk } from '../../tests/support/unit/lock.ts';
import { lockAtBeginning, looksSealed, writeSealed } from '../backup/sealed-file.ts';
import { defaultSettings } from '../domain/settings.ts';
import { loadCsvTools } from './csv-tools.ts';
import { createImportStore } from './import-store.ts';
import { createLockStore } from './lock-store.ts';

const quagga = aCallback({ id: idAt(1), callerName: 'Ursula Quagga' });

function aPage() {
  const profile = aProfile();
  const window = profile.aWindow();
  const lock = createLockStore({
    repositories: window,
    session: profile.session,
    keys: window.keys,
    beside: { seal: async () => {}, open: async () => {} },
    now: () => 1_000,
    onChanged: async () => {},
    erase: async () => {},
    iterations: 100_000,
  });
  const imports = createImportStore({
    backup: window.backup,
    settings: () => defaultSettings('DE'),
    zone: () => 'Europe/Berlin',
    act: () => ({ now: wednesday, by: 'Sam', me: null, newId: countingIds() }),
    standInReason: () => '',
    loadCsv: loadCsvTools,
    takeSettings: async () => true,
    onImported: async () => {},
    lock: { isOn: async () => (await window.lockRecord()) !== null, adopt: lock.adopt },
  });
  const stored = async () => (await Array.fromAsync(window.backup.pages())).flat();
  return { ...profile, window, lock, imports, stored };
}

let made: string | null = null;

/** The sealed backup of a list, made while it is locked; one for all tests. */
async function aSealedFile(): Promise<string> {
  made ??= await sealAList();
  return made;
}

async function sealAList(): Promise<string> {
  const { window, lock } = aPage();
  const many = Array.from({ length: 501 }, (_, i) => aCallback({ id: idAt(i + 2) }));
  await window.callbacks.add([quagga, ...many]);
  await window.reminders.closeDay(aClosedDay({ by: 'Priya Quagga' }));
  await lock.turnOn('correct horse', 'correct horse');
  await lock.lockNow();
  await window.keys.ready();
  expect(await window.isLocked()).toBe(true);
  return whole(
    writeSealed({
      lock: await window.storedLock(),
      callbacks: window.backup.sealedPages('callbacks'),
      closedDays: window.backup.sealedPages('closedDays'),
      settings: null,
      now: wednesday,
    }),
  );
}

const file = (text: string) => new File([text], 'sealed.json');

describe('a sealed backup', () => {
  test('is made while locked, and tells nothing', async () => {
    const text = await aSealedFile();
    expect(text).not.toMatch(/Quagga|Villase|555-?0132/);
    expect(looksSealed(text)).toBe(true);
    expect(JSON.parse(text)).toMatchObject({ format: 'ringback-sealed-backup', version: 1 });
  });

  test('asks for its passcode, and brings everything back sealed where no passcode was set', async () => {
    const text = await aSealedFile();
    const { imports, stored, name, lock, window } = aPage();
    await imports.open(file(text));
    expect(imports.step.value).toEqual({ at: 'passcode', wrong: false, turnsOn: true });
    await imports.unlock('wrong horse');
    expect(imports.step.value).toEqual({ at: 'passcode', wrong: true, turnsOn: true });
    await imports.unlock('correct horse');
    expect(imports.step.value).toMatchObject({ at: 'checked', counts: { added: 502, closedDays: 1 } });
    expect(await window.lockRecord()).toBeNull();
    await imports.write(false);
    expect(imports.step.value).toMatchObject({ at: 'done' });
    expect(lock.on.value).toBe(true);
    expect(await stored()).toHaveLength(502);
    expect(await window.callbacks.get(idAt(1))).toEqual(quagga);
    expect(JSON.stringify(await rowsOnDisk(name))).not.toMatch(/Quagga|Villase/);
  });

  test('cancelled while it is stored leaves the list as it was, without the passcode of the file', async () => {
    const text = await aSealedFile();
    const { imports, stored, lock, window } = aPage();
    const mine = aCallback({ id: idAt(900), callerName: 'Vic Okapi' });
    await window.callbacks.add([mine]);
    await imports.open(file(text));
    await imports.unlock('correct horse');
    const stop = imports.step.subscribe((step) => {
      if (step.at === 'writing' && step.progress > 0.5 && step.progress < 1) imports.cancel();
    });
    await imports.write(false);
    stop();
    expect(imports.step.value).toEqual({ at: 'cancelled' });
    expect(await window.lockRecord()).toBeNull();
    expect(lock.on.value).toBe(false);
    expect(await stored()).toEqual([mine]);
  });

  test('taken into a list with a passcode of its own keeps that one', async () => {
    const text = await aSealedFile();
    const { imports, window, lock } = aPage();
    await lock.turnOn('another horse', 'another horse');
    const before = await window.lockRecord();
    await imports.open(file(text));
    expect(imports.step.value).toMatchObject({ at: 'passcode', turnsOn: false });
    await imports.unlock('correct horse');
    await imports.write(false);
    expect(imports.step.value).toMatchObject({ at: 'done' });
    expect(await window.lockRecord()).toEqual(before);
    expect(await window.callbacks.get(idAt(1))).toEqual(quagga);
  });

  test('that was altered is refused with the row, and nothing of it is stored', async () => {
    const text = await aSealedFile();
    const items = (JSON.parse(text) as { callbacks: { key: string }[] }).callbacks;
    const swapped = text.replace(`"key":"${items[2]?.key}"`, `"key":"${idAt(9_999)}"`);
    for (const [broken, problem] of [
      [swapped, { at: 'problem', code: 'broken', row: 3 }],
      [text.slice(0, -400), { at: 'problem' }],
    ] as const) {
      const { imports, stored } = aPage();
      await imports.open(file(broken));
      await imports.unlock('correct horse');
      expect(imports.step.value).toMatchObject(problem);
      expect(await stored()).toEqual([]);
    }
  });

  test('with a hostile lock in it is refused before any passcode is asked for', async () => {
    const { imports } = aPage();
    for (const lock of ['{}', '{"iterations":1e9}', '[', 'null']) {
      await imports.open(
        file(`{"format":"ringback-sealed-backup","version":1,"lock":${lock},"callbacks":[]}`),
      );
      expect(imports.step.value).toEqual({ at: 'problem', code: 'broken', row: null });
    }
  });
});

test('what stands at the beginning of any text is found or not, and never throws', () => {
  const beginnings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ maxLength: 300 }).map((text) => `{"format":"ringback-sealed-backup","lock":${text}`),
    fc.jsonValue().map((value) => JSON.stringify({ format: 'ringback-sealed-backup', lock: value })),
  );
  fc.assert(
    fc.property(beginnings, (text) => {
      const lock = lockAtBeginning(text);
      expect(lock === null || typeof lock === 'object').toBe(true);
      looksSealed(text);
    }),
  );
});

test('a long hostile beginning costs no time', () => {
  const start = performance.now();
  for (const piece of ['"lock":', '"lock":{', '{', ' ']) lockAtBeginning(`{${piece.repeat(150_000)}`);
  expect(performance.now() - start).toBeLessThan(1_000);
});
