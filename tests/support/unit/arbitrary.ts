import fc from 'fast-check';
import {
  type Callback,
  CallbackSchema,
  HistoryItemSchema,
  kinds,
  outcomes,
  statuses,
} from '../../../lib/domain/callback.ts';

/** Text as it comes: words, spreadsheets' formulas, quotation marks, line breaks, other scripts, broken halves. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', "'", ' ', 'a', '1', '＝', '{'),
      {
        maxLength: 12,
      },
    )
    .map((characters) => characters.join('')),
);
const instant = fc.integer({ min: 0, max: 8.64e15 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const id = fc.uuid();
const e164 = fc.stringMatching(/^\+[1-9]\d{4,14}$/);
const phone = fc.record({
  e164: maybe(e164),
  asShown: fc.oneof(text, e164, fc.constant('+1 (415) 555-0132')),
  extension: maybe(fc.stringMatching(/^[\d#*,]{1,12}$/)),
});
const owner = fc.record({ id: text, name: text });
const promise = fc.record({ from: maybe(instant), until: maybe(instant), zone: text, words: text });
const clock = fc.constantFrom('00:00', '09:30', '23:59');

/** Any callback there can be, with texts as a page, a file or a person may have brought them. */
export const anyCallback: fc.Arbitrary<Callback> = fc
  .record({
    id,
    callerName: text.map((name) => `x${name}`),
    phone: maybe(phone),
    alternatePhones: fc.array(phone, { maxLength: 3 }),
    reference: text,
    reason: text,
    reasonConfirmed: fc.boolean(),
    kind: fc.constantFrom(...kinds),
    happenedAt: instant,
    promise: maybe(promise),
    owner: maybe(owner),
    status: fc.constantFrom(...statuses),
    notes: text,
    source: maybe(
      fc.record({ url: text.map((path) => `https://crm.example/${path}`), title: text, site: text }),
    ),
    createdAt: instant,
    updatedAt: instant,
    closedAt: maybe(instant),
    attempts: fc.array(
      fc.record({
        id,
        at: instant,
        by: maybe(owner),
        outcome: maybe(fc.constantFrom(...outcomes)),
        number: maybe(text),
        note: text,
        loggedAt: maybe(instant),
      }),
      { maxLength: 3 },
    ),
    history: fc.array(
      fc.record(
        {
          id,
          at: instant,
          by: maybe(text),
          what: fc.constantFrom(...HistoryItemSchema.shape.what.options),
          from: maybe(text),
          to: maybe(fc.oneof(text, fc.constantFrom(...statuses))),
          was: fc.record({ from: maybe(instant), until: maybe(instant) }),
        },
        { requiredKeys: ['id', 'at', 'by', 'what', 'from', 'to'] },
      ),
      { maxLength: 3 },
    ),
    objective: text,
    missing: text,
    escalation: maybe(fc.record({ reason: text.map((why) => `x${why}`), at: instant, by: maybe(text) })),
    calledAgain: fc.nat(),
    calledAgainAt: maybe(instant),
    voicemailHeard: fc.boolean(),
    bestTime: maybe(fc.record({ from: clock, until: clock, zone: text })),
  })
  .map((raw) => CallbackSchema.parse(raw));
