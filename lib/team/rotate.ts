import { secretsOf, type TeamConfig } from './config.ts';
import { ConnectError } from './connect-problem.ts';
import { type Bytes, fromText, randomBytes, toText, utf8 } from './crypto/bytes.ts';
import { createTeamCrypto, sealedWith, type TeamKeys } from './crypto/envelope.ts';
import { keyPairOf, openSealed, sealTo } from './crypto/hpke.ts';
import { keyIdOf, saltLength, secretOf } from './crypto/team-key.ts';
import { lostRace } from './lost-race.ts';
import { allRecords, markLeft } from './members.ts';
import { keysUnder } from './sealed-json.ts';
import { jsonIn, makeTeamRecord, openCheck, placeOf, readTeamRecord, recordKey } from './team-record.ts';
import type { TeamConnection, TeamCrypto } from './types.ts';

/** What a new secret is sealed for; it opens for nothing else. */
const purpose = (bucket: string, keyId: string) => utf8(`ringback team key ${bucket} ${keyId}`);
const keyFor = (keyId: string, memberId: string) => `meta.key.${keyId}.${memberId}`;

export interface KeyChange {
  passphrase: string;
  /** Ids of those who do not get the new key. */
  leaving: readonly string[];
  /** @param done of `all` values are sealed anew */
  onProgress: (done: number, all: number) => void;
}

/**
 * Gives the team a new key: each member who stays finds it sealed to their own public key, the team's record
 * changes over, and everything in the bucket is sealed anew. Who leaves can read nothing written or sealed from
 * then on. Safe to be broken off: until all is sealed anew the old secrets are kept beside the new one.
 * @returns the team's secrets, to be kept in the config and put into invites
 * @throws ConnectError 'wrong-key' where somebody else is changing the key at the same time
 */
export async function changeKey(
  connection: TeamConnection,
  config: TeamConfig,
  change: KeyChange,
): Promise<string[]> {
  const { kv, bucket } = connection;
  const { record, revision } = await readTeamRecord(kv);
  const salt = randomBytes(saltLength);
  const secret = await secretOf(change.passphrase, salt);
  const keyId = await keyIdOf(secret);
  const members = await allRecords(connection);
  for (const member of members.filter(({ id }) => change.leaving.includes(id))) {
    await markLeft(connection, member);
  }
  const staying = members.filter(({ id, left }) => !left && !change.leaving.includes(id));
  for (const { id, publicKey } of staying) {
    const key = keyFor(keyId, id);
    // Sealed under the old key, too: that is how the others know it is from one of them.
    const vouched = await connection.crypto.seal(secret, placeOf(bucket, key));
    await kv.put(
      key,
      await sealTo(fromText(publicKey), purpose(bucket, keyId), asBytes(vouched), randomBytes(32)),
    );
  }
  const teamName = await openCheck(bucket, record, connection.crypto);
  const keys = await createTeamCrypto([secret, ...secretsOf(config)]);
  const next = await makeTeamRecord(bucket, teamName, salt, secret, keys);
  try {
    await kv.update(recordKey, JSON.stringify(next), revision);
  } catch (error) {
    throw lostRace(error) ? new ConnectError('wrong-key', '', { cause: error }) : error;
  }
  await sealAnew(connection, keys, change.onProgress);
  return [toText(secret)];
}

/** Seals every value that is still under an older key anew; those written meanwhile are looked at again. */
async function sealAnew(
  { kv, bucket }: TeamConnection,
  keys: TeamKeys,
  onProgress: KeyChange['onProgress'],
): Promise<void> {
  const all = [];
  for (const filter of ['cb.>', 'meta.member.>', 'meta.rules', 'meta.refused.>']) {
    all.push(...(await keysUnder(kv, filter)));
  }
  for (const [place, key] of all.entries()) {
    for (;;) {
      const entry = await kv.get(key);
      if (entry?.operation !== 'PUT' || sealedWith(entry.value) === keys.keyId) break;
      const opened = await keys.open(entry.value, placeOf(bucket, key));
      // Not ours, or of a key nobody here has: left as it is.
      if (!opened.ok) break;
      try {
        await kv.update(key, await keys.seal(again(key, opened.plain), placeOf(bucket, key)), entry.revision);
        break;
      } catch (error) {
        if (!lostRace(error)) throw error;
      }
    }
    onProgress(place + 1, all.length);
  }
}

/**
 * The new secret, where the team's key was changed and this member stays in.
 * @param crypto of the secrets this browser has
 * @returns null where there is none for them: they need a new invite
 */
export async function fetchNewSecret(
  { kv, bucket }: Pick<TeamConnection, 'kv' | 'bucket'>,
  { member }: Pick<TeamConfig, 'member'>,
  keyId: string,
  crypto: TeamCrypto,
): Promise<string | null> {
  const key = keyFor(keyId, member.id);
  const entry = await kv.get(key);
  if (entry?.operation !== 'PUT') return null;
  try {
    const pair = await keyPairOf(fromText(member.seed));
    const vouched = await openSealed(pair, purpose(bucket, keyId), asBytes(entry.value));
    const opened = await crypto.open(vouched, placeOf(bucket, key));
    if (!opened.ok) return null;
    const secret = asBytes(opened.plain);
    return (await keyIdOf(secret)) === keyId ? toText(secret) : null;
  } catch {
    return null;
  }
}

/** The value as one more accepted write of it: with its old count it would be taken for one put back (value.ts). */
function again(key: string, plain: Uint8Array): Bytes {
  const value = key.startsWith('cb.') ? jsonIn(plain) : undefined;
  if (typeof value !== 'object' || value === null || !('n' in value)) return asBytes(plain);
  return utf8(JSON.stringify({ ...value, n: Number(value.n) + 1 }));
}

function asBytes(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
