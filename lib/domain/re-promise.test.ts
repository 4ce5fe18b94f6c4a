import { describe, expect, test } from 'vitest';
import { aCallback, actAt, at, dayRules, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { statuses } from './callback.ts';
import { isOverdue, promiseKey } from './due.ts';
import { carryOver, reminderAsks, rePromise } from './re-promise.ts';

const four = { ...promise(at('2026-03-11T16:00')), words: 'at 4' };
const tomorrow = { ...promise(null, at('2026-03-12T12:00')), words: 'before noon tomorrow' };
const waiting = aCallback({ promise: four, status: 'waiting on internal answer' });

describe.each([
  ['re-promised', rePromise],
  ['carried over', carryOver],
] as const)('%s', (what, change) => {
  test('has the new time, and the one before in its history', () => {
    const after = change(waiting, tomorrow, actAt(wednesday, 'Sam'));
    expect(after).toMatchObject({ promise: tomorrow, status: waiting.status, updatedAt: wednesday });
    expect(after.history).toMatchObject([{ what, from: 'at 4', to: 'before noon tomorrow', by: 'Sam' }]);
  });

  test('says when, also where nobody said it in words', () => {
    const after = change(aCallback(), { ...tomorrow, words: '' }, actAt(wednesday));
    expect(after.history).toMatchObject([{ from: null, to: '/2026-03-12T11:00:00.000Z' }]);
  });

  test('after its reminder: reminded of anew, and late by the new time alone', () => {
    const now = at('2026-03-11T16:30');
    const after = change(waiting, tomorrow, actAt(now));
    expect([isOverdue(waiting, dayRules(), now), isOverdue(after, dayRules(), now)]).toEqual([true, false]);
    expect(promiseKey(after)).not.toBe(promiseKey(waiting));
  });
});

test.each(statuses)('a reminder of "%s" asks to call, anyway where the answer is not there yet', (status) => {
  expect(reminderAsks({ status })).toBe(status === 'waiting on internal answer' ? 'call anyway' : 'call');
});
