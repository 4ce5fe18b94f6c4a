import * as z from 'zod/mini';
import { createRowCipher, dataKeyBytes } from './row-cipher.ts';

/** Rounds for new passcodes: OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA256. */
export const newIterations = 600_000;
const saltBytes = 16;
const nonceBytes = 12;
/** Fewer characters than this are guessed too soon by whoever copies the profile. */
export const shortestPasscode = 6;

const base64 = (bytes: number) =>
  z.string().check(
    z.maxLength(200),
    z.refine((text) => decoded(text)?.length === bytes),
  );

/**
 * What is kept in the clear of a passcode lock, in the database and in sealed backups: a random data key sealed
 * with a key that is derived from the passcode. Files bring it too, so each number in it has its bounds.
 */
export const LockRecordSchema = z.object({
  version: z.literal(1),
  kdf: z.literal('PBKDF2-SHA-256'),
  /** From a file: too few would be a trap for the passcode, too many a way to stop the browser. */
  iterations: z.int().check(z.gte(100_000), z.lte(10_000_000)),
  salt: base64(saltBytes),
  /** Nonce and AES-256-GCM of the data key. */
  wrapped: base64(nonceBytes + dataKeyBytes + 16),
  /** Names the data key (RowCipher.keyId). */
  keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
});
export type LockRecord = z.infer<typeof LockRecordSchema>;

function decoded(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return null;
  }
}

/** A new random key for what is stored. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(dataKeyBytes));
}

/** The record that lets `passcode` open `dataKey`: for a new lock and for a change of passcode alike. */
export async function wrapDataKey(
  dataKey: Uint8Array<ArrayBuffer>,
  passcode: string,
  iterations = newIterations,
): Promise<LockRecord> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const key = await passcodeKey(passcode, salt, iterations);
  const box = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, dataKey));
  const wrapped = new Uint8Array(nonce.length + box.length);
  wrapped.set(nonce);
  wrapped.set(box, nonce.length);
  return {
    version: 1,
    kdf: 'PBKDF2-SHA-256',
    iterations,
    salt: salt.toBase64(),
    wrapped: wrapped.toBase64(),
    keyId: createRowCipher(dataKey).keyId,
  };
}

/** The data key; null where the passcode is wrong. */
export async function unwrapDataKey(
  record: LockRecord,
  passcode: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const wrapped = Uint8Array.fromBase64(record.wrapped);
  const key = await passcodeKey(passcode, Uint8Array.fromBase64(record.salt), record.iterations);
  try {
    const iv = wrapped.subarray(0, nonceBytes);
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, wrapped.subarray(nonceBytes));
    const dataKey = new Uint8Array(opened);
    // A file may pair a record with rows of another key: better a wrong passcode now than rows that do not open.
    return createRowCipher(dataKey).keyId === record.keyId ? dataKey : null;
  } catch {
    return null;
  }
}

/** Typed the same on another keyboard it is the same: Unicode has several spellings of one character. */
async function passcodeKey(
  passcode: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passcode.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
