/** Whatever a server or a colleague puts into the team's bucket or says to it: a value of its kind, or none. */
import type { KV } from '@nats-io/kv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { idAt } from '../../tests/support/unit/entries.ts';
import { anyValue, nearly } from '../../tests/support/unit/hostile.ts';
import { connectProblems, problemIn } from './connect-problem.ts';
import { randomBytes, toText, utf8 } from './crypto/bytes.ts';
import { createTeamCrypto } from './crypto/envelope.ts';
import { recordIn } from './members.ts';
import { type Call, createPresence } from './presence.ts';
import { refusedRequests } from './requests/refused.ts';
import { readRules } from './rules.ts';
import { openSealedJson } from './sealed-json.ts';
import { placeOf, readTeamRecord } from './team-record.ts';
import { presenceSubject, type TeamConnection } from './types.ts';

const bucket = 'ringback-acme';
const crypto = await createTeamCrypto([randomBytes(32)]);

/** JSON as a peer may send it: what only code makes is lost on the way. */
const asJson = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return '{';
  }
};
/** The bytes under a key: nearly right and well sealed, sealed for another place, no JSON, not sealed at all. */
const bytesFor = (key: string, valid: object) =>
  fc.oneof(
    fc.oneof(nearly(valid), anyValue).map((value) => crypto.seal(utf8(asJson(value)), placeOf(bucket, key))),
    fc.constant(valid).map((value) => crypto.seal(utf8(asJson(value)), placeOf(bucket, `${key}x`))),
    fc
      .uint8Array({ maxLength: 60 })
      .map((bytes) => crypto.seal(Uint8Array.from(bytes), placeOf(bucket, key))),
    fc.uint8Array({ maxLength: 300 }).map(async (bytes) => Uint8Array.from(bytes)),
  );
/** A bucket with one value in it. */
const kvOf = (key: string, value: Uint8Array) =>
  ({
    get: async (wanted: string) => (wanted === key ? { operation: 'PUT', value, revision: 1 } : null),
    keys: async () =>
      (async function* () {
        yield key;
      })(),
  }) as unknown as KV;
const runs = { numRuns: 150 };

describe('any value of the bucket', () => {
  test('opens as what its schema says, or as nothing', async () => {
    const Schema = z.object({ days: z.int(), name: z.string() });
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(bytesFor('meta.rules', { days: 3, name: 'x' }), async (sealing) => {
        const read = await openSealedJson({ bucket, crypto }, 'meta.rules', await sealing, Schema);
        if (read !== null) opened += 1;
        expect(read === null || Schema.safeParse(read).success).toBe(true);
      }),
      runs,
    );
    expect(opened).toBeGreaterThan(0);
  });

  test('is a member under their own key, or nobody', async () => {
    const key = `meta.member.${idAt(1)}`;
    const valid = { id: idAt(1), name: 'Priya', publicKey: 'A'.repeat(43), left: false };
    await fc.assert(
      fc.asyncProperty(bytesFor(key, valid), async (sealing) => {
        const value = await sealing;
        const record = await recordIn({ kv: kvOf(key, value), bucket, crypto }, key, value);
        expect(record === null || record.id === idAt(1)).toBe(true);
        if (record) expect(record.name.length).toBeLessThanOrEqual(1_000);
      }),
      runs,
    );
  });

  test('is the rules of the team within what can be set, or the first ones', async () => {
    await fc.assert(
      fc.asyncProperty(bytesFor('meta.rules', { retentionDays: 30 }), async (sealing) => {
        const rules = await readRules({ kv: kvOf('meta.rules', await sealing), bucket, crypto });
        expect(rules.retentionDays).toBeGreaterThanOrEqual(0);
        expect(rules.retentionDays).toBeLessThanOrEqual(3_650);
      }),
      runs,
    );
  });

  test('is a refused request in short words, or none', async () => {
    const key = 'meta.refused.7';
    await fc.assert(
      fc.asyncProperty(bytesFor(key, { at: 1, why: 'no number', start: '{' }), async (sealing) => {
        const all = await refusedRequests({ kv: kvOf(key, await sealing), bucket, crypto });
        for (const { why, start } of all) expect((why + start).length).toBeLessThanOrEqual(900);
      }),
      runs,
    );
  });

  test('is the record of the team, or said to be another format', async () => {
    const valid = { salt: toText(randomBytes(16)), keyId: '0'.repeat(16), check: '', requestKey: '' };
    const written = fc.oneof(
      fc.oneof(nearly(valid), anyValue).map((value) => utf8(asJson(value))),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(written, async (value) => {
        try {
          const { record } = await readTeamRecord(kvOf('meta.team', value));
          expect(record.keyId).toMatch(/^[0-9a-f]{16}$/);
        } catch (error) {
          expect(error).toMatchObject({ name: 'ConnectError', problem: 'other-format' });
        }
      }),
      runs,
    );
  });
});

test('whatever is said to the team of who is on the phone, those heard are members on a call', async () => {
  const teamId = 'acme';
  const subject = presenceSubject(teamId);
  const now = 1_700_000_000_000;
  const valid = { callbackId: idAt(1), member: { id: 'chris', name: 'Chris' }, at: now };
  const said = fc.oneof(
    fc
      .oneof(nearly(valid), anyValue, fc.constant(valid))
      .map((value) => crypto.seal(utf8(asJson(value)), subject)),
    fc.uint8Array({ maxLength: 5_000 }).map(async (bytes) => Uint8Array.from(bytes)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => crypto.seal(Uint8Array.from(bytes), subject)),
  );
  let heard = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 6 }), async (sealing) => {
      const messages = await Promise.all(sealing);
      let calls: Call[] = [];
      const told = Promise.withResolvers<void>();
      const presence = createPresence({
        now: () => now,
        after: () => () => {},
        onCalls: (those) => {
          calls = those;
        },
      });
      async function* subscribe() {
        for (const data of messages) yield { data };
        told.resolve();
      }
      const nc = { subscribe, publish: () => {}, isClosed: () => false };
      presence.connect({ nc, crypto, teamId, member: { id: 'me', name: 'Me' } } as unknown as TeamConnection);
      await told.promise;
      heard += calls.length;
      expect(calls.length).toBeLessThanOrEqual(messages.length);
      for (const { callbackId, member } of calls) {
        expect(z.uuid().safeParse(callbackId).success).toBe(true);
        expect(member.id).not.toBe('me');
        expect(member.id.length).toBeLessThanOrEqual(80);
        expect(member.name).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }
    }),
    runs,
  );
  expect(heard).toBeGreaterThan(0);
});

test('whatever a server says went wrong, it is one of the problems the screen has words for', () => {
  const said = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .tuple(fc.constantFrom(...connectProblems, 'constructor', ''), fc.string())
      .map(([code, more]) => `${code}: ${more}`),
  );
  fc.assert(
    fc.property(said, (message) => {
      const { problem, detail } = problemIn(message);
      expect(connectProblems).toContain(problem);
      expect(message.endsWith(detail)).toBe(true);
    }),
  );
});
