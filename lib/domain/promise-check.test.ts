import { expect, test } from 'vitest';
import { at, dayRules } from '../../tests/support/unit/entries.ts';
import { checkPromise } from './promise-check.ts';

const rules = dayRules('Europe/Berlin', { holidays: ['2026-04-03'] });
const now = '2026-03-11T14:30';

test.each<[string, string | null, string | null, string | null, string?]>([
  ['no time', null, null, null],
  ['this afternoon', null, '2026-03-11T16:00', null],
  ['now', now, now, null],
  ['a minute ago', '2026-03-11T14:29', '2026-03-11T14:29', 'in-the-past'],
  ['a deadline that is over', null, '2026-03-11T14:00', 'in-the-past'],
  ['under way', '2026-03-11T14:00', '2026-03-11T16:00', null],
  ['with an opening only', '2026-03-11T16:00', null, null],
  ['the wrong way round', '2026-03-11T17:00', '2026-03-11T16:00', 'ends-before-it-starts'],
  ['at opening time', '2026-03-12T09:00', '2026-03-12T09:00', null],
  ['at closing time', '2026-03-11T18:00', '2026-03-11T18:00', null],
  ['a minute later', '2026-03-11T18:01', '2026-03-11T18:01', 'outside-working-hours'],
  ['before opening', '2026-03-12T07:00', '2026-03-12T08:59', 'outside-working-hours'],
  ['partly before opening', '2026-03-12T07:00', '2026-03-12T10:00', null],
  ['overnight', '2026-03-11T20:00', '2026-03-12T08:00', 'outside-working-hours'],
  ['before eight tomorrow, said during the day', null, '2026-03-12T08:00', null],
  [
    'before eight tomorrow, said in the evening',
    null,
    '2026-03-12T08:00',
    'outside-working-hours',
    '2026-03-11T19:00',
  ],
  ['on Saturday', '2026-03-14T10:00', '2026-03-14T12:00', 'day-off'],
  ['over the weekend', '2026-03-14T10:00', '2026-03-15T12:00', 'day-off'],
  ['from Saturday to Monday', '2026-03-14T10:00', '2026-03-16T12:00', null],
  [
    'before Monday at eight, said on Sunday',
    null,
    '2026-03-16T08:00',
    'outside-working-hours',
    '2026-03-15T12:00',
  ],
  ['on a holiday', '2026-04-03T10:00', '2026-04-03T10:00', 'day-off'],
  ['on the leap day', '2028-02-29T10:00', '2028-02-29T10:00', null],
  ['in years, without end', '2026-04-03T10:00', '2036-04-03T10:00', null],
])('%s', (_, from, until, problem, said = now) => {
  const window = { from: from && at(from), until: until && at(until) };
  expect(checkPromise(window as { from: number | null; until: number | null }, rules, at(said))).toBe(
    problem,
  );
});

test('working hours are the agent’s, where the agent is now', () => {
  const window = { from: at('2026-03-11T17:00'), until: at('2026-03-11T17:00') };
  expect(checkPromise(window, dayRules('Europe/Berlin'), at(now))).toBeNull();
  expect(checkPromise(window, dayRules('Asia/Tokyo'), at(now))).toBe('outside-working-hours');
});

test('settings without a working day say nothing', () => {
  const window = { from: at('2026-03-14T03:00'), until: at('2026-03-14T03:00') };
  expect(checkPromise(window, dayRules('Europe/Berlin', { days: [] }), at(now))).toBeNull();
});

test('a clock set back an hour makes a time that was over one that lies ahead', () => {
  const two = at('2026-03-11T14:00');
  expect(checkPromise({ from: two, until: two }, rules, at(now))).toBe('in-the-past');
  expect(checkPromise({ from: two, until: two }, rules, at('2026-03-11T13:30'))).toBeNull();
});
