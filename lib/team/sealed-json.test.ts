import type { KV } from '@nats-io/kv';
import { expect, test } from 'vitest';
import { keysUnder } from './sealed-json.ts';

test('a key that comes twice while it is listed is one key', async () => {
  const listed = ['cb.1', 'cb.2', 'cb.1', 'cb.3'];
  const kv = {
    keys: async () =>
      (async function* () {
        yield* listed;
      })(),
  } as unknown as KV;
  expect(await keysUnder(kv, 'cb.>')).toEqual(['cb.1', 'cb.2', 'cb.3']);
});
