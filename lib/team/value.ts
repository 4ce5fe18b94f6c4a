import * as z from 'zod/mini';
import { AttemptSchema, type Callback, CallbackSchema, HistoryItemSchema } from '../domain/callback.ts';

/** The format this version reads and writes. A value of a newer one is left alone. */
export const valueFormat = 1;
/** Longest sealed value, in bytes: what is longer is not even opened. The bucket refuses it, too. */
export const maxValueBytes = 256 * 1_024;
/** Longest JSON of fields this version does not know, in UTF-16 code units. */
const maxExtra = 32 * 1_024;
/** More clients than any team has; each is one line in the value. */
const maxWriters = 500;

/** An entry as the bucket has it. */
export interface TeamValue {
  /** How often a write of this entry was accepted: an older value put back again has a number that was there. */
  n: number;
  /** Of each client the last of its intents that is in it. */
  applied: Record<string, number>;
  callback: Callback;
  /** What this version does not know, as JSON; '' for nothing. */
  extra: string;
}

/** What bytes of the bucket turned out to be. */
export type DecodedValue =
  | { ok: true; value: TeamValue }
  /** `newer`: of a format to come. */
  | { ok: false; why: 'malformed' | 'newer' };

const CountSchema = z.int().check(z.gte(0));
const ValueSchema = z.looseObject({
  format: z.int().check(z.gte(1)),
  n: CountSchema.check(z.gte(1)),
  applied: z.record(z.string().check(z.regex(/^[\w-]{1,64}$/)), CountSchema),
  callback: z.looseObject({ attempts: z.array(z.unknown()), history: z.array(z.unknown()) }),
});

type Plain = Record<string, unknown>;
/** Unknown fields, by where they stood. */
interface Extra {
  value: Plain;
  callback: Plain;
  attempts: Record<string, Plain>;
  history: Record<string, Plain>;
}

const ExtraSchema = z.object({
  value: z.record(z.string(), z.unknown()),
  callback: z.record(z.string(), z.unknown()),
  attempts: z.record(z.string(), z.record(z.string(), z.unknown())),
  history: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** The plain bytes of a value, with what newer clients put into it and we do not know where it was. */
export function encodeValue({ n, applied, callback, extra }: TeamValue): Uint8Array {
  const more = extra === '' ? null : ExtraSchema.parse(JSON.parse(extra));
  const whole = {
    ...more?.value,
    format: valueFormat,
    n,
    applied,
    callback: {
      ...more?.callback,
      ...callback,
      attempts: callback.attempts.map((attempt) => ({ ...more?.attempts[attempt.id], ...attempt })),
      history: callback.history.map((item) => ({ ...more?.history[item.id], ...item })),
    },
  };
  return new TextEncoder().encode(JSON.stringify(whole));
}

/** Reads opened bytes. Never throws: whoever has the key may still have written anything. @param id of the key */
export function decodeValue(plain: Uint8Array, id: string): DecodedValue {
  const malformed = { ok: false, why: 'malformed' } as const;
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return malformed;
  }
  const format = z.object({ format: z.int() }).safeParse(json);
  if (format.success && format.data.format > valueFormat) return { ok: false, why: 'newer' };
  const envelope = ValueSchema.safeParse(json);
  if (!envelope.success || Object.keys(envelope.data.applied).length > maxWriters) return malformed;
  const callback = CallbackSchema.safeParse(envelope.data.callback);
  if (!callback.success || callback.data.id !== id) return malformed;
  const extra = extraOf(envelope.data);
  if (extra.length > maxExtra) return malformed;
  const { n, applied } = envelope.data;
  return { ok: true, value: { n, applied, callback: callback.data, extra } };
}

function extraOf(whole: z.infer<typeof ValueSchema>): string {
  const extra: Extra = {
    value: without(whole, ['format', 'n', 'applied', 'callback']),
    callback: without(whole.callback, Object.keys(CallbackSchema.shape)),
    attempts: unknownById(whole.callback.attempts, Object.keys(AttemptSchema.shape)),
    history: unknownById(whole.callback.history, Object.keys(HistoryItemSchema.shape)),
  };
  return Object.values(extra).every((part) => Object.keys(part).length === 0) ? '' : JSON.stringify(extra);
}

function unknownById(items: readonly unknown[], known: readonly string[]): Record<string, Plain> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const { id } = item as { id?: unknown };
      const unknown = without(item as Plain, known);
      return typeof id === 'string' && Object.keys(unknown).length > 0 ? [[id, unknown]] : [];
    }),
  );
}

function without(all: Plain, known: readonly string[]): Plain {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !known.includes(key)));
}
