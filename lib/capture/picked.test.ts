import { describe, expect, it } from 'vitest';
import { pickedFinds } from './picked.ts';

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
    expect(values(field, text, 'US')).toEqual(found);
  });
});
