import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from './text.ts';

describe('cleanText on one line', () => {
  test.each([
    ['plain words', 'Ana Villaseñor', 'Ana Villaseñor'],
    ['ends and runs of space', '  Ana \t  Villaseñor \n', 'Ana Villaseñor'],
    ['line breaks', 'Ana\r\nVillaseñor\rJr', 'Ana Villaseñor Jr'],
    ['vertical tab, form feed, next line', 'a\vb\fc\u0085d', 'a b c d'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'a b c'],
    ['control characters', 'A\u0000n\u001ba\u007f', 'Ana'],
    ['bidirectional overrides', 'Ana \u202egnp.exe\u202c', 'Ana gnp.exe'],
    ['bidirectional isolates and marks', '\u2066Ana\u2069\u200e\u200f\u061c', 'Ana'],
    ['zero-width space, word joiner, byte order mark', 'A\u200bn\u2060a\ufeff', 'Ana'],
    ['soft hyphen', 'Villa\u00adseñor', 'Villaseñor'],
    ['no-break and ideographic space', 'Ana\u00a0\u3000Li', 'Ana Li'],
    ['private use', 'Ana\ue000', 'Ana'],
    ['joiners inside a Persian name', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['joiners inside an emoji', '👩\u200d🚒', '👩\u200d🚒'],
    ['joiners alone', '\u200d\u200c\u200d', ''],
    ['joiners at an end', '\u200cAna\u200d', 'Ana'],
    ['half of a surrogate pair', 'Ana\ud83d', 'Ana'],
    ['markup is text', '<b onclick=x>Ana</b>', '<b onclick=x>Ana</b>'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text, { max: 200 })).toBe(clean);
  });
});

describe('cleanText on many lines', () => {
  test.each([
    ['keeps line breaks', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['at most one empty line', 'one\n\n\n\ntwo', 'one\n\ntwo'],
    ['a tab still parts two words', 'Order\t123', 'Order 123'],
    ['control characters', 'o\u0000ne\n\u202etwo', 'one\ntwo'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text, { max: 200, multiline: true })).toBe(clean);
  });
});

describe('the cap', () => {
  test.each([
    ['at the limit', 'abcdef', 6, 'abcdef'],
    ['over it', 'abcdefg', 6, 'abcdef'],
    ['never half an emoji', 'abc😀', 4, 'abc'],
    ['a whole emoji that fits', 'abc😀d', 5, 'abc😀'],
    ['no space where it was cut', 'abc def', 4, 'abc'],
  ])('%s', (_, text, max, capped) => {
    expect(cleanText(text, { max })).toBe(capped);
  });

  test('no half pair where the text was cut before it was folded', () => {
    expect(cleanText(`ab${' '.repeat(13)}😀`, { max: 4 })).toBe('ab');
  });
});

test.each([
  ['spaces', ' '],
  ['zero-width', '\u200b'],
  ['combining marks', 'a\u0301'],
  ['line breaks', '\n '],
])('a hostile megabyte of %s takes no time', (_, part) => {
  const hostile = part.repeat(1_000_000);
  const before = performance.now();
  cleanText(hostile, { max: 10_000, multiline: true });
  cleanText(hostile, { max: 200 });
  expect(performance.now() - before).toBeLessThan(250);
});

/** Letters, and everything that can hide, reorder, join or split them. */
const troublesome = fc.constantFrom(
  ...'aZ9ñ \n\r\t\v\f\u0000\u0085\u00a0\u00ad\u061c\u200b\u200c\u200d\u200e\u202e\u2028\u2066\u3000\ufeff\ud83d\udc69\ue000',
  '😀',
  '👩\u200d🚒',
);

test('whatever comes in: never too long, nothing invisible, well formed, and clean once is clean', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: troublesome, maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      (text, max, multiline) => {
        const clean = cleanText(text, { max, multiline });
        const faults = {
          tooLong: clean.length > max,
          halfPair: !clean.isWellFormed(),
          untrimmed: clean !== clean.trim(),
          invisible: /[\p{Cc}\p{Co}\u00ad\u061c\u200b\u200e\u202e\u2066\ufeff]/u.test(
            clean.replaceAll('\n', ''),
          ),
          changesAgain: cleanText(clean, { max, multiline }) !== clean,
        };
        expect(Object.entries(faults).filter(([, found]) => found)).toEqual([]);
      },
    ),
    { numRuns: 2_000 },
  );
});
