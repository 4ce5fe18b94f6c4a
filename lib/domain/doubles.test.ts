import { expect, test } from 'vitest';
import { aCallback, actAt, idAt, phone, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { CallbackSchema } from './callback.ts';
import { composeCallback } from './compose.ts';
import { findDoubles, mergeDouble, pairOf } from './doubles.ts';

const attempt = (id: string, at: number) => ({
  id,
  at,
  by: null,
  outcome: 'no answer' as const,
  number: null,
  note: '',
  loggedAt: null,
});

test('two open entries of one number are found once, the older one is kept', () => {
  const [first, second, third] = [idAt(1), idAt(2), idAt(3)].map((id) => aCallback({ id }));
  const other = aCallback({ id: idAt(4), callerName: 'Kim Roe', phone: null });
  const closed = aCallback({ id: idAt(5), status: 'completed', closedAt: wednesday });
  const elsewhere = aCallback({ id: idAt(6), phone: phone('+14155550199') });
  const found = findDoubles([third, closed, second, other, first, elsewhere].flatMap((one) => one ?? []));
  expect(found.map(({ kept, other: double }) => [kept.id, double.id]).sort()).toEqual([
    [idAt(1), idAt(2)],
    [idAt(1), idAt(3)],
  ]);
});

test('one number taken down under two names by two agents is suggested, until somebody says that they are two', () => {
  const by = (name: string | null, place: number, callerName: string) =>
    composeCallback(aCallback({ callerName, notes: '' }), {
      ...actAt(wednesday + place, name),
      newId: () => idAt(place),
    });
  const first = by('Ana', 1, 'Dana Lee');
  const second = by('Ben', 2, 'Dana');
  const [found, ...others] = findDoubles([first, second]);
  expect([found, ...others]).toEqual([{ kept: first, other: second, otherName: true }]);
  if (!found) throw new Error('nothing was found');
  expect(findDoubles([first, second], new Set([pairOf(found)]))).toEqual([]);
  // Whoever took down both knew; what came from outside nobody took down.
  expect(findDoubles([first, by('Ana', 3, 'Kim Roe')])).toEqual([]);
  expect(findDoubles([first, by(null, 4, 'Kim Roe')])).toHaveLength(1);
  // Surely the same caller comes before perhaps.
  const third = by('Cleo', 5, 'Dana');
  expect(findDoubles([first, second, third]).find(({ other }) => other === third)).toEqual({
    kept: second,
    other: third,
    otherName: false,
  });
  expect(mergeDouble(first, second, actAt(wednesday)).notes).toBe('Dana');
});

test('made one, nothing of either is lost', () => {
  const kept = aCallback({
    id: idAt(1),
    attempts: [attempt(idAt(10), 5)],
    notes: 'gate code 12',
    calledAgain: 1,
  });
  const other = aCallback({
    id: idAt(2),
    reason: 'Wants an invoice',
    promise: promise(wednesday + 1_000),
    attempts: [attempt(idAt(11), 3), attempt(idAt(10), 5)],
    status: 'left message',
    notes: 'ask for Ana',
  });
  const merged = mergeDouble(kept, other, actAt(wednesday));
  expect(CallbackSchema.safeParse(merged).success).toBe(true);
  expect(merged).toMatchObject({
    id: idAt(1),
    status: 'left message',
    calledAgain: 2,
    promise: other.promise,
    notes: 'gate code 12\nask for Ana',
  });
  expect(merged.reason).toContain('Wants an invoice');
  expect(merged.attempts.map(({ id }) => id)).toEqual([idAt(11), idAt(10)]);
  expect(merged.history.some(({ what }) => what === 'merged')).toBe(true);
});
