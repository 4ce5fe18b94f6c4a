import { describe, expect, it } from 'vitest';
import { pickedFinds } from './picked.ts';
import type { Countries } from './types.ts';

const home: Countries = { home: 'US', others: [], sure: 'weak' };

const values = (...of: Parameters<typeof pickedFinds>) =>
  pickedFinds(...of).map(({ value, extension }) => [value, extension].filter(Boolean).join(' x'));

describe('what was pointed at', () => {
  it.each([
    ['phone', 'Mobile: (415) 555-0132 ext. 9', ['(415) 555-0132 ext. 9 x9']],
    ['phone', 'Mobile (415) 555-0132 Fax (415) 555-0199', ['(415) 555-0132', '(415) 555-0199']],
    ['phone', '(415) 555-0132, +1 415 555 0132', ['+1 415 555 0132']],
    ['phone', ' 2210 ', ['2210']],
    ['phone', 'Dana Lee', []],
    ['name', '  dlee (Dana\u202e Lee) ', ['Dana Lee']],
    ['name', '\u200b', []],
    ['reference', 'INV-\u200b77\n open', ['INV-77 open']],
  ] as const)('for the %s, "%s"', (field, text, found) => {
    expect(values(field, text, home)).toEqual(found);
  });

  const read = (text: string, countries: Countries) =>
    pickedFinds('phone', text, countries).map(({ value, e164, confidence, evidence }) => [
      e164 ?? value,
      confidence,
      evidence.map(({ code }) => code).join(' '),
    ]);

  it('is read as the page is: both readings where it is a number of two countries', () => {
    expect(read('06 12 34 56 78', { home: 'DE', others: ['FR'], sure: 'clear' })).toEqual([
      ['+33612345678', 0.5, 'picked other-country'],
      ['+49612345678', 0.5, 'picked other-country'],
    ]);
    expect(read('06 12 34 56 78', { home: 'US', others: ['FR'], sure: 'clear' })).toEqual([
      ['+33612345678', 1, 'picked'],
    ]);
  });

  it('is offered as it stands, too, where nothing but a guess makes it another country’s', () => {
    expect(read('020 7946 0018', { home: 'US', others: ['GB'], sure: 'weak' })).toEqual([
      ['+442079460018', 0.5, 'picked other-country'],
      ['020 7946 0018', 0.5, 'picked'],
    ]);
  });
});
