import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packEnvelope, parseEnvelope } from './envelope.ts';

const partsArbitrary = fc.record({
  keyId: fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => bytes.toHex()),
  nonce: fc.uint8Array({ minLength: 12, maxLength: 12 }),
  box: fc.uint8Array({ minLength: 16, maxLength: 400 }),
});

test('what is packed is read back', () => {
  fc.assert(
    fc.property(partsArbitrary, (parts) => {
      expect(parseEnvelope(packEnvelope(parts))).toEqual(parts);
    }),
  );
});

test('parts of another length are not packed', () => {
  const whole = { keyId: '00'.repeat(8), nonce: new Uint8Array(12), box: new Uint8Array(16) };
  for (const wrong of [{ keyId: '00' }, { nonce: new Uint8Array(11) }, { box: new Uint8Array(15) }]) {
    expect(() => packEnvelope({ ...whole, ...wrong })).toThrow(RangeError);
  }
});

test('hostile input is null or parts of the right length, and never throws', () => {
  const hostile = fc.oneof(
    fc.anything(),
    fc.uint8Array({ maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.of(1, ...bytes)),
  );
  fc.assert(
    fc.property(hostile, (input) => {
      const parts = parseEnvelope(input);
      if (parts === null) return;
      expect(parts.keyId).toMatch(/^[0-9a-f]{16}$/);
      expect(parts.nonce.length).toBe(12);
      expect(parts.box.length).toBeGreaterThanOrEqual(16);
    }),
  );
});

test('a cut envelope and one of another layout are none', () => {
  const packed = packEnvelope({ keyId: 'ab'.repeat(8), nonce: new Uint8Array(12), box: new Uint8Array(16) });
  for (let length = 0; length < packed.length; length++) {
    expect(parseEnvelope(packed.subarray(0, length))).toBeNull();
  }
  expect(parseEnvelope(packed.with(0, 2))).toBeNull();
});
