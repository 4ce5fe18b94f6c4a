import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LockRecordSchema } from './lock-record.ts';
import { newDataKey, newIterations, unwrapDataKey, wrapDataKey } from './passcode.ts';

const rounds = 100_000;

describe('a passcode', () => {
  test('opens the data key it was set for, however its characters are composed', async () => {
    const dataKey = newDataKey();
    const record = await wrapDataKey(dataKey, 'Zo\u00eb’s horse', rounds);
    expect(LockRecordSchema.parse(record)).toEqual(record);
    expect(await unwrapDataKey(record, 'Zo\u00eb’s horse')).toEqual(dataKey);
    expect(await unwrapDataKey(record, 'Zoe\u0308’s horse')).toEqual(dataKey);
  });

  test('that is wrong opens nothing', async () => {
    const record = await wrapDataKey(newDataKey(), 'correct horse', rounds);
    for (const wrong of ['', 'correct horse ', 'Correct horse']) {
      expect(await unwrapDataKey(record, wrong)).toBeNull();
    }
  });

  test('can be changed while the data key stays', async () => {
    const dataKey = newDataKey();
    const before = await wrapDataKey(dataKey, 'the old one', rounds);
    const after = await wrapDataKey(dataKey, 'the new one', rounds);
    expect(after.keyId).toBe(before.keyId);
    expect(after.salt).not.toBe(before.salt);
    expect(await unwrapDataKey(after, 'the new one')).toEqual(dataKey);
    expect(await unwrapDataKey(after, 'the old one')).toBeNull();
  });

  test('is not taken for right where the record names another key', async () => {
    const record = await wrapDataKey(newDataKey(), 'correct horse', rounds);
    expect(await unwrapDataKey({ ...record, keyId: '00'.repeat(8) }, 'correct horse')).toBeNull();
  });

  test('costs as many rounds as advised', () => {
    expect(newIterations).toBeGreaterThanOrEqual(600_000);
  });
});

describe('a record from a file', () => {
  test('with rounds out of bounds, or parts of another length, is refused', async () => {
    const record = await wrapDataKey(newDataKey(), 'correct horse', rounds);
    const wrong: Record<string, unknown>[] = [
      { iterations: 1 },
      { iterations: 1e12 },
      { salt: 'AAAA' },
      { wrapped: `${record.wrapped.slice(0, -4)}` },
      { wrapped: '***' },
      { keyId: 'zz'.repeat(8) },
      { kdf: 'none' },
      { version: 2 },
    ];
    for (const change of wrong) {
      expect(LockRecordSchema.safeParse({ ...record, ...change }).success, JSON.stringify(change)).toBe(
        false,
      );
    }
  });

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything())), (input) => {
        expect(LockRecordSchema.safeParse(input).success).toBe(false);
      }),
    );
  });
});
