import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { TeamAccess, TeamConfig } from '../../lib/team/config.ts';
import { connectTeam } from '../../lib/team/connect.ts';
import { createTeam } from '../../lib/team/create-team.ts';
import { fromUtf8, randomBytes, toText, utf8 } from '../../lib/team/crypto/bytes.ts';
import { sealedWith } from '../../lib/team/crypto/envelope.ts';
import { allRecords, introduce, ownRecord } from '../../lib/team/members.ts';
import { changeKey } from '../../lib/team/rotate.ts';
import { keyOf, type TeamConnection } from '../../lib/team/types.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';

let server: NatsServer;
let access: TeamAccess;
beforeAll(async () => {
  server = await startNats();
  access = await createTeam({
    server: server.wsUrl,
    credentials: { kind: 'none' },
    teamId: 'acme',
    teamName: 'Acme',
    passphrase: 'we call back in time',
  });
});
afterAll(() => server?.stop());

const configOf = (name: string): TeamConfig => ({
  ...access,
  member: { id: crypto.randomUUID(), name, seed: toText(randomBytes(32)) },
  joinedAt: 1,
});

async function connected(config: TeamConfig, onNewSecret?: (secret: string) => Promise<void>) {
  const connection = await connectTeam(config, onNewSecret);
  onTestFinished(() => connection.nc.close());
  return connection;
}

const placed = (id: string) => `ringback_acme ${keyOf(id)}`;

async function textOf({ kv, crypto: keys }: TeamConnection, id: string): Promise<string | null> {
  const entry = await kv.get(keyOf(id));
  const opened = entry ? await keys.open(entry.value, placed(id)) : null;
  return opened?.ok ? fromUtf8(opened.plain) : null;
}

test('a changed key reaches who stays by itself, keeps out who leaves, and reads all there was', async () => {
  const [lead, chris, robin] = [configOf('Lead'), configOf('Chris'), configOf('Robin')];
  const first = await connected(lead);
  for (const config of [lead, chris, robin]) await introduce(first, await ownRecord(config));
  expect((await allRecords(first)).map(({ name, left }) => [name, left])).toEqual([
    ['Chris', false],
    ['Lead', false],
    ['Robin', false],
  ]);
  const ids = Array.from({ length: 30 }, () => crypto.randomUUID());
  for (const id of ids) {
    const value = utf8(JSON.stringify({ format: 1, n: 1, applied: {}, callback: { id }, newer: 'field' }));
    await first.kv.put(keyOf(id), await first.crypto.seal(value, placed(id)));
  }
  await first.kv.delete(keyOf(ids[0] ?? ''));
  const robins = await connected(robin);

  const progress: number[] = [];
  const secrets = await changeKey(first, lead, {
    passphrase: 'and nobody else reads it',
    leaving: [robin.member.id],
    onProgress: (done) => progress.push(done),
  });
  expect(secrets).not.toEqual(lead.secrets);
  expect(progress.at(-1)).toBe(progress.length);

  // Who stays is given the new key with the next connection, and is to keep it.
  const kept: string[] = [];
  const again = await connected(chris, async (secret) => void kept.push(secret));
  expect(kept).toEqual(secrets);
  const afterwards = await connected({ ...chris, secrets: kept });
  for (const connection of [again, afterwards]) {
    expect(connection.crypto.keyId).not.toBe(first.crypto.keyId);
    expect(JSON.parse((await textOf(connection, ids[5] ?? '')) ?? '')).toEqual({
      format: 1,
      n: 2,
      applied: {},
      callback: { id: ids[5] },
      newer: 'field',
    });
    expect((await connection.kv.get(keyOf(ids[0] ?? '')))?.operation).toBe('DEL');
  }
  expect((await allRecords(afterwards)).filter(({ left }) => left).map(({ name }) => name)).toEqual([
    'Robin',
  ]);

  // Who left still gets in with the old credentials here, and can read nothing any more.
  expect(await textOf(robins, ids[5] ?? '')).toBeNull();
  await expect(connectTeam(robin)).rejects.toMatchObject({ problem: 'wrong-key' });
  const sealed = await afterwards.kv.get(keyOf(ids[7] ?? ''));
  expect(sealedWith(sealed?.value ?? new Uint8Array())).toBe(afterwards.crypto.keyId);

  // A new invite holds the new secret alone.
  const joined = await connected({ ...configOf('New'), secrets });
  expect(await textOf(joined, ids[9] ?? '')).toContain(ids[9]);
});

test('of two who change the key at once one wins, and the other is told', async () => {
  const team = {
    server: server.wsUrl,
    credentials: { kind: 'none' },
    teamId: 'both',
    teamName: 'Both',
  } as const;
  access = await createTeam({ ...team, passphrase: 'we call back in time' });
  const configs = [configOf('Lead'), configOf('Chris')];
  const connections = await Promise.all(configs.map((config) => connected(config)));
  const changes = await Promise.allSettled(
    connections.map((connection, place) => {
      const how = { passphrase: `the passphrase of ${place}`, leaving: [], onProgress: () => {} };
      return changeKey(connection, configs[place] as TeamConfig, how);
    }),
  );
  expect(changes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = changes.find((one) => one.status === 'rejected');
  expect(lost?.reason).toMatchObject({ problem: 'wrong-key' });
});
