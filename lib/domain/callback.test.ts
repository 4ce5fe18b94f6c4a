import { describe, expect, test } from 'vitest';
import { aCallback, idAt, phone, wednesday } from '../../tests/support/unit/entries.ts';
import { type Callback, CallbackSchema, isOpen, laterFields, limits, statuses } from './callback.ts';

/** The places of the fields that are in the way; none where the entry is taken. */
function refused(changes: Record<string, unknown>): string[] {
  const parsed = CallbackSchema.safeParse({ ...aCallback(), ...changes });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

describe('a name or a number', () => {
  test.each([
    ['both', { callerName: 'Ana', phone: phone() }, []],
    ['a name alone', { callerName: 'Ana', phone: null }, []],
    ['a number alone', { callerName: '', phone: phone() }, []],
    ['a doubtful number alone', { callerName: '', phone: phone(null, { asShown: '555 01' }) }, []],
    ['neither', { callerName: '', phone: null }, ['callerName']],
    ['spaces for a name', { callerName: ' \t ', phone: null }, ['callerName']],
    ['nothing visible for a name', { callerName: '\u200b\u202e\u200d', phone: null }, ['callerName']],
  ])('%s', (_, changes, places) => {
    expect(refused(changes)).toEqual(places);
  });
});

test('everything else may be missing', () => {
  const bare = aCallback({ reference: '', reason: '', promise: null, owner: null, source: null, notes: '' });
  expect(CallbackSchema.parse(bare)).toEqual(bare);
});

test.each([
  ['callerName', limits.name],
  ['reference', limits.reference],
  ['reason', limits.reason],
  ['notes', limits.notes],
] as const)('%s is cut at %i', (field, max) => {
  const parsed = CallbackSchema.parse(aCallback({ [field]: 'x'.repeat(max + 500) }));
  expect(parsed[field]).toHaveLength(max);
});

test('texts are cleaned on the way in, on one line or on several', () => {
  const parsed = CallbackSchema.parse(
    aCallback({ callerName: ' Ana\nLi\u202e ', reason: 'one\ntwo\u200b', notes: 'a\r\nb' }),
  );
  expect([parsed.callerName, parsed.reason, parsed.notes]).toEqual(['Ana Li', 'one\ntwo', 'a\nb']);
});

test.each<[string, Record<string, unknown>]>([
  ['id', { id: 'not-a-uuid' }],
  ['status', { status: 'done' }],
  ['kind', { kind: 'other' }],
  ['happenedAt', { happenedAt: -1 }],
  ['happenedAt', { happenedAt: Number.NaN }],
  ['happenedAt', { happenedAt: 8.7e15 }],
  ['createdAt', { createdAt: 1.5 }],
  ['closedAt', { closedAt: undefined }],
  ['phone.e164', { phone: phone('4155550132') }],
  ['phone.e164', { phone: phone('+0155550132') }],
  ['phone.extension', { phone: phone('+14155550132', { extension: '1234567890123' }) }],
  ['phone.extension', { phone: phone('+14155550132', { extension: 'x9' }) }],
  ['alternatePhones', { alternatePhones: Array.from({ length: 11 }, () => phone()) }],
  ['promise.from', { promise: { from: 'soon', until: null, zone: 'Europe/Berlin', words: '' } }],
  ['promise.zone', { promise: { from: null, until: 1, zone: 'x'.repeat(65), words: '' } }],
  ['calledAgain', { calledAgain: -1 }],
  ['bestTime.from', { bestTime: { from: '9', until: '10:00', zone: 'Europe/Berlin' } }],
  ['escalation.reason', { escalation: { reason: ' ', at: 1, by: null } }],
  ['source.url', { source: { url: 'javascript:alert(1)', title: '', site: '' } }],
  ['source.url', { source: { url: `https://x/${'a'.repeat(limits.url)}`, title: '', site: '' } }],
])('refuses a bad %s', (place, changes) => {
  expect(refused(changes)).toEqual([place]);
});

test('refuses more attempts and history than anybody reads', () => {
  const item = { id: idAt(1), at: 1, by: null, what: 'changed', from: null, to: null };
  const attempt = { id: idAt(1), at: 1, by: null, outcome: null, number: null, note: '', loggedAt: null };
  expect(refused({ history: Array.from({ length: 2_001 }, () => item) })).toEqual(['history']);
  expect(refused({ attempts: Array.from({ length: 501 }, () => attempt) })).toEqual(['attempts']);
});

test('an entry written before fields were added has them empty', () => {
  const now = aCallback();
  const before = Object.fromEntries(Object.entries(now).filter(([field]) => !(field in laterFields)));
  expect(CallbackSchema.parse(before)).toEqual(now);
});

test('an entry without a name may lose its number only to an attempt that found it wrong', () => {
  const attempt = { id: idAt(1), at: 1, by: null, number: '1', note: '', loggedAt: null };
  const tried = (outcome: string) => ({ callerName: '', phone: null, attempts: [{ ...attempt, outcome }] });
  expect(refused(tried('wrong number'))).toEqual([]);
  expect(refused(tried('no answer'))).toEqual(['callerName']);
});

test('what is no field of an entry is left out', () => {
  const parsed = CallbackSchema.parse({ ...aCallback(), open: 1, __proto__: { admin: true }, extra: 'x' });
  expect(Object.keys(parsed).sort()).toEqual(Object.keys(aCallback()).sort());
});

test('open is every status but the two that close', () => {
  const open = statuses.filter((status) => isOpen({ status } as Callback));
  expect(open).toEqual(['needs call', 'waiting on internal answer', 'called once', 'left message']);
});

test('happenedAt may lie in the past or ahead: clocks run from either', () => {
  expect(refused({ happenedAt: 0 })).toEqual([]);
  expect(refused({ happenedAt: wednesday + 86_400_000 })).toEqual([]);
});
