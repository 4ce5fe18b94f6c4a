import * as z from 'zod/mini';
import { cleanText } from '../../domain/text.ts';
import { keysUnder, readSealed, type Sealed, writeSealed } from '../sealed-json.ts';

const prefix = 'meta.refused.';
/** More are not kept: a broken sender must not fill the server. */
const most = 100;

const RefusedSchema = z.object({
  /** When the server took it, epoch ms. */
  at: z.int().check(z.gte(0)),
  why: z.string().check(z.maxLength(500)),
  /** How it began, for whoever looks after the sender. */
  start: z.string().check(z.maxLength(400)),
});
/** A request nobody could make an entry of. */
export type RefusedRequest = z.infer<typeof RefusedSchema> & { key: string };

/** Keeps what was refused, sealed; the oldest goes where there are too many. @param sequence of the request */
export async function keepRefused(
  at: Sealed,
  sequence: number,
  { receivedAt, why, bytes }: { receivedAt: number; why: string; bytes: Uint8Array },
): Promise<void> {
  const start = cleanText(new TextDecoder().decode(bytes.slice(0, 300)), { max: 300 });
  await writeSealed(at, `${prefix}${sequence}`, { at: receivedAt, why: why.slice(0, 300), start });
  const sequences = (await keysUnder(at.kv, `${prefix}*`)).map((key) => Number(key.slice(prefix.length)));
  for (const old of sequences.sort((a, b) => b - a).slice(most)) await at.kv.purge(`${prefix}${old}`);
}

/** What was refused, the latest first. */
export async function refusedRequests(at: Sealed): Promise<RefusedRequest[]> {
  const keys = await keysUnder(at.kv, `${prefix}*`);
  const all = await Promise.all(
    keys.map(async (key) => {
      const refused = await readSealed(at, key, RefusedSchema);
      return refused ? [{ ...refused, key }] : [];
    }),
  );
  return all.flat().sort((a, b) => b.at - a.at);
}

/** Takes them off the list, for all. */
export async function dropRefused(at: Sealed, keys: readonly string[]): Promise<void> {
  for (const key of keys) if (key.startsWith(prefix)) await at.kv.purge(key);
}
