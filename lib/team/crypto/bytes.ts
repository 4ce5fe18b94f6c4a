/** Bytes as text and back, and the few things done with them. */

/** A byte array over a buffer of its own, as WebCrypto takes it. */
export type Bytes = Uint8Array<ArrayBuffer>;

const base64url = { alphabet: 'base64url', omitPadding: true } as const;

/** base64url without padding (RFC 4648, section 5). */
export function toText(bytes: Uint8Array): string {
  return bytes.toBase64(base64url);
}

/** The bytes of such a text. @throws SyntaxError where it is none */
export function fromText(text: string): Bytes {
  return Uint8Array.fromBase64(text, { alphabet: 'base64url', lastChunkHandling: 'loose' });
}

const encoder = new TextEncoder();

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** @throws TypeError where the bytes are no UTF-8 */
export function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** `length` bytes nobody can guess. */
export type RandomBytes = (length: number) => Bytes;

export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
