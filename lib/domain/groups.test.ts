import { expect, test } from 'vitest';
import { aCallback, at, dayRules, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import type { Callback } from './callback.ts';
import { groupCallbacks, groupOf, groups } from './groups.ts';

const rules = dayRules();
const minute = 60_000;

test.each<[string, Partial<Callback>, string]>([
  ['a deadline that has passed', { promise: promise(null, wednesday - 1) }, 'overdue'],
  ['a deadline this instant', { promise: promise(null, wednesday) }, 'overdue'],
  ['a point in time this instant', { promise: promise(wednesday) }, 'today'],
  ['a point in time a minute ago', { promise: promise(wednesday - minute) }, 'overdue'],
  ['a window that is open', { promise: promise(wednesday - minute, wednesday + minute) }, 'today'],
  ['the last minute of the day', { promise: promise(null, at('2026-03-11T23:59')) }, 'today'],
  ['midnight', { promise: promise(null, at('2026-03-12T00:00')) }, 'later'],
  ['nothing promised', {}, 'no time'],
  ['a call missed just now', { kind: 'missed call' }, 'today'],
  ['a call missed after hours', { kind: 'missed call', happenedAt: wednesday + 5 * 3_600_000 }, 'later'],
  ['late, but done', { promise: promise(null, wednesday - 1), status: 'completed' }, 'closed'],
  ['not needed any more', { status: 'no longer needed' }, 'closed'],
  ['left a message, late', { promise: promise(null, wednesday - 1), status: 'left message' }, 'overdue'],
])('%s', (_, changes, group) => {
  expect(groupOf(aCallback(changes), rules, wednesday)).toBe(group);
});

test('every group is there, in its place, and keeps the order its entries came in', () => {
  const entries = [
    aCallback({ id: idAt(1), status: 'completed' }),
    aCallback({ id: idAt(2), promise: promise(null, wednesday + minute) }),
    aCallback({ id: idAt(3) }),
    aCallback({ id: idAt(4), promise: promise(null, wednesday + 2 * minute) }),
  ];
  const byGroup = groupCallbacks(entries, rules, wednesday);
  expect([...byGroup.keys()]).toEqual([...groups]);
  expect([...byGroup.values()].map((group) => group.map(({ id }) => id))).toEqual([
    [],
    [idAt(2), idAt(4)],
    [],
    [idAt(3)],
    [idAt(1)],
  ]);
});
