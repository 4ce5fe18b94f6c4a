import type { TeamCrypto } from '../types.ts';
import { type Bytes, joined, type RandomBytes, randomBytes, utf8 } from './bytes.ts';
import { keyIdOf, type TeamSecret, valueKeyOf } from './team-key.ts';

/**
 * A sealed value: one byte of format, 8 of key id, 12 of nonce, then AES-256-GCM's text and tag. Format, key id
 * and context are authenticated too: a value moved to another key of the bucket does not open there.
 */
const format = 1;
const idLength = 8;
const nonceLength = 12;
const headLength = 1 + idLength + nonceLength;
/** Bytes a sealed value is longer than what it holds. */
export const overhead = headLength + 16;

/** A team's keys may be more than one: the current one seals, each opens what it sealed. */
export interface TeamKeys extends TeamCrypto {
  has(keyId: string): boolean;
}

/**
 * @param secrets the team's secrets, the current one first
 * @throws RangeError where there is none
 */
export async function createTeamCrypto(
  secrets: readonly TeamSecret[],
  random: RandomBytes = randomBytes,
): Promise<TeamKeys> {
  const keys = new Map<string, CryptoKey>();
  for (const secret of secrets) keys.set(await keyIdOf(secret), await valueKeyOf(secret));
  const [first] = keys;
  if (!first) throw new RangeError('a team has at least one key');
  const [keyId, sealingKey] = first;

  return {
    keyId,
    has: (id) => keys.has(id),
    async seal(plain, context) {
      const nonce = random(nonceLength);
      const head = joined(Uint8Array.of(format), Uint8Array.fromHex(keyId), nonce);
      const how = { name: 'AES-GCM', iv: nonce, additionalData: authenticated(head, context) };
      return joined(head, new Uint8Array(await crypto.subtle.encrypt(how, sealingKey, joined(plain))));
    },
    async open(sealed, context) {
      const id = sealedWith(sealed);
      if (id === null) return { ok: false, why: 'broken' };
      const key = keys.get(id);
      if (!key) return { ok: false, why: 'unknown-key' };
      // Where it lies, without a copy: WebCrypto makes its own. Nothing that comes from a socket is shared memory.
      const part = (from: number, until?: number) => sealed.subarray(from, until) as Bytes;
      const head = part(0, headLength);
      const iv = part(1 + idLength, headLength);
      const how = { name: 'AES-GCM', iv, additionalData: authenticated(head, context) };
      try {
        const text = part(headLength);
        return { ok: true, plain: new Uint8Array(await crypto.subtle.decrypt(how, key, text)) };
      } catch {
        return { ok: false, why: 'broken' };
      }
    },
  };
}

/** The id of the key a value was sealed with; null where it is no sealed value of this format. */
export function sealedWith(sealed: Uint8Array): string | null {
  if (sealed.length < overhead || sealed[0] !== format) return null;
  return sealed.slice(1, 1 + idLength).toHex();
}

function authenticated(head: Uint8Array, context: string): Bytes {
  return joined(head, utf8(context));
}
