import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCallback } from '../../tests/support/unit/arbitrary.ts';
import { aCallback, idAt, phone, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { hasUnlogged } from './attempt-note.ts';
import { type Callback, CallbackSchema } from './callback.ts';
import { anonymise, retentionCutoff } from './retention.ts';

const day = 24 * 3_600_000;
const later = wednesday + 91 * day;

/** Everything an entry can hold, each text naming the caller. */
const told = CallbackSchema.parse({
  ...aCallback(),
  callerName: 'Secret Sue',
  phone: phone('+14155550132', { asShown: 'Secret 1' }),
  alternatePhones: [phone('+14155550199', { asShown: 'Secret 2' })],
  reference: 'Secret ref',
  reason: 'Secret reason',
  reasonConfirmed: false,
  promise: { ...promise(wednesday), words: 'Secret words' },
  status: 'completed',
  closedAt: wednesday,
  notes: 'Secret notes',
  source: { url: 'https://crm.example.com/secret', title: 'Secret', site: 'secret.example.com' },
  objective: 'Secret objective',
  missing: 'Secret missing',
  escalation: { reason: 'Secret escalation', at: wednesday, by: 'Sam Agent' },
  bestTime: { from: '09:00', until: '10:00', zone: 'America/Secret' },
  attempts: [
    {
      id: idAt(2),
      at: wednesday,
      by: { id: 'sam', name: 'Sam Agent' },
      outcome: 'reached, done',
      number: 'Secret 3',
      note: 'Secret note',
      loggedAt: null,
    },
  ],
  history: [
    { id: idAt(3), at: wednesday, by: 'Sam Agent', what: 'phone', from: 'Secret 4', to: 'Secret 5' },
    { id: idAt(4), at: wednesday, by: 'Sam Agent', what: 'status', from: 'needs call', to: 'completed' },
    {
      id: idAt(5),
      at: wednesday,
      by: 'Sam Agent',
      what: 're-promised',
      from: 'when Secret Sue is back',
      to: '/2026-03-11T13:30:00.000Z',
    },
  ],
});

describe('an anonymised entry', () => {
  const anonymous = anonymise(told, later);

  test('tells nothing of who and why', () => {
    expect(JSON.stringify(anonymous)).not.toMatch(/secret|0132|0199/i);
  });

  test('keeps what the figures are worked out from', () => {
    const { id, kind, happenedAt, owner, status, createdAt, updatedAt, closedAt } = told;
    expect(anonymous).toMatchObject({ id, kind, happenedAt, owner, status, createdAt, updatedAt, closedAt });
    expect(anonymous.promise).toMatchObject({ from: wednesday, until: wednesday });
    expect(anonymous.attempts).toMatchObject([
      { at: wednesday, outcome: 'reached, done', by: { name: 'Sam Agent' } },
    ]);
    expect(anonymous.history.map(({ what, from, to }) => [what, from, to])).toEqual([
      ['phone', null, null],
      ['status', 'needs call', 'completed'],
      ['re-promised', null, '/2026-03-11T13:30:00.000Z'],
    ]);
  });

  test('is still an entry, though without name and number', () => {
    expect(CallbackSchema.parse(anonymous)).toEqual(anonymous);
  });

  test('says when it became one, and stays as it is the next time', () => {
    expect(anonymous.anonymisedAt).toBe(later);
    expect(anonymise(anonymous, later + day)).toBe(anonymous);
  });

  test('has nothing to be logged: nobody could tell what', () => {
    expect([hasUnlogged(told), hasUnlogged(anonymous)]).toEqual([true, false]);
  });
});

test('an open entry is never anonymised', () => {
  const open: Callback = { ...told, status: 'needs call', closedAt: null };
  expect(anonymise(open, later)).toBe(open);
});

test('whatever an entry holds, what is left of it is whole and has no text but names of colleagues', () => {
  fc.assert(
    fc.property(anyCallback, (callback) => {
      const closed: Callback = { ...callback, status: 'completed' };
      const anonymous = anonymise(closed, later);
      expect(CallbackSchema.parse(anonymous)).toEqual(anonymous);
      const { callerName, reference, reason, notes, objective, missing } = anonymous;
      expect([callerName, reference, reason, notes, objective, missing].join('')).toBe('');
      expect(anonymous.attempts.every(({ number, note }) => number === null && note === '')).toBe(true);
    }),
  );
});

test('without a number of days nothing is ever past its time', () => {
  expect(retentionCutoff(0, later)).toBeNull();
  expect(retentionCutoff(90, later)).toBe(wednesday + day);
});
