import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aCallback,
  actAt,
  at,
  dayRules,
  idAt,
  promise,
  wednesday,
} from '../../tests/support/unit/entries.ts';
import { type Callback, kinds, statuses } from './callback.ts';
import { editCallback } from './compose.ts';
import { rankOf, ranks, sortByUrgency } from './priority.ts';

const rules = dayRules();
const minute = 60_000;
const hour = 60 * minute;

test.each<[string, Partial<Callback>, string]>([
  ['a missed call in its five minutes', { kind: 'missed call' }, 'answer a missed call'],
  ['a missed call whose minutes are over', { kind: 'missed call', happenedAt: wednesday - hour }, 'overdue'],
  ['missed after closing time', { kind: 'missed call', happenedAt: wednesday + 5 * hour }, 'promised'],
  ['dropped just now', { kind: 'disconnected' }, 'answer a missed call'],
  ['missed, then promised', { kind: 'missed call', promise: promise(wednesday + hour) }, 'promised'],
  ['promised without a time', {}, 'promised'],
  ['promised and late', { promise: promise(null, wednesday) }, 'overdue'],
  ['a follow-up', { kind: 'post-job follow-up' }, 'follow up'],
  ['a late follow-up', { kind: 'post-job follow-up', happenedAt: wednesday - 49 * hour }, 'overdue'],
  ['getting back in touch', { kind: 're-engagement' }, 're-engage'],
  ['done', { kind: 'missed call', status: 'completed' }, 'closed'],
])('%s', (_, changes, rank) => {
  expect(rankOf(aCallback(changes), rules, wednesday)).toBe(rank);
});

const berlin = 'Europe/Berlin';
const missed = { kind: 'missed call' } as const;
/** What an entry ranks as at a moment; holidays and zone as given. */
test.each<[string, Partial<Callback>, string, string, string?]>([
  [
    'missed before closing time, that night',
    { ...missed, happenedAt: at('2026-03-11T17:58') },
    '2026-03-11T23:59',
    'promised',
  ],
  [
    'and past midnight it is today’s',
    { ...missed, happenedAt: at('2026-03-11T17:58') },
    '2026-03-12T00:00',
    'answer a missed call',
  ],
  [
    'until its minutes run out',
    { ...missed, happenedAt: at('2026-03-11T17:58') },
    '2026-03-12T09:02',
    'answer a missed call',
  ],
  ['and then', { ...missed, happenedAt: at('2026-03-11T17:58') }, '2026-03-12T09:03', 'overdue'],
  [
    'missed before the long weekend, during it',
    { ...missed, happenedAt: at('2026-04-02T17:58') },
    '2026-04-06T12:00',
    'promised',
  ],
  [
    'missed before the long weekend, after it',
    { ...missed, happenedAt: at('2026-04-02T17:58') },
    '2026-04-07T09:03',
    'overdue',
  ],
  [
    'missed before the leap day',
    { ...missed, happenedAt: at('2028-02-28T18:30') },
    '2028-02-29T09:04',
    'answer a missed call',
  ],
  [
    'missed on the night the clocks go forward',
    { ...missed, happenedAt: at('2026-03-29T01:59') },
    '2026-03-30T09:04',
    'answer a missed call',
  ],
  [
    'missed on the night the clocks go back',
    { ...missed, happenedAt: at('2026-10-25T02:30') },
    '2026-10-26T09:05',
    'overdue',
  ],
  [
    '48 h over the day of 23 hours',
    { kind: 'post-job follow-up', happenedAt: at('2026-03-28T12:00') },
    '2026-03-30T12:59',
    'follow up',
  ],
  [
    '48 h over the day of 23 hours, over',
    { kind: 'post-job follow-up', happenedAt: at('2026-03-28T12:00') },
    '2026-03-30T13:00',
    'overdue',
  ],
  [
    '48 h over the day of 25 hours',
    { kind: 'post-job follow-up', happenedAt: at('2026-10-24T12:00') },
    '2026-10-26T11:00',
    'overdue',
  ],
  [
    'the agent in Tokyo: closed, due tomorrow there',
    { ...missed, happenedAt: at('2026-03-11T14:30') },
    '2026-03-11T14:40',
    'promised',
    'Asia/Tokyo',
  ],
  [
    'a promise means the same instant anywhere',
    { promise: promise(at('2026-03-11T16:00')) },
    '2026-03-11T16:01',
    'overdue',
    'Asia/Tokyo',
  ],
])('%s', (_, changes, now, rank, zone = berlin) => {
  const days = dayRules(zone, { holidays: ['2026-04-03', '2026-04-06'] });
  expect(rankOf(aCallback(changes), days, at(now))).toBe(rank);
});

test('a clock set back an hour takes the rank back with it, and the order stays one', () => {
  const late = aCallback({ id: idAt(1), promise: promise(null, wednesday - 30 * minute) });
  const fresh = aCallback({ id: idAt(2), ...missed });
  expect(sortByUrgency([fresh, late], rules, wednesday)).toEqual([late, fresh]);
  expect(rankOf(late, rules, wednesday - hour)).toBe('promised');
  expect(sortByUrgency([late, fresh], rules, wednesday - hour)).toEqual([fresh, late]);
});

test('a promise edited after its reminder ranks by the new time alone', () => {
  const late = aCallback({ promise: promise(null, wednesday - minute) });
  const edited = editCallback(late, { promise: promise(null, wednesday + hour) }, actAt(wednesday));
  expect([rankOf(late, rules, wednesday), rankOf(edited, rules, wednesday)]).toEqual(['overdue', 'promised']);
});

test('overdue, missed calls, promises by their time, follow-ups, re-engagement, closed with the latest first', () => {
  const inOrder: Partial<Callback>[] = [
    { callerName: 'overdue since yesterday', promise: promise(null, wednesday - 24 * hour) },
    { callerName: 'overdue since now', promise: promise(null, wednesday) },
    { callerName: 'missed a minute ago', kind: 'missed call', happenedAt: wednesday - minute },
    { callerName: 'missed now', kind: 'missed call' },
    { callerName: 'promised for four', promise: promise(null, at('2026-03-11T16:00')) },
    { callerName: 'promised for five, older', id: idAt(50), promise: promise(null, at('2026-03-11T17:00')) },
    { callerName: 'promised for five, newer', id: idAt(51), promise: promise(at('2026-03-11T17:00')) },
    { callerName: 'promised for tomorrow', promise: promise(null, at('2026-03-12T09:00')) },
    { callerName: 'promised, no time, older', id: idAt(60) },
    { callerName: 'promised, no time, newer', id: idAt(61) },
    { callerName: 'follow-up', kind: 'post-job follow-up' },
    { callerName: 'back in touch', kind: 're-engagement' },
    { callerName: 'closed now', status: 'completed', closedAt: wednesday },
    { callerName: 'closed before', status: 'no longer needed', closedAt: wednesday - hour },
  ];
  const names = inOrder.map(({ callerName }) => callerName);
  const entries = inOrder.map((changes, place) => aCallback({ id: idAt(100 + place), ...changes }));
  for (const shuffled of [entries, entries.toReversed(), entries.toSorted(byName)]) {
    expect(sortByUrgency(shuffled, rules, wednesday).map(({ callerName }) => callerName)).toEqual(names);
  }
});

function byName(a: Callback, b: Callback): number {
  return a.callerName < b.callerName ? -1 : 1;
}

test('the order never depends on the order they came in, and ranks never mix', () => {
  const entry = fc.record({
    kind: fc.constantFrom(...kinds),
    status: fc.constantFrom(...statuses),
    happenedAt: fc.integer({ min: wednesday - 72 * hour, max: wednesday + 72 * hour }),
    promise: fc.option(
      fc.integer({ min: -600, max: 600 }).map((minutes) => promise(null, wednesday + minutes * minute)),
    ),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (some) => {
      const entries = some.map((changes, place) => aCallback({ ...changes, id: idAt(place) }));
      const sorted = sortByUrgency(entries, rules, wednesday);
      const places = sorted.map((one) => ranks.indexOf(rankOf(one, rules, wednesday)));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(sortByUrgency(entries.toReversed(), rules, wednesday)).toEqual(sorted);
    }),
  );
});
