import * as z from 'zod/mini';
import { cleanText } from './text.ts';
import { ClockTimeSchema } from './working-hours.ts';

/** The six status words, exactly as they stand on the screen in English. */
export const statuses = [
  'needs call',
  'waiting on internal answer',
  'called once',
  'left message',
  'completed',
  'no longer needed',
] as const;
export const StatusSchema = z.enum(statuses);
export type Status = z.infer<typeof StatusSchema>;

/** Why somebody is to be called back; each kind has its own clock (see due.ts). */
export const kinds = [
  'missed call',
  'disconnected',
  'promised',
  'post-job follow-up',
  're-engagement',
] as const;
export const KindSchema = z.enum(kinds);
export type Kind = z.infer<typeof KindSchema>;

/** Longest texts kept, in UTF-16 code units: generous for people, a wall for hostile pages. */
export const limits = {
  name: 200,
  phone: 64,
  reference: 120,
  reason: 2_000,
  notes: 10_000,
  url: 2_000,
  /** The one line said about the call's objective, what is missing, an escalation. */
  line: 300,
  alternatePhones: 10,
  attempts: 500,
  history: 2_000,
} as const;

const line = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((text: string) => cleanText(text, { max })),
  );
const lines = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((text: string) => cleanText(text, { max, multiline: true })),
  );
/** Epoch milliseconds, UTC. */
const InstantSchema = z.int().check(z.gte(0), z.lte(8.64e15));

/** A number to dial: as shown on the page, and in E.164 where the phone library is sure of it. */
export const PhoneSchema = z.object({
  /** '+14155550132', or null where the text is no number the library can vouch for. */
  e164: z.nullable(z.string().check(z.regex(/^\+[1-9]\d{4,14}$/))),
  /** What the agent typed or the page showed. */
  asShown: line(limits.phone),
  /** Digits dialled after the call is answered. */
  extension: z.nullable(z.string().check(z.regex(/^[\d#*,]{1,12}$/))),
});
export type Phone = z.infer<typeof PhoneSchema>;

/** The promised window, epoch ms. A point in time has from === until; 'before 4' has no from. */
export const PromiseSchema = z.object({
  from: z.nullable(InstantSchema),
  until: z.nullable(InstantSchema),
  /** IANA zone the time was said in. */
  zone: z.string().check(z.maxLength(64)),
  /** What the agent typed, kept for the history. */
  words: line(120),
});
export type CallbackPromise = z.infer<typeof PromiseSchema>;

/** The page the caller was captured from, never with session tokens in its address. */
export const SourceSchema = z.object({
  url: z.string().check(z.maxLength(limits.url), z.regex(/^https?:\/\//i)),
  title: line(300),
  site: line(253),
});
export type Source = z.infer<typeof SourceSchema>;

/** Who has the callback. */
export const OwnerSchema = z.object({ id: line(80), name: line(limits.name) });
export type Owner = z.infer<typeof OwnerSchema>;

/** How one attempt to call went. */
export const outcomes = [
  'reached, done',
  'reached, needs more',
  'left message',
  'no answer',
  'wrong number',
  'they called back',
] as const;
export const OutcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof OutcomeSchema>;

export const AttemptSchema = z.object({
  id: z.uuid(),
  at: InstantSchema,
  by: z.nullable(OwnerSchema),
  /** Null while the call is being made. */
  outcome: z.nullable(OutcomeSchema),
  number: z.nullable(z.string().check(z.maxLength(limits.phone))),
  note: lines(limits.reason),
  loggedAt: z.nullable(InstantSchema),
});
export type Attempt = z.infer<typeof AttemptSchema>;

/** When the caller is best reached: a window of every day. It ends the next day where it ends before it starts. */
export const BestTimeSchema = z.object({
  from: ClockTimeSchema,
  until: ClockTimeSchema,
  /** IANA zone these clock times were said in: the caller's where it is certain, else the agent's. */
  zone: z.string().check(z.maxLength(64)),
});
export type BestTime = z.infer<typeof BestTimeSchema>;

/** Raised above the ordinary, with the reason; null once settled. */
export const EscalationSchema = z.object({
  reason: line(limits.line).check(z.minLength(1)),
  at: InstantSchema,
  by: z.nullable(z.string().check(z.maxLength(limits.name))),
});
export type Escalation = z.infer<typeof EscalationSchema>;

/** What can happen to a callback. */
export const happenings = [
  'created',
  'changed',
  'status',
  'owner',
  'promise',
  're-promised',
  'phone',
  'wrong number',
  'merged',
  'carried over',
  'escalated',
  'escalation ended',
] as const;

/** One thing that happened to the callback: a field that changed, with what it was before. */
export const HistoryItemSchema = z.object({
  id: z.uuid(),
  at: InstantSchema,
  by: z.nullable(z.string().check(z.maxLength(limits.name))),
  what: z.enum(happenings),
  from: z.nullable(z.string().check(z.maxLength(limits.reason))),
  to: z.nullable(z.string().check(z.maxLength(limits.reason))),
  /**
   * Where the promised time was touched: the window that stood until then, both null where there was none. The
   * texts tell it in the caller's words, which are gone after anonymisation. Items written before it have none.
   */
  was: z.optional(z.object({ from: z.nullable(InstantSchema), until: z.nullable(InstantSchema) })),
});
export type HistoryItem = z.infer<typeof HistoryItemSchema>;

/**
 * A promised return call. Only a name or a number is required: what else is missing is what the review
 * shows. Dates are epoch ms; nothing here is derived (see StoredCallback in lib/db for that).
 */
export const CallbackSchema = z
  .object({
    /** UUID v7 (RFC 9562), so that ids sort by creation. */
    id: z.uuid(),
    callerName: line(limits.name),
    phone: z.nullable(PhoneSchema),
    alternatePhones: z.array(PhoneSchema).check(z.maxLength(limits.alternatePhones)),
    reference: line(limits.reference),
    reason: lines(limits.reason),
    /** False where the reason was filled in from the kind and nobody confirmed it. */
    reasonConfirmed: z.boolean(),
    kind: KindSchema,
    /** When the call came, was dropped, or the visit ended: the kind's clock runs from here. */
    happenedAt: InstantSchema,
    promise: z.nullable(PromiseSchema),
    owner: z.nullable(OwnerSchema),
    status: StatusSchema,
    notes: lines(limits.notes),
    source: z.nullable(SourceSchema),
    createdAt: InstantSchema,
    updatedAt: InstantSchema,
    closedAt: z.nullable(InstantSchema),
    attempts: z.array(AttemptSchema).check(z.maxLength(limits.attempts)),
    history: z.array(HistoryItemSchema).check(z.maxLength(limits.history)),
    // What follows came with the second version of the stored shape: entries written before have none of it.
    /** What the call is to achieve, in one line. */
    objective: z._default(line(limits.line), ''),
    /** What is still missing to answer, in one line. */
    missing: z._default(line(limits.line), ''),
    escalation: z._default(z.nullable(EscalationSchema), null),
    /** How often the caller called again while this was open, and when last. */
    calledAgain: z._default(z.int().check(z.gte(0)), 0),
    calledAgainAt: z._default(z.nullable(InstantSchema), null),
    /** The caller left a voicemail and somebody has listened to it. */
    voicemailHeard: z._default(z.boolean(), false),
    bestTime: z._default(z.nullable(BestTimeSchema), null),
    // And this with the third.
    /** When who and why were taken out of a closed entry (retention.ts); null while it still tells them. */
    anonymisedAt: z._default(z.nullable(InstantSchema), null),
  })
  .check(
    // An entry known by its number alone is still one after that number turned out to be wrong.
    z.refine(
      ({ callerName, phone, attempts, anonymisedAt }) =>
        callerName !== '' ||
        phone !== null ||
        anonymisedAt !== null ||
        attempts.some(({ outcome }) => outcome === 'wrong number'),
      { error: 'name-or-number', path: ['callerName'] },
    ),
  );
export type Callback = z.infer<typeof CallbackSchema>;

/** Open: every status except completed and no longer needed. */
export function isOpen(callback: Pick<Callback, 'status'>): boolean {
  return callback.status !== 'completed' && callback.status !== 'no longer needed';
}

/** What an entry written before these fields existed has in their place. */
export const laterFields = {
  objective: '',
  missing: '',
  escalation: null,
  calledAgain: 0,
  calledAgainAt: null,
  voicemailHeard: false,
  bestTime: null,
  anonymisedAt: null,
} satisfies Partial<Callback>;
