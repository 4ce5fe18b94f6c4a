import type { KV } from '@nats-io/kv';
import * as z from 'zod/mini';
import { TeamNameSchema } from './config.ts';
import { ConnectError } from './connect-problem.ts';
import { type Bytes, fromText, fromUtf8, toText, utf8 } from './crypto/bytes.ts';
import { keyPairOf } from './crypto/hpke.ts';
import { requestSeedOf, saltLength, type TeamSecret } from './crypto/team-key.ts';
import type { TeamCrypto } from './types.ts';

/** The newest format of a bucket this version works with; it stands in the bucket's metadata. */
export const bucketFormat = 1;
export const formatKey = 'ringback-format';
/** The key of what everybody may know of the team. */
export const recordKey = 'meta.team';

const encoded = (bytes: number) =>
  z.string().check(z.regex(/^[\w-]*$/), z.maxLength(Math.ceil(bytes * 1.34)));

/** What stands in the bucket in the clear: how the key is made and how a key is known to be the right one. */
const TeamRecordSchema = z.object({
  /** Of the passphrase, 16 bytes. */
  salt: encoded(saltLength),
  /** Of the key that seals now. */
  keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** The team's name, sealed: who can open this has the right key. */
  check: encoded(1_000),
  /** The public key to which requests from outside may be sealed (crypto/hpke.ts). */
  requestKey: encoded(32),
});
export type TeamRecord = z.infer<typeof TeamRecordSchema>;

/** The record of a team whose key was just made. */
export async function makeTeamRecord(
  bucket: string,
  teamName: string,
  salt: Bytes,
  secret: TeamSecret,
  crypto: TeamCrypto,
): Promise<TeamRecord> {
  const { publicKey } = await keyPairOf(await requestSeedOf(secret));
  return {
    salt: toText(salt),
    keyId: crypto.keyId,
    check: toText(await crypto.seal(utf8(teamName), placeOf(bucket, recordKey))),
    requestKey: toText(publicKey),
  };
}

/** The record as it stands in the bucket, with its revision. @throws ConnectError where there is none that can be read */
export async function readTeamRecord(kv: KV): Promise<{ record: TeamRecord; revision: number }> {
  const entry = await kv.get(recordKey);
  const record = TeamRecordSchema.safeParse(jsonIn(entry?.value));
  if (!entry || !record.success) throw new ConnectError('other-format', `${recordKey} cannot be read`);
  return { record: record.data, revision: entry.revision };
}

/** The team's name, which only the right key opens. @throws ConnectError 'wrong-key' */
export async function openCheck(bucket: string, record: TeamRecord, crypto: TeamCrypto): Promise<string> {
  const opened = await crypto.open(fromText(record.check), placeOf(bucket, recordKey));
  const name = TeamNameSchema.safeParse(opened.ok ? fromUtf8(opened.plain) : '');
  if (!name.success) throw new ConnectError('wrong-key');
  return name.data;
}

/** What a value of the set-up is bound to, so that it opens under its own key of its own bucket only. */
export function placeOf(bucket: string, key: string): string {
  return `${bucket} ${key}`;
}

/** JSON of bytes from outside; undefined where they are none. */
export function jsonIn(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    return undefined;
  }
}
