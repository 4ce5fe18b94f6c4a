import { describe, expect, test } from 'vitest';
import { aCallback, idAt, phone, wednesday } from '../../tests/support/unit/entries.ts';
import type { Callback } from './callback.ts';
import { newDraft } from './draft.ts';
import { type CallerQuery, emptied, isDraftOf, traceIn, withoutMentions } from './forget.ts';

const dana: CallerQuery = {
  name: 'Dana Lee',
  phones: [phone('+14155550132', { asShown: '(415) 555-0132' })],
};
/** Somebody else's entry. */
const other = (changes: Partial<Callback> = {}) =>
  aCallback({ callerName: 'Theo Park', phone: phone('+442079460018'), ...changes });
const attempt = { id: idAt(2), at: wednesday, by: null, outcome: 'wrong number', loggedAt: null } as const;
const item = { id: idAt(3), at: wednesday, by: null, what: 'changed' } as const;
const source = { url: 'https://crm.example.com/1', title: 'x', site: 'crm.example.com' };

describe('an entry is the caller’s own', () => {
  test.each<[string, Partial<Callback>]>([
    ['by the name, however it is written', { callerName: 'LEE, Dána' }],
    ['by the number', { phone: phone('+14155550132') }],
    ['by another of its numbers', { alternatePhones: [phone('+14155550132')] }],
    ['by digits nobody vouched for', { phone: phone(null, { asShown: '415.555.0132' }) }],
    ['though it is closed', { callerName: 'Dana Lee', status: 'completed', closedAt: wednesday }],
  ])('%s', (_, changes) => expect(traceIn(other(changes), dana)).toBe('caller'));

  test('never by a number that only ends alike', () => {
    expect(traceIn(other({ phone: phone('+494155550132') }), { ...dana, name: '' })).toBeNull();
  });
});

test('a longer name with the same words is similar', () => {
  expect(traceIn(other({ callerName: 'Dana Marie Lee' }), dana)).toBe('similar');
});

const mentioning: [string, Partial<Callback>][] = [
  ['the reason', { reason: 'Neighbour of Dana Lee' }],
  ['the notes', { notes: 'or try 415-555-0132' }],
  ['the reference', { reference: 'Lee, Dana' }],
  ['the objective', { objective: 'Ask about Dana Lee' }],
  ['what is missing', { missing: 'answer of Dana Lee' }],
  ['an attempt’s number', { attempts: [{ ...attempt, number: '+14155550132', note: '' }] }],
  ['an attempt’s note', { attempts: [{ ...attempt, number: null, note: 'Dana Lee answered' }] }],
  ['the history', { history: [{ ...item, from: 'Dana Lee', to: null }] }],
  ['an escalation', { escalation: { reason: 'Dana Lee is angry', at: wednesday, by: null } }],
  ['the page’s title', { source: { ...source, title: 'Dana Lee – CRM' } }],
  ['the page’s address', { source: { ...source, url: 'https://crm.example.com/?q=Dana%20Lee' } }],
];

describe('an entry of somebody else that names the caller', () => {
  test.each(mentioning)('in %s is found, and cleaned of it', (_, changes) => {
    const entry = other(changes);
    expect(traceIn(entry, dana)).toBe('mention');
    const clean = withoutMentions(entry, dana);
    expect(traceIn(clean, dana)).toBeNull();
    expect(clean).toMatchObject({ callerName: 'Theo Park', phone: entry.phone });
  });

  test('is none where only a colleague has that name', () => {
    const history = [{ ...item, what: 'owner' as const, from: 'Dana Lee', to: 'Sam' }];
    expect(traceIn(other({ owner: { id: 'dana lee', name: 'Dana Lee' }, history }), dana)).toBeNull();
  });
});

describe('a draft', () => {
  const draft = newDraft('d', 'Sam Agent', 3, wednesday);
  const of = (fields: Partial<typeof draft.fields>) => ({ ...draft, fields: { ...draft.fields, ...fields } });

  test('is the caller’s by name, number or mention', () => {
    for (const fields of [
      { callerName: 'dana lee' },
      { phone: '415 555 0132' },
      { reason: 'for Dana Lee' },
    ]) {
      expect(isDraftOf(of(fields), dana)).toBe(true);
    }
    expect(isDraftOf(of({ callerName: 'Theo Park', phone: '12' }), dana)).toBe(false);
  });

  test('that a form holds gives way to an empty one that says why', () => {
    const left = emptied(of({ callerName: 'Dana Lee' }), wednesday);
    expect(left).toMatchObject({ id: 'd', windowId: 3, forgotten: true });
    expect(left.fields).toMatchObject({ callerName: '', owner: 'Sam Agent' });
  });
});
