import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PhoneSchema } from './callback.ts';
import { phoneCountries, readPhone } from './phone.ts';

/** A reading on one line: kind, E.164 number, extension, how it is shown. */
function read(text: string, country = 'US'): string {
  const reading = readPhone(text, country);
  if (reading.kind === 'empty' || reading.kind === 'no-number') return reading.kind;
  const { e164, extension } = reading.phone;
  return [reading.kind, e164, extension && `x${extension}`, `"${reading.shown}"`].filter(Boolean).join(' ');
}

describe('numbers of the default country, and international ones', () => {
  test.each([
    ['US', '(415) 555-0132', 'valid +14155550132 "(415) 555-0132"'],
    ['US', '415.555.0132', 'valid +14155550132 "(415) 555-0132"'],
    ['US', '1 415 555 0132', 'valid +14155550132 "(415) 555-0132"'],
    ['US', '+44 20 7946 0018', 'valid +442079460018 "+44 20 7946 0018"'],
    ['US', '011 44 20 7946 0018', 'valid +442079460018 "+44 20 7946 0018"'],
    ['GB', '020 7946 0018', 'valid +442079460018 "020 7946 0018"'],
    ['GB', '+44 (0)20 7946 0018', 'valid +442079460018 "020 7946 0018"'],
    ['GB', '07400 123456', 'valid +447400123456 "07400 123456"'],
    ['GB', '+1 415 555 0132', 'valid +14155550132 "+1 415 555 0132"'],
    ['DE', '030 901820', 'valid +4930901820 "030 901820"'],
    ['DE', '0049 30 901820', 'valid +4930901820 "030 901820"'],
    ['JP', '03-3211-4455', 'valid +81332114455 "03-3211-4455"'],
    ['FR', '01 42 68 53 00', 'valid +33142685300 "01 42 68 53 00"'],
    ['FR', '01.42.68.53.00', 'valid +33142685300 "01 42 68 53 00"'],
    ['US', 'tel:+1-415-555-0132', 'valid +14155550132 "(415) 555-0132"'],
  ])('%s: %s', (country, text, reading) => {
    expect(read(text, country)).toBe(reading);
  });
});

describe('extensions', () => {
  test.each([
    ['US', '415 555 0132 x9', 'valid +14155550132 x9 "(415) 555-0132 x9"'],
    ['US', '415-555-0132x9', 'valid +14155550132 x9 "(415) 555-0132 x9"'],
    ['US', '(415) 555-0132, ext. 9', 'valid +14155550132 x9 "(415) 555-0132 x9"'],
    ['US', '(415) 555-0132 Extension: 2210', 'valid +14155550132 x2210 "(415) 555-0132 x2210"'],
    ['US', 'tel:+1-415-555-0132;ext=9', 'valid +14155550132 x9 "(415) 555-0132 x9"'],
    ['FR', '01 42 68 53 00 poste 9', 'valid +33142685300 x9 "01 42 68 53 00 x9"'],
    ['DE', '030 901820 Durchwahl 31', 'valid +4930901820 x31 "030 901820 x31"'],
    ['DE', '030 901820 DW 31', 'valid +4930901820 x31 "030 901820 x31"'],
    ['JP', '03-3211-4455 内線 9', 'valid +81332114455 x9 "03-3211-4455 x9"'],
    ['US', '+7 495 123-45-67 доб. 9', 'valid +74951234567 x9 "+7 495 123 45 67 x9"'],
    ['GB', '0117 496 0123 x9', 'valid +441174960123 x9 "0117 496 0123 x9"'],
    ['US', '555-0132 x9', 'doubtful x9 "555-0132 x9"'],
    ['US', 'x9', 'doubtful "x9"'],
  ])('%s: %s', (country, text, reading) => {
    expect(read(text, country)).toBe(reading);
  });

  test('one longer than anybody dials leaves a number that can still be saved', () => {
    const reading = readPhone('+1 415 555 0132 ext. 12345678901234', 'US');
    if (!('phone' in reading)) throw new Error(`It was read as ${reading.kind}.`);
    expect(PhoneSchema.safeParse(reading.phone).success).toBe(true);
  });
});

describe('as pages and keyboards write them', () => {
  test.each([
    ['full-width digits', '（４１５）５５５－０１３２'],
    ['no-break spaces', '415\u00a0555\u00a00132'],
    ['narrow no-break spaces', '415\u202f555\u202f0132'],
    ['no-break hyphens', '415\u2011555\u20110132'],
    ['dashes', '415\u2013555\u20140132'],
    ['a minus sign', '415\u2212555\u22120132'],
    ['left-to-right marks', '\u200e415\u200e555\u202d0132\u202c'],
    ['a full-width plus', '＋1 415 555 0132'],
    ['zero-width spaces', '4\u200b15\u200b5550132'],
  ])('%s', (_, text) => {
    expect(read(text)).toBe('valid +14155550132 "(415) 555-0132"');
  });
});

describe('what is no full number', () => {
  test.each([
    ['', 'empty'],
    [' \u200b ', 'empty'],
    ['ask for Bo', 'no-number'],
    ['+', 'no-number'],
    ['555-0132', 'doubtful "555-0132"'],
    ['12', 'doubtful "12"'],
    ['+1 415 555', 'doubtful "+1 415 555"'],
    ['+999 123456789', 'doubtful "+999 123456789"'],
    ['room 12, floor 3', 'doubtful "room 12, floor 3"'],
    ['<b>12</b>', 'doubtful "<b>12</b>"'],
  ])('"%s"', (text, reading) => {
    expect(read(text)).toBe(reading);
  });

  test('a country that is none reads international numbers only', () => {
    expect(read('+1 415 555 0132', 'XX')).toBe('valid +14155550132 "+1 415 555 0132"');
    expect(read('415 555 0132', 'XX')).toBe('doubtful "415 555 0132"');
    expect(read('415 555 0132', '__proto__')).toBe('doubtful "415 555 0132"');
  });
});

test.each([
  ['digits', '5'],
  ['pluses', '+'],
  ['ligatures that unfold to eighteen letters', '\ufdfa'],
  ['extension words', ' ext.'],
  ['zero-width spaces', '\u200b'],
])('a hostile megabyte of %s takes no time', (_, part) => {
  const before = performance.now();
  readPhone(part.repeat(1_000_000), 'US');
  expect(performance.now() - before).toBeLessThan(250);
});

const phoneLike = fc.string({
  unit: fc.constantFrom(
    ...'0123456789０９+＋-() ./x#*,;=:\u00a0\u2011\u200eéдаb',
    ' ext. ',
    ' poste ',
    'tel:',
  ),
  maxLength: 40,
});
const anyCountry = fc.constantFrom('US', 'GB', 'DE', 'JP', 'FR', 'BR', 'XX', '');

test('never throws, and what it reads can be saved', () => {
  fc.assert(
    fc.property(
      fc.oneof(phoneLike, fc.string({ unit: 'binary', maxLength: 100 })),
      anyCountry,
      (text, country) => {
        const reading = readPhone(text, country);
        if (!('phone' in reading)) return;
        const { error } = PhoneSchema.safeParse(reading.phone);
        if (error) throw new Error(`"${text}": ${error.message}`);
      },
    ),
    { numRuns: 300 },
  );
});

test('a valid number reads the same again as it is shown', () => {
  const local = fc.tuple(
    fc.constantFrom('+1 415 555 01', '+44 20 7946 00', '+49 30 9018', '+33 1 42 68 53 ', '+81 3 3211 44'),
    fc.integer({ min: 10, max: 99 }),
    fc.constantFrom('', ' x9', ' ext. 2210', ' poste 31', ';ext=7'),
    fc.constantFrom('US', 'GB', 'DE', 'JP', 'FR'),
  );
  fc.assert(
    fc.property(local, ([number, last, extension, country]) => {
      const first = readPhone(`${number}${last}${extension}`, country);
      if (first.kind !== 'valid') return;
      expect(readPhone(first.shown, country)).toEqual(first);
    }),
  );
});

test('the countries to choose from are ISO codes', () => {
  const countries = phoneCountries();
  expect(countries).toEqual(expect.arrayContaining(['US', 'GB', 'DE', 'JP', 'FR', 'XK']));
  expect(countries.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
});
