import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wall } from '../../tests/support/unit/entries.ts';
import { readWhen } from './read-when.ts';

const options = { zone: 'Europe/Berlin', monthFirst: false, timeOfDates: '18:00' };

test.each<[string, string | null]>([
  ['2026-03-11T14:30:00.000Z', '2026-03-11 15:30'],
  ['2026-03-11T14:30+02:00', '2026-03-11 13:30'],
  ['2026-03-11 14:30', '2026-03-11 14:30'],
  ['2026-03-11T14:30:59', '2026-03-11 14:30'],
  ['2026-03-11', '2026-03-11 18:00'],
  ['2026/3/1 9:05', '2026-03-01 09:05'],
  ['2026年3月1日 9:05', '2026-03-01 09:05'],
  ['11.3.2026, 14:30', '2026-03-11 14:30'],
  ['11/03/2026 2:30 PM', '2026-03-11 14:30'],
  ['11/03/26 12:00 am', '2026-03-11 00:00'],
  ['3/13/2026 2:30 p.m.', '2026-03-13 14:30'],
  ['11-03-2026', '2026-03-11 18:00'],
  ['1773235800000', '2026-03-11 14:30'],
  ['1773235800', '2026-03-11 14:30'],
  ['30.02.2026', null],
  ['2026-03-11 25:00', null],
  ['13:00', null],
  ['3/4', null],
  ['13/13/2026', null],
  ['13:30 pm', null],
  ['tomorrow', null],
  ['', null],
])('%j is %s', (text, time) => {
  expect(wall(readWhen(text, options))).toBe(time);
});

test('the month comes first where the agent’s country writes it so, but not between dots', () => {
  const american = { ...options, monthFirst: true };
  expect(wall(readWhen('3/11/2026 2:30 PM', american))).toBe('2026-03-11 14:30');
  expect(wall(readWhen('13/3/2026', american))).toBe('2026-03-13 18:00');
  expect(wall(readWhen('3.11.2026', american))).toBe('2026-11-03 18:00');
});

test('anything is a time or none', () => {
  const parts = fc.array(
    fc.constantFrom('1', '9', '2026', '-', '/', '.', ':', ' ', 'T', 'Z', '+', 'pm', '年'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        parts.map((all) => all.join('')),
      ),
      (text) => {
        const at = readWhen(text, options);
        return at === null || Number.isInteger(at);
      },
    ),
    { numRuns: 2000 },
  );
});
