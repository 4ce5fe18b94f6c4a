import * as z from 'zod/mini';
import type { TeamConfig } from './config.ts';
import { fromText, toText } from './crypto/bytes.ts';
import { keyPairOf } from './crypto/hpke.ts';
import { keysUnder, openSealedJson, readSealed, type Sealed, writeSealed } from './sealed-json.ts';

const MemberRecordSchema = z.object({
  id: z.uuid(),
  name: z.string().check(z.maxLength(1_000)),
  /** To which a new team secret is sealed when the key is changed. */
  publicKey: z.string().check(z.regex(/^[\w-]{43}$/)),
  left: z._default(z.boolean(), false),
});
/** A member as they stand in the bucket, sealed. */
export type MemberRecord = z.infer<typeof MemberRecordSchema>;

const memberPrefix = 'meta.member.';
/** What a watch on all members looks for. */
export const allMembers = `${memberPrefix}*`;
const keyOfMember = (id: string) => `${memberPrefix}${id}`;

/** The record of this browser's member, as it should stand. */
export async function ownRecord({ member }: Pick<TeamConfig, 'member'>): Promise<MemberRecord> {
  const { publicKey } = await keyPairOf(fromText(member.seed));
  return { id: member.id, name: member.name, publicKey: toText(publicKey), left: false };
}

/** Writes the own record where it is missing or out of date: a name may have changed. */
export async function introduce(at: Sealed, own: MemberRecord): Promise<void> {
  const there = await readSealed(at, keyOfMember(own.id), MemberRecordSchema);
  if (JSON.stringify(there) !== JSON.stringify(own)) await writeSealed(at, keyOfMember(own.id), own);
}

/** Says that a member has left: what they own waits for somebody else. */
export async function markLeft(at: Sealed, member: MemberRecord): Promise<void> {
  await writeSealed(at, keyOfMember(member.id), { ...member, left: true });
}

/** Everybody who was ever introduced, by name; records that cannot be read are left out. */
export async function allRecords(at: Sealed): Promise<MemberRecord[]> {
  const records = await Promise.all(
    (await keysUnder(at.kv, allMembers)).map((key) => readSealed(at, key, MemberRecordSchema)),
  );
  return records.flatMap((record) => record ?? []).sort((a, b) => a.name.localeCompare(b.name));
}

/** A member's record as a watch brings it; null where it is none, or stands under another's key. */
export async function recordIn(at: Sealed, key: string, value: Uint8Array): Promise<MemberRecord | null> {
  const record = await openSealedJson(at, key, value, MemberRecordSchema);
  return record && keyOfMember(record.id) === key ? record : null;
}
