import { describe, expect, test, vi } from 'vitest';
import { at, wednesday } from '../../tests/support/unit/entries.ts';
import { clockTime, dayWord, dueWords, lengthWords, windowWords } from './times.ts';

const zone = 'Europe/Berlin';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** English puts a narrow no-break space before AM and PM. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

test.each([
  ['en-US', '4:05 PM'],
  ['de-DE', '16:05'],
  ['ja-JP', '16:05'],
])('a time of day as %s writes it', (language, written) => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
  expect(plain(clockTime(at('2026-03-11T16:05'), zone))).toBe(written);
});

test('a time of day is that of the zone asked for', () => {
  expect(plain(clockTime(at('2026-03-11T16:05', 'UTC'), 'America/New_York'))).toBe('12:05 PM');
});

describe('the day', () => {
  test.each([
    ['2026-03-11T00:00', 'today'],
    ['2026-03-11T23:59', 'today'],
    ['2026-03-12T00:00', 'tomorrow'],
    ['2026-03-10T23:59', 'yesterday'],
    ['2026-03-13T09:00', 'Fri'],
    ['2026-03-17T09:00', 'Tue'],
    ['2026-03-18T09:00', 'Wed, Mar 18'],
    ['2026-03-04T09:00', 'Wed, Mar 4'],
    ['2027-01-04T09:00', 'Mon, Jan 4, 2027'],
  ])('%s is %s', (local, word) => {
    expect(dayWord(at(local), wednesday, zone)).toBe(word);
  });

  test('is that of the zone, and of a day of 23 or 25 hours', () => {
    const lateInBerlin = at('2026-03-11T23:30');
    expect(dayWord(at('2026-03-12T00:30'), lateInBerlin, zone)).toBe('tomorrow');
    expect(dayWord(at('2026-03-12T00:30'), lateInBerlin, 'Europe/London')).toBe('today');
    expect(dayWord(at('2026-03-30T00:10'), at('2026-03-29T00:30'), zone)).toBe('tomorrow');
    expect(dayWord(at('2026-10-25T23:50'), at('2026-10-25T00:10'), zone)).toBe('today');
  });
});

test.each([
  [0, '1 min'],
  [59_999, '1 min'],
  [25 * minute, '25 min'],
  [hour, '1 h'],
  [80 * minute, '1 h 20 min'],
  [10 * hour + 20 * minute, '10 h'],
  [47 * hour, '47 h'],
  [2 * day, '2 days'],
  [1_200 * day, '1,200 days'],
])('%i ms is %s', (ms, words) => {
  expect(lengthWords(ms)).toBe(words);
});

describe('when an entry is due', () => {
  const point = (ms: number) => ({ from: wednesday + ms, until: wednesday + ms });
  const deadline = (ms: number) => ({ from: null, until: wednesday + ms });
  test.each([
    ['nothing promised', { from: null, until: null }, null, 'no time promised'],
    ['a deadline ahead', deadline(25 * minute), 25 * minute, 'in 25 min'],
    ['a deadline in seconds', deadline(30_000), 30_000, 'now'],
    ['a deadline in hours', deadline(3 * hour), 3 * hour, 'in 3 h'],
    ['a deadline this evening', deadline(5 * hour), 5 * hour, 'today, 7:30 PM'],
    ['a deadline tomorrow', deadline(day), day, 'tomorrow, 2:30 PM'],
    ['a deadline that passed', deadline(-2 * hour), -2 * hour, '2 h late'],
    ['a point in time this minute', point(-30_000), 30_000, 'now'],
    ['a point in time a minute ago', point(-minute), 0, '1 min late'],
    ['a window that opens', { from: wednesday + hour, until: wednesday + 2 * hour }, 2 * hour, 'in 1 h'],
    ['a window that is open', { from: wednesday - hour, until: wednesday + hour }, hour, 'until 3:30 PM'],
    [
      'a window that goes on tomorrow',
      { from: wednesday - hour, until: wednesday + day },
      day,
      'until tomorrow, 2:30 PM',
    ],
    [
      'a window that is over',
      { from: wednesday - 3 * hour, until: wednesday - 2 * hour },
      -2 * hour,
      '2 h late',
    ],
  ])('%s', (_, window, lateIn, words) => {
    const lateFrom = lateIn === null ? null : wednesday + lateIn;
    expect(plain(dueWords(window, lateFrom, wednesday, zone))).toBe(words);
  });

  test('an hour ahead over midnight says the day', () => {
    const late = at('2026-03-11T23:30');
    const until = at('2026-03-12T00:30');
    expect(plain(dueWords({ from: null, until }, until, late, zone))).toBe('tomorrow, 12:30 AM');
  });
});

test.each([
  ['nothing', { from: null, until: null }, 'no time promised'],
  ['a deadline', { from: null, until: at('2026-03-11T16:00') }, 'today, before 4:00 PM'],
  ['a point', { from: at('2026-03-12T10:00'), until: at('2026-03-12T10:00') }, 'tomorrow, 10:00 AM'],
  ['no end', { from: at('2026-03-12T10:00'), until: null }, 'tomorrow, 10:00 AM'],
  [
    'a window',
    { from: at('2026-03-11T16:00'), until: at('2026-03-11T18:00') },
    'today, between 4:00 PM and 6:00 PM',
  ],
  [
    'a window over midnight',
    { from: at('2026-03-11T22:00'), until: at('2026-03-12T01:00') },
    'today, between 10:00 PM and tomorrow, 1:00 AM',
  ],
])('a promised window in full: %s', (_, window, words) => {
  expect(plain(windowWords(window, wednesday, zone))).toBe(words);
});
