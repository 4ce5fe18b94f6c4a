import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CallbackSchema } from '../../domain/callback.ts';
import { composeCallback } from '../../domain/compose.ts';
import { randomBytes, toText, utf8 } from '../crypto/bytes.ts';
import { keyPairOf, sealTo } from '../crypto/hpke.ts';
import { contentOf, readRequest, replySubject, requestPurpose } from './request.ts';

const pair = await keyPairOf(randomBytes(32));
const read = (told: unknown) => readRequest(utf8(JSON.stringify(told)), 'acme', [pair]);
const nine = Date.parse('2026-03-11T09:00:00Z');

describe('a request from outside', () => {
  test('needs a number or a name, and nothing else', async () => {
    const plain = await read({ number: '+1 (415) 555-0132' });
    if (!plain.ok) throw new Error(plain.why);
    expect(contentOf(plain.request, nine, 'UTC', 'Missed call')).toMatchObject({
      callerName: '',
      phone: { e164: '+14155550132', asShown: '+1 (415) 555-0132' },
      reason: 'Missed call',
      reasonConfirmed: false,
      kind: 'missed call',
      happenedAt: nine,
      owner: null,
      promise: null,
    });
    const named = await read({ name: '  Dana\u202e Lee ', happenedAt: '2026-03-11T09:59:00+01:00' });
    if (!named.ok) throw new Error(named.why);
    expect(contentOf(named.request, nine, 'UTC', '')).toMatchObject({
      callerName: 'Dana Lee',
      happenedAt: nine - 60_000,
    });
  });

  test('a promise is kept, and a clock that is ahead does not put anything off', async () => {
    const told = await read({
      number: '5550132',
      kind: 'promised',
      happenedAt: nine + 3_600_000,
      promise: { from: '2026-03-11T10:00:00Z', until: '2026-03-11T12:00:00Z' },
    });
    if (!told.ok) throw new Error(told.why);
    expect(contentOf(told.request, nine, 'UTC', 'x')).toMatchObject({
      phone: { e164: null, asShown: '5550132' },
      happenedAt: nine,
      promise: { from: nine + 3_600_000, until: nine + 3 * 3_600_000, zone: 'UTC' },
    });
  });

  test.each([
    [{}, 'name or number is needed'],
    [{ name: '\u200b' }, 'name or number is needed'],
    [{ number: 'none' }, 'number has no digit in it'],
    [{ number: 5550132 }, 'number'],
    [{ number: '1', kind: 'urgent' }, 'kind'],
    [{ number: '1', happenedAt: 'yesterday' }, 'happenedAt'],
    [{ number: '1', format: 2 }, 'format'],
    [{ number: '1', promise: { from: 2, until: 1 } }, 'promise ends before it begins'],
    [[], 'Invalid input'],
    ['hello', 'Invalid input'],
    [{ sealed: 'AAAA' }, 'sealed, and not to a key of this team'],
  ])('%j is refused with the reason', async (told, why) => {
    const refused = await read(told);
    expect(refused).toMatchObject({ ok: false, why: expect.stringContaining(why) });
  });

  test('sealed to the team it is read, to another team or for another it is not', async () => {
    const message = utf8('{"number":"+14155550132"}');
    const box = (purpose: string, publicKey = pair.publicKey) =>
      sealTo(publicKey, requestPurpose(purpose), message, randomBytes(32));
    const sealed = async (bytes: Promise<Uint8Array>) => read({ sealed: toText(await bytes) });
    expect(await sealed(box('acme'))).toMatchObject({ ok: true, sealed: true });
    expect(await sealed(box('other'))).toMatchObject({ ok: false });
    const stranger = await keyPairOf(randomBytes(32));
    expect(await sealed(box('acme', stranger.publicKey))).toMatchObject({ ok: false });
  });

  test('an answer goes to the team’s subjects for answers and nowhere else', async () => {
    const reply = async (replyTo: string) => {
      const told = await read({ number: '1', replyTo });
      return told.ok ? replySubject(told.request, 'acme') : 'refused';
    };
    expect(await reply('ringback.acme.replies.a1-b2')).toBe('ringback.acme.replies.a1-b2');
    for (const other of [
      '$KV.ringback_acme.cb.1',
      'ringback.acme.replies.>',
      'ringback.acme.replies.a.b',
      '',
    ]) {
      expect(await reply(other), other).toBeNull();
    }
  });

  test('whatever comes is answered without an error, and what passes is an entry', async () => {
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map(utf8),
      fc
        .record(
          {
            name: fc.string(),
            number: fc.string(),
            reason: fc.string(),
            happenedAt: fc.integer(),
            extra: fc.json(),
          },
          { requiredKeys: [] },
        )
        .map((told) => utf8(JSON.stringify(told))),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (bytes) => {
        const told = await readRequest(bytes, 'acme', [pair]);
        if (!told.ok) return;
        const act = { now: nine, by: null, newId: () => crypto.randomUUID() };
        const entry = composeCallback(contentOf(told.request, nine, 'UTC', 'Missed call'), act);
        expect(CallbackSchema.safeParse(entry).success).toBe(true);
      }),
    );
  });
});
