import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCallback, idAt, phone } from '../../tests/support/unit/entries.ts';
import { markOf, searchText, searchWords, textHas } from './search.ts';
import { findInBlock, searchBlock } from './search-blocks.ts';

const entries = [
  aCallback({ id: idAt(1), callerName: 'Ana Villaseñor', phone: phone('+14155550132') }),
  aCallback({ id: idAt(2), callerName: 'Bob Stone', phone: null, owner: null, notes: 'an\nafter lines' }),
  aCallback({ id: idAt(3), callerName: 'Ana Stone', phone: phone('+14155550199'), reason: '' }),
];
const find = (query: string) => findInBlock(searchBlock(entries), searchWords(query));

describe('a block of entries', () => {
  test.each([
    ['a word of two of them', 'ana', [1, 3]],
    ['every word of one', 'stone ana', [3]],
    ['a number in brackets', '(415)555-0132', [1]],
    ['none', 'zzz', []],
    ['what would only stand over the end of one', '0132bob', []],
    ['a word after a line break', 'after', [2]],
  ])('gives %s', (_, query, places) => {
    expect(find(query)).toEqual(places.map(idAt));
  });

  test('keeps its places where a text ends in half a character', () => {
    const cut = aCallback({ id: idAt(4), callerName: 'Cut', notes: `${'x'.repeat(2_100)}` });
    const half = { ...cut, notes: `\ud83d ${cut.notes}` };
    const block = searchBlock([half, ...entries]);
    expect(findInBlock(block, searchWords('ana'))).toEqual([idAt(1), idAt(3)]);
  });

  test('knows whose they are', () => {
    expect(findInBlock(searchBlock(entries), [[markOf(null)]])).toEqual([idAt(2)]);
    expect(findInBlock(searchBlock(entries), [[markOf({ id: 'sam agent', name: '' })], ['ana']])).toEqual([
      idAt(1),
      idAt(3),
    ]);
  });

  test('finds what looking at each entry finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '1', '2', '-', ' '), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), word, (names, query) => {
        const some = names.map((callerName, place) =>
          aCallback({ id: idAt(place + 1), callerName, phone: null, reason: '', owner: null }),
        );
        const words = searchWords(query);
        if (words.length === 0) return;
        const one = some.filter((entry) => textHas(searchText(entry), words)).map(({ id }) => id);
        expect(findInBlock(searchBlock(some), words)).toEqual(one);
      }),
    );
  });
});
