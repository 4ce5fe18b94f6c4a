import { type Bytes, joined, utf8 } from './bytes.ts';

/** What everything else is derived from: 32 bytes that the members share and the server never sees. */
export type TeamSecret = Bytes;

/** Rounds of PBKDF2 with SHA-256; what OWASP asks for at least (Password Storage Cheat Sheet, 2023). */
export const rounds = 600_000;
/** Bytes of salt; it is no secret and stands on the server beside the check value. */
export const saltLength = 16;
const secretLength = 32;

/**
 * The secret of a passphrase. Takes about half a second, on purpose: who has the salt and the list must guess
 * at this price. @param passphrase as typed; Unicode's different spellings of one text give one secret
 */
export async function secretOf(passphrase: string, salt: Bytes): Promise<TeamSecret> {
  const typed = utf8(passphrase.normalize('NFKC').trim());
  const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, secretLength * 8));
}

/** The name of a secret, 16 hexadecimal digits: tells which key sealed a value, and nothing of the key. */
export async function keyIdOf(secret: TeamSecret): Promise<string> {
  return (await derive(secret, 'key id', 8)).toHex();
}

/** The AES-GCM key values are sealed with. */
export async function valueKeyOf(secret: TeamSecret): Promise<CryptoKey> {
  const raw = await derive(secret, 'values', 32);
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The seed of the team's own pair of keys, to which requests from outside are sealed. */
export function requestSeedOf(secret: TeamSecret): Promise<Bytes> {
  return derive(secret, 'requests', 32);
}

/** HKDF (RFC 5869): a purpose's own bytes, from which the secret cannot be worked out. */
async function derive(secret: TeamSecret, purpose: string, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = joined(utf8('ringback team 1 '), utf8(purpose));
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8));
}
