import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCallback } from '../../../tests/support/unit/arbitrary.ts';
import { aCallback, actAt, at, countingIds, dayRules, idAt } from '../../../tests/support/unit/entries.ts';
import { finishAttempt, theyCalledBack } from '../attempts.ts';
import type { Callback, CallbackPromise, HistoryItem, Outcome } from '../callback.ts';
import { composeCallback, editCallback } from '../compose.ts';
import { mergeInto } from '../merge.ts';
import { carryOver, rePromise } from '../re-promise.ts';
import { anonymise } from '../retention.ts';
import { type Fact, factsOf } from './facts.ts';

// All on Wednesday 11 March 2026 in Berlin, working hours nine to six, unless a day is named.
const time = (clock: string) => at(`2026-03-11T${clock}`);
const nextDay = (clock: string) => at(`2026-03-12T${clock}`);
const evening = nextDay('20:00');
const ids = countingIds();
const act = (now: number) => actAt(now, 'Sam Agent', ids);
const minutes = (count: number) => count * 60_000;

function told(from: string | null, until: string | null, words = 'in their words'): CallbackPromise {
  const instant = (clock: string | null) => (clock === null ? null : time(clock));
  return { from: instant(from), until: instant(until), zone: 'Europe/Berlin', words };
}

/** An entry written down at ten with this promise. */
function entry(promise: CallbackPromise | null, more: Partial<Callback> = {}): Callback {
  const { id: _id, ...content } = aCallback({ promise, happenedAt: time('10:00'), ...more });
  return composeCallback(content, act(time('10:00')));
}

function called(callback: Callback, at: number, outcome: Outcome = 'reached, done'): Callback {
  return finishAttempt(callback, null, { outcome } as Parameters<typeof finishAttempt>[2], act(at));
}

function promises(callback: Callback, now = evening): [kept: boolean, lateBy: number | null][] {
  return factsOf(callback, dayRules(), now).flatMap((fact) =>
    fact.what === 'promise' ? [[fact.kept, fact.lateBy] as [boolean, number | null]] : [],
  );
}

const before4 = told(null, '16:00');
const at4 = told('16:00', '16:00');
const from2to4 = told('14:00', '16:00');
const kept = [[true, null]];
const late = (ms: number) => [[false, ms]];
const uncalled = [[false, null]];
const none: never[] = [];

describe('a promised time', () => {
  test.each<[name: string, entry: Callback, expected: unknown]>([
    ['“before 4”, reached at half past three', called(entry(before4), time('15:30')), kept],
    ['“before 4”, reached at ten past four', called(entry(before4), time('16:10')), late(minutes(10))],
    [
      '“before 4”, reached at four sharp: a deadline has no grace',
      called(entry(before4), time('16:00')),
      late(0),
    ],
    ['“before 4”, nobody answers at 15:58', called(entry(before4), time('15:58'), 'no answer'), kept],
    ['“at 4”, reached half a minute after', called(entry(at4), time('16:00') + 30_000), kept],
    ['“at 4”, reached at 16:01', called(entry(at4), time('16:01')), late(minutes(1))],
    [
      '“at 4”, nobody answers at 15:50, when the reminder came',
      called(entry(at4), time('15:50'), 'no answer'),
      kept,
    ],
    [
      '“at 4”, nobody answers at three, and no more',
      called(entry(at4), time('15:00'), 'no answer'),
      uncalled,
    ],
    ['“2 to 4”, reached at one: sooner than promised', called(entry(from2to4), time('13:00')), kept],
    [
      '“2 to 4”, a message left at one, and no more',
      called(entry(from2to4), time('13:00'), 'left message'),
      uncalled,
    ],
    ['“before 4”, a wrong number', called(entry(before4), time('15:00'), 'wrong number'), uncalled],
    ['“before 4”, never called', entry(before4), uncalled],
    [
      '“before 4”, ticked off at three without an attempt',
      editCallback(entry(before4), { status: 'completed' }, act(time('15:00'))),
      kept,
    ],
    [
      '“before 4”, ticked off at five',
      editCallback(entry(before4), { status: 'completed' }, act(time('17:00'))),
      late(minutes(60)),
    ],
    [
      '“before 4”, “left message” set by hand at three',
      editCallback(entry(before4), { status: 'left message' }, act(time('15:00'))),
      kept,
    ],
    [
      '“before 4”, no longer needed at three',
      editCallback(entry(before4), { status: 'no longer needed' }, act(time('15:00'))),
      none,
    ],
    [
      '“before 4”, no longer needed at five',
      editCallback(entry(before4), { status: 'no longer needed' }, act(time('17:00'))),
      uncalled,
    ],
    ['“before 4”, they called back at three', theyCalledBack(entry(before4), act(time('15:00'))), none],
    ['“before 4”, they called back at five', theyCalledBack(entry(before4), act(time('17:00'))), uncalled],
    ['no time', called(entry(null), time('15:00')), none],
  ])('%s', (_name, callback, expected) => {
    expect(promises(callback)).toEqual(expected);
  });

  test('is not judged before it is over', () => {
    expect(promises(entry(before4), time('15:59'))).toEqual([]);
    expect(promises(entry(at4), time('16:00') + 59_999)).toEqual([]);
    expect(promises(entry(at4), time('16:01'))).toEqual(uncalled);
  });

  test('counts where it was decided, in the hour it was promised for', () => {
    const [keptFact] = factsOf(called(entry(before4), time('11:30')), dayRules(), evening);
    expect(keptFact).toMatchObject({ at: time('11:30'), hourAt: time('16:00') });
    const [brokenFact] = factsOf(called(entry(before4), time('17:30')), dayRules(), evening);
    expect(brokenFact).toMatchObject({ at: time('16:00'), hourAt: time('16:00') });
  });
});

describe('of several promised times', () => {
  const before6 = told(null, '18:00');

  test('each one told to somebody who was reached counts by itself', () => {
    const more = finishAttempt(
      entry(before4),
      null,
      { outcome: 'reached, needs more', needsAnswer: false, nextPromise: before6 },
      act(time('15:00')),
    );
    expect(promises(more)).toEqual([
      [true, null],
      [false, null],
    ]);
    expect(promises(called(more, time('18:20')))).toEqual([
      [true, null],
      [false, minutes(20)],
    ]);
    expect(promises(called(more, time('17:00')))).toEqual([
      [true, null],
      [true, null],
    ]);
  });

  test('a new one told after the first was broken does not mend it', () => {
    expect(promises(called(rePromise(entry(before4), before6, act(time('16:30'))), time('17:00')))).toEqual([
      [false, minutes(30)],
      [true, null],
    ]);
  });

  test('the next try after a call in vain promises nothing', () => {
    const tried = finishAttempt(
      entry(before4),
      null,
      { outcome: 'no answer', nextPromise: before6 },
      act(time('15:00')),
    );
    expect(promises(tried)).toEqual(kept);
    const triedWithout = finishAttempt(
      entry(null),
      null,
      { outcome: 'no answer', nextPromise: before6 },
      act(time('15:00')),
    );
    expect(promises(triedWithout)).toEqual([]);
  });

  test('carrying one over, or moving it once it is over, leaves the one that was told', () => {
    expect(promises(called(carryOver(entry(before4), before6, act(time('15:00'))), time('17:00')))).toEqual(
      late(minutes(60)),
    );
    const moved = editCallback(entry(before4), { promise: before6 }, act(time('16:30')));
    expect(promises(called(moved, time('17:00')))).toEqual(late(minutes(60)));
  });

  test('one corrected in time takes the place of what it corrects, also twice and away', () => {
    const corrected = editCallback(entry(before4), { promise: before6 }, act(time('10:05')));
    expect(promises(called(corrected, time('17:00')))).toEqual(kept);
    const twice = editCallback(corrected, { promise: at4 }, act(time('10:06')));
    expect(promises(called(twice, time('17:00')))).toEqual(late(minutes(60)));
    expect(promises(editCallback(twice, { promise: null }, act(time('10:07'))))).toEqual([]);
  });

  test('another call of theirs brings its own, of which the earlier counts', () => {
    const { id: _id, ...incoming } = aCallback({ promise: before4, happenedAt: time('12:00') });
    const merged = mergeInto(
      called(entry(before6), time('11:00'), 'no answer'),
      incoming,
      act(time('12:00')),
    );
    expect(promises(called(merged, time('16:10')))).toEqual([
      [true, null],
      [false, minutes(10)],
    ]);
    const later = mergeInto(entry(before4), { ...incoming, promise: before6 }, act(time('12:00')));
    expect(promises(called(later, time('15:00')))).toEqual(kept);
    const first = mergeInto(entry(null), incoming, act(time('12:00')));
    expect(promises(called(first, time('16:10')))).toEqual(late(minutes(10)));
  });

  test('what a history of before says only in words is not guessed; in instants it counts', () => {
    const item = (from: string | null): HistoryItem => ({
      id: idAt(1),
      at: time('15:00'),
      by: null,
      what: 're-promised',
      from,
      to: 'before 6',
    });
    const old = (from: string | null) => aCallback({ promise: before6, history: [item(from)] });
    expect(promises(old('before 4'))).toEqual(uncalled);
    expect(promises(old('1/2/3'))).toEqual(uncalled);
    expect(promises(old('/2026-03-11T13:30:00.000Z'))).toEqual([
      [false, minutes(30)],
      [false, null],
    ]);
  });
});

describe('a missed call', () => {
  const missed = (happenedAt: number, more: Partial<Callback> = {}) =>
    entry(null, { kind: 'missed call', happenedAt, ...more });
  const inTime = (callback: Callback, now = evening) =>
    factsOf(callback, dayRules(), now).flatMap((fact) => (fact.what === 'missed call' ? [fact.inTime] : []));

  test.each<[name: string, entry: Callback, expected: boolean[]]>([
    ['returned after five minutes sharp', called(missed(time('10:00')), time('10:05')), [true]],
    ['returned a millisecond later', called(missed(time('10:00')), time('10:05') + 1), [false]],
    ['returned in vain after two', called(missed(time('10:00')), time('10:02'), 'no answer'), [true]],
    [
      'at 17:58, returned at 9:02 the next day: three minutes were left of the desk’s own five',
      called(missed(time('17:58')), nextDay('09:02')),
      [true],
    ],
    ['at 17:58, returned at 9:04 the next day', called(missed(time('17:58')), nextDay('09:04')), [false]],
    [
      'on Saturday, returned on Monday at 9:05',
      called(missed(at('2026-03-07T12:00')), at('2026-03-09T09:05')),
      [true],
    ],
    ['never returned', missed(time('10:00')), [false]],
    ['they called back within two minutes', theyCalledBack(missed(time('10:00')), act(time('10:02'))), []],
    ['of another kind', called(entry(null), time('10:02')), []],
  ])('%s', (_name, callback, expected) => {
    expect(inTime(callback)).toEqual(expected);
  });

  test('is not judged before its time is over', () => {
    expect(inTime(missed(time('10:00')), time('10:05'))).toEqual([]);
    expect(inTime(missed(time('10:00')), time('10:05') + 1)).toEqual([false]);
  });
});

describe('calls until the caller was reached', () => {
  const reached = (callback: Callback) =>
    factsOf(callback, dayRules(), evening).flatMap((fact) => (fact.what === 'reached' ? [fact.calls] : []));
  const series = (...outcomes: Outcome[]) =>
    outcomes.reduce(
      (callback, outcome, place) => called(callback, time(`1${place}:00`), outcome),
      entry(null),
    );

  test.each<[outcomes: Outcome[], expected: number[]]>([
    [['reached, done'], [1]],
    [['no answer', 'left message', 'reached, done'], [3]],
    [['wrong number', 'no answer', 'reached, done', 'no answer'], [3]],
    [['no answer', 'no answer'], []],
    [['no answer', 'they called back'], []],
  ])('%j', (outcomes, expected) => {
    expect(reached(series(...outcomes))).toEqual(expected);
  });
});

test('the figures of a closed entry are the same once it is anonymous, whatever it holds', () => {
  fc.assert(
    fc.property(anyCallback, fc.integer({ min: 0, max: 8.64e15 - 1 }), (callback, now) => {
      const closed: Callback = { ...callback, status: 'completed', closedAt: callback.updatedAt };
      const facts = factsOf(closed, dayRules(), now);
      expect(factsOf(anonymise(closed, now), dayRules(), now)).toEqual(facts);
    }),
  );
});

test('an entry that lived through all of it counts the same once it is anonymous', () => {
  const { id: _id, ...incoming } = aCallback({ promise: at4, happenedAt: time('11:30') });
  const lived = [
    (one: Callback) => called(one, time('11:00'), 'no answer'),
    (one: Callback) => mergeInto(one, incoming, act(time('12:00'))),
    (one: Callback) => rePromise(one, told('17:00', '17:00', 'at five then'), act(time('16:30'))),
    (one: Callback) => carryOver(one, told(null, '18:00', 'by six'), act(time('17:30'))),
    (one: Callback) => called(one, time('17:45')),
  ].reduce((one, live) => live(one), entry(before4, { kind: 'missed call' }));
  const facts = factsOf(lived, dayRules(), evening);
  expect(facts.map(({ what }) => what)).toEqual(['promise', 'promise', 'missed call', 'reached']);
  expect(factsOf(anonymise(lived, evening), dayRules(), evening)).toEqual(facts satisfies Fact[]);
});

test('no fact is decided after its entry was closed', () => {
  fc.assert(
    fc.property(anyCallback, (callback) => {
      const { updatedAt } = callback;
      const closed: Callback = {
        ...callback,
        status: 'completed',
        closedAt: updatedAt,
        attempts: callback.attempts.map((attempt) => ({ ...attempt, at: Math.min(attempt.at, updatedAt) })),
        history: callback.history.map((item) => ({ ...item, at: Math.min(item.at, updatedAt) })),
        happenedAt: Math.min(callback.happenedAt, updatedAt),
      };
      for (const { at } of factsOf(closed, dayRules(), 8.64e15 - 1))
        expect(at).toBeLessThanOrEqual(updatedAt);
    }),
  );
});
