import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCallback } from '../../tests/support/unit/arbitrary.ts';
import { aCallback, idAt } from '../../tests/support/unit/entries.ts';
import { CallbackSchema } from '../domain/callback.ts';
import { decodeValue, encodeValue } from './value.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const callback = aCallback({ id: idAt(1) });
const good = { format: 1, n: 1, applied: { a: 1 }, callback };

test('any entry comes back as it went', () => {
  fc.assert(
    fc.property(anyCallback, fc.integer({ min: 1 }), (any, n) => {
      const entry = CallbackSchema.parse(any);
      const value = { n, applied: { 'client-1': n }, callback: entry, extra: '' };
      expect(decodeValue(encodeValue(value), entry.id)).toEqual({ ok: true, value });
    }),
  );
});

test('an entry nothing of which is new is read as one with something new is, but for that', () => {
  fc.assert(
    fc.property(anyCallback, (any) => {
      const entry = CallbackSchema.parse(any);
      const value = { ...good, callback: entry };
      const [quick, slow] = [value, { ...value, mood: 1 }].map((one) => decodeValue(bytes(one), entry.id));
      expect(quick).toEqual({ ok: true, value: { n: 1, applied: { a: 1 }, callback: entry, extra: '' } });
      expect(slow).toMatchObject({ ok: true, value: { n: 1, applied: { a: 1 }, callback: entry } });
    }),
  );
});

test('whatever the bytes are, reading them does not throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.jsonValue().map(bytes)), (any) => {
      expect(decodeValue(any, idAt(1)).ok).toBe(false);
    }),
  );
});

describe('a value is refused', () => {
  test.each<[string, unknown]>([
    ['without its callback', { ...good, callback: null }],
    ['with another id than its key', { ...good, callback: aCallback({ id: idAt(2) }) }],
    ['with a count that is none', { ...good, n: 0 }],
    ['with a client that is no name', { ...good, applied: { '<b>': 1 } }],
    [
      'with more clients than any team',
      { ...good, applied: Object.fromEntries(Array.from({ length: 501 }, (_, place) => [`c${place}`, 1])) },
    ],
    ['with an endless unknown field', { ...good, more: 'x'.repeat(40_000) }],
    ['about nobody', { ...good, callback: { ...callback, callerName: '', phone: null } }],
  ])('%s', (_, value) => {
    expect(decodeValue(bytes(value), idAt(1))).toEqual({ ok: false, why: 'malformed' });
  });

  test('of a format to come, and that is told apart', () => {
    expect(decodeValue(bytes({ ...good, format: 2 }), idAt(1))).toEqual({ ok: false, why: 'newer' });
  });
});

test('unknown fields go back where they came from, and a known one never hides behind them', () => {
  const item = { id: idAt(7), at: 1, by: null, what: 'created', from: null, to: null, colour: 'red' };
  const newer = {
    ...good,
    mood: 1,
    callback: { ...callback, extra: [2], history: [item], __proto__: { notes: 'x' } },
  };
  const read = decodeValue(bytes(newer), idAt(1));
  const value = read.ok ? read.value : null;
  expect(value?.callback).not.toHaveProperty('extra');
  const edited = value && { ...value, callback: { ...value.callback, notes: 'ours' } };
  expect(JSON.parse(new TextDecoder().decode(edited ? encodeValue(edited) : new Uint8Array()))).toMatchObject(
    {
      mood: 1,
      callback: { extra: [2], notes: 'ours', history: [{ colour: 'red' }] },
    },
  );
});
