import { expect, test } from 'vitest';
import { aCallback, actAt, wednesday } from '../../tests/support/unit/entries.ts';
import { CallbackSchema } from './callback.ts';
import { endEscalation, escalate } from './escalation.ts';

const raised = escalate(aCallback(), 'third call', actAt(wednesday + 1, 'Sam'));

test('raised with a reason, by whom and when', () => {
  expect(raised.escalation).toEqual({ reason: 'third call', at: wednesday + 1, by: 'Sam' });
  expect(raised.history).toMatchObject([{ what: 'escalated', from: null, to: 'third call', by: 'Sam' }]);
  expect(raised.updatedAt).toBe(wednesday + 1);
});

test('raised again, the reason before stays in the history', () => {
  const again = escalate(raised, 'lawyer', actAt(wednesday + 2, 'Kim'));
  expect(again.history[1]).toMatchObject({ from: 'third call', to: 'lawyer', by: 'Kim' });
});

test('settled, its reason stays in the history; settled twice is settled', () => {
  const settled = endEscalation(raised, actAt(wednesday + 3, 'Kim'));
  expect(settled.escalation).toBeNull();
  expect(settled.history[1]).toMatchObject({ what: 'escalation ended', from: 'third call', to: null });
  expect(endEscalation(settled, actAt(wednesday + 4))).toBe(settled);
});

test.each(['', '  ', '\u202E'])('the reason %j is none, and is not stored', (reason) => {
  expect(CallbackSchema.safeParse(escalate(aCallback(), reason, actAt(wednesday))).success).toBe(false);
  expect(CallbackSchema.safeParse(raised).success).toBe(true);
});
