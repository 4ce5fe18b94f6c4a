import { expect, test } from 'vitest';
import type { EvidenceCode } from '../capture/types.ts';
import { evidenceWords } from './evidence-words.ts';

/** Every code there is; a new one is missing here until it is added, and the type says so. */
const codes = Object.keys({
  selected: 1,
  focused: 1,
  picked: 1,
  'tel-link': 1,
  structured: 1,
  'field-type': 1,
  labelled: 1,
  'same-card': 1,
  heading: 1,
  'page-title': 1,
  breadcrumb: 1,
  agrees: 1,
  'name-parts': 1,
  grouped: 1,
  international: 1,
  'in-address': 1,
  'mobile-or-direct': 1,
  'other-label': 1,
  'other-person': 1,
  'own-side': 1,
  switchboard: 1,
  'in-prose': 1,
  'in-list': 1,
  'outside-main': 1,
  hidden: 1,
  'repeated-on-site': 1,
  'no-label': 1,
  invalid: 1,
  'other-country': 1,
} satisfies Record<EvidenceCode, 1>) as EvidenceCode[];

test('every reason has words of its own', () => {
  const words = codes.map((code) => evidenceWords([{ code, label: 'Mobile' }]));
  expect(new Set(words).size).toBe(codes.length);
});

test('several reasons stand apart from each other, the strongest four first', () => {
  expect(
    evidenceWords([
      { code: 'labelled', label: 'Mobile' },
      { code: 'same-card' },
      { code: 'tel-link' },
      { code: 'grouped' },
      { code: 'agrees' },
    ]),
  ).toBe('labelled “Mobile”, same card as the caller, a link that dials, written like a number');
});

test('a reason is said once, and none is no words', () => {
  expect(evidenceWords([{ code: 'agrees' }, { code: 'agrees' }])).toBe('several places agree');
  expect(evidenceWords([])).toBe('');
});

test('the page’s own word is quoted as text', () => {
  expect(evidenceWords([{ code: 'labelled', label: '<b>$1' }])).toBe('labelled “<b>$1”');
  expect(evidenceWords([{ code: 'labelled' }])).toBe('labelled');
});
