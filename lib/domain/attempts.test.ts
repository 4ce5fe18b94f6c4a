import { describe, expect, test } from 'vitest';
import {
  aCallback,
  actAt,
  countingIds,
  idAt,
  phone,
  promise,
  wednesday,
} from '../../tests/support/unit/entries.ts';
import {
  type AttemptResult,
  attemptCount,
  attemptNumber,
  finishAttempt,
  shouldAskToStop,
  startAttempt,
  theyCalledBack,
  unfinishedAttempts,
  withdrawAttempt,
} from './attempts.ts';
import { type Attempt, type Callback, CallbackSchema, type Outcome } from './callback.ts';

const minute = 60_000;
const number = '+14155550132';
const four = promise(wednesday + 90 * minute);
const tomorrow = promise(wednesday + 20 * 60 * minute);

/** An entry with these attempts made, oldest first. */
function called(...outcomes: (Outcome | null)[]): Callback {
  const ids = countingIds();
  const attempts = outcomes.map(
    (outcome): Attempt => ({ id: ids(), at: wednesday, by: null, outcome, number, note: '', loggedAt: null }),
  );
  return aCallback({ promise: four, attempts });
}

describe('an attempt that went', () => {
  test.each<[AttemptResult, Partial<Callback>]>([
    [{ outcome: 'reached, done' }, { status: 'completed', closedAt: wednesday, promise: four }],
    [
      { outcome: 'reached, needs more', needsAnswer: true },
      { status: 'waiting on internal answer', closedAt: null, promise: four },
    ],
    [
      { outcome: 'reached, needs more', needsAnswer: true, nextPromise: tomorrow },
      { status: 'waiting on internal answer', promise: tomorrow },
    ],
    [
      { outcome: 'reached, needs more', needsAnswer: false, nextPromise: tomorrow },
      { status: 'needs call', promise: tomorrow },
    ],
    [{ outcome: 'left message' }, { status: 'left message', promise: four, closedAt: null }],
    [
      { outcome: 'left message', nextPromise: tomorrow },
      { status: 'left message', promise: tomorrow },
    ],
    [{ outcome: 'no answer' }, { status: 'called once', promise: four, phone: phone() }],
    [
      { outcome: 'no answer', nextPromise: tomorrow },
      { status: 'called once', promise: tomorrow },
    ],
    [{ outcome: 'wrong number' }, { status: 'needs call', phone: null, closedAt: null }],
    [{ outcome: 'they called back' }, { status: 'completed', closedAt: wednesday }],
  ])('%o', (result, expected) => {
    const begun = startAttempt(called(), number, actAt(wednesday));
    const after = finishAttempt(begun, begun.attempts[0]?.id ?? null, result, actAt(wednesday));
    expect(after).toMatchObject(expected);
    expect(after.attempts).toMatchObject([{ outcome: result.outcome, loggedAt: null }]);
    expect(unfinishedAttempts(after)).toEqual([]);
    expect(CallbackSchema.safeParse(after).success).toBe(true);
  });

  test('reached, with a new time: re-promised in the history; not reached: only planned anew', () => {
    const words = (result: AttemptResult) =>
      finishAttempt(called(), null, result, actAt(wednesday)).history.map(({ what }) => what);
    const reached = { outcome: 'reached, needs more', needsAnswer: false, nextPromise: tomorrow } as const;
    expect(words(reached)).toEqual(['re-promised']);
    expect(words({ outcome: 'no answer', nextPromise: tomorrow })).toEqual(['status', 'promise']);
  });

  test('done, to an entry that was closed meanwhile keeps when it was closed', () => {
    const closed = aCallback({ status: 'completed', closedAt: wednesday - minute });
    const after = finishAttempt(closed, null, { outcome: 'reached, done' }, actAt(wednesday));
    expect(after.closedAt).toBe(wednesday - minute);
    const reopened = finishAttempt(closed, null, { outcome: 'no answer' }, actAt(wednesday));
    expect(reopened).toMatchObject({ status: 'called once', closedAt: null });
  });

  test('to a wrong number keeps the number in the history, also of an entry known by nothing else', () => {
    const nameless = aCallback({ callerName: '' });
    const after = finishAttempt(nameless, null, { outcome: 'wrong number' }, actAt(wednesday));
    expect(after).toMatchObject({ phone: null, callerName: '' });
    expect(after.history[0]).toMatchObject({ what: 'wrong number', from: number, to: null, by: 'Sam Agent' });
    expect(CallbackSchema.safeParse(after).success).toBe(true);
  });

  test.each<[string, string | null, (string | null)[]]>([
    ['the number', number, [null, '+442079460018', '+493012345678']],
    ['one of the others', '+442079460018', [number, '+493012345678']],
    ['one that was replaced meanwhile', '+15005550006', [number, '+442079460018', '+493012345678']],
  ])('to a wrong number takes away only what was dialled: %s', (_, dialled, left) => {
    const several = aCallback({ alternatePhones: [phone('+442079460018'), phone('+493012345678')] });
    const begun = startAttempt(several, dialled, actAt(wednesday));
    const after = finishAttempt(begun, idAt(1), { outcome: 'wrong number' }, actAt(wednesday));
    expect([after.phone, ...after.alternatePhones].map((one) => one?.e164 ?? null)).toEqual(left);
    expect(after.history.find(({ what }) => what === 'wrong number')?.from).toBe(dialled);
  });
});

describe('starting', () => {
  test('shows an unfinished attempt with who calls, when and which number', () => {
    const begun = startAttempt(called(), number, actAt(wednesday));
    expect(unfinishedAttempts(begun)).toEqual([
      {
        id: idAt(1),
        at: wednesday,
        by: { id: 'sam agent', name: 'Sam Agent' },
        outcome: null,
        number,
        note: '',
        loggedAt: null,
      },
    ]);
    expect(begun.status).toBe('needs call');
  });

  test.each<[string, number, string | null, number]>([
    ['copying and then clicking is one', 1, 'Sam Agent', 1],
    ['so is a click after the clock was set back a little', -2, 'Sam Agent', 1],
    ['a forgotten one stays, and another begins', 11, 'Sam Agent', 2],
    ['so it is when the clock was set back an hour', -60, 'Sam Agent', 2],
    ['a colleague’s call is another', 1, 'Kim', 2],
    ['and so is that of somebody without a name', 1, null, 2],
  ])('%s', (_, after, by, count) => {
    const ids = countingIds();
    const first = startAttempt(called(), null, actAt(wednesday, 'Sam Agent', ids));
    const second = startAttempt(first, number, actAt(wednesday + after * minute, by, ids));
    expect(second.attempts).toHaveLength(count);
    expect(second.attempts.at(-1)?.number).toBe(number);
  });

  test('a finished attempt is never gone on with', () => {
    const ids = countingIds();
    const done = finishAttempt(called(), null, { outcome: 'no answer' }, actAt(wednesday, null, ids));
    expect(startAttempt(done, number, actAt(wednesday, null, ids)).attempts).toHaveLength(2);
  });

  test('it can be taken back while it is unfinished, and not after', () => {
    const begun = startAttempt(
      called('no answer'),
      number,
      actAt(wednesday, null, () => idAt(9)),
    );
    expect(withdrawAttempt(begun, idAt(9), actAt(wednesday)).attempts).toHaveLength(1);
    expect(withdrawAttempt(begun, idAt(1), actAt(wednesday)).attempts).toHaveLength(2);
  });
});

test('an outcome without a click is an attempt of now, to the number of the entry', () => {
  const after = finishAttempt(
    called(),
    idAt(99),
    { outcome: 'no answer', note: 'rang out' },
    actAt(wednesday),
  );
  expect(after.attempts).toMatchObject([{ at: wednesday, number, outcome: 'no answer', note: 'rang out' }]);
});

test('an outcome said again corrects the first, and is to be logged anew', () => {
  const logged = called('no answer');
  const attempts = logged.attempts.map((one) => ({ ...one, loggedAt: wednesday, note: 'x' }));
  const after = finishAttempt(
    { ...logged, attempts },
    idAt(1),
    { outcome: 'left message' },
    actAt(wednesday),
  );
  expect(after.attempts).toMatchObject([{ outcome: 'left message', loggedAt: null, note: 'x' }]);
  expect(after.status).toBe('left message');
});

test('they called back: closed before dialling, with nothing dialled', () => {
  const after = theyCalledBack(called('no answer'), actAt(wednesday));
  expect(after).toMatchObject({ status: 'completed', closedAt: wednesday });
  expect(after.attempts.at(-1)).toMatchObject({ outcome: 'they called back', number: null });
});

test.each<[(Outcome | null)[], number, number[]]>([
  [[], 0, []],
  [['no answer'], 1, [1]],
  [['no answer', null], 2, [1, 2]],
  [['no answer', 'they called back', 'left message'], 2, [1, 1, 2]],
])('%j is %i calls, numbered %j', (outcomes, count, numbers) => {
  const entry = called(...outcomes);
  expect(attemptCount(entry)).toBe(count);
  expect(entry.attempts.map(({ id }) => attemptNumber(entry, id))).toEqual(numbers);
});

test.each<[string, (Outcome | null)[], Partial<Callback>, boolean]>([
  ['too few', Array(5).fill('no answer'), {}, false],
  ['enough', Array(6).fill('no answer'), {}, true],
  ['more', Array(8).fill('left message'), {}, true],
  ['the sixth is under way', [...Array(5).fill('no answer'), null], {}, false],
  ['reached the sixth time', [...Array(5).fill('no answer'), 'reached, needs more'], {}, false],
  ['one of the six was theirs', [...Array(5).fill('no answer'), 'they called back'], {}, false],
  ['stopped already', Array(6).fill('no answer'), { status: 'no longer needed' }, false],
])('whether to stop is asked: %s', (_, outcomes, changes, asks) => {
  expect(shouldAskToStop({ ...called(...outcomes), ...changes }, 6)).toBe(asks);
});
