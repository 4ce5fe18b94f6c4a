import { describe, expect, test } from 'vitest';
import { aCallback, at, dayRules, promise, wall, wednesday } from '../../tests/support/unit/entries.ts';
import type { Callback, Kind } from './callback.ts';
import { dueAt, dueWindow, endOfDay, isDueToday, isOverdue, overdueAt, promiseKey, stagesOf } from './due.ts';

const minute = 60_000;
const rules = dayRules();

describe('the window of each kind', () => {
  test.each<[string, Partial<Callback>, string | null, string | null]>([
    ['promised, no time', { kind: 'promised' }, null, null],
    ['re-engagement', { kind: 're-engagement' }, null, null],
    ['missed call', { kind: 'missed call' }, null, '2026-03-11 14:35'],
    ['disconnected', { kind: 'disconnected' }, '2026-03-11 14:30', '2026-03-11 14:30'],
    ['post-job follow-up', { kind: 'post-job follow-up' }, '2026-03-12 14:30', '2026-03-13 14:30'],
  ])('%s', (_, changes, from, until) => {
    const window = dueWindow(aCallback(changes), rules);
    expect([wall(window.from), wall(window.until)]).toEqual([from, until]);
    expect(wall(dueAt(aCallback(changes), rules))).toBe(until);
  });

  test.each<Kind>(['missed call', 'disconnected', 'promised', 'post-job follow-up', 're-engagement'])(
    'what was promised counts before the clock of a %s',
    (kind) => {
      const four = at('2026-03-12T16:00');
      expect(dueWindow(aCallback({ kind, promise: promise(null, four) }), rules)).toEqual({
        from: null,
        until: four,
      });
    },
  );

  test('a promise that holds no time leaves the clock of the kind running', () => {
    const entry = aCallback({ kind: 'missed call', promise: promise(null, null) });
    expect(wall(dueAt(entry, rules))).toBe('2026-03-11 14:35');
    expect(stagesOf(entry, rules).map(({ name }) => name)).toEqual(['at once', 'overdue']);
  });
});

describe('when it turns late', () => {
  const four = at('2026-03-11T16:00');
  test.each<[string, Partial<Callback>, number | null]>([
    ['a point in time: a minute later', { promise: promise(four) }, four + minute],
    ['a time with an opening only', { promise: promise(four, null) }, four + minute],
    ['a deadline: at once', { promise: promise(null, four) }, four],
    ['a window: at its end', { promise: promise(four - 60 * minute, four) }, four],
    ['a missed call: when its five minutes are over', { kind: 'missed call' }, wednesday + 5 * minute],
    ['a dropped call: a minute after it was dropped', { kind: 'disconnected' }, wednesday + minute],
    ['no time: never', {}, null],
  ])('%s', (_, changes, late) => {
    const entry = aCallback(changes);
    expect(overdueAt(entry, rules)).toBe(late);
    if (late === null) return;
    expect(isOverdue(entry, rules, late - 1)).toBe(false);
    expect(isOverdue(entry, rules, late)).toBe(true);
    expect(isOverdue({ ...entry, status: 'completed' }, rules, late)).toBe(false);
    expect(isOverdue({ ...entry, status: 'no longer needed' }, rules, late)).toBe(false);
  });
});

describe('due today', () => {
  const lateEvening = at('2026-03-11T23:59');
  test.each<[string, number, boolean]>([
    ['this minute', lateEvening, true],
    ['at midnight it is tomorrow', at('2026-03-12T00:00'), false],
    ['yesterday is late, and still to be done today', at('2026-03-10T12:00'), true],
  ])('%s', (_, until, today) => {
    expect(isDueToday(aCallback({ promise: promise(null, until) }), rules, lateEvening)).toBe(today);
  });

  test('the same instant is today in one zone and tomorrow in another', () => {
    const entry = aCallback({ promise: promise(null, at('2026-03-12T02:00', 'UTC')) });
    const now = at('2026-03-11T20:00', 'UTC');
    expect(isDueToday(entry, dayRules('UTC'), now)).toBe(false);
    expect(isDueToday(entry, dayRules('America/New_York'), now)).toBe(true);
    expect(isDueToday(entry, dayRules('Asia/Tokyo'), now)).toBe(true);
  });
});

describe('the end of the day', () => {
  test.each([
    ['an ordinary day', 'Europe/Berlin', '2026-03-11T14:30', '2026-03-12 00:00', 9.5],
    ['midnight itself', 'Europe/Berlin', '2026-03-11T00:00', '2026-03-12 00:00', 24],
    ['the day of 23 hours', 'Europe/Berlin', '2026-03-29T00:00', '2026-03-30 00:00', 23],
    ['the day of 25 hours', 'Europe/Berlin', '2026-10-25T00:00', '2026-10-26 00:00', 25],
    ['the day of 23 hours', 'America/New_York', '2026-03-08T00:00', '2026-03-09 00:00', 23],
    ['the day of 25 hours', 'America/New_York', '2026-11-01T00:00', '2026-11-02 00:00', 25],
    ['into a leap day', 'Europe/Berlin', '2028-02-28T12:00', '2028-02-29 00:00', 12],
    ['out of a leap day', 'Europe/Berlin', '2028-02-29T12:00', '2028-03-01 00:00', 12],
    ['the year', 'Pacific/Auckland', '2026-12-31T23:00', '2027-01-01 00:00', 1],
    ['half an hour off', 'Asia/Kolkata', '2026-03-11T23:30', '2026-03-12 00:00', 0.5],
    ['a day that begins at one', 'Africa/Cairo', '2026-04-23T12:00', '2026-04-24 01:00', 12],
  ])('%s, %s %s', (_, zone, now, end, hours) => {
    const midnight = endOfDay(at(now, zone), zone);
    expect(wall(midnight, zone)).toBe(end);
    expect((midnight - at(now, zone)) / 3_600_000).toBe(hours);
  });
});

describe('the stages of a reminder', () => {
  const two = at('2026-03-11T14:00');
  const four = at('2026-03-11T16:00');
  test.each<[string, Partial<Callback>, string[]]>([
    ['a point', { promise: promise(four) }, ['lead 15:50', 'opening 16:00', 'overdue 16:01']],
    ['a deadline', { promise: promise(null, four) }, ['lead 15:50', 'overdue 16:00']],
    ['a window', { promise: promise(two, four) }, ['lead 13:50', 'opening 14:00', 'overdue 16:00']],
    ['no end', { promise: promise(four, null) }, ['lead 15:50', 'opening 16:00', 'overdue 16:01']],
    ['a missed call', { kind: 'missed call' }, ['at once 14:30', 'overdue 14:35']],
    ['a dropped call', { kind: 'disconnected' }, ['at once 14:30', 'overdue 14:31']],
    [
      'a missed call that was then promised',
      { kind: 'missed call', promise: promise(null, four) },
      ['lead 15:50', 'overdue 16:00'],
    ],
    ['a follow-up', { kind: 'post-job follow-up' }, ['lead 14:20', 'opening 14:30', 'overdue 14:30']],
    ['nothing promised', {}, []],
    ['getting back in touch', { kind: 're-engagement' }, []],
    ['done', { promise: promise(four), status: 'completed' }, []],
    ['not needed any more', { kind: 'missed call', status: 'no longer needed' }, []],
  ])('%s', (_, changes, stages) => {
    const said = stagesOf(aCallback(changes), rules).map(({ name, at: when }) => {
      return `${name} ${wall(when)?.slice(11)}`;
    });
    expect(said).toEqual(stages);
  });

  test('the lead is as long as it is set', () => {
    const entry = aCallback({ promise: promise(null, four) });
    expect(stagesOf(entry, { ...rules, leadMinutes: 0 })[0]?.at).toBe(four);
    expect(stagesOf(entry, { ...rules, leadMinutes: 240 })[0]?.at).toBe(at('2026-03-11T12:00'));
  });
});

describe('the key of a promised time', () => {
  const key = (changes: Partial<Callback>) => promiseKey(aCallback(changes));
  const four = at('2026-03-11T16:00');

  test('another time, another kind, another start is another key', () => {
    const keys = [
      key({ promise: promise(four) }),
      key({ promise: promise(null, four) }),
      key({ promise: promise(four, null) }),
      key({ promise: promise(four + minute) }),
      key({ kind: 'missed call' }),
      key({ kind: 'missed call', happenedAt: wednesday + minute }),
      key({ kind: 'missed call', promise: promise(four) }),
      key({ kind: 'disconnected' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('other words for the same time, another name or status keep it', () => {
    expect(key({ promise: { ...promise(four), words: 'at four' } })).toBe(key({ promise: promise(four) }));
    expect(key({ status: 'left message', callerName: 'Bo', kind: 'missed call' })).toBe(
      key({ kind: 'missed call' }),
    );
  });
});
