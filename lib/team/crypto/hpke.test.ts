import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { expect, test } from 'vitest';
import { type Bytes, randomBytes, utf8 } from './bytes.ts';
import { keyPairOf, openSealed, sealTo } from './hpke.ts';

// Another implementation of RFC 9180, as a phone system's programmer would take one.
const library = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const info = utf8('ringback request 1');
const bufferOf = (bytes: Bytes) => bytes.buffer;

test('opens what another library sealed, and the other library opens what was sealed here', async () => {
  const pair = await keyPairOf(randomBytes(32));
  const message = utf8('{"number":"+14155550132"}');
  const recipientPublicKey = await library.kem.deserializePublicKey(bufferOf(pair.publicKey));
  const { ct, enc } = await library.seal({ recipientPublicKey, info: bufferOf(info) }, bufferOf(message));
  const theirs = new Uint8Array([...new Uint8Array(enc), ...new Uint8Array(ct)]);
  expect(await openSealed(pair, info, theirs)).toEqual(message);

  const receiver = await library.kem.generateKeyPair();
  const publicKey = new Uint8Array(await library.kem.serializePublicKey(receiver.publicKey));
  const ours = await sealTo(publicKey, info, message, randomBytes(32));
  const opened = await library.open(
    { recipientKey: receiver, enc: bufferOf(ours.slice(0, 32)), info: bufferOf(info) },
    bufferOf(ours.slice(32)),
  );
  expect(new Uint8Array(opened)).toEqual(message);
});

test('a seed gives the same pair every time', async () => {
  // RFC 7748, section 6.1: Alice's and Bob's.
  const pairs = {
    '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a':
      '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb':
      'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
  };
  for (const [seed, publicKey] of Object.entries(pairs)) {
    expect((await keyPairOf(Uint8Array.fromHex(seed))).publicKey.toHex()).toBe(publicKey);
  }
});

test('does not open what was sealed to another, for something else, was changed, or is nothing at all', async () => {
  const pair = await keyPairOf(randomBytes(32));
  const sealed = await sealTo(pair.publicKey, info, utf8('Dana'), randomBytes(32));
  const changed = sealed.slice();
  changed[40] = (changed[40] ?? 0) ^ 1;
  const other = await keyPairOf(randomBytes(32));
  await expect(openSealed(other, info, sealed)).rejects.toThrow();
  await expect(openSealed(pair, utf8('something else'), sealed)).rejects.toThrow();
  await expect(openSealed(pair, info, changed)).rejects.toThrow();
  for (const length of [0, 1, 31, 32, 47]) {
    await expect(openSealed(pair, info, sealed.slice(0, length)), `${length} bytes`).rejects.toThrow();
  }
  // The public key of zeros gives everybody the same secret (RFC 7748, section 6.1).
  await expect(openSealed(pair, info, new Uint8Array(64))).rejects.toThrow();
});
