import { expect, test } from 'vitest';
import { aCallback, actAt, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import {
  attemptNote,
  defaultNoteTemplate,
  hasUnlogged,
  markLogged,
  NoteTemplateSchema,
  unknownPlaceholders,
  unloggedAttempts,
} from './attempt-note.ts';
import type { Attempt } from './callback.ts';

const first: Attempt = {
  id: idAt(1),
  at: wednesday,
  by: { id: 'chris', name: 'Chris' },
  outcome: 'no answer',
  number: '+14155550132',
  note: '',
  loggedAt: wednesday,
};
const second: Attempt = {
  ...first,
  id: idAt(2),
  outcome: 'left message',
  note: 'asked for Ana',
  loggedAt: null,
};
const entry = aCallback({ attempts: [first, second], reference: 'INV-1' });
const words = { date: '21 Nov', time: '15:42', outcome: 'left message' };

test.each<[string, string, Partial<Attempt>, string]>([
  [
    'as a new install has it',
    defaultNoteTemplate,
    {},
    'Callback attempt 2 · 21 Nov 15:42 · Chris · left message · asked for Ana',
  ],
  [
    'without a note',
    defaultNoteTemplate,
    { note: '' },
    'Callback attempt 2 · 21 Nov 15:42 · Chris · left message',
  ],
  [
    'without a name',
    defaultNoteTemplate,
    { by: null },
    'Callback attempt 2 · 21 Nov 15:42 · left message · asked for Ana',
  ],
  [
    'over several lines',
    defaultNoteTemplate,
    { note: 'one\ntwo\u202E' },
    'Callback attempt 2 · 21 Nov 15:42 · Chris · left message · one two',
  ],
  [
    'all that can be named',
    '{caller}|{number}|{reference}|{reason}',
    {},
    'Ana Villaseñor|+14155550132|INV-1|Asks when the engineer comes',
  ],
  ['a part that names nothing stays', 'CB · {note}', { note: '' }, 'CB'],
  ['values are no templates', '{note} · {agent}', { note: '{agent} $& $1 {n}' }, '{agent} $& $1 {n} · Chris'],
  ['a lone brace is a brace', '{ {n} }', {}, '{ 2 }'],
])('%s', (_, template, changes, line) => {
  expect(attemptNote(template, entry, { ...second, ...changes }, words)).toBe(line);
});

test.each<[string, boolean, string[]]>([
  [defaultNoteTemplate, true, []],
  ['call {n}', true, []],
  ['no placeholder at all', true, []],
  ['{', true, []],
  ['', false, []],
  ['   ', false, []],
  ['{who} {n} {When}', false, ['who', 'When']],
  ['{ n }', false, [' n ']],
  ['{}', false, ['']],
  ['{constructor} {__proto__}', false, ['constructor', '__proto__']],
  ['x'.repeat(501), false, []],
])('the template %j can be used: %j', (template, fits, unknown) => {
  expect(NoteTemplateSchema.safeParse(template).success).toBe(fits);
  expect(unknownPlaceholders(template)).toEqual(unknown);
});

test('what is not logged is listed until it is; an unfinished attempt counts but has nothing to log', () => {
  expect(unloggedAttempts(entry).map(({ id }) => id)).toEqual([idAt(2)]);
  const logged = markLogged(entry, idAt(2), actAt(wednesday));
  expect(logged.attempts[1]?.loggedAt).toBe(wednesday);
  expect([unloggedAttempts(logged), hasUnlogged(logged)]).toEqual([[], false]);
  expect(markLogged(entry, idAt(9), actAt(wednesday))).toBe(entry);
  const calling = aCallback({ attempts: [{ ...second, outcome: null }] });
  expect([unloggedAttempts(calling), hasUnlogged(calling)]).toEqual([[], true]);
});
