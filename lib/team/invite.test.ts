import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Credentials, TeamAccess } from './config.ts';
import { randomBytes, toText, utf8 } from './crypto/bytes.ts';
import { readInvite, writeInvite } from './invite.ts';

const access = (changes: Partial<TeamAccess> = {}): TeamAccess => ({
  server: 'wss://lists.example.com:8443',
  credentials: { kind: 'password', user: 'chris', password: 'pa ss"wörd' },
  teamId: 'north',
  teamName: 'Northgate service désk',
  secrets: [toText(randomBytes(32))],
  ...changes,
});

const someText = (maxLength: number) => fc.string({ minLength: 1, maxLength });
const credentials: fc.Arbitrary<Credentials> = fc.oneof(
  fc.record({ kind: fc.constant('password' as const), user: someText(200), password: someText(500) }),
  fc.record({ kind: fc.constant('token' as const), token: someText(2_000) }),
  fc.record({ kind: fc.constant('creds' as const), creds: someText(5_000) }),
);

describe('an invite', () => {
  test('brings everything over, whatever the credentials look like', async () => {
    await fc.assert(
      fc.asyncProperty(credentials, async (given) => {
        const told = access({ credentials: given });
        expect(await readInvite(await writeInvite(told))).toEqual({ ok: true, access: told });
      }),
    );
  });

  test('survives what mail programs and chats do to a long line', async () => {
    const told = access();
    const code = await writeInvite(told);
    const broken = `  ${code.replace(/.{40}/g, '$& \r\n')}\u200b\n`;
    expect(await readInvite(broken)).toEqual({ ok: true, access: told });
  });

  test('cut anywhere, or with one letter changed, is refused', async () => {
    const code = await writeInvite(access());
    for (let length = 0; length < code.length; length += 7) {
      expect((await readInvite(code.slice(0, length))).ok, `cut at ${length}`).toBe(false);
    }
    for (let at = code.indexOf('.') + 1; at < code.length; at += 5) {
      const letter = code[at] === 'A' ? 'B' : 'A';
      const changed = code.slice(0, at) + letter + code.slice(at + 1);
      expect(await readInvite(changed), `letter ${at}`).toEqual({ ok: false, problem: 'damaged' });
    }
  });

  test('of a newer version is told apart from a damaged one, and other text from both', async () => {
    const code = await writeInvite(access());
    expect(await readInvite(code.replace('team-1.', 'team-2.'))).toEqual({ ok: false, problem: 'newer' });
    expect(await readInvite('wss://lists.example.com')).toEqual({ ok: false, problem: 'not-an-invite' });
    expect(await readInvite('ringback-team-1.')).toEqual({ ok: false, problem: 'damaged' });
    expect(await readInvite('A'.repeat(50_000))).toEqual({ ok: false, problem: 'not-an-invite' });
  });

  test('well made around something that is no team is refused', async () => {
    const cases = [
      { ...access(), server: 'ws://lists.example.com' },
      { ...access(), server: 'wss://me:secret@lists.example.com' },
      { ...access(), server: 'https://lists.example.com' },
      { ...access(), teamId: 'north.>' },
      { ...access(), teamId: '' },
      { ...access(), teamName: '\u202e\u200b' },
      { ...access(), secrets: [] },
      { ...access(), secrets: ['short'] },
      { ...access(), extra: 'field' },
      { ...access(), credentials: { kind: 'password', user: 'chris' } },
      null,
      [],
      'text',
    ];
    for (const told of cases) {
      const bytes = utf8(JSON.stringify(told));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 6);
      const code = `ringback-team-1.${toText(new Uint8Array([...bytes, ...digest]))}`;
      expect(await readInvite(code), JSON.stringify(told)).toEqual({ ok: false, problem: 'damaged' });
    }
  });

  test('any text at all is answered, never with an error', async () => {
    const hostile = fc.oneof(
      fc.string(),
      fc
        .array(fc.nat(0xffff))
        .map((codes) => String.fromCharCode(...codes))
        .map((body) => `ringback-team-1.${body}`),
      fc.uint8Array().map((bytes) => `ringback-team-1.${toText(bytes)}`),
      fc.string().map((number) => `ringback-team-${number}.AAAA`),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect((await readInvite(text)).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
