import * as z from 'zod/mini';

export const dataKeyBytes = 32;
export const saltBytes = 16;
export const wrapNonceBytes = 12;

const base64 = (bytes: number) =>
  z.string().check(
    z.maxLength(200),
    z.refine((text) => lengthOf(text) === bytes),
  );

function lengthOf(text: string): number | null {
  try {
    return Uint8Array.fromBase64(text).length;
  } catch {
    return null;
  }
}

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
  wrapped: base64(wrapNonceBytes + dataKeyBytes + 16),
  /** Names the data key (RowCipher.keyId). */
  keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
});
export type LockRecord = z.infer<typeof LockRecordSchema>;
