import { gcm } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { keyIdBytes, nonceBytes, packEnvelope, parseEnvelope } from './envelope.ts';
import { dataKeyBytes } from './lock-record.ts';

/** Something sealed that cannot be opened: sealed with another key, moved to another place, or altered. */
export class CannotOpenError extends Error {
  override readonly name = 'CannotOpenError';

  constructor() {
    super('What is stored here was altered, or belongs to another passcode.');
  }
}

/** Seals and opens what is stored. Synchronous: an IndexedDB transaction does not outlive an await of WebCrypto. */
export interface RowCipher {
  /** Names the key without telling it. */
  readonly keyId: string;
  /** @param place where it is stored (table and key): opened anywhere else it is refused. @param value JSON */
  seal(place: string, value: unknown): Uint8Array<ArrayBuffer>;
  /** @throws CannotOpenError */
  open(place: string, sealed: unknown): unknown;
  /** Stands for a text in an index: the same for the same text, and nobody without the key can try texts out. */
  tag(text: string): string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * AES-256-GCM for values and HMAC-SHA-256 for look-ups, each with a key of its own derived from `dataKey`.
 * WebCrypto has the same, but only with promises.
 */
export function createRowCipher(dataKey: Uint8Array): RowCipher {
  if (dataKey.length !== dataKeyBytes) throw new RangeError('the data key has 32 bytes');
  const derived = (purpose: string) => hmac(sha256, dataKey, encoder.encode(`ringback ${purpose} 1`));
  const sealingKey = derived('seal');
  const tagKey = derived('tag');
  const keyId = derived('id').subarray(0, keyIdBytes).toHex();
  return {
    keyId,
    seal(place, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const box = gcm(sealingKey, nonce, encoder.encode(place)).encrypt(
        encoder.encode(JSON.stringify(value)),
      );
      return packEnvelope({ keyId, nonce, box });
    },
    open(place, sealed) {
      const envelope = parseEnvelope(sealed);
      if (envelope?.keyId !== keyId) throw new CannotOpenError();
      try {
        const text = gcm(sealingKey, envelope.nonce, encoder.encode(place)).decrypt(envelope.box);
        return JSON.parse(decoder.decode(text));
      } catch {
        throw new CannotOpenError();
      }
    },
    tag: (text) => hmac(sha256, tagKey, encoder.encode(text)).toBase64(),
  };
}
