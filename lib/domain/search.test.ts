import { describe, expect, test } from 'vitest';
import { aCallback, phone } from '../../tests/support/unit/entries.ts';
import { foldForSearch, matchesSearch } from './search.ts';

const entry = aCallback({
  callerName: 'Ana Villaseñor',
  phone: phone('+442079460018', { asShown: '020 7946 0018' }),
  alternatePhones: [phone(null, { asShown: '555 01 32' })],
  reference: 'INV-4711',
  reason: 'Ｏｆｆｅｒ for the boiler',
  notes: 'Lives in Łódź',
  owner: { id: 'zoë', name: 'Zoë Ng' },
  status: 'left message',
});

describe('finds', () => {
  test.each([
    ['nothing typed', ''],
    ['spaces', '   '],
    ['without accents', 'villasenor'],
    ['with accents', 'VILLASEÑOR'],
    ['accents put together from parts', 'villasen\u0303or'],
    ['part of a word', 'sen'],
    ['words in any order', 'boiler ana'],
    ['the reference', 'inv-4711'],
    ['full-width in the entry', 'offer'],
    ['full-width in the search', 'ｂｏｉｌｅｒ'],
    ['the notes', 'łódź'],
    ['the owner', 'zoe'],
    ['the status', 'left message'],
    ['the number as shown', '020 7946 0018'],
    ['the number without its spaces', '02079460018'],
    ['the number in international form', '+442079460018'],
    ['the number in brackets', '(020)7946'],
    ['its last digits', '0018'],
    ['a doubtful number without its spaces', '5550132'],
  ])('%s', (_, query) => {
    expect(matchesSearch(entry, query)).toBe(true);
  });
});

describe('does not find', () => {
  test.each([
    ['another name', 'anna'],
    ['one word of two', 'ana cooker'],
    ['another number', '5559999'],
    ['digits over the end of a number', '00185550132'],
    ['a pattern', '.*'],
  ])('%s', (_, query) => {
    expect(matchesSearch(entry, query)).toBe(false);
  });
});

test('an entry without number and owner can be searched', () => {
  const bare = aCallback({ phone: null, owner: null });
  expect(matchesSearch(bare, 'ana')).toBe(true);
  expect(matchesSearch(bare, '123')).toBe(false);
});

test.each([
  ['İstanbul', 'istanbul'],
  ['ﬁnance', 'finance'],
  ['ÅNGSTRÖM', 'angstrom'],
])('%s folds to %s', (text, folded) => {
  expect(foldForSearch(text)).toBe(folded);
});
