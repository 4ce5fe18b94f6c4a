/** Whatever an agent types or pastes: what reads it gives an answer of its kind, and soon. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCallback } from '../../tests/support/unit/entries.ts';
import { attemptNote, NoteTemplateSchema, notePlaceholders } from './attempt-note.ts';
import { type Callback, limits } from './callback.ts';
import { ownerId, personNamed } from './people.ts';
import { isVagueReason } from './reason.ts';
import { foldForSearch, matchesSearch, searchWords } from './search.ts';

const piece = fc.constantFrom(
  ...[
    'call ',
    'call back ',
    'please ',
    'customer',
    ' ',
    '\n',
    '-',
    '(415)',
    '555',
    '+',
    '.',
    'ß',
    'İ',
    'é',
    '鈴木',
    '{',
    '}',
    '·',
  ],
);
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.tuple(piece, fc.integer({ min: 1, max: 1_000 })).map(([one, times]) => one.repeat(times)),
);

function holds(rule: (text: string) => void): void {
  const began = performance.now();
  fc.assert(fc.property(typed, rule), { numRuns: 300 });
  // One that stands still takes minutes.
  expect(performance.now() - began).toBeLessThan(20_000);
}

test('a search finds what an entry says, and is none where nothing is typed', () => {
  holds((text) => {
    for (const forms of searchWords(text)) {
      for (const form of forms) expect(form).toMatch(/^\S+$/);
    }
    if (text.trim() === '') expect(matchesSearch(aCallback(), text)).toBe(true);
    // Of a long text only the beginning is looked through.
    const reason = text.slice(0, 200);
    const words = foldForSearch(reason).replaceAll('\u0001', '');
    if (words === foldForSearch(reason)) expect(matchesSearch(aCallback({ reason }), reason)).toBe(true);
  });
});

test('a reason is vague or not', () => {
  holds((text) => {
    expect(typeof isVagueReason(text)).toBe('boolean');
  });
});

test('a name is the same person however it is cased, and no longer than names are', () => {
  holds((text) => {
    const person = personNamed(text);
    if (!person) return;
    expect(person.name.length).toBeLessThanOrEqual(limits.name);
    expect(person.id).toBe(ownerId(person.name));
    expect(person.name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });
});

test('a note template makes one visible line, and what a value holds is never read as a template', () => {
  const templates = fc
    .array(
      fc.oneof(
        typed,
        fc.constantFrom(...notePlaceholders).map((name) => `{${name}}`),
        fc.constant(' · '),
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(templates, typed, typed, (template, note, reason) => {
      if (!NoteTemplateSchema.safeParse(template).success) return;
      const attempt: Callback['attempts'][number] = {
        id: '019cdc00-0000-7000-8000-000000000001',
        at: 0,
        by: null,
        outcome: 'no answer',
        number: null,
        note,
        loggedAt: null,
      };
      const entry = aCallback({ reason, attempts: [attempt] });
      const line = attemptNote(template, entry, attempt, { date: 'd', time: 't', outcome: 'o' });
      expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(line.length).toBeLessThanOrEqual(limits.reason);
    }),
    { numRuns: 300 },
  );
});
