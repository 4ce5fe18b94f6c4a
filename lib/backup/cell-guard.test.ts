import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardCell, unguardCell } from './cell-guard.ts';

test.each([
  ['+14155550132', "'+14155550132"],
  ['=HYPERLINK("http://evil")', `'=HYPERLINK("http://evil")`],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  ['  =1', "'  =1"],
  ['"=1', `'"=1`],
  ['＝1', "'＝1"],
  ["'+1", "''+1"],
  ['x;=1', "x;'=1"],
  ['first\n=1', "first\n'=1"],
  ['Ana Villaseñor', 'Ana Villaseñor'],
  ['a-b', 'a-b'],
  ["O'Neil", "O'Neil"],
  ["'tis", "'tis"],
  ['', ''],
])('%j is written as %j and read back', (text, guarded) => {
  expect(guardCell(text)).toBe(guarded);
  expect(unguardCell(guarded)).toBe(text);
});

const cell = fc
  .array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', "'", ' ', 'a', '＋'))
  .map((characters) => characters.join(''));

test('any cell comes back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(cell, fc.string()), (text) => unguardCell(guardCell(text)) === text),
    {
      numRuns: 2000,
    },
  );
});

test('no cell begins with what a spreadsheet runs, nor does what it may split off', () => {
  fc.assert(
    fc.property(cell, (text) => {
      for (const part of guardCell(text).split(/[;\t\r\n]/)) expect(part).not.toMatch(/^[=+\-@＋]/);
    }),
    { numRuns: 2000 },
  );
});

test('a megabyte made to slow it down does not', () => {
  const started = performance.now();
  guardCell(`${'\n'.repeat(1_000_000)}=`);
  expect(performance.now() - started).toBeLessThan(2000);
});
