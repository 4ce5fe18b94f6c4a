import { Kvm } from '@nats-io/kv';
import { wsconnect } from '@nats-io/nats-core';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { WatchedUpTo } from '../../lib/db/team-repository.ts';
import { finishAttempt } from '../../lib/domain/attempts.ts';
import type { Callback } from '../../lib/domain/callback.ts';
import { editCallback } from '../../lib/domain/compose.ts';
import { findDoubles, mergeDouble } from '../../lib/domain/doubles.ts';
import { rePromise } from '../../lib/domain/re-promise.ts';
import { randomBytes } from '../../lib/team/crypto/bytes.ts';
import { createTeamCrypto } from '../../lib/team/crypto/envelope.ts';
import { keyOf } from '../../lib/team/types.ts';
import { encodeValue, maxValueBytes } from '../../lib/team/value.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { type Agent, alike, anAgent, aTeam, type Team } from '../support/team/agents.ts';
import { aCallback, phone, promise, wednesday } from '../support/unit/entries.ts';
import { until } from '../support/wait.ts';

// The engine as the background runs it, two databases and a real server between them.
let server: NatsServer;
let team: Team;
let ana: Agent;
let ben: Agent;

beforeAll(async () => {
  server = await startNats();
  team = await aTeam([server.wsUrl]);
  [ana, ben] = await Promise.all([anAgent(team, 'Ana'), anAgent(team, 'Ben')]);
  await Promise.all([ana.backOnline(), ben.backOnline()]);
});
afterAll(async () => {
  await Promise.all([ana.end(), ben.end()]);
  await server.stop();
});

const fresh = () => aCallback({ id: newId() });
/** An entry both have. */
async function shared() {
  const entry = fresh();
  await ana.add(entry);
  await until('Ben has it', () => ben.get(entry.id));
  await ana.inStep();
  return entry;
}
const apart = () => Promise.all([ana.leaveNetwork(), ben.leaveNetwork()]);

test('an entry made by one is with the other, and saved is said only once the server has it', async () => {
  const entry = fresh();
  await ana.leaveNetwork();
  await ana.add(entry);
  expect(await ana.repositories.team.waiting()).toEqual([entry.id]);
  await ana.backOnline();
  const began = performance.now();
  expect(await until('Ben has it', () => ben.get(entry.id))).toEqual(entry);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(await ana.repositories.team.waiting()).toEqual([]);
});

test('what two did apart is all there when they meet', async () => {
  const { id } = await shared();
  await apart();
  await ana.change(id, (one, act) => finishAttempt(one, null, { outcome: 'no answer' }, act));
  await ana.change(id, (one, act) => editCallback(one, { reference: 'T-1' }, act));
  await ben.change(id, (one, act) => finishAttempt(one, null, { outcome: 'left message' }, act));
  await ben.change(id, (one, act) => rePromise(one, promise(wednesday), act));
  await ana.backOnline();
  await ben.backOnline();
  const entry = (await alike([ana, ben])).find((one) => one.id === id);
  expect(entry).toMatchObject({ reference: 'T-1', promise: { from: wednesday } });
  expect(entry?.attempts.map(({ outcome }) => outcome)).toEqual(['no answer', 'left message']);
});

test('two who took one caller down apart are both offered the pair when they meet, and may both make them one', async () => {
  const [one, other] = [fresh(), fresh()].map((entry) => ({ ...entry, phone: phone('+14155550177') })) as [
    Callback,
    Callback,
  ];
  await apart();
  await ana.add({ ...one, notes: 'gate code 12' });
  await ben.add({ ...other, reason: 'Wants an invoice', notes: 'ask for Kim' });
  await Promise.all([ana, ben].map((agent) => agent.backOnline()));
  const doubles = async (agent: Agent) =>
    findDoubles(await agent.repositories.callbacks.open()).filter(({ kept }) => kept.id === one.id);
  await alike([ana, ben]);
  for (const agent of [ana, ben]) expect(await doubles(agent)).toMatchObject([{ other: { id: other.id } }]);
  await apart();
  for (const agent of [ana, ben]) {
    const { callbacks } = agent.repositories;
    const removed = (await agent.get(other.id)) as Callback;
    await callbacks.together(async () => {
      await callbacks.update(one.id, (stored) => mergeDouble(stored, removed, agent.act()));
      await callbacks.remove(other.id);
    });
  }
  await Promise.all([ana, ben].map((agent) => agent.backOnline()));
  const list = await alike([ana, ben]);
  expect(list.map(({ id }) => id)).not.toContain(other.id);
  expect(list.find(({ id }) => id === one.id)).toMatchObject({
    reason: 'Asks when the engineer comes\nWants an invoice',
    notes: 'gate code 12\nask for Kim',
  });
});

test('what two typed into one entry at the same time goes field by field, and what both wrote on is all there', async () => {
  const { id, notes } = await shared();
  await apart();
  await ana.change(id, (one, act) =>
    editCallback(one, { reason: 'Boiler leaks', notes: `${notes}gate 12` }, act),
  );
  await ben.change(id, (one, act) =>
    editCallback(one, { reference: 'T-7', notes: `${notes}ask for Kim`, objective: 'A date' }, act),
  );
  // Meanwhile both write in one field: the one who is accepted later stands, and the history has the other.
  await ana.change(id, (one, act) => editCallback(one, { callerName: 'Dana' }, act));
  await ben.change(id, (one, act) => editCallback(one, { callerName: 'Dana Lee' }, act));
  await ana.backOnline();
  await ben.backOnline();
  const entry = (await alike([ana, ben])).find((one) => one.id === id);
  expect(entry).toMatchObject({
    reason: 'Boiler leaks',
    reference: 'T-7',
    objective: 'A date',
    callerName: 'Dana Lee',
    notes: 'gate 12\nask for Kim',
  });
  expect(JSON.stringify(entry?.history)).toContain('Dana');
});

test('of two who take the same callback one has it, and the other is told who', async () => {
  const { id } = await shared();
  await apart();
  for (const agent of [ana, ben])
    await agent.change(id, (one, act) => editCallback(one, { owner: agent.me }, act));
  await ben.backOnline();
  await ana.backOnline();
  await alike([ana, ben]);
  expect(await ana.get(id)).toMatchObject({ owner: ben.me });
  expect(ana.lost).toContainEqual({ id, to: ben.me });
  expect(ben.lost).toEqual([]);
});

describe('after a week away', () => {
  test('what was deleted meanwhile does not come back, and what was made is handed in', async () => {
    const gone = await shared();
    const [here, there] = [fresh(), fresh()];
    await ana.leaveNetwork();
    await ana.change(gone.id, (one, act) => editCallback(one, { notes: 'from afar' }, act));
    await ana.add(here);
    await ben.remove(gone.id);
    await ben.add(there);
    await ben.inStep();
    await ana.backOnline();
    const ids = (await alike([ana, ben])).map(({ id }) => id);
    expect(ids).not.toContain(gone.id);
    expect(ids).toEqual(expect.arrayContaining([here.id, there.id]));
  });

  test('nor does what left no marker either', async () => {
    const gone = await shared();
    await ana.leaveNetwork();
    const { kv } = ben.connection();
    await ben.remove(gone.id);
    await ben.inStep();
    await kv.purge(keyOf(gone.id));
    const nc = await wsconnect({ servers: server.wsUrl });
    onTestFinished(() => nc.close());
    await (
      (await new Kvm(nc).open(team.bucket)) as unknown as {
        purgeDeletes(olderMillis: number): Promise<unknown>;
      }
    ).purgeDeletes(0);
    await ana.change(gone.id, (one, act) => editCallback(one, { notes: 'from afar' }, act));
    const state = await ana.repositories.team.state();
    const watched = state?.watched as WatchedUpTo;
    await ana.repositories.team.rewrite([], () => null, { watched: { ...watched, at: 0 } });
    await ana.backOnline();
    expect((await alike([ana, ben])).map(({ id }) => id)).not.toContain(gone.id);
  });

  test('an undone deletion is undone for everybody', async () => {
    const { id } = await shared();
    const removed = await ana.repositories.callbacks.remove(id);
    await ana.sync.wake();
    await until('Ben sees it go', async () => (await ben.get(id)) === null);
    if (removed) await ana.repositories.callbacks.bringBack(removed);
    await ana.sync.wake();
    await until('Ben has it again', () => ben.get(id));
    await alike([ana, ben]);
  });
});

describe('what a hostile peer writes', () => {
  const seal = (text: string, id: string) =>
    team.crypto.seal(new TextEncoder().encode(text), `${team.bucket} ${keyOf(id)}`);

  test.each<[string, (id: string) => Promise<Uint8Array> | Uint8Array, string]>([
    ['bytes that are nothing', () => new Uint8Array(200).fill(7), 'malformed'],
    ['nothing', () => new Uint8Array(), 'malformed'],
    ['JSON of another shape', (id) => seal('{"format":1,"n":99,"callback":[]}', id), 'malformed'],
    [
      'an entry of another key',
      (id) => seal(JSON.stringify({ format: 1, n: 99, applied: {}, callback: fresh() }), id),
      'malformed',
    ],
    ['a value sealed for another key', (id) => seal('{}', newId() === id ? '' : newId()), 'malformed'],
    ['a value longer than may be', () => new Uint8Array(maxValueBytes), 'malformed'],
  ])('%s is counted, and written over by what was there', async (_, bytes, why) => {
    const entry = await shared();
    const before = ben.sync.status().ignored[why as 'malformed'] ?? 0;
    await ana.connection().kv.put(keyOf(entry.id), await bytes(entry.id));
    await until('it is counted', () => (ben.sync.status().ignored[why as 'malformed'] ?? 0) > before);
    await ana.change(entry.id, (one, act) => editCallback(one, { notes: 'goes on' }, act));
    await until('Ben goes on', async () => (await ben.get(entry.id))?.notes === 'goes on');
    await alike([ana, ben]);
  });

  test('a value of a key nobody here has, or of a format to come, is counted and not written over', async () => {
    const stranger = await createTeamCrypto([randomBytes(32)]);
    const later = JSON.stringify({ format: 2, n: 9, applied: {}, callback: {} });
    const cases = [
      [
        'foreign key',
        (id: string) => stranger.seal(new TextEncoder().encode('{}'), `${team.bucket} ${keyOf(id)}`),
      ],
      ['newer', (id: string) => seal(later, id)],
    ] as const;
    for (const [why, bytes] of cases) {
      const entry = await shared();
      const before = ben.sync.status().ignored[why] ?? 0;
      const { kv } = ana.connection();
      const put = await bytes(entry.id);
      const revision = await kv.put(keyOf(entry.id), put);
      await until(`${why} is counted`, () => (ben.sync.status().ignored[why] ?? 0) > before);
      // What Ben writes meanwhile stays with him, and what stands there is left alone.
      await ben.change(entry.id, (one, act) => editCallback(one, { notes: 'waits' }, act));
      await ben.sync.wake();
      expect((await kv.get(keyOf(entry.id)))?.revision).toBe(revision);
      expect(await ben.get(entry.id)).toMatchObject({ notes: 'waits', callerName: entry.callerName });
      expect(await ben.repositories.team.waiting()).toContain(entry.id);
      // Goes on with others all the same.
      const other = await shared();
      expect(await ben.get(other.id)).toEqual(other);
      // Whoever can, puts it right; then what waited is handed in.
      const value = encodeValue({ n: 50, applied: {}, callback: entry, extra: '' });
      await kv.put(keyOf(entry.id), await team.crypto.seal(value, `${team.bucket} ${keyOf(entry.id)}`));
      await until('it is handed in', async () => (await ana.get(entry.id))?.notes === 'waits');
    }
    await alike([ana, ben]);
  });

  test('a value longer than the engine takes is counted where the bucket let it in', async () => {
    const wide = await aTeam([server.wsUrl], 'wide', 1_024 * 1_024);
    const cleo = await anAgent(wide, 'Cleo');
    onTestFinished(() => cleo.end());
    await cleo.backOnline();
    const entry = fresh();
    await cleo.add(entry);
    await cleo.inStep();
    await cleo.connection().kv.put(keyOf(entry.id), new Uint8Array(maxValueBytes + 1));
    await until('it is counted', () => cleo.sync.status().ignored.oversize === 1);
    expect(await cleo.get(entry.id)).toEqual(entry);
    await cleo.change(entry.id, (one, act) => editCallback(one, { notes: 'goes on' }, act));
    await cleo.inStep();
    const late = await anAgent(wide, 'Late');
    onTestFinished(() => late.end());
    await late.backOnline();
    expect(await late.get(entry.id)).toMatchObject({ notes: 'goes on' });
  });

  test('an old value put back again is known for one, and healed', async () => {
    const entry = await shared();
    const { kv } = ana.connection();
    const old = (await kv.get(keyOf(entry.id)))?.value as Uint8Array;
    await ana.change(entry.id, (one, act) => editCallback(one, { notes: 'newer' }, act));
    await until('Ben has the newer', async () => (await ben.get(entry.id))?.notes === 'newer');
    await kv.put(keyOf(entry.id), old);
    await until('it is counted', () => ben.sync.status().ignored.replayed);
    await alike([ana, ben]);
    expect(await ben.get(entry.id)).toMatchObject({ notes: 'newer' });
    const late = await anAgent(team, 'Late');
    onTestFinished(() => late.end());
    await late.backOnline();
    expect(await late.get(entry.id)).toMatchObject({ notes: 'newer' });
  });
});

test('what a newer client knows and we do not goes back as it came', async () => {
  const entry = await shared();
  const { kv } = ana.connection();
  const context = `${team.bucket} ${keyOf(entry.id)}`;
  const attempt = {
    id: newId(),
    at: 5,
    by: null,
    outcome: 'no answer',
    number: null,
    note: '',
    loggedAt: null,
  };
  const newer = {
    format: 1,
    n: 5,
    applied: { newer: 4 },
    weather: 'fair',
    callback: { ...entry, mood: { calm: true }, attempts: [{ ...attempt, mood: 'short' }] },
  };
  const bytes = new TextEncoder().encode(JSON.stringify(newer));
  await kv.put(keyOf(entry.id), await team.crypto.seal(bytes, context));
  await until('Ben has it', async () => (await ben.get(entry.id))?.attempts.length === 1);
  await ben.change(entry.id, (one, act) => editCallback(one, { notes: 'older client' }, act));
  await ben.inStep();
  const stored = await team.crypto.open((await kv.get(keyOf(entry.id)))?.value as Uint8Array, context);
  const value = JSON.parse(new TextDecoder().decode(stored.ok ? stored.plain : new Uint8Array()));
  expect(value).toMatchObject({
    n: 6,
    weather: 'fair',
    callback: { mood: { calm: true }, notes: 'older client', attempts: [{ mood: 'short' }] },
  });
});

test('a bucket made anew is not taken for one in which everything was deleted', async () => {
  const one = await startNats();
  onTestFinished(() => one.stop());
  const there = await aTeam([one.wsUrl]);
  const cleo = await anAgent(there, 'Cleo');
  onTestFinished(() => cleo.end());
  await cleo.backOnline();
  await cleo.add(fresh());
  await cleo.inStep();
  await cleo.leaveNetwork();
  const nc = await wsconnect({ servers: one.wsUrl });
  await (await new Kvm(nc).open(there.bucket)).destroy();
  await nc.close();
  await aTeam([one.wsUrl]);
  cleo.backInReach();
  await cleo.sync.wake();
  expect(cleo.sync.status()).toMatchObject({ state: 'refused' });
  expect(await cleo.all()).toHaveLength(1);
});
