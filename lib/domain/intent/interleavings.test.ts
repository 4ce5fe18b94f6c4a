import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aCallback,
  countingIds,
  idAt,
  phone,
  promise,
  wednesday,
} from '../../../tests/support/unit/entries.ts';
import { finishAttempt, startAttempt } from '../attempts.ts';
import { type Callback, CallbackSchema, isOpen, outcomes, statuses } from '../callback.ts';
import { type Act, type CallbackEdit, editCallback } from '../compose.ts';
import { mergeInto } from '../merge.ts';
import { rePromise } from '../re-promise.ts';
import { applyIntents } from './apply-intent.ts';
import { type Intent, intentBetween } from './intent.ts';

/** One who edits: sees what was accepted with what they did since on top, and hands that in when they can. */
interface Writer {
  seen: number;
  pending: { number: number; intent: Intent }[];
  shown: Callback | null;
}

/** What is accepted, one state after the other: the bucket, or the database. */
type Accepted = { callback: Callback | null; intents: string[] }[];

type Rule = (callback: Callback, act: Act) => Callback;
const edits = fc
  .record<CallbackEdit>(
    {
      callerName: fc.constantFrom('', 'Ana', 'Li'),
      phone: fc.constantFrom(null, phone('+14155550101'), phone('+14155550102')),
      alternatePhones: fc.subarray([phone('+14155550103'), phone('+14155550104')]),
      notes: fc.constantFrom('', 'one', 'one\ntwo'),
      status: fc.constantFrom(...statuses),
      owner: fc.constantFrom(null, { id: 'a', name: 'A' }, { id: 'b', name: 'B' }),
      promise: fc.constantFrom(null, promise(wednesday), promise(wednesday + 60_000)),
    },
    { requiredKeys: [] },
  )
  .map<Rule>((edit) => (one, act) => {
    const next = editCallback(one, edit, act);
    return CallbackSchema.safeParse(next).success ? next : one;
  });
const rules = fc.oneof(
  edits,
  fc.constant<Rule>((one, act) => startAttempt(one, null, act)),
  fc
    .constantFrom(...outcomes)
    .filter((outcome) => outcome !== 'reached, needs more')
    .map<Rule>((outcome) => (one, act) => {
      const begun = one.attempts.findLast((attempt) => attempt.outcome === null)?.id ?? null;
      return finishAttempt(one, begun, { outcome }, act);
    }),
  fc.nat(9).map<Rule>((hours) => (one, act) => rePromise(one, promise(wednesday + hours), act)),
  fc.constant<Rule>((one, act) =>
    isOpen(one) ? mergeInto(one, { ...one, happenedAt: act.now, source: null }, act) : one,
  ),
);
const writers = 3;
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('edit' as const), who: fc.nat(writers - 1), rule: rules }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('hand in' as const), who: fc.nat(writers - 1) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), who: fc.nat(writers - 1) }) },
  ),
  { maxLength: 40 },
);

test('whoever edits, and in whatever order it is accepted, all see the same in the end and nothing is lost', () => {
  fc.assert(
    fc.property(steps, (plan) => {
      const start = aCallback({ id: idAt(900) });
      const accepted: Accepted = [{ callback: start, intents: [] }];
      const everyone: Writer[] = Array.from({ length: writers }, () => ({
        seen: 0,
        pending: [],
        shown: start,
      }));
      const newId = countingIds();
      const made = { attempts: new Set<string>(), history: new Set<string>() };
      let count = 0;

      const look = (writer: Writer) => {
        writer.seen = accepted.length - 1;
        const now = accepted[writer.seen]?.callback ?? null;
        writer.shown = applyIntents(
          now,
          writer.pending.map(({ intent }) => intent),
        ).callback;
      };
      /** Compare and set: what was accepted meanwhile is looked at first, then the whole of it is handed in. */
      const handIn = (writer: Writer) => {
        if (writer.pending.length === 0) return;
        look(writer);
        accepted.push({
          callback: writer.shown,
          intents: writer.pending.map(({ number }) => String(number)),
        });
        writer.pending = [];
        writer.seen = accepted.length - 1;
      };

      for (const step of plan) {
        const writer = everyone[step.who] as Writer;
        if (step.do === 'look') look(writer);
        else if (step.do === 'hand in') handIn(writer);
        else if (writer.shown) {
          count += 1;
          // No clock agrees with another.
          const act = {
            now: wednesday + ((count * 7_919) % 1_000) * (step.who - 1),
            by: `W${step.who}`,
            newId,
          };
          const next = step.rule(writer.shown, act);
          writer.pending.push({ number: count, intent: intentBetween(writer.shown, next) });
          for (const { id } of next.attempts) made.attempts.add(id);
          for (const { id, what } of next.history) if (what !== 'owner') made.history.add(id);
          writer.shown = next;
        }
      }
      for (const writer of everyone) handIn(writer);
      for (const writer of everyone) look(writer);

      const end = accepted.at(-1)?.callback as Callback;
      for (const { shown } of everyone) expect(shown).toEqual(end);
      const attempts = end.attempts.map(({ id }) => id);
      expect(new Set(attempts)).toEqual(made.attempts);
      expect(attempts).toHaveLength(made.attempts.size);
      const history = end.history.map(({ id }) => id);
      expect(history).toHaveLength(new Set(history).size);
      expect(new Set(history)).toEqual(new Set([...history, ...made.history]));
      expect(CallbackSchema.parse(end)).toEqual(end);
    }),
    { numRuns: 400 },
  );
});

test('an intent says all that was done', () => {
  fc.assert(
    fc.property(fc.array(rules, { minLength: 1, maxLength: 6 }), (applied) => {
      const newId = countingIds();
      const start = aCallback({ id: idAt(900) });
      const end = applied.reduce((one, rule) => rule(one, { now: wednesday, by: 'A', newId }), start);
      const intent = intentBetween(start, end);
      const again = applyIntents(start, [intent]).callback;
      expect(again).toEqual(end);
    }),
  );
});
