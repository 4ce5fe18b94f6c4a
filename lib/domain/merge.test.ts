import { describe, expect, test } from 'vitest';
import { aCallback, actAt, at, idAt, phone, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { type Callback, CallbackSchema, limits } from './callback.ts';
import type { CallbackContent } from './compose.ts';
import { mergeInto } from './merge.ts';

const other = phone('+442079460018');
const now = wednesday + 60_000;
const incoming = (changes: Partial<CallbackContent> = {}): CallbackContent => ({
  callerName: 'Ana',
  phone: phone(),
  reference: '',
  reason: 'Asks again',
  reasonConfirmed: true,
  kind: 'promised',
  promise: null,
  owner: null,
  status: 'needs call',
  happenedAt: now,
  source: null,
  ...changes,
});
const merge = (existing: Partial<Callback>, next: Partial<CallbackContent> = {}) =>
  mergeInto(aCallback({ id: idAt(90), ...existing }), incoming(next), actAt(now));
const four = promise(at('2026-03-11T16:00'));
const five = promise(null, at('2026-03-11T17:00'));
const wide = promise(at('2026-03-11T15:00'), at('2026-03-11T18:00'));

describe('of two promises the earlier deadline stays', () => {
  test.each<[string, Partial<Callback>, Partial<CallbackContent>, Partial<Callback>]>([
    ['the one there was', { promise: four }, { promise: five }, { promise: four }],
    ['the new one', { promise: five }, { promise: four }, { promise: four }],
    ['by its end, not its opening', { promise: wide }, { promise: four }, { promise: four }],
    ['one alone', {}, { promise: five }, { promise: five }],
    ['the other alone', { promise: five }, {}, { promise: five }],
    ['the same', { promise: four }, { promise: { ...four, words: 'at 4' } }, { promise: four }],
    [
      'a missed call keeps the promise',
      { promise: five },
      { kind: 'missed call' },
      { promise: five, kind: 'missed call', happenedAt: now },
    ],
    [
      'a promise settles a missed call',
      { kind: 'missed call' },
      { promise: five },
      { promise: five, kind: 'missed call', happenedAt: wednesday },
    ],
    [
      'missed twice: the first clock runs on',
      { kind: 'missed call' },
      { kind: 'missed call' },
      { happenedAt: wednesday },
    ],
    [
      'a missed call during a follow-up presses',
      { kind: 'post-job follow-up' },
      { kind: 'missed call' },
      { kind: 'missed call', happenedAt: now },
    ],
    [
      'a re-engagement’s date holds no missed call up',
      { kind: 're-engagement', promise: five },
      { kind: 'missed call' },
      { kind: 'missed call', promise: null },
    ],
    [
      'a re-engagement called again keeps its own',
      { kind: 're-engagement', promise: five },
      { kind: 're-engagement' },
      { promise: five },
    ],
  ])('%s', (_, existing, next, expected) => {
    expect(merge(existing, next)).toMatchObject(expected);
  });

  test('what gave way stands in the history', () => {
    const history = merge({ promise: five }, { promise: { ...four, words: 'at 4' } }).history;
    expect(history.find(({ what }) => what === 'promise')).toMatchObject({ from: 'as said', to: 'at 4' });
    expect(merge({ promise: five }).history.map(({ what }) => what)).toEqual(['merged']);
  });
});

describe('the reason', () => {
  test.each<[string, Partial<Callback>, Partial<CallbackContent>, string]>([
    ['is appended', { reason: 'Boiler' }, {}, 'Boiler\nAsks again'],
    ['is not said twice', { reason: 'Boiler. Asks again' }, {}, 'Boiler. Asks again'],
    [
      'filled in from the kind adds nothing',
      { reason: 'Boiler' },
      { reason: 'Missed call', reasonConfirmed: false },
      'Boiler',
    ],
    [
      'filled in from the kind gives way',
      { reason: 'Missed call', reasonConfirmed: false },
      {},
      'Asks again',
    ],
  ])('%s', (_, existing, next, reason) => {
    expect(merge(existing, next).reason).toBe(reason);
  });

  test('that is new is never cut off for want of room', () => {
    const merged = merge({ reason: 'x'.repeat(limits.reason) });
    expect(merged.reason.endsWith('\nAsks again')).toBe(true);
    expect(merged.reason.length).toBe(limits.reason);
  });
});

test('calling again is counted, with when it was last', () => {
  const twice = mergeInto(merge({}), incoming({ happenedAt: now + 5 }), actAt(now));
  expect(twice).toMatchObject({ calledAgain: 2, calledAgainAt: now + 5 });
});

test('what was empty is filled, what was there stays', () => {
  const source = { url: 'https://crm.example.com/1', title: '', site: '' };
  const more = {
    callerName: 'Ana V',
    reference: 'INV-1',
    owner: { id: 'kim', name: 'Kim' },
    source,
    objective: 'a date',
    missing: 'a diary',
    bestTime: { from: '09:00', until: '10:00', zone: 'Europe/Berlin' },
  };
  expect(merge({ callerName: '', owner: null }, more)).toMatchObject(more);
  const taken = merge({ owner: null }, more).history.find(({ what }) => what === 'owner');
  expect(taken).toMatchObject({ from: null, to: 'Kim' });
  const full = { ...more, callerName: 'Bo', objective: 'else', reference: 'INV-2' };
  expect(merge(full, { ...more, owner: null })).toMatchObject(full);
});

test('status, notes, attempts and history are kept', () => {
  const existing = aCallback({ status: 'waiting on internal answer', notes: 'gate 12' });
  const merged = mergeInto(existing, incoming(), actAt(now));
  expect(merged).toMatchObject({ id: existing.id, status: existing.status, notes: 'gate 12' });
  expect(merged.history.at(-1)).toMatchObject({ what: 'merged', from: existing.reason, to: 'Asks again' });
});

test.each<[string, Partial<Callback>, Partial<CallbackContent>, (string | null)[]]>([
  ['the same once', {}, {}, ['+14155550132']],
  ['another as alternate', {}, { phone: other }, ['+14155550132', '+442079460018']],
  ['the first where there was none', { phone: null }, { phone: other }, ['+442079460018']],
  ['none', { phone: null }, { phone: null }, []],
  [
    'an alternate seen again',
    { alternatePhones: [other] },
    { phone: other },
    ['+14155550132', '+442079460018'],
  ],
  [
    'another extension is another',
    {},
    { phone: phone('+14155550132', { extension: '9' }) },
    ['+14155550132', '+14155550132'],
  ],
])('their numbers: %s', (_, existing, next, numbers) => {
  const merged = merge(existing, next);
  const all = [merged.phone, ...merged.alternatePhones].flatMap((one) => one ?? []);
  expect(all.map(({ e164 }) => e164)).toEqual(numbers);
  expect(CallbackSchema.safeParse(merged).success).toBe(true);
});
