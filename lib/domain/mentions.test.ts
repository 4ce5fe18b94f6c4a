import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phone } from '../../tests/support/unit/entries.ts';
import { hasName, hasNumber, isName, withoutTraces } from './mentions.ts';

const dana = [phone('+14155550132', { asShown: '(415) 555-0132' })];

describe('a name in a text', () => {
  test.each(['Dana Lee called', 'ask LEE, DANA', 'wife of dana lee.', 'Dána Lee', '(Dana\nLee)'])(
    'is found in %j',
    (text) => expect(hasName(text, 'Dana Lee')).toBe(true),
  );

  test.each(['Dana called, Lee did not', 'Dana Leeson', 'Jordana Lee', '', 'Dana'])(
    'is not found in %j',
    (text) => expect(hasName(text, 'Dana Lee')).toBe(false),
  );

  test('without words is nowhere', () => {
    expect([hasName('Dana Lee', ''), isName('', ''), hasName('x', '…')]).toEqual([false, false, false]);
  });
});

describe('a number in a text', () => {
  test.each([
    'call 415-555-0132 now',
    '+1 415 555 0132',
    'tel:+14155550132',
    '001 (415) 555.0132',
    '4155550132 or 4155550199',
  ])('is found in %j', (text) => expect(hasNumber(text, dana)).toBe(true));

  test.each(['415-555-0133', '555-0132', 'order 132', ''])('is not found in %j', (text) =>
    expect(hasNumber(text, dana)).toBe(false),
  );

  test('shown with a trunk zero or an extension is the same', () => {
    const german = [phone('+491701234567', { asShown: '0170 1234567 x9' })];
    expect(hasNumber('+49 170 1234567', german)).toBe(true);
    expect(hasNumber('0170/1234567', german)).toBe(true);
  });

  test('nobody vouches for counts by its digits', () => {
    expect(hasNumber('ring 555 123 45 now', [phone(null, { asShown: '55512345' })])).toBe(true);
    expect(hasNumber('ring 12', [phone(null, { asShown: '12' })])).toBe(false);
  });
});

test('what is taken out leaves the rest of the text as it was', () => {
  expect(withoutTraces('Neighbour of Dana Lee (415-555-0132), gate 7', 'Dana Lee', dana)).toBe(
    'Neighbour of … (…), gate 7',
  );
  expect(withoutTraces('nothing of the kind', 'Dana Lee', dana)).toBe('nothing of the kind');
});

test('nothing that was found is left, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const left = withoutTraces(`${before} Dana Lee +1 415 555 0132 ${after}`, 'Dana Lee', dana);
      expect(hasName(left, 'Dana Lee') || hasNumber(left, dana)).toBe(false);
    }),
  );
});
