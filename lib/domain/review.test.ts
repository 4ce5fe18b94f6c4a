import { expect, test } from 'vitest';
import { aCallback, at, dayRules, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import type { Attempt, Callback } from './callback.ts';
import { reviewOf, reviewSections, sectionsOf } from './review.ts';

const rules = dayRules();
const escalation = { reason: 'third call', at: wednesday, by: null };
/** @param loggedAt when it was logged, epoch ms; null where it was not */
const attempt = (loggedAt: number | null): Attempt => ({
  id: idAt(50),
  at: wednesday,
  by: null,
  outcome: 'no answer',
  number: null,
  note: '',
  loggedAt,
});
const late = promise(null, wednesday - 1);
const thisEvening = promise(null, at('2026-03-11T17:30'));
const tomorrow = promise(null, at('2026-03-12T09:00'));

test.each<[string, Partial<Callback>, string[]]>([
  ['nothing wrong, nothing promised', {}, ['still open']],
  ['for tomorrow', { promise: tomorrow }, ['still open']],
  ['for today', { promise: thisEvening }, ['promised for today', 'still open']],
  ['late is not for today as well', { promise: late }, ['overdue', 'still open']],
  ['waiting', { status: 'waiting on internal answer' }, ['waiting on internal answer', 'still open']],
  ['without an owner', { owner: null }, ['no owner', 'still open']],
  ['without a number', { phone: null }, ['missing phone number', 'still open']],
  [
    'everything at once',
    { promise: late, status: 'waiting on internal answer', owner: null, phone: null },
    ['overdue', 'waiting on internal answer', 'no owner', 'missing phone number', 'still open'],
  ],
  ['called and not logged', { attempts: [attempt(null)] }, ['not logged', 'still open']],
  ['called and logged', { attempts: [attempt(1), attempt(2)] }, ['still open']],
  ['escalated', { escalation }, ['escalated', 'still open']],
  ['done, but not logged', { status: 'completed', attempts: [attempt(null)], escalation }, ['not logged']],
  ['done, whatever it lacks', { promise: late, owner: null, phone: null, status: 'completed' }, []],
])('%s', (_, changes, sections) => {
  expect(sectionsOf(aCallback(changes), rules, wednesday)).toEqual(sections);
});

test('each count is of all with the defect, each row stands once and is tagged with its others', () => {
  const entries = [
    aCallback({ id: idAt(1), promise: late, owner: null, attempts: [attempt(null)] }),
    aCallback({ id: idAt(2), owner: null, phone: null }),
    aCallback({ id: idAt(3), phone: null }),
    aCallback({ id: idAt(4) }),
    aCallback({ id: idAt(5), owner: null, status: 'no longer needed' }),
    aCallback({ id: idAt(6), promise: late }),
    aCallback({ id: idAt(7), status: 'completed', attempts: [attempt(null)] }),
    aCallback({ id: idAt(8), escalation, attempts: [attempt(1)] }),
  ];
  const parts = reviewOf(entries, rules, wednesday);
  expect(
    parts.map(({ section, count, rows }) => [section, count, rows.map(({ callback }) => callback.id)]),
  ).toEqual([
    ['overdue', 2, [idAt(1), idAt(6)]],
    ['promised for today', 0, []],
    ['waiting on internal answer', 0, []],
    ['no owner', 2, [idAt(2)]],
    ['missing phone number', 2, [idAt(3)]],
    ['not logged', 2, [idAt(7)]],
    ['escalated', 1, [idAt(8)]],
    ['still open', 6, [idAt(4)]],
  ]);
  const tags = parts.flatMap(({ rows }) => rows.map(({ alsoIn }) => alsoIn));
  expect(tags).toEqual([['no owner', 'not logged'], [], ['missing phone number'], [], [], [], []]);
});

test('an empty list has every section, each with nothing in it', () => {
  expect(reviewOf([], rules, wednesday)).toEqual(
    reviewSections.map((section) => ({ section, count: 0, rows: [] })),
  );
});
