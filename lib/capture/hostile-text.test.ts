/** Whatever text a page shows: what reads it gives an answer of its kind, the same each time, and soon. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { el, type Node, page } from '../../tests/support/unit/capture-page.ts';
import { callTime } from './call-time.ts';
import { chooseCaller } from './choose-caller.ts';
import { parseFrames } from './evidence.ts';
import { extensionAlone, extensionAt } from './extension.ts';
import { isPlaceholder, readLabel } from './labels.ts';
import {
  cleanName,
  emailMatches,
  initialsMatch,
  isAddressed,
  isCompanyName,
  nameKey,
  nameMax,
  nameShape,
  titlePieces,
  unswapped,
} from './name-shape.ts';
import { isOwnDesk } from './own-desk.ts';
import type { Page } from './page-items.ts';
import { structuredPeople } from './structured.ts';
import { isUnknownCaller, saysNoName, saysUnknownCaller } from './unknown-caller.ts';

const pieces = [
  ...[
    'Dana',
    'Lee',
    'Caller',
    'Phone number',
    'Kundennummer',
    '電話番号',
    '鈴木',
    'عمر',
    '(',
    ')',
    '（',
    '[',
    ',',
    ':',
  ],
  ...[
    '#',
    '.',
    '…',
    ' - ',
    ' | ',
    '—',
    "d'",
    'van der',
    'Mr.',
    'GmbH',
    'from ',
    '@',
    '://',
    '12',
    ':',
    '30',
    'pm',
    '/',
  ],
  ...[
    ' ',
    '\u00a0',
    '\n',
    '\t',
    '\u200d',
    '\u202e',
    '\u0301',
    '\u0000',
    '\ud800',
    '１２',
    '٣',
    '👩‍👧',
    'ß',
    'İ',
    '<b>',
  ],
];
const piece = fc.constantFrom(...pieces);
/** What pages are made of, mixed; anything at all; and one piece over and over, on which expressions may stand still. */
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .tuple(piece, piece, fc.integer({ min: 1, max: 400 }))
    .map(([one, last, times]) => one.repeat(times) + last),
);
/** Longest text of an element that reaches them (evidence.ts cuts); longer ones than any is. */
const longest = 2_000;

function holds(rule: (text: string, other: string) => void): void {
  fc.assert(
    fc.property(hostile, hostile, (text, other) => rule(text.slice(0, longest), other.slice(0, longest))),
    { numRuns: 300 },
  );
}

const readers: [string, (text: string) => unknown][] = [
  ['label', readLabel],
  ['name', nameShape],
  ['placeholder', isPlaceholder],
  ['unknown caller', isUnknownCaller],
  ['said to be unknown', saysUnknownCaller],
  ['said to have no name', saysNoName],
  ['salutation', isAddressed],
  ['company', isCompanyName],
  ['own desk', isOwnDesk],
  ['cleaned name', cleanName],
  ['title', titlePieces],
  ['key of a name', nameKey],
  ['turned name', unswapped],
  ['extension', (text) => [extensionAt(text, 0), extensionAt(`555-0132 ${text}`, 8), extensionAlone(text)]],
  ['e-mail address', (text) => [emailMatches(text, 'dana@example.com'), emailMatches('Dana Lee', text)]],
  ['initials', (text) => [initialsMatch(text, 'Dana Lee'), initialsMatch('D. L.', text)]],
  ['time of a call', (text) => callTime(text, 0, 'UTC', true)],
];
test.each(readers)(
  'one piece over and over is no text on which the reader of a %s stands still',
  (_, read) => {
    for (const one of pieces) {
      for (const end of ['', '!', 'a', '1']) {
        const began = performance.now();
        read(one.repeat(longest).slice(0, longest - 1) + end);
        // Milliseconds, on any machine; an expression that stands still takes minutes.
        expect(performance.now() - began, JSON.stringify(one + end)).toBeLessThan(10_000);
      }
    }
  },
);

describe('any text of a page', () => {
  it('is a label of a known kind, sure to a share, or none', () => {
    holds((text) => {
      const label = readLabel(text);
      expect(readLabel(text)).toEqual(label);
      if (text.length > 60) expect(label).toBeNull();
      if (!label) return;
      expect(label.kind).toMatch(/^[a-zA-Z]+$/);
      expect(label.share).toBeGreaterThan(0);
      expect(label.share).toBeLessThanOrEqual(1);
      expect(label.words.size).toBeGreaterThan(0);
    });
  });

  it('looks like a name somewhere between not and certainly', () => {
    holds((text) => {
      const shape = nameShape(text);
      expect(shape).toBeGreaterThanOrEqual(0);
      expect(shape).toBeLessThanOrEqual(1);
      expect(nameShape(text)).toBe(shape);
      if (text.length > nameMax || /\S@|@\S|[<>{}\\]/.test(text)) expect(shape).toBe(0);
      for (const says of [isPlaceholder, isUnknownCaller, isAddressed, isCompanyName]) {
        expect(typeof says(text)).toBe('boolean');
      }
    });
  });

  it('is cleaned to a name with nothing invisible in it, and no longer than it was', () => {
    holds((text) => {
      const name = cleanName(text);
      expect(name.length).toBeLessThanOrEqual(text.length);
      expect(name).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|^\s|\s$/);
      for (const found of titlePieces(text)) expect(found.text).toBe(cleanName(found.text).trim());
    });
  });

  it('names the same person however it is cased', () => {
    holds((text) => {
      expect(nameKey(text)).toBe(nameKey(text));
      expect(nameKey(text).split(' ')).toEqual(nameKey(text).split(' ').sort());
      const swapped = unswapped(text);
      if (swapped !== null) expect(swapped.length).toBeLessThan(text.length);
    });
  });

  it('holds an extension of one to six digits behind a number, or none', () => {
    holds((text, other) => {
      for (const shown of [text, `555-0132 ${other}`]) {
        const found = extensionAt(shown, Math.min(8, shown.length));
        if (found) expect(shown.slice(0, found.end)).toContain(found.digits);
        expect(found?.digits ?? '1').toMatch(/^\d{1,6}$/);
        expect(extensionAlone(shown) ?? '1').toMatch(/^\d{1,6}$/);
      }
      for (const says of [saysNoName, saysUnknownCaller]) expect(typeof says(text)).toBe('boolean');
    });
  });

  it('belongs to an e-mail address or to initials, or does not', () => {
    holds((text, other) => {
      expect(typeof emailMatches(text, other)).toBe('boolean');
      expect(typeof initialsMatch(text, other)).toBe('boolean');
    });
  });

  it('is a time that is over, to the minute, or none', () => {
    const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];
    const moments = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(
        hostile,
        fc.nat(23),
        fc.nat(59),
        moments,
        fc.constantFrom(...zones),
        fc.boolean(),
        (text, hour, minute, now, zone, dayFirst) => {
          const clock = `${hour}:${String(minute).padStart(2, '0')}`;
          for (const shown of [text, `${text} ${clock}`, `${clock} ${text}`]) {
            const at = callTime(shown, now, zone, dayFirst);
            if (at === null) continue;
            expect(Number.isInteger(at)).toBe(true);
            expect(at).toBeLessThanOrEqual(now + 60_000);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('any page of such texts gives a caller in short, visible texts, or none', () => {
  const texts = hostile.map((text) => text.slice(0, longest));
  const nodes = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      texts,
      fc
        .tuple(
          fc.constantFrom(
            'div',
            'dl',
            'dt',
            'dd',
            'table',
            'tr',
            'td',
            'th',
            'h1',
            'h2',
            'main',
            'aside',
            'nav',
            'label',
          ),
          fc.array(tie('node'), { maxLength: 6 }),
        )
        .map(([tag, children]) => el(tag, ...children)),
    ),
  })).node;
  fc.assert(
    fc.property(fc.array(nodes, { minLength: 1, maxLength: 8 }), texts, (parts, title) => {
      const { frames, refused } = parseFrames([page(parts, { title: title.slice(0, 200) })]);
      expect(refused).toBe(0);
      const found = chooseCaller(frames, { defaultCountry: 'US', now: 0, zone: 'UTC' });
      const { name, phone, reference, callers } = found;
      for (const { value } of [...name.candidates, ...phone.candidates, ...reference.candidates]) {
        expect(value.length).toBeLessThanOrEqual(200);
        expect(value).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }
      for (const caller of callers) expect(caller.name?.length ?? 0).toBeLessThanOrEqual(nameMax);
      if (phone.chosen?.e164) expect(phone.chosen.e164).toMatch(/^\+[1-9]\d{4,14}$/);
    }),
    { numRuns: 200 },
  );
});

it('any structured data of a page describes one person in short texts, or nobody', () => {
  const about = fc.record({
    '@type': fc.constantFrom('Person', ['Thing', 'https://schema.org/Patient'], 1, null, 'Organization'),
    name: fc.oneof(hostile, fc.constant('Dana Lee'), fc.constant(7)),
    telephone: fc.oneof(hostile, fc.array(hostile, { maxLength: 3 }), fc.constant({})),
  });
  const nested = fc.array(fc.constantFrom('member', 'about', '@graph', '__proto__'), { maxLength: 9 });
  const block = fc.oneof(
    fc.json({ maxDepth: 8 }),
    hostile,
    fc
      .tuple(about, nested)
      .map(([one, keys]) => JSON.stringify(keys.reduce<unknown>((inner, key) => ({ [key]: inner }), one))),
  );
  let found = 0;
  fc.assert(
    fc.property(fc.array(block, { maxLength: 3 }), (jsonLd) => {
      const people = structuredPeople({ frames: [{ hidden: false, jsonLd }] } as unknown as Page);
      found += people.length;
      expect(new Set(people.map(({ name }) => name)).size).toBeLessThanOrEqual(1);
      for (const { name, telephones } of people) {
        for (const text of [name, ...telephones]) {
          expect(typeof text).toBe('string');
          // The schema counts characters, of which some are two code units.
          expect([...text].length).toBeLessThanOrEqual(200);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(0);
});
