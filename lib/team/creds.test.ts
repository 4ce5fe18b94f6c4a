import { credsAuthenticator, nkeys } from '@nats-io/nats-core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConnectError } from './connect-problem.ts';
import { credsAuthenticatorOf, readCreds } from './creds.ts';
import { utf8 } from './crypto/bytes.ts';

const seed = new TextDecoder().decode(nkeys.createUser().getSeed());
const file = (jwt: string, key: string, end = '\n') =>
  [
    '-----BEGIN NATS USER JWT-----',
    jwt,
    '------END NATS USER JWT------',
    '',
    '************************* IMPORTANT *************************',
    'NKEY Seed printed below can be used to sign and prove identity.',
    '',
    '-----BEGIN USER NKEY SEED-----',
    key,
    '------END USER NKEY SEED------',
    '',
  ].join(end);

describe('a .creds file', () => {
  test.each(['\n', '\r\n'])('gives its token and its key, with lines that end in %j', (end) => {
    expect(readCreds(file('a.b.c', seed, end))).toEqual({ jwt: 'a.b.c', seed });
  });

  test('answers a challenge with them', () => {
    const answer = credsAuthenticatorOf(file('a.b.c', seed))('challenge');
    // As the client itself answers with the same file.
    expect(answer).toEqual(credsAuthenticator(utf8(file('a.b.c', seed)))('challenge'));
    expect(answer).toMatchObject({ jwt: 'a.b.c', sig: expect.stringMatching(/^[\w+/-]{86}=*$/) });
  });

  test('with another text in the place of its key is refused when it is asked', () => {
    const authenticator = credsAuthenticatorOf(file('a.b.c', 'SUNOSEED'));
    expect(() => authenticator('challenge')).toThrow(ConnectError);
  });

  // An invite or a chosen file may hold anything, up to 10,000 characters.
  const pieces = fc.constantFrom('-', '---', '-----BEGIN', '\n', '\r', ' ', 'a', '.', '-\n', seed, '\u2028');
  const damaged = fc
    .tuple(fc.nat(400), fc.string({ unit: 'binary', maxLength: 40 }))
    .map(([at, by]) => file('a.b.c', seed).slice(0, at) + by + file('a.b.c', seed).slice(at));
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2_000 }),
    fc.array(pieces, { maxLength: 300 }).map((parts) => parts.join('')),
    fc.tuple(pieces, fc.integer({ min: 1, max: 10_000 })).map(([piece, times]) => piece.repeat(times)),
    damaged,
  );

  test('is given up at once where it is dashes and nothing else', () => {
    const began = performance.now();
    for (const dashes of [600, 10_000]) {
      expect(readCreds('-'.repeat(dashes))).toBeNull();
      // Microseconds. The client's own reader needs many seconds for the first, and would not end with the second.
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });

  test('is read whatever stands in its place', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const creds = readCreds(text.slice(0, 10_000));
        if (!creds) return;
        expect(creds.jwt).not.toMatch(/\n/);
        expect(text).toContain(creds.jwt);
        expect(text).toContain(creds.seed);
      }),
      { numRuns: 500 },
    );
  });

  test('is refused as one that is none, or answers for whom it is', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, damaged), (text) => {
        try {
          expect(credsAuthenticatorOf(text)('challenge')).toMatchObject({ jwt: readCreds(text)?.jwt });
        } catch (error) {
          expect(error).toMatchObject({ name: 'ConnectError', problem: 'creds-file' });
        }
      }),
      { numRuns: 60 },
    );
  });
});
