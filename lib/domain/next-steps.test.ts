import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCallback, at, dayRules, wall, wednesday } from '../../tests/support/unit/entries.ts';
import { type BestTime, outcomes } from './callback.ts';
import { nextSteps, type RetryStep, retrySteps, retryTime } from './next-steps.ts';
import { checkPromise } from './promise-check.ts';

const berlin = 'Europe/Berlin';
const best = (from: string, until: string, zone = berlin): BestTime => ({ from, until, zone });

function retry(step: RetryStep, now: string, more: { best?: BestTime; holidays?: string[] } = {}) {
  const rules = dayRules(berlin, { holidays: more.holidays ?? [] });
  const window = retryTime(step, aCallback({ bestTime: more.best ?? null }), rules, at(now));
  return window && `${wall(window.from)} – ${wall(window.until)?.slice(11)}`;
}

describe('in 2 hours', () => {
  test.each<[string, string, string]>([
    ['in the afternoon', '2026-03-11T14:30', '2026-03-11 16:30 – 17:30'],
    ['shortly before closing time it ends with it', '2026-03-11T15:30', '2026-03-11 17:30 – 18:00'],
    ['at closing time: the next morning', '2026-03-11T16:00', '2026-03-12 09:00 – 12:00'],
    ['beyond closing time: the next morning', '2026-03-11T17:00', '2026-03-12 09:00 – 12:00'],
    ['over midnight', '2026-03-11T23:00', '2026-03-12 09:00 – 12:00'],
    ['before opening: that morning', '2026-03-12T05:00', '2026-03-12 09:00 – 12:00'],
    ['into the first hours', '2026-03-12T07:30', '2026-03-12 09:30 – 10:30'],
    ['on Friday evening: Monday', '2026-03-13T17:00', '2026-03-16 09:00 – 12:00'],
    ['on Saturday: Monday', '2026-03-14T10:00', '2026-03-16 09:00 – 12:00'],
    ['before the leap day', '2028-02-28T17:00', '2028-02-29 09:00 – 12:00'],
    ['before the clocks go forward', '2026-03-27T17:00', '2026-03-30 09:00 – 12:00'],
    ['before the clocks go back', '2026-10-23T17:00', '2026-10-26 09:00 – 12:00'],
  ])('%s', (_, now, window) => {
    expect(retry('in 2 hours', now)).toBe(window);
  });

  test('a holiday is no working morning', () => {
    const holidays = ['2026-04-03', '2026-04-06'];
    expect(retry('in 2 hours', '2026-04-02T17:00', { holidays })).toBe('2026-04-07 09:00 – 12:00');
  });

  test('are two hours of the day, also on the night the clocks change', () => {
    const open = dayRules(berlin, { days: [7], startsAt: '00:00', endsAt: '23:59' });
    const from = (now: string) => wall(retryTime('in 2 hours', aCallback(), open, at(now))?.from ?? null);
    expect(from('2026-03-29T01:30')).toBe('2026-03-29 04:30');
    expect(from('2026-10-25T01:30')).toBe('2026-10-25 02:30');
  });
});

test.each<[string, string, string]>([
  ['on a Wednesday', '2026-03-11T14:30', '2026-03-12 09:00 – 12:00'],
  ['just after midnight it is the day after that', '2026-03-12T00:01', '2026-03-13 09:00 – 12:00'],
  ['on a Friday', '2026-03-13T09:00', '2026-03-16 09:00 – 12:00'],
  ['on the day before the leap day', '2028-02-28T09:00', '2028-02-29 09:00 – 12:00'],
  ['on New Year’s Eve', '2026-12-31T09:00', '2027-01-01 09:00 – 12:00'],
])('tomorrow morning, %s', (_, now, window) => {
  expect(retry('tomorrow morning', now)).toBe(window);
});

test('a morning ends at noon, or half way through a day that has none', () => {
  const afternoons = dayRules(berlin, { startsAt: '13:00', endsAt: '17:00' });
  const window = retryTime('tomorrow morning', aCallback(), afternoons, wednesday);
  expect([wall(window?.from ?? null), wall(window?.until ?? null)]).toEqual([
    '2026-03-12 13:00',
    '2026-03-12 15:00',
  ]);
});

describe('at the best time', () => {
  test.each<[string, BestTime, string, string | null]>([
    ['later today', best('16:00', '17:00'), '2026-03-11T14:30', '2026-03-11 16:00 – 17:00'],
    ['under way now: the next one', best('14:00', '17:00'), '2026-03-11T14:30', '2026-03-12 14:00 – 17:00'],
    ['over for today', best('09:00', '10:00'), '2026-03-11T14:30', '2026-03-12 09:00 – 10:00'],
    ['over for the week', best('09:00', '10:00'), '2026-03-13T14:30', '2026-03-16 09:00 – 10:00'],
    ['beyond closing time', best('17:00', '20:00'), '2026-03-11T14:30', '2026-03-11 17:00 – 18:00'],
    ['in the evening only', best('19:00', '21:00'), '2026-03-11T14:30', null],
    [
      'nine in New York',
      best('09:00', '11:00', 'America/New_York'),
      '2026-03-11T15:30',
      '2026-03-12 14:00 – 16:00',
    ],
    // Europe changes its clocks three weeks after America.
    [
      'nine in New York, once Europe has changed',
      best('09:00', '11:00', 'America/New_York'),
      '2026-03-27T16:00',
      '2026-03-30 15:00 – 17:00',
    ],
    [
      'over their midnight',
      best('23:00', '02:00', 'Asia/Tokyo'),
      '2026-03-11T08:00',
      '2026-03-11 15:00 – 18:00',
    ],
    ['at night here', best('09:00', '11:00', 'Asia/Tokyo'), '2026-03-11T08:00', null],
    [
      'on their next day',
      best('16:00', '18:00', 'Asia/Tokyo'),
      '2026-03-11T14:30',
      '2026-03-12 09:00 – 10:00',
    ],
  ])('%s', (_, time, now, window) => {
    expect(retry('at best time', now, { best: time })).toBe(window);
  });

  test('is none where none is known', () => {
    expect(retry('at best time', '2026-03-11T14:30')).toBeNull();
  });
});

test('whatever the hour, a retry lies ahead and within working hours', () => {
  const zones = fc.constantFrom(berlin, 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Cairo');
  const clock = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
  const moment = fc.integer({ min: at('2026-01-01T00:00'), max: at('2029-01-01T00:00') });
  fc.assert(
    fc.property(
      moment,
      zones,
      zones,
      clock,
      clock,
      fc.constantFrom(...retrySteps),
      (now, zone, theirs, from, until, step) => {
        const rules = dayRules(zone);
        const window = retryTime(step, aCallback({ bestTime: best(from, until, theirs) }), rules, now);
        if (!window) return;
        expect(window.from).toBeGreaterThan(now);
        expect(window.until).toBeGreaterThan(window.from);
        expect(checkPromise({ from: window.from, until: window.from }, rules, now)).toBeNull();
        expect(checkPromise({ from: window.until, until: window.until }, rules, now)).toBeNull();
      },
    ),
  );
});

test.each(outcomes)('after "%s" something is offered, the best time only where one is known', (outcome) => {
  const without = nextSteps(outcome, { bestTime: null });
  expect(without.length).toBeGreaterThan(0);
  expect(without).not.toContain('at best time');
  const inVain = outcome === 'no answer' || outcome === 'left message';
  const steps = nextSteps(outcome, { bestTime: best('09:00', '10:00') });
  expect(steps.includes('at best time')).toBe(inVain || outcome === 'reached, needs more');
  expect(steps.includes('send text follow-up')).toBe(inVain);
});
