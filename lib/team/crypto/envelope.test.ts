import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Opened } from '../types.ts';
import { randomBytes, utf8 } from './bytes.ts';
import { createTeamCrypto, overhead, sealedWith } from './envelope.ts';
import { keyIdOf, secretOf } from './team-key.ts';

const opened = (result: Opened) => (result.ok ? result.plain : result.why);

test('what was sealed opens in its place with its key, whatever it holds', async () => {
  const sealer = await createTeamCrypto([randomBytes(32)]);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.string(), async (plain, place) => {
      const sealed = await sealer.seal(new Uint8Array(plain), place);
      expect(sealed.length).toBe(plain.length + overhead);
      expect(opened(await sealer.open(sealed, place))).toEqual(new Uint8Array(plain));
    }),
  );
});

test('one text sealed twice looks different each time', async () => {
  const sealer = await createTeamCrypto([randomBytes(32)]);
  const twice = [await sealer.seal(utf8('Dana'), 'p'), await sealer.seal(utf8('Dana'), 'p')];
  expect(twice[0]).not.toEqual(twice[1]);
});

test('a value moved to another place, or changed by one bit anywhere, does not open', async () => {
  const sealer = await createTeamCrypto([randomBytes(32)]);
  const sealed = await sealer.seal(utf8('call Dana before 4'), 'list/1');
  expect(opened(await sealer.open(sealed, 'list/2'))).toBe('broken');
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect((await sealer.open(changed, 'list/1')).ok, `byte ${at}`).toBe(false);
  }
});

test('any bytes at all are refused with a reason, without an error', async () => {
  const sealer = await createTeamCrypto([randomBytes(32)]);
  const head = [1, ...Uint8Array.fromHex(sealer.keyId)];
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.from([...head, ...rest])),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (bytes) => {
      expect((await sealer.open(bytes, 'list/1')).ok).toBe(false);
    }),
  );
});

test('after a rotation the new key seals, the old one still opens, and without it nothing old opens', async () => {
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const before = await (await createTeamCrypto([old])).seal(utf8('Dana'), 'p');
  const both = await createTeamCrypto([fresh, old]);
  expect(opened(await both.open(before, 'p'))).toEqual(utf8('Dana'));
  const after = await both.seal(utf8('Dana'), 'p');
  expect(sealedWith(after)).toBe(await keyIdOf(fresh));
  expect(opened(await (await createTeamCrypto([old])).open(after, 'p'))).toBe('unknown-key');
  await expect(createTeamCrypto([])).rejects.toThrow(RangeError);
});

test('a passphrase gives the same secret however its letters are encoded, and another with another salt', async () => {
  const salt = Uint8Array.from({ length: 16 }, (_, place) => place);
  const composed = await secretOf('Zo\u00eb keeps promises', salt);
  expect(await secretOf(' Zoe\u0308 keeps promises', salt)).toEqual(composed);
  expect(await secretOf('Zoe keeps promises', salt)).not.toEqual(composed);
  expect(await secretOf('Zo\u00eb keeps promises', randomBytes(16))).not.toEqual(composed);
  expect(await keyIdOf(composed)).toMatch(/^[0-9a-f]{16}$/);
});
