import type { KV } from '@nats-io/kv';
import type * as z from 'zod/mini';
import { utf8 } from './crypto/bytes.ts';
import { jsonIn, placeOf } from './team-record.ts';
import type { TeamConnection } from './types.ts';

/** Where a sealed value of the set-up is read and written. */
export type Sealed = Pick<TeamConnection, 'kv' | 'bucket' | 'crypto'>;

/** What a key of the bucket holds; null where there is nothing, or nothing of ours. @throws where the server fails */
export async function readSealed<T>(at: Sealed, key: string, schema: z.ZodMiniType<T>): Promise<T | null> {
  const entry = await at.kv.get(key);
  return entry?.operation === 'PUT' ? openSealedJson(at, key, entry.value, schema) : null;
}

/** A value as it came from the server, checked; null where it is none of ours. */
export async function openSealedJson<T>(
  { bucket, crypto }: Pick<Sealed, 'bucket' | 'crypto'>,
  key: string,
  value: Uint8Array,
  schema: z.ZodMiniType<T>,
): Promise<T | null> {
  const opened = await crypto.open(value, placeOf(bucket, key));
  const parsed = schema.safeParse(opened.ok ? jsonIn(opened.plain) : undefined);
  return parsed.success ? parsed.data : null;
}

/**
 * @param over the revision it is to be written over, 0 for none; over whatever there is where it is left out
 * @returns the revision it got @throws what `lostRace` knows, where there is another revision by now
 */
export async function writeSealed(at: Sealed, key: string, value: unknown, over?: number): Promise<number> {
  const sealed = await at.crypto.seal(utf8(JSON.stringify(value)), placeOf(at.bucket, key));
  return at.kv.put(key, sealed, over === undefined ? {} : { previousSeq: over });
}

/**
 * Every key under a filter that has a value now, each once: the server tells a key again that is written while it
 * lists them, and all of them where the listing begins anew.
 */
export async function keysUnder(kv: KV, filter: string): Promise<string[]> {
  const keys = new Set<string>();
  for await (const key of await kv.keys(filter)) keys.add(key);
  return [...keys];
}
