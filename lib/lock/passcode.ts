import { dataKeyBytes, type LockRecord, saltBytes, wrapNonceBytes } from './lock-record.ts';
import { createRowCipher } from './row-cipher.ts';

/** Rounds for new passcodes: OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA256. */
export const newIterations = 600_000;
/** Fewer characters than this are guessed too soon by whoever copies the profile. */
export const shortestPasscode = 6;

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
  const nonce = crypto.getRandomValues(new Uint8Array(wrapNonceBytes));
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
    const iv = wrapped.subarray(0, wrapNonceBytes);
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv },
      key,
      wrapped.subarray(wrapNonceBytes),
    );
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
