/** First byte of everything sealed: another layout gets another number. */
const layout = 1;
export const keyIdBytes = 8;
/** 96 bits at random for each sealing: NIST SP 800-38D, 8.2.2. */
export const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyIdBytes + nonceBytes;

/** The parts of something sealed: which key it was sealed with, its nonce, and the ciphertext with its tag. */
export interface Envelope {
  /** Hex. */
  keyId: string;
  nonce: Uint8Array;
  box: Uint8Array;
}

/** The bytes that are stored. @throws RangeError where a part is not as long as it must be */
export function packEnvelope({ keyId, nonce, box }: Envelope): Uint8Array<ArrayBuffer> {
  const id = Uint8Array.fromHex(keyId);
  if (id.length !== keyIdBytes || nonce.length !== nonceBytes || box.length < tagBytes) {
    throw new RangeError('an envelope has parts of a fixed length');
  }
  const bytes = new Uint8Array(headBytes + box.length);
  bytes.set([layout]);
  bytes.set(id, 1);
  bytes.set(nonce, 1 + keyIdBytes);
  bytes.set(box, headBytes);
  return bytes;
}

/** Reads the parts; null where these bytes are none of ours. Says nothing of whether they were tampered with. */
export function parseEnvelope(bytes: unknown): Envelope | null {
  if (!(bytes instanceof Uint8Array)) return null;
  if (bytes.length < headBytes + tagBytes || bytes[0] !== layout) return null;
  return {
    keyId: bytes.subarray(1, 1 + keyIdBytes).toHex(),
    nonce: bytes.subarray(1 + keyIdBytes, headBytes),
    box: bytes.subarray(headBytes),
  };
}
