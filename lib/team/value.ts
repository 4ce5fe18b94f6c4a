import * as z from 'zod/mini';
import { isAsStored } from '../domain/as-stored.ts';
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

const clientName = /^[\w-]{1,64}$/;
const CountSchema = z.int().check(z.gte(0));
/** Checked besides the callback, whose own schema is the long one. */
const FrameSchema = z.object({
  format: z.int().check(z.gte(1)),
  n: CountSchema.check(z.gte(1)),
  applied: z.record(z.string().check(z.regex(clientName)), CountSchema),
  callback: z.unknown(),
});
const known = {
  value: new Set(Object.keys(FrameSchema.shape)),
  callback: new Set(Object.keys(CallbackSchema.shape)),
  attempt: new Set(Object.keys(AttemptSchema.shape)),
  history: new Set(Object.keys(HistoryItemSchema.shape)),
};

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

const decoder = new TextDecoder('utf-8', { fatal: true });
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/**
 * What a client of this version wrote, so nearly every value: known without the schemas, which take three times as
 * long. Of twenty thousand on joining a team that is felt.
 */
function isOurs(json: unknown, id: string): json is Omit<TeamValue, 'extra'> {
  if (typeof json !== 'object' || json === null || Object.keys(json).length !== known.value.size)
    return false;
  const { format, n, applied, callback } = json as Plain;
  if (format !== valueFormat || !isCount(n) || n === 0 || !isAsStored(callback) || callback.id !== id)
    return false;
  if (typeof applied !== 'object' || applied === null || Array.isArray(applied)) return false;
  const writers = Object.entries(applied);
  return (
    writers.length <= maxWriters && writers.every(([client, seq]) => clientName.test(client) && isCount(seq))
  );
}

/** Reads opened bytes. Never throws: whoever has the key may still have written anything. @param id of the key */
export function decodeValue(plain: Uint8Array, id: string): DecodedValue {
  const malformed = { ok: false, why: 'malformed' } as const;
  let json: unknown;
  try {
    json = JSON.parse(decoder.decode(plain));
  } catch {
    return malformed;
  }
  if (isOurs(json, id))
    return { ok: true, value: { n: json.n, applied: json.applied, callback: json.callback, extra: '' } };
  const frame = FrameSchema.safeParse(json);
  if (!frame.success) return malformed;
  const { format, n, applied, callback: unread } = frame.data;
  if (format > valueFormat) return { ok: false, why: 'newer' };
  if (Object.keys(applied).length > maxWriters) return malformed;
  const callback = CallbackSchema.safeParse(unread);
  if (!callback.success || callback.data.id !== id) return malformed;
  const extra = extraOf(json as Plain, unread as ReadCallback);
  if (extra.length > maxExtra) return malformed;
  return { ok: true, value: { n, applied, callback: callback.data, extra } };
}

/** A callback as it came; its schema has passed it, and says nothing of what it does not know. */
interface ReadCallback extends Plain {
  attempts: { id: string }[];
  history: { id: string }[];
}

function extraOf(whole: Plain, callback: ReadCallback): string {
  const extra: Extra = {
    value: without(whole, known.value),
    callback: without(callback, known.callback),
    attempts: unknownById(callback.attempts, known.attempt),
    history: unknownById(callback.history, known.history),
  };
  return Object.values(extra).every(isEmpty) ? '' : JSON.stringify(extra);
}

function unknownById(items: readonly { id: string }[], keys: ReadonlySet<string>): Record<string, Plain> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const unknown = without(item as unknown as Plain, keys);
      return isEmpty(unknown) ? [] : [[item.id, unknown]];
    }),
  );
}

function without(all: Plain, keys: ReadonlySet<string>): Plain {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !keys.has(key)));
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
