import { expect, test } from 'vitest';
import {
  aCallback,
  at,
  dayRules,
  phone,
  promise,
  wall,
  wednesday,
} from '../../tests/support/unit/entries.ts';
import type { Callback } from './callback.ts';
import {
  callsWaiting,
  defaultFocusBlocks,
  FocusBlocksSchema,
  focusBlockAt,
  nextFocusBlock,
} from './focus-blocks.ts';

const desk = dayRules('Europe/Berlin', { holidays: ['2026-04-03'] });

test.each<[string, string, string | null, string | null]>([
  ['in the morning', '2026-03-11T08:00', null, '2026-03-11 10:30'],
  ['as it begins', '2026-03-11T10:30', '2026-03-11 10:30', '2026-03-11 14:30'],
  ['in its last minute', '2026-03-11T10:49', '2026-03-11 10:30', '2026-03-11 14:30'],
  ['as it ends', '2026-03-11T10:50', null, '2026-03-11 14:30'],
  ['after the last', '2026-03-11T15:00', null, '2026-03-12 10:30'],
  ['on Friday afternoon', '2026-03-13T15:00', null, '2026-03-16 10:30'],
  ['on Saturday at that time', '2026-03-14T10:35', null, '2026-03-16 10:30'],
  ['on a holiday at that time', '2026-04-03T10:35', null, '2026-04-06 10:30'],
  ['at midnight', '2026-03-12T00:00', null, '2026-03-12 10:30'],
  ['before the clocks go forward', '2026-03-27T15:00', null, '2026-03-30 10:30'],
  ['before the clocks go back', '2026-10-23T15:00', null, '2026-10-26 10:30'],
  ['before the leap day', '2028-02-28T15:00', null, '2028-02-29 10:30'],
])('%s', (_, now, inside, next) => {
  expect(wall(focusBlockAt(at(now), defaultFocusBlocks, desk)?.from ?? null)).toBe(inside);
  expect(wall(nextFocusBlock(at(now), defaultFocusBlocks, desk)?.from ?? null)).toBe(next);
});

test('a clock set back an hour brings the same quiet period again, not another', () => {
  const before = nextFocusBlock(at('2026-03-11T10:29'), defaultFocusBlocks, desk);
  expect(focusBlockAt(at('2026-03-11T10:45'), defaultFocusBlocks, desk)).toEqual(before);
  expect(nextFocusBlock(at('2026-03-11T09:45'), defaultFocusBlocks, desk)).toEqual(before);
});

test('the agent’s own clock counts, wherever the agent is', () => {
  const now = at('2026-03-11T14:35', 'Europe/Berlin');
  expect(focusBlockAt(now, defaultFocusBlocks, desk)).not.toBeNull();
  expect(focusBlockAt(now, defaultFocusBlocks, dayRules('Europe/London'))).toBeNull();
});

test('they come in the order of the day, may reach over midnight, and can be none', () => {
  const late = { startsAt: ['23:50', '09:00'], minutes: 20 };
  expect(wall(nextFocusBlock(at('2026-03-11T08:00'), late, desk)?.from ?? null)).toBe('2026-03-11 09:00');
  expect(wall(focusBlockAt(at('2026-03-12T00:05'), late, desk)?.from ?? null)).toBe('2026-03-11 23:50');
  const none = { startsAt: [], minutes: 20 };
  expect([focusBlockAt(wednesday, none, desk), nextFocusBlock(wednesday, none, desk)]).toEqual([null, null]);
  expect(nextFocusBlock(wednesday, defaultFocusBlocks, dayRules('Europe/Berlin', { days: [] }))).toBeNull();
});

test.each<[unknown, boolean]>([
  [defaultFocusBlocks, true],
  [{ startsAt: [], minutes: 5 }, true],
  [{ startsAt: ['25:00'], minutes: 20 }, false],
  [{ startsAt: ['10:30'], minutes: 0 }, false],
])('%j can be set: %j', (blocks, fits) => {
  expect(FocusBlocksSchema.safeParse(blocks).success).toBe(fits);
});

const waiting = { status: 'waiting on internal answer' } as const;
const soon = promise(null, wednesday + 5 * 60_000);
const evening = promise(null, at('2026-03-11T17:30'));
test.each<[string, Partial<Callback>, boolean]>([
  ['no time said', {}, true],
  ['late', { promise: promise(null, wednesday - 1) }, true],
  ['due by the evening', { promise: evening }, true],
  ['in a window that opens later', { promise: promise(at('2026-03-11T16:00')) }, false],
  ['in a window that is open', { promise: promise(wednesday, at('2026-03-11T16:00')) }, true],
  ['by tomorrow', { promise: promise(null, at('2026-03-12T17:30')) }, false],
  ['missed now', { kind: 'missed call' }, true],
  ['a follow-up that may begin tomorrow', { kind: 'post-job follow-up' }, false],
  ['back in touch', { kind: 're-engagement' }, true],
  ['without a number', { phone: null }, false],
  ['with another number', { phone: null, alternatePhones: [phone()] }, true],
  ['waiting for an answer, without a time', waiting, false],
  ['waiting for an answer, due by the evening', { ...waiting, promise: evening }, false],
  ['waiting for an answer, due in five minutes', { ...waiting, promise: soon }, true],
  ['waiting for an answer, late', { ...waiting, promise: promise(null, wednesday - 1) }, true],
  ['done', { status: 'completed' }, false],
])('waits for a call now: %s', (_, changes, waits) => {
  const entry = aCallback(changes);
  expect(callsWaiting([entry], desk, wednesday)).toEqual(waits ? [entry] : []);
});
