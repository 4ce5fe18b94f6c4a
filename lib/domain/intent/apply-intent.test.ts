import { describe, expect, test } from 'vitest';
import {
  aCallback,
  actAt,
  countingIds,
  idAt,
  phone,
  promise,
  wednesday,
} from '../../../tests/support/unit/entries.ts';
import { finishAttempt, startAttempt, withdrawAttempt } from '../attempts.ts';
import { type Callback, CallbackSchema } from '../callback.ts';
import { type CallbackEdit, editCallback } from '../compose.ts';
import { mergeDouble } from '../doubles.ts';
import { mergeInto } from '../merge.ts';
import { rePromise } from '../re-promise.ts';
import { anonymise } from '../retention.ts';
import { applyIntent, applyIntents } from './apply-intent.ts';
import { type Intent, intentBetween, isIdle, lastWords } from './intent.ts';

const newId = countingIds();
const act = (by = 'Sam Agent', now = wednesday) => ({ now, by, newId });
const entry = aCallback({ id: idAt(900), callerName: 'Ana Li', notes: 'has a dog' });
const chris = { id: 'chris', name: 'Chris' };
const dana = { id: 'dana', name: 'Dana' };

const edited = (from: Callback, edit: CallbackEdit, by?: string) => editCallback(from, edit, act(by));
/** What one agent makes of `from` and what another, who had not seen it, makes of the same: the second accepted. */
function both(from: Callback, first: (one: Callback) => Callback, second: (one: Callback) => Callback) {
  return applyIntent(first(from), intentBetween(from, second(from)));
}

describe('two agents who change the same entry without having seen each other', () => {
  test('keep both fields where they changed different ones', () => {
    const { callback } = both(
      entry,
      (one) => edited(one, { callerName: 'Ana Lee' }),
      (one) => edited(one, { reference: 'T-7' }),
    );
    expect(callback).toMatchObject({ callerName: 'Ana Lee', reference: 'T-7' });
    expect(callback?.history.slice(-2)).toMatchObject([{ to: 'Ana Lee' }, { to: 'T-7' }]);
  });

  test.each<[string, CallbackEdit, CallbackEdit, Partial<Callback>]>([
    ['the later name', { callerName: 'A' }, { callerName: 'B' }, { callerName: 'B' }],
    [
      'both notes written on',
      { notes: 'has a dog\nblue' },
      { notes: 'has a dog\nred' },
      { notes: 'has a dog\nblue\nred' },
    ],
    [
      'a rewritten note with what was added',
      { notes: 'has a dog\nblue' },
      { notes: 'had one' },
      { notes: 'had one\nblue' },
    ],
    [
      'an addition to a rewritten note',
      { notes: 'had one' },
      { notes: 'has a dog\nblue' },
      { notes: 'had one\nblue' },
    ],
    ['the later of two rewritten notes', { notes: 'one' }, { notes: 'two' }, { notes: 'two' }],
    [
      'both numbers',
      { alternatePhones: [phone('+14155550101')] },
      { alternatePhones: [phone('+14155550102')] },
      { alternatePhones: [phone('+14155550101'), phone('+14155550102')] },
    ],
    [
      'a name where one took the name and one the number',
      { callerName: '' },
      { phone: null },
      { phone: entry.phone },
    ],
  ])('keep %s', (_, first, second, kept) => {
    const { callback } = both(
      entry,
      (one) => edited(one, first),
      (one) => edited(one, second),
    );
    expect(callback).toMatchObject(kept);
    expect(() => CallbackSchema.parse(callback)).not.toThrow();
  });

  test('count both calls of the same caller', () => {
    const content = { ...entry, phone: null, callerName: '', happenedAt: wednesday, source: null };
    const { callback } = both(
      entry,
      (one) => mergeInto(one, content, act()),
      (one) => mergeInto(one, content, act()),
    );
    expect(callback?.calledAgain).toBe(2);
  });

  test('keep every attempt once, with how it went and whether it is in the CRM', () => {
    const { callback } = both(
      entry,
      (one) => finishAttempt(one, null, { outcome: 'no answer' }, act()),
      (one) => finishAttempt(one, null, { outcome: 'left message' }, act('Chris')),
    );
    expect(callback?.attempts.map(({ outcome }) => outcome)).toEqual(['no answer', 'left message']);
    const begun = startAttempt(entry, '+14155550132', act());
    const id = begun.attempts[0]?.id ?? '';
    const logged = both(
      begun,
      (one) => ({ ...one, attempts: one.attempts.map((made) => ({ ...made, loggedAt: 5 })) }),
      (one) => finishAttempt(one, id, { outcome: 'no answer', note: 'rang' }, act()),
    );
    expect(logged.callback?.attempts).toMatchObject([
      { id, outcome: 'no answer', note: 'rang', loggedAt: 5 },
    ]);
  });

  test('lose no attempt that was made because somebody took it back unfinished', () => {
    const begun = startAttempt(entry, null, act());
    const id = begun.attempts[0]?.id ?? '';
    const { callback } = both(
      begun,
      (one) => finishAttempt(one, id, { outcome: 'no answer' }, act()),
      (one) => withdrawAttempt(one, id, act()),
    );
    expect(callback?.attempts).toMatchObject([{ id, outcome: 'no answer' }]);
  });
});

/** The caller rang again, and somebody merged that into the entry. */
const calledAgain = (one: Callback) =>
  mergeInto(one, { ...entry, phone: null, happenedAt: wednesday, source: null }, act());

describe('an explicit word', () => {
  const promised = promise(wednesday + 3_600_000);
  const other = promise(wednesday + 7_200_000);
  const closed = edited(entry, { status: 'completed' });

  test.each<[string, Callback, (one: Callback) => Callback, (one: Callback) => Callback, Partial<Callback>]>([
    [
      'a re-promise beats an edit that had not seen it',
      entry,
      (one) => rePromise(one, promised, act()),
      (one) => edited(one, { promise: other }),
      { promise: promised },
    ],
    [
      'of two re-promises the later stands',
      entry,
      (one) => rePromise(one, promised, act()),
      (one) => rePromise(one, other, act()),
      { promise: other },
    ],
    [
      'a re-promise beats a closing that had not seen it',
      entry,
      (one) => rePromise(one, promised, act()),
      (one) => edited(one, { status: 'completed' }),
      { promise: promised, status: 'needs call', closedAt: null },
    ],
    [
      'a re-promise opens what was closed meanwhile',
      entry,
      (one) => edited(one, { status: 'completed' }),
      (one) => rePromise(one, promised, act()),
      { promise: promised, status: 'needs call', closedAt: null },
    ],
    [
      'a call that comes in again beats a closing that had not seen it',
      entry,
      calledAgain,
      (one) => edited(one, { status: 'completed' }),
      { status: 'needs call', closedAt: null, calledAgain: 1 },
    ],
    [
      'a call that comes in again opens what was closed meanwhile',
      entry,
      (one) => edited(one, { status: 'completed' }),
      calledAgain,
      { status: 'needs call', closedAt: null, calledAgain: 1 },
    ],
    [
      'what is made one with another entry is open, with how far that one was, though one of them was closed meanwhile',
      entry,
      (one) => edited(one, { status: 'completed' }),
      (one) => mergeDouble(one, { ...entry, id: idAt(901), status: 'left message' }, act()),
      { status: 'left message', closedAt: null, calledAgain: 1 },
    ],
    [
      'a reopening beats another closing word',
      closed,
      (one) => edited(one, { status: 'needs call' }),
      (one) => edited(one, { status: 'no longer needed' }),
      { status: 'needs call', closedAt: null },
    ],
    [
      'closing beats an open status chosen without having seen it',
      entry,
      (one) => edited(one, { status: 'completed' }),
      (one) => edited(one, { status: 'called once' }),
      { status: 'completed', closedAt: wednesday },
    ],
    [
      'of two open statuses the later stands',
      entry,
      (one) => edited(one, { status: 'called once' }),
      (one) => edited(one, { status: 'left message' }),
      { status: 'left message' },
    ],
  ])('%s', (_, from, first, second, kept) => {
    expect(both(from, first, second).callback).toMatchObject(kept);
  });

  test('that was seen is no hindrance', () => {
    const seen = calledAgain(rePromise(entry, promised, act()));
    expect(
      both(
        seen,
        (one) => one,
        (one) => edited(one, { promise: other }),
      ).callback?.promise,
    ).toEqual(other);
    expect(
      both(
        seen,
        (one) => one,
        (one) => edited(one, { status: 'completed' }),
      ).callback?.status,
    ).toBe('completed');
  });

  test('is no matter of clocks: the one accepted first may be dated later', () => {
    const late = editCallback(entry, { callerName: 'A' }, act('Chris', wednesday + 86_400_000));
    const early = editCallback(entry, { callerName: 'B' }, act('Sam', wednesday - 86_400_000));
    const applied = applyIntent(late, intentBetween(entry, early)).callback;
    expect(applied).toMatchObject({ callerName: 'B', updatedAt: wednesday + 86_400_000 });
  });
});

describe('who has it', () => {
  test.each<
    [string, Callback, CallbackEdit, CallbackEdit, { owner: Callback['owner']; lostTo: Callback['owner'] }]
  >([
    ['the first who takes it', entry, { owner: chris }, { owner: dana }, { owner: chris, lostTo: chris }],
    [
      'the first who takes it over',
      { ...entry, owner: { id: 'sam', name: 'Sam' } },
      { owner: chris },
      { owner: dana },
      { owner: chris, lostTo: chris },
    ],
    ['one who takes it twice', entry, { owner: chris }, { owner: chris }, { owner: chris, lostTo: null }],
    [
      'who takes what was given back',
      { ...entry, owner: chris },
      { owner: null },
      { owner: dana },
      { owner: dana, lostTo: null },
    ],
  ])('%s', (_, from, first, second, { owner, lostTo }) => {
    const applied = both(
      from,
      (one) => edited(one, first),
      (one) => edited(one, second),
    );
    expect(applied.callback?.owner).toEqual(owner);
    expect(applied.lostTo).toEqual(lostTo);
  });

  test('the history tells of no change of hands that did not happen, and keeps the rest of the edit', () => {
    const { callback } = both(
      entry,
      (one) => edited(one, { owner: chris }),
      (one) => edited(one, { owner: dana, reference: 'T-1' }),
    );
    expect(callback?.history.map(({ to }) => to)).toEqual([
      ...entry.history.map(({ to }) => to),
      'Chris',
      'T-1',
    ]);
  });
});

describe('an entry that goes', () => {
  const removal = (forget: boolean): Intent => ({ kind: 'remove', forget, seen: lastWords(entry) });

  test('goes, and what was done to it without knowing does not bring it back', () => {
    const done = intentBetween(entry, edited(entry, { callerName: 'B' }));
    expect(applyIntents(entry, [removal(false), done]).callback).toBeNull();
  });

  test.each([
    ['was promised another call', rePromise(entry, promise(wednesday), act())],
    ['called again', calledAgain(entry)],
  ])('stays where its caller %s meanwhile, unless they asked to be forgotten', (_, stays) => {
    expect(applyIntent(stays, removal(false)).callback).toEqual(stays);
    expect(applyIntent(stays, removal(true)).callback).toBeNull();
  });

  test('tells nobody’s name again once it was anonymised', () => {
    const closed = edited(entry, { status: 'completed' });
    const bare = anonymise(closed, wednesday);
    const { callback } = both(
      closed,
      () => bare,
      (one) => edited(one, { notes: 'Ana again' }),
    );
    expect(callback).toEqual(bare);
    expect(
      both(
        closed,
        (one) => edited(one, { status: 'needs call' }),
        () => bare,
      ).callback?.callerName,
    ).toBe('Ana Li');
  });
});

describe('taking something back', () => {
  test.each<[string, (one: Callback) => Callback]>([
    ['an edit', (one) => edited(one, { notes: 'x', owner: chris })],
    ['a closing', (one) => edited(one, { status: 'completed' })],
    [
      'a finished attempt',
      (one) => finishAttempt(one, null, { outcome: 'reached, done', note: 'ok' }, act()),
    ],
    ['a re-promise', (one) => rePromise(one, promise(wednesday), act())],
    [
      'a merge',
      (one) =>
        mergeInto(one, { ...entry, reason: 'more', phone: phone('+14155550199') }, actAt(wednesday + 5)),
    ],
  ])('%s leaves the entry as it was', (_, change) => {
    const after = change(entry);
    expect(applyIntent(after, intentBetween(after, entry)).callback).toEqual(entry);
  });

  test('leaves what others did since', () => {
    const after = edited(entry, { status: 'completed' });
    const since = edited(after, { notes: 'has a dog\nblue' });
    const undone = applyIntent(since, intentBetween(after, entry)).callback;
    expect(undone).toMatchObject({ status: 'needs call', closedAt: null, notes: 'has a dog\nblue' });
  });
});

test('an intent without a change is idle', () => {
  expect(isIdle(intentBetween(entry, { ...entry }))).toBe(true);
  expect(isIdle(intentBetween(entry, { ...entry, notes: '' }))).toBe(false);
});
