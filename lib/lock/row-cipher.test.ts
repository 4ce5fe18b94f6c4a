import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CannotOpenError, createRowCipher } from './row-cipher.ts';

const dataKey = new Uint8Array(32).fill(7);
const cipher = createRowCipher(dataKey);
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

describe('a sealed value', () => {
  test('opens as it was, at the place it was sealed for', () => {
    fc.assert(
      fc.property(fc.string(), json, (place, value) => {
        expect(createRowCipher(dataKey).open(place, cipher.seal(place, value))).toEqual(value);
      }),
    );
  });

  test('holds nothing of the text, and is another each time', () => {
    const value = { callerName: 'Unmistakable Quagga' };
    const [one, other] = [cipher.seal('callbacks|1', value), cipher.seal('callbacks|1', value)];
    expect(Buffer.from(one).toString('latin1')).not.toContain('Quagga');
    expect(one).not.toEqual(other);
  });

  test('opens nowhere else and with no other key', () => {
    const sealed = cipher.seal('callbacks|1', { callerName: 'Ana' });
    expect(() => cipher.open('callbacks|2', sealed)).toThrow(CannotOpenError);
    expect(() => createRowCipher(new Uint8Array(32)).open('callbacks|1', sealed)).toThrow(CannotOpenError);
  });

  test('does not open once any byte of it was altered', () => {
    const sealed = cipher.seal('callbacks|1', 'Ana');
    for (const [place, byte] of sealed.entries()) {
      expect(() => cipher.open('callbacks|1', sealed.with(place, byte ^ 1))).toThrow(CannotOpenError);
    }
  });

  test('is refused as such whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(() => cipher.open('callbacks|1', input)).toThrow(CannotOpenError);
      }),
    );
  });
});

test('a tag is the same for the same number under the same key only, and does not tell it', () => {
  expect(createRowCipher(dataKey).tag('+14155550132')).toBe(cipher.tag('+14155550132'));
  expect(cipher.tag('+14155550133')).not.toBe(cipher.tag('+14155550132'));
  expect(createRowCipher(new Uint8Array(32)).tag('+14155550132')).not.toBe(cipher.tag('+14155550132'));
  expect(cipher.tag('+14155550132')).toMatch(/^[A-Za-z0-9+/]{43}=$/);
});

test('the name of a key tells keys apart, and a key of another length is none', () => {
  expect(createRowCipher(new Uint8Array(32)).keyId).not.toBe(cipher.keyId);
  expect(() => createRowCipher(new Uint8Array(16))).toThrow(RangeError);
});
