import { type Bytes, joined, utf8 } from './bytes.ts';

/**
 * Sealing to somebody's public key: HPKE in its base mode, one message a key (RFC 9180) with
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM, over the browser's own WebCrypto. Any HPKE library
 * can seal what this opens.
 */
const kem = 0x0020;
const kdf = 0x0001;
const aead = 0x0002;
const kemSuite = joined(utf8('KEM'), number(kem));
const suite = joined(utf8('HPKE'), number(kem), number(kdf), number(aead));
const keyLength = 32;
const nonceLength = 12;
/** Bytes of a public key, and of the one-time public key a sealed message starts with. */
export const publicKeyLength = 32;

/** A pair of keys: what is sealed to the public half only the private half opens. */
export interface KeyPair {
  publicKey: Bytes;
  privateKey: CryptoKey;
}

/** The pair of a 32-byte seed: the same every time. */
export async function keyPairOf(seed: Bytes): Promise<KeyPair> {
  // PKCS #8 around a raw X25519 key (RFC 8410, section 7): WebCrypto takes a private key no other way.
  const wrapped = joined(Uint8Array.fromHex('302e020100300506032b656e04220420'), seed);
  const open = await crypto.subtle.importKey('pkcs8', wrapped, 'X25519', true, ['deriveBits']);
  const { x } = await crypto.subtle.exportKey('jwk', open);
  const privateKey = await crypto.subtle.importKey('pkcs8', wrapped, 'X25519', false, ['deriveBits']);
  return { publicKey: Uint8Array.fromBase64(x ?? '', { alphabet: 'base64url' }), privateKey };
}

/** Seals a message. @param info what it is for; it opens for that and for nothing else */
export async function sealTo(publicKey: Bytes, info: Bytes, message: Bytes, seed: Bytes): Promise<Bytes> {
  const once = await keyPairOf(seed);
  const shared = await sharedSecret(once.privateKey, publicKey, once.publicKey, publicKey);
  const { key, nonce } = await schedule(shared, info);
  const secret = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, secret, message);
  return joined(once.publicKey, new Uint8Array(sealed));
}

/** Opens what was sealed to this pair. @throws where it was not, or was changed, or was for something else */
export async function openSealed(pair: KeyPair, info: Bytes, sealed: Bytes): Promise<Bytes> {
  const once = sealed.slice(0, publicKeyLength);
  const shared = await sharedSecret(pair.privateKey, once, once, pair.publicKey);
  const { key, nonce } = await schedule(shared, info);
  const secret = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const how = { name: 'AES-GCM', iv: nonce };
  return new Uint8Array(await crypto.subtle.decrypt(how, secret, sealed.slice(publicKeyLength)));
}

/** Encap and Decap of section 4.1: they differ in whose private key meets whose public one. */
async function sharedSecret(mine: CryptoKey, theirs: Bytes, once: Bytes, receiver: Bytes): Promise<Bytes> {
  const other = await crypto.subtle.importKey('raw', theirs, 'X25519', true, []);
  const how = { name: 'X25519', public: other };
  const met = new Uint8Array(await crypto.subtle.deriveBits(how, mine, 256));
  const secret = await labeledExtract(kemSuite, new Uint8Array(), 'eae_prk', met);
  return labeledExpand(kemSuite, secret, 'shared_secret', joined(once, receiver), 32);
}

/** KeySchedule of section 5.1 in base mode: no pre-shared key, and one message, so the first nonce. */
async function schedule(shared: Bytes, info: Bytes): Promise<{ key: Bytes; nonce: Bytes }> {
  const none = new Uint8Array();
  const context = joined(
    Uint8Array.of(0),
    await labeledExtract(suite, none, 'psk_id_hash', none),
    await labeledExtract(suite, none, 'info_hash', info),
  );
  const secret = await labeledExtract(suite, shared, 'secret', none);
  return {
    key: await labeledExpand(suite, secret, 'key', context, keyLength),
    nonce: await labeledExpand(suite, secret, 'base_nonce', context, nonceLength),
  };
}

function labeledExtract(suiteId: Bytes, salt: Bytes, label: string, material: Bytes): Promise<Bytes> {
  return hmac(salt, joined(utf8('HPKE-v1'), suiteId, utf8(label), material));
}

/** HKDF-Expand (RFC 5869) for one block, which is all HPKE with SHA-256 ever asks for here. */
async function labeledExpand(
  suiteId: Bytes,
  secret: Bytes,
  label: string,
  info: Bytes,
  length: number,
): Promise<Bytes> {
  const labeled = joined(number(length), utf8('HPKE-v1'), suiteId, utf8(label), info);
  return (await hmac(secret, joined(labeled, Uint8Array.of(1)))).slice(0, length);
}

async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
  // An empty key stands for a block of zeros (RFC 5869, section 2.2), which WebCrypto wants spelled out.
  const raw = key.length === 0 ? new Uint8Array(32) : key;
  const secret = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', secret, message));
}

/** Two bytes, big endian. */
function number(value: number): Bytes {
  return Uint8Array.of(value >> 8, value & 0xff);
}
