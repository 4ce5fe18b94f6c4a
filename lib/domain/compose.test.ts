import { describe, expect, test } from 'vitest';
import { aCallback, actAt, idAt, phone, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { CallbackSchema } from './callback.ts';
import { type CallbackContent, type CallbackEdit, composeCallback, editCallback } from './compose.ts';

const later = wednesday + 60_000;
const content: CallbackContent = {
  callerName: 'Ana',
  phone: phone(),
  reference: '',
  reason: 'Missed call',
  reasonConfirmed: false,
  kind: 'missed call',
  promise: null,
  owner: null,
  status: 'needs call',
  happenedAt: wednesday,
  source: null,
};

describe('a new callback', () => {
  test('has its content, a beginning and nothing else', () => {
    const callback = composeCallback(content, actAt(later));
    expect(callback).toMatchObject({
      ...content,
      id: idAt(1),
      createdAt: later,
      updatedAt: later,
      closedAt: null,
      attempts: [],
      notes: '',
    });
    expect(callback.history).toEqual([
      { id: idAt(2), at: later, by: 'Sam Agent', what: 'created', from: null, to: null },
    ]);
    expect(CallbackSchema.parse(callback)).toMatchObject(callback);
  });

  test.each([
    ['completed', later],
    ['no longer needed', later],
    ['left message', null],
  ] as const)('saved as %s, it is closed or open at once', (status, closedAt) => {
    expect(composeCallback({ ...content, status }, actAt(later)).closedAt).toBe(closedAt);
  });
});

describe('an edit', () => {
  test.each<[string, CallbackEdit, string, string | null, string | null]>([
    ['name', { callerName: 'Bo' }, 'changed', 'Ana Villaseñor', 'Bo'],
    ['number', { phone: phone('+442079460018') }, 'phone', '+14155550132', '+442079460018'],
    ['number taken away', { phone: null }, 'phone', '+14155550132', null],
    ['doubtful number', { phone: phone(null, { asShown: '555' }) }, 'phone', '+14155550132', '555'],
    ['owner', { owner: { id: 'bo', name: 'Bo' } }, 'owner', 'Sam Agent', 'Bo'],
    ['owner taken away', { owner: null }, 'owner', 'Sam Agent', null],
    ['time', { promise: promise(later) }, 'promise', null, 'as said'],
    ['status', { status: 'left message' }, 'status', 'needs call', 'left message'],
    ['kind', { kind: 'missed call' }, 'changed', 'promised', 'missed call'],
    ['notes', { notes: 'n'.repeat(900) }, 'changed', '', 'n'.repeat(500)],
    ['objective', { objective: 'a date' }, 'changed', '', 'a date'],
    ['missing answer', { missing: 'the diary' }, 'changed', '', 'the diary'],
    ['voicemail', { voicemailHeard: true }, 'changed', 'false', 'true'],
    ['other numbers', { alternatePhones: [phone('+442079460018')] }, 'changed', null, '+442079460018'],
    [
      'best time',
      { bestTime: { from: '09:00', until: '11:00', zone: 'Europe/Berlin' } },
      'changed',
      null,
      '09:00–11:00',
    ],
    [
      'when it happened',
      { happenedAt: 0 },
      'changed',
      '2026-03-11T13:30:00.000Z',
      '1970-01-01T00:00:00.000Z',
    ],
  ])('of the %s is in the history, with what was before', (_, edit, what, from, to) => {
    const edited = editCallback(aCallback(), edit, actAt(later));
    expect(edited).toMatchObject({ ...edit, updatedAt: later });
    expect(edited.history).toMatchObject([{ id: idAt(1), at: later, by: 'Sam Agent', what, from, to }]);
    expect(CallbackSchema.safeParse(edited).success).toBe(true);
  });

  test('of several fields is one item each, after what was there', () => {
    const first = editCallback(aCallback(), { callerName: 'Bo' }, actAt(later));
    const second = editCallback(first, { callerName: 'Cy', owner: null }, actAt(later + 1, null));
    expect(second.history.map(({ what, by }) => `${what} ${by}`)).toEqual([
      'changed Sam Agent',
      'changed null',
      'owner null',
    ]);
  });

  test('that changes nothing gives the entry itself', () => {
    const callback = aCallback({ promise: promise(later) });
    const same = {
      callerName: callback.callerName,
      phone: phone(),
      promise: promise(later),
      owner: callback.owner,
    };
    expect(editCallback(callback, same, actAt(later))).toBe(callback);
  });

  test('of the reason confirms it; of anything else does not', () => {
    const filledIn = aCallback({ reasonConfirmed: false });
    expect(editCallback(filledIn, { reason: 'Boiler' }, actAt(later)).reasonConfirmed).toBe(true);
    expect(editCallback(filledIn, { notes: 'n' }, actAt(later)).reasonConfirmed).toBe(false);
  });

  test('never loses what it does not name', () => {
    const callback = aCallback({ notes: 'keep', reference: 'keep', alternatePhones: [phone()] });
    expect(editCallback(callback, { status: 'called once' }, actAt(later))).toMatchObject({
      notes: 'keep',
      reference: 'keep',
      alternatePhones: [phone()],
      createdAt: wednesday,
    });
  });
});

test('closing, closing otherwise and opening again', () => {
  const done = editCallback(aCallback(), { status: 'completed' }, actAt(later));
  const notNeeded = editCallback(done, { status: 'no longer needed' }, actAt(later + 1));
  const open = editCallback(notNeeded, { status: 'needs call' }, actAt(later + 2));
  const doneAgain = editCallback(open, { status: 'completed' }, actAt(later + 3));
  expect([done, notNeeded, open, doneAgain].map(({ closedAt }) => closedAt)).toEqual([
    later,
    later,
    null,
    later + 3,
  ]);
});

test('an entry edited all its life can still be closed: the oldest edits go, how it began stays', () => {
  let callback = composeCallback(content, actAt(wednesday));
  const act = actAt(later);
  for (let i = 0; i < 2_100; i++) callback = editCallback(callback, { notes: `note ${i}` }, act);
  const done = editCallback(callback, { status: 'completed' }, act);
  expect(CallbackSchema.safeParse(done).error?.issues).toBeUndefined();
  expect(done.history[0]?.what).toBe('created');
  expect(done.history.at(-1)).toMatchObject({ what: 'status', to: 'completed' });
});
