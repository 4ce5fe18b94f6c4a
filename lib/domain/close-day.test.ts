import { expect, test } from 'vitest';
import { aCallback, actAt, at, dayRules, promise } from '../../tests/support/unit/entries.ts';
import type { Callback } from './callback.ts';
import { closeDayRecord, startOfDay } from './close-day.ts';
import { editCallback } from './compose.ts';
import { carryOver } from './re-promise.ts';

const rules = dayRules();
const now = at('2026-03-11T18:00');
const four = promise(at('2026-03-11T16:00'));
const tomorrow = promise(null, at('2026-03-12T12:00'));
const kim = { id: 'kim', name: 'Kim' };

/** An entry closed at a time of the day, by Sam. */
const done = (clock: string, changes: Partial<Callback> = {}, status: Callback['status'] = 'completed') =>
  editCallback(aCallback({ promise: four, ...changes }), { status }, actAt(at(`2026-03-11T${clock}`), 'Sam'));
const record = (open: Callback[], closed: Callback[]) =>
  closeDayRecord({ open, closed, rules, now, by: 'Sam' });

test.each<[string, Callback[], Callback[], [kept: number, late: number, carriedOver: number]]>([
  ['nothing', [], [], [0, 0, 0]],
  ['before its time', [], [done('15:30')], [1, 0, 0]],
  ['within the minute', [], [done('16:00')], [1, 0, 0]],
  ['a minute late', [], [done('16:01')], [0, 1, 0]],
  ['nothing promised', [], [done('17:59', { promise: null })], [1, 0, 0]],
  [
    'a missed call in its five minutes',
    [],
    [done('14:34', { promise: null, kind: 'missed call' })],
    [1, 0, 0],
  ],
  ['a missed call after them', [], [done('14:36', { promise: null, kind: 'missed call' })], [0, 1, 0]],
  ['not needed any more', [], [done('17:00', {}, 'no longer needed')], [0, 0, 0]],
  ['done yesterday', [], [aCallback({ status: 'completed', closedAt: at('2026-03-10T23:59') })], [0, 0, 0]],
  ['still open and late', [aCallback({ promise: four })], [], [0, 1, 0]],
  ['still open, for tomorrow', [aCallback({ promise: tomorrow })], [], [0, 0, 0]],
  ['carried over today', [carryOver(aCallback({ promise: four }), tomorrow, actAt(now - 1))], [], [0, 0, 1]],
  [
    'carried over yesterday',
    [carryOver(aCallback(), tomorrow, actAt(at('2026-03-10T18:00')))],
    [],
    [0, 0, 0],
  ],
  [
    'carried over and done all the same',
    [],
    [editCallback(carryOver(aCallback(), tomorrow, actAt(now - 2)), { status: 'completed' }, actAt(now - 1))],
    [1, 0, 0],
  ],
])('%s', (_, open, closed, [kept, late, carriedOver]) => {
  expect(record(open, closed)).toMatchObject({ kept, late, carriedOver });
});

test('the record says by whom: who closed it, who carried it over, whose it is that is late', () => {
  const open = [
    aCallback({ promise: four, owner: kim }),
    aCallback({ promise: four, owner: null }),
    carryOver(aCallback({ promise: four, owner: kim }), tomorrow, actAt(now - 1, 'Sam')),
    aCallback({ owner: kim }),
  ];
  const closed = [done('15:00', { owner: kim }), done('17:00', {}, 'no longer needed')];
  expect(record(open, closed)).toEqual({
    day: '2026-03-11',
    closedAt: now,
    by: 'Sam',
    kept: 1,
    late: 2,
    carriedOver: 1,
    leftOpen: 4,
    leftOverdue: 2,
    completed: 2,
    people: [
      { name: 'Sam', kept: 1, late: 0, carriedOver: 1 },
      { name: '', kept: 0, late: 1, carriedOver: 0 },
      { name: 'Kim', kept: 0, late: 1, carriedOver: 0 },
    ],
  });
});

test.each([
  ['an ordinary day', '2026-03-11T18:00', 'Europe/Berlin', '2026-03-11 00:00'],
  ['midnight', '2026-03-11T00:00', 'Europe/Berlin', '2026-03-11 00:00'],
  ['the day of 23 hours', '2026-03-29T18:00', 'Europe/Berlin', '2026-03-29 00:00'],
  ['a day that begins at one', '2026-04-24T18:00', 'Africa/Cairo', '2026-04-24 01:00'],
])('the day began: %s', (_, local, zone, expected) => {
  const start = Temporal.Instant.fromEpochMilliseconds(startOfDay(at(local, zone), zone));
  const shown = start.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  expect(shown.replace('T', ' ')).toBe(expected);
});

test('the day is that of the zone the agent is in', () => {
  const late = at('2026-03-11T23:30', 'Europe/Berlin');
  const dayIn = (zone: string) =>
    closeDayRecord({ open: [], closed: [], rules: dayRules(zone), now: late, by: null }).day;
  expect([dayIn('Europe/Berlin'), dayIn('Asia/Tokyo')]).toEqual(['2026-03-11', '2026-03-12']);
});
