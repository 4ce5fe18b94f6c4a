import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import type { Screen } from '../support/browsers/screen.ts';
import {
  chooseContent,
  chooseFile,
  exportFile,
  makeFolder,
  openOptions,
  removeFolder,
  storedRows,
} from '../support/journey/backup.ts';
import { fillForm, readForm, save, shows, statusSays } from '../support/journey/form.ts';
import { callbackTexts } from '../support/journey/list.ts';
import { aCallback, idAt, phone } from '../support/unit/entries.ts';
import { until } from '../support/wait.ts';
import { chromiumWorkplace } from '../support/workplace.ts';
import { useChromium } from './use-browser.ts';

let folder = '';
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => removeFolder(folder));

/** A backup as Ringback writes it, of entries nobody typed. */
function backupOf(count: number): string {
  const rows = Array.from({ length: count }, (_, place) =>
    JSON.stringify(
      aCallback({
        id: idAt(place + 1),
        callerName: `Caller ${place}`,
        phone: phone(`+1415555${String(place).padStart(5, '0')}`),
        notes: 'A note of some length, so that the file is one. '.repeat(4),
      }),
    ),
  );
  return `{"format":"ringback-backup","version":1,"callbacks":[\n${rows.join(',\n')}\n],"closedDays":[]}\n`;
}

const alertOf = (screen: Screen) =>
  until('an alert', async () => (await (await screen.find('alert')).text()) || null);

describe('a list goes into a file and comes back', () => {
  const workplace = useChromium();

  it('whole, in another profile, from JSON and from CSV', async () => {
    const { browser } = workplace();
    const panel = await browser.openOwn('sidepanel.html');
    await fillForm(panel, {
      name: 'Dana “Dee” Lee, Ltd',
      phone: '+1 415 555 0132',
      reason: '=HYPERLINK("https://evil.example")',
      time: 'in 3 hours',
      reference: '-1042',
    });
    await save(panel);
    await fillForm(panel, {
      name: '鈴木 一郎',
      phone: '+81 3 1234 5678',
      reason: 'first, "second"',
      kind: 'missed call',
    });
    await save(panel);
    await fillForm(panel, { name: 'Bo', phone: '555 01' });
    await save(panel);
    // A tab in the background is not drawn, and its texts are not to be had.
    const shown = await callbackTexts(panel);
    const options = await openOptions(browser, folder);
    const rows = await storedRows(options);
    expect(rows).toHaveLength(3);
    const files = [
      await exportFile(options, 'Export JSON', folder),
      await exportFile(options, 'Export CSV', folder),
    ];
    await statusSays(options, /^Saved as ringback-.*\.csv: 3 callbacks/);
    await shows(options, /Last backup: /);

    for (const file of files) {
      const other = await chromiumWorkplace();
      try {
        const there = await openOptions(other.browser, folder);
        expect(await storedRows(there)).toEqual([]);
        await chooseFile(there, file);
        await (await there.find('button', 'Import 3 callbacks')).click();
        await statusSays(there, /^Imported/);
        expect(await storedRows(there)).toEqual(rows);
        const itsPanel = await other.browser.openOwn('sidepanel.html');
        await until('the list', async () => (await callbackTexts(itsPanel)).length === 3);
        expect(await callbackTexts(itsPanel)).toEqual(shown);
        await until('the badge', async () => (await other.browser.badge()).text === '3');
        // Once more changes nothing, and says so.
        await other.browser.front(there);
        await chooseFile(there, file);
        await shows(there, /3 are on the list already/);
        expect(await storedRows(there)).toEqual(rows);
      } finally {
        await other.close();
      }
    }
  });
});

describe('an import', () => {
  const workplace = useChromium();
  let options: ChromiumScreen;
  beforeEach(async () => {
    options = await openOptions(workplace().browser, folder);
  });
  afterEach(() => options.close());

  it('cancelled midway leaves nothing behind, and can be made after all', async () => {
    await chooseContent(options, folder, 'big.json', backupOf(20_000));
    await (await options.find('button', 'Import 20,000 callbacks', 60_000)).click();
    // Pressed from inside at the first sign of progress: the mouse would be too late on a fast disk.
    await options.run(async () => {
      const button = () =>
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel');
      for (;;) {
        const bar = document.querySelector('progress');
        if (bar && bar.value > 0 && bar.value < 1) break;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      button()?.click();
    });
    await statusSays(options, /^Cancelled\. Nothing was imported\./);
    expect(await storedRows(options)).toEqual([]);
    await chooseContent(options, folder, 'small.json', backupOf(20));
    await (await options.find('button', 'Import 20 callbacks')).click();
    await statusSays(options, /^Imported/);
    expect(await storedRows(options)).toHaveLength(20);
  });

  const broken = backupOf(5);
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['cut off', 'cut.json', broken.slice(0, broken.indexOf('Caller 3')), /Row 4: The file ends here/],
    ['damaged', 'broken.json', broken.replace('"Caller 1"', '"Caller 1'), /Row 2: The file is damaged/],
    ['of a newer version', 'new.json', broken.replace('"version":1', '"version":9'), /newer Ringback/],
    [
      'of another encoding',
      'latin.csv',
      Buffer.from('Name,Phone\nAna,1\nZo\u00eb,2\n', 'latin1'),
      /Row 3: .*UTF-8/,
    ],
    ['with an open quotation mark', 'quote.csv', 'Name,Phone\nAna,"1\nBo,2\n', /Row 2: A quotation mark/],
    ['that is no backup', 'photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /UTF-8/],
    ['that is empty', 'empty.json', '', /empty/],
  ])('of a file %s names what and where, and stores nothing', async (_, name, content, words) => {
    const before = await storedRows(options);
    await chooseContent(options, folder, name, content);
    expect(await alertOf(options)).toMatch(words);
    expect(await storedRows(options)).toEqual(before);
  });

  it('of another tool’s CSV asks what the columns are and tells which rows are left out', async () => {
    await chooseContent(
      options,
      folder,
      'crm.csv',
      'Kunde;Rufnummer;Anliegen;Fällig am\nÖzil, Ana;+49 30 901820;Heizung;12.03.2026 16:00\nBo;030 901821;Tür;bald\n;;nur Text;\n',
    );
    const column = await options.find('combobox', 'Rufnummer');
    expect(await column.value()).toBe('Phone number');
    await (await options.find('combobox', 'Anliegen')).choose('Notes');
    await (await options.find('button', 'Check the file')).click();
    await shows(options, /Row 3: “bald” is no time/);
    await shows(options, /Row 4: there is neither a name nor a number/);
    await (await options.find('button', 'Import 1 callback')).click();
    await statusSays(options, /^Imported/);
    const rows = (await storedRows(options)) as {
      callerName: string;
      notes: string;
      phone: { e164: string };
    }[];
    expect(rows.find(({ callerName }) => callerName === 'Özil, Ana')).toMatchObject({
      notes: 'Heizung',
      phone: { e164: '+4930901820' },
    });
  });
});

describe('a profile that keeps nothing', () => {
  const workplace = useChromium();

  it('is told plainly, what is typed stays, and nothing is said to be saved', async () => {
    const { browser } = workplace();
    const panel = (await browser.openOwn('sidepanel.html')) as ChromiumScreen;
    await panel.page.evaluateOnNewDocument(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('A mutation operation was attempted on a database.', 'InvalidStateError');
      };
    });
    await panel.page.reload();
    expect(await alertOf(panel)).toMatch(/nothing can be saved|cannot be read/);
    await shows(panel, /The browser keeps nothing here/);
    await fillForm(panel, { name: 'Dana Lee', phone: '415 555 0132', reason: 'Boiler' });
    await (await panel.find('button', 'Save callback')).click();
    await statusSays(panel, /^Not saved/);
    expect(await readForm(panel)).toMatchObject({ name: 'Dana Lee', reason: 'Boiler' });

    const options = (await browser.openOwn('options.html')) as ChromiumScreen;
    await options.page.evaluateOnNewDocument(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'InvalidStateError');
      };
    });
    await options.page.reload();
    await shows(options, /The browser keeps nothing here/);
  });
});
