import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCallback } from '../../tests/support/unit/arbitrary.ts';
import { aCallback, aClosedDay, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import { onePage, problemOf, read, whole } from '../../tests/support/unit/files.ts';
import type { Callback } from '../domain/callback.ts';
import { jsonVersion, readJson, writeJson } from './json-file.ts';
import { fileLimits } from './problem.ts';

const source = (callbacks: readonly Callback[]) => ({
  callbacks: onePage(callbacks),
  closedDays: [],
  settings: null,
  now: wednesday,
});
const fileOf = (callbacks: readonly Callback[]) => whole(writeJson(source(callbacks)));
const three = [1, 2, 3].map((place) => aCallback({ id: idAt(place), callerName: `Caller ${place}` }));

test('the file is one JSON document with a callback a line', async () => {
  const text = await fileOf(three);
  expect(JSON.parse(text)).toMatchObject({
    format: 'ringback-backup',
    version: jsonVersion,
    exportedAt: '2026-03-11T13:30:00.000Z',
    callbacks: three,
    closedDays: [],
  });
  expect(text.split('\n')[2]).toBe(`${JSON.stringify(three[1])},`);
});

test('any list comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyCallback, { selector: ({ id }) => id, maxLength: 4 }),
      fc.integer({ min: 16, max: 3000 }),
      async (callbacks, sliceSize) => {
        const { entries, refused } = await readJson(read(await fileOf(callbacks), sliceSize));
        expect(refused).toEqual([]);
        expect(entries.map(({ callback }) => callback)).toEqual(callbacks);
      },
    ),
  );
});

test('closed days and settings come along', async () => {
  const days = [
    aClosedDay(),
    aClosedDay({ day: '2026-03-12', people: [{ name: 'Sam', kept: 1, late: 0, carriedOver: 2 }] }),
  ];
  const text = await whole(writeJson({ ...source([]), closedDays: days, settings: { yourName: 'Zoë' } }));
  expect(await readJson(read(text))).toMatchObject({
    entries: [],
    closedDays: days,
    settings: { yourName: 'Zoë' },
  });
});

test('a file written with other spacing and in another order is read all the same', async () => {
  const text = JSON.stringify(
    { callbacks: three, format: 'ringback-backup', more: [[1], {}], version: 1 },
    null,
    2,
  );
  expect((await readJson(read(text))).entries).toHaveLength(3);
});

describe('a file that is not right says where', () => {
  const changed = async (change: (text: string) => string) =>
    problemOf(readJson(read(change(await fileOf(three)))));
  test('cut off anywhere', async () => {
    const text = await fileOf(three);
    for (let length = 1; length < text.length - 2; length += 7) {
      const problem = await problemOf(readJson(read(text.slice(0, length), 4096)));
      expect(problem).toMatch(length < 2 ? /^truncated/ : /^(truncated|broken)/);
    }
    expect(await problemOf(readJson(read(text.slice(0, text.indexOf('Caller 2')))))).toBe('truncated 2');
  });
  test.each<[string, (text: string) => string, string]>([
    ['a lost quotation mark', (text) => text.replace('"Caller 2"', '"Caller 2'), 'broken 2'],
    ['a lost bracket', (text) => text.replace('"attempts":[]', '"attempts":['), 'broken 1'],
    ['two documents', (text) => text + text, 'broken'],
    ['a newer version', (text) => text.replace('"version":1', '"version":2'), 'newer-version'],
    ['another format', (text) => text.replace('ringback-backup', 'other'), 'not-a-backup'],
    ['no JSON', () => 'name,phone\nAna,1', 'not-a-backup'],
    ['a list', () => '[1,2]', 'not-a-backup'],
    ['an empty object', () => '{}', 'not-a-backup'],
    ['white space', () => '  \n ', 'not-a-backup'],
  ])('%s', async (_, change, problem) => {
    expect(await changed(change)).toBe(problem);
  });
  test('a byte of another encoding', async () => {
    const [before = '', after = ''] = (await fileOf(three)).split('Caller 3');
    const bytes = [before, after].map((part) => new TextEncoder().encode(part));
    const file = new Blob([bytes[0] ?? '', new Uint8Array([0xe9]), bytes[1] ?? '']);
    expect(await problemOf(readJson(read(new Uint8Array(await file.arrayBuffer()))))).toBe('encoding 3');
  });
  test('a row without end is given up before it fills the memory', async () => {
    async function* endless() {
      yield '{"format":"ringback-backup","version":1,"callbacks":[{"callerName":"';
      for (;;) yield 'x'.repeat(1 << 20);
    }
    expect(await problemOf(readJson(endless()))).toBe('row-too-long 1');
    expect(fileLimits.row).toBeLessThan(1 << 25);
  });
});

test('one callback that is not right is left out with its row and reason, the others are taken', async () => {
  const rows: unknown[] = [
    three[0],
    { ...three[1], status: 'maybe' },
    { ...three[2], callerName: '', phone: null },
    three[0],
    7,
  ];
  const text = JSON.stringify({ format: 'ringback-backup', version: 1, callbacks: rows });
  const { entries, refused, refusedCount } = await readJson(read(text));
  expect(entries.map(({ row }) => row)).toEqual([1]);
  expect(refused).toEqual([
    { row: 2, code: 'invalid', detail: 'status' },
    { row: 3, code: 'no-name-or-number', detail: '' },
    { row: 4, code: 'twice', detail: idAt(1) },
    { row: 5, code: 'invalid', detail: '' },
  ]);
  expect(refusedCount).toBe(4);
});

test('hostile names reach nothing', async () => {
  const text = `{"__proto__":{"polluted":1},"format":"ringback-backup","version":1,"callbacks":[{"__proto__":{"polluted":1}}],"constructor":[{}]}`;
  await readJson(read(text));
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('any text is read or refused, never anything else', async () => {
  const pieces = fc
    .array(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '"callbacks"', '"version"', '1', 'null', ' '),
    )
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ minLength: 1 }), pieces), async (text) => {
      expect(await problemOf(readJson(read(text || ' ')))).toMatch(/^(none|[a-z-]+( \d+)?)$/);
    }),
    { numRuns: 500 },
  );
});
