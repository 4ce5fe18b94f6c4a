import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { editCallback } from '../../lib/domain/compose.ts';
import type { TeamAccess } from '../../lib/team/config.ts';
import { connectTeam } from '../../lib/team/connect.ts';
import { createTeam } from '../../lib/team/create-team.ts';
import { sealedWith } from '../../lib/team/crypto/envelope.ts';
import { changeKey } from '../../lib/team/rotate.ts';
import { changeRules } from '../../lib/team/rules.ts';
import { keyOf } from '../../lib/team/types.ts';
import { anOperator } from '../support/nats/operator.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { alike } from '../support/team/agents.ts';
import { aMember, type WorkingMember } from '../support/team/member.ts';
import { aCallback, phone } from '../support/unit/entries.ts';
import { until } from '../support/wait.ts';

// What becomes of what a team has stored: members at work as the background has them, on a real server.
let server: NatsServer;
const passphrase = 'we call back in time';
const day = 24 * 3_600_000;

beforeAll(async () => {
  server = await startNats();
});
afterAll(() => server?.stop());

/** A team of this test alone, with two members in step. */
async function twoInStep(teamId: string) {
  const team = { server: server.wsUrl, credentials: { kind: 'none' }, teamName: 'Northgate' } as const;
  const access: TeamAccess = await createTeam({ ...team, teamId, passphrase });
  const [ana, ben] = await Promise.all([aMember(access, 'Anastasia'), aMember(access, 'Benedict')]);
  onTestFinished(async () => {
    await Promise.all([ana.end(), ben.end()]);
    expect([...ana.trouble, ...ben.trouble]).toEqual([]);
  });
  await Promise.all([ana.backOnline(), ben.backOnline()]);
  return { access, ana, ben };
}

/** Everything the server still has of an entry, by whichever revision it had: what is there, byte by byte. */
async function leftOf({ connection }: WorkingMember, id: string, revisions: readonly number[]) {
  const { nc, bucket } = connection();
  const jsm = await jetstreamManager(nc);
  const stream = `KV_${bucket}`;
  const stored = await Promise.all(
    revisions.map((seq) => jsm.streams.getMessage(stream, { seq }).catch(() => null)),
  );
  const last = await jsm.streams.getMessage(stream, { last_by_subj: `$KV.${bucket}.${keyOf(id)}` });
  const { state } = await jsm.streams.info(stream, { subjects_filter: `$KV.${bucket}.${keyOf(id)}` });
  return { older: stored.filter((one) => one !== null), last, count: state.subjects };
}

test('who is forgotten is purged from the server, every revision of theirs, and from all lists', async () => {
  const { ana, ben } = await twoInStep('forget');
  const entry = aCallback({ id: newId(), callerName: 'Dana Lee' });
  await ana.add(entry);
  await ana.inStep();
  const revisions: number[] = [];
  for (const notes of ['first', 'second', 'third']) {
    revisions.push((await ana.connection().kv.get(keyOf(entry.id)))?.revision ?? 0);
    await ana.change(entry.id, (one, act) => editCallback(one, { notes }, act));
    await ana.inStep();
  }
  await until('Ben has them', async () => (await ben.get(entry.id))?.notes === 'third');
  const query = { name: 'Dana Lee', phones: [] };
  const traces = await ana.repositories.privacy.traces(query);
  await ana.repositories.privacy.forget(traces, query, Date.now());
  await ana.sync.wake();
  await until('Ben has forgotten them', async () => (await ben.get(entry.id)) === null);
  const left = await leftOf(ana, entry.id, revisions);
  expect(revisions).toHaveLength(new Set(revisions).size);
  expect(left.older).toEqual([]);
  expect(left.last?.header.get('KV-Operation')).toBe('PURGE');
  expect(left.last?.data).toHaveLength(0);
  expect(left.count).toEqual({ [`$KV.ringback_forget.${keyOf(entry.id)}`]: 1 });
});

test('closed entries leave the server and all lists once the team’s time is over, open ones stay', async () => {
  const { ana, ben } = await twoInStep('retention');
  const closed = (days: number) =>
    aCallback({ id: newId(), status: 'completed', closedAt: Date.now() - days * day });
  const [old, young, open] = [closed(31), closed(29), aCallback({ id: newId() })];
  for (const entry of [old, young, open]) await ana.add(entry);
  expect((await alike([ana, ben])).map(({ id }) => id)).toHaveLength(3);
  await changeRules(ana.connection(), { retentionDays: 30 });
  // With the next connection of anybody.
  await ben.sync.stop();
  await ben.sync.wake();
  await until('it to be gone with Ana', async () => (await ana.get(old.id)) === null);
  expect((await alike([ana, ben])).map(({ id }) => id).sort()).toEqual([young.id, open.id].sort());
  const left = await ana.connection().kv.get(keyOf(old.id));
  expect([left?.operation, left?.value.length]).toEqual(['DEL', 0]);
});

test('the key is changed while two work: nothing is lost, and all of it is sealed anew', async () => {
  const { access, ana, ben } = await twoInStep('rotation');
  const entries = Array.from({ length: 40 }, (_, place) =>
    aCallback({ id: newId(), callerName: `Caller ${place}` }),
  );
  await ana.repositories.callbacks.add(entries);
  await ana.sync.wake();
  await alike([ana, ben]);
  const lead = await connectTeam(ana.config());
  onTestFinished(() => lead.nc.close());
  let over = false;
  // Both go on writing, by turns, while the lead changes the key and a while longer.
  const writing = (async () => {
    for (let count = 0; !over || count < 120; count++) {
      const member = count % 2 ? ana : ben;
      const { id } = entries[count % entries.length] ?? { id: '' };
      await member.change(id, (one, act) => editCallback(one, { notes: `${one.notes}${count};` }, act));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  const change = { passphrase: 'and nobody else reads it', leaving: [], onProgress: () => {} };
  const [newest] = await changeKey(lead, ana.config(), change);
  over = true;
  await writing;
  await until('both to have the new key', () =>
    [ana, ben].every(({ config }) => config().secrets[0] === newest && newest !== access.secrets[0]),
  );
  const list = await alike([ana, ben]);
  expect(list).toHaveLength(entries.length);
  const noted = list.flatMap(({ notes }) => notes.split(';').filter((text) => text !== '')).map(Number);
  expect(noted.sort((a, b) => a - b)).toEqual(noted.map((_, place) => place));
  expect(noted.length).toBeGreaterThanOrEqual(120);
  const { kv, crypto } = ana.connection();
  expect(ben.connection().crypto.keyId).toBe(crypto.keyId);
  for (const { id } of entries) {
    const value = (await kv.get(keyOf(id)))?.value ?? new Uint8Array();
    expect(sealedWith(value)).toBe(crypto.keyId);
  }
});

test('what the server keeps on its disk and writes into its log tells no name, number, reason or key', async () => {
  const { access, ana, ben } = await twoInStep('secrets');
  const entry = aCallback({
    id: newId(),
    callerName: 'Zacharias Quillfeather',
    phone: phone('+14155550187'),
    reason: 'Xylophone out of tune',
    notes: 'Gate code 4711',
    reference: 'ACME-90210',
    owner: ben.me,
  });
  await ana.add(entry);
  await alike([ana, ben]);
  // What is refused is kept for the team, sealed as well.
  const { nc, crypto } = ana.connection();
  await nc.request('ringback.secrets.requests', '{"name":"Wilhelmina Xerxes","kind":"urgent"}');
  await until('it is refused', async () => {
    const keys: string[] = [];
    for await (const key of await ana.connection().kv.keys('meta.refused.*')) keys.push(key);
    return keys.length > 0;
  });
  await ana.leaveNetwork();
  await ben.leaveNetwork();
  // Held still while it is looked through: it tidies its files up.
  server.freeze();
  const files = await readdir(server.store, { recursive: true, withFileTypes: true });
  // A request in the clear is, until the server tidies up the file it stood in after it was taken.
  const ours = files.filter((one) => one.isFile() && !one.parentPath.includes('secrets_requests'));
  const contents = await Promise.all(ours.map((one) => readFile(join(one.parentPath, one.name))));
  server.thaw();
  const all = Buffer.concat([...contents, Buffer.from(server.log())]);
  const has = (text: string) =>
    (['utf8', 'utf16le', 'base64', 'base64url', 'hex'] as const).some((encoding) => {
      const bytes = Buffer.from(text);
      return all.includes(encoding === 'utf16le' ? Buffer.from(text, 'utf16le') : bytes.toString(encoding));
    });
  // The search finds what is there.
  expect([entry.id, 'ringback_secrets', crypto.keyId].map(has)).toEqual([true, true, true]);
  const secret = [
    ...['Zacharias', 'Quillfeather', '4155550187', 'Xylophone', 'Gate code', 'ACME-90210'],
    ...['Anastasia', 'Benedict', 'Northgate', passphrase, 'Wilhelmina', ...access.secrets],
  ];
  expect(secret.filter(has)).toEqual([]);
});

test('a .creds file that was revoked stops working at once, and cannot be used again', async () => {
  const operator = anOperator();
  const guarded = await startNats({ conf: operator.conf });
  onTestFinished(() => guarded.stop());
  const all = { publish: ['>'], subscribe: ['>'] };
  const creds = (name: string) => ({ kind: 'creds', creds: operator.creds(name, all) }) as const;
  const team = { server: guarded.wsUrl, teamId: 'acme', teamName: 'Northgate' };
  const access = await createTeam({ ...team, credentials: creds('lead'), passphrase });
  const [ana, ben] = await Promise.all([
    aMember(access, 'Ana', creds('ana')),
    aMember(access, 'Ben', creds('ben')),
  ]);
  onTestFinished(async () => void (await Promise.all([ana.end(), ben.end()])));
  await Promise.all([ana.backOnline(), ben.backOnline()]);
  const connection = ben.connection();
  const began = performance.now();
  await guarded.reload(operator.revoking('ben'));
  await until('Ben to be out', () => connection.nc.isClosed() || ben.sync.status().state !== 'in step');
  console.log(`a revoked .creds file: out after ${Math.round(performance.now() - began)} ms`);
  const entry = aCallback({ id: newId() });
  await ana.add(entry);
  await ana.inStep();
  // As the next look of the background does.
  await ben.sync.stop();
  await ben.sync.wake();
  expect(ben.sync.status()).toMatchObject({
    state: 'refused',
    problem: expect.stringMatching(/^credentials: /),
  });
  expect(await ben.get(entry.id)).toBeNull();
});
