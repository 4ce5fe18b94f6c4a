import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCallback } from '../../tests/support/unit/arbitrary.ts';
import { aCallback, idAt, phone, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { cellReaders, onePage, problemOf, read, whole } from '../../tests/support/unit/files.ts';
import type { Callback } from '../domain/callback.ts';
import { csvColumns, isOurHeader } from './csv-columns.ts';
import { readOurCsv, writeCsv } from './csv-file.ts';
import { csvRows } from './csv-rows.ts';

const fileOf = (callbacks: readonly Callback[]) => whole(writeCsv(onePage(callbacks)));
const readBack = (text: string, sliceSize = 200) => readOurCsv(csvRows(read(text, sliceSize)), cellReaders);
const entriesOf = async (text: string) => (await readBack(text)).entries.map(({ callback }) => callback);

test('any list comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyCallback, { selector: ({ id }) => id, maxLength: 4 }),
      fc.integer({ min: 16, max: 3000 }),
      async (callbacks, sliceSize) => {
        const { entries, refused } = await readBack(await fileOf(callbacks), sliceSize);
        expect(refused).toEqual([]);
        expect(entries.map(({ callback }) => callback)).toEqual(callbacks);
      },
    ),
  );
});

test('a number with + is no formula in the file, and a number again afterwards', async () => {
  const callback = aCallback({
    phone: phone('+14155550132', { asShown: '+1 (415) 555-0132' }),
    reason: '=HYPERLINK("https://evil.example";"Invoice")',
    notes: 'one\n-2;+3',
  });
  const text = await fileOf([callback]);
  expect(text).toContain("'+1 (415) 555-0132");
  for (const { rows } of await Array.fromAsync(csvRows(read(text)))) {
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@]/);
  }
  expect(await entriesOf(text)).toEqual([callback]);
});

test('lines end and fields are quoted as RFC 4180 says, after a byte order mark', async () => {
  const text = await fileOf([aCallback({ callerName: 'Lee, "Dana"', reason: 'first\nsecond' })]);
  expect(text.startsWith('\uFEFFid,callerName,phone,')).toBe(true);
  expect(text).toContain('"Lee, ""Dana"""');
  expect(text).toContain('"first\nsecond"');
  expect(text.endsWith('\r\n')).toBe(true);
  expect(isOurHeader([...csvColumns])).toBe(true);
  expect(isOurHeader(['name', 'phone'])).toBe(false);
});

describe('what was edited in a spreadsheet counts', () => {
  const [from, until] = [wednesday, wednesday + 3_600_000];
  const before = aCallback({
    phone: phone('+14155550132', { asShown: '(415) 555-0132' }),
    promise: promise(from, until),
  });
  const edited = async (change: (text: string) => string) =>
    (await entriesOf(change(await fileOf([before]))))[0];

  test('a name, an owner, a number, a status', async () => {
    const after = await edited((text) =>
      text
        .replace(',Ana Villaseñor,(415) 555-0132,', ',Ana Lee,(415) 555-0199,')
        .replace(',needs call,Sam Agent,', ',completed,Zoë Ng,'),
    );
    expect(after).toMatchObject({
      callerName: 'Ana Lee',
      phone: { e164: '+14155550199', extension: null },
      status: 'completed',
      owner: { id: 'zoë ng', name: 'Zoë Ng' },
      promise: before.promise,
    });
  });

  test('a time, as a person writes it', async () => {
    const after = await edited((text) => text.replace('2026-03-11T14:30:00.000Z', '12.03.2026 16:00'));
    expect(after?.promise).toMatchObject({ from, until: Date.UTC(2026, 2, 12, 15), zone: 'Europe/Berlin' });
  });

  test.each<[string, (text: string) => string, object]>([
    [
      'a time that is none',
      (text) => text.replace('2026-03-11T14:30:00.000Z', 'soon'),
      { code: 'time', detail: 'soon' },
    ],
    [
      'a status that is none',
      (text) => text.replace(',needs call,', ',maybe,'),
      { code: 'invalid', detail: 'status' },
    ],
    ['a damaged last column', (text) => text.replace('""history""', '""hist'), { code: 'details' }],
    ['a row cut short', (text) => `${text.split('\r\n')[0]}\r\n${idAt(1)},Ana\r\n`, { code: 'details' }],
  ])('%s is refused with its row', async (_, change, refusal) => {
    const { entries, refused } = await readBack(change(await fileOf([before])));
    expect(entries).toEqual([]);
    expect(refused).toMatchObject([{ row: 2, ...refusal }]);
  });
});

describe('rows that do not end', () => {
  const head = `${csvColumns.join(',')}\n`;
  test.each([1, 7, 64, 4096])(
    'a quotation mark that is never closed is told with its row (slices of %i)',
    async (size) => {
      const text = `${head}a,b\n"c,d\ne,f\n`;
      expect(await problemOf(readOurCsv(csvRows(read(text, Math.max(4, size))), cellReaders))).toBe(
        'open-quote 3',
      );
    },
  );
  test('a byte of another encoding is told with its row', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(`${head}a,b\nc,`), 0xe9, 0x0a]);
    expect(await problemOf(readOurCsv(csvRows(read(bytes, 16)), cellReaders))).toBe('encoding 3');
  });
  test('a row that fills the memory is given up', async () => {
    async function* endless() {
      yield `${head}"`;
      for (;;) yield 'x'.repeat(1 << 20);
    }
    expect(await problemOf(readOurCsv(csvRows(endless()), cellReaders))).toBe('row-too-long 2');
  });
});

test('any text is read or refused, never anything else', async () => {
  const pieces = fc
    .array(fc.constantFrom('"', ',', '\n', '\r', ';', '\t', 'a', ' ', '=', "'", csvColumns.join(',')))
    .map((parts) => `${csvColumns.join(',')}\n${parts.join('')}`);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ minLength: 1 }), pieces),
      fc.integer({ min: 4, max: 50 }),
      async (text, size) => {
        expect(await problemOf(readOurCsv(csvRows(read(text, size)), cellReaders))).toMatch(
          /^(none|open-quote \d+)$/,
        );
      },
    ),
    { numRuns: 500 },
  );
});
