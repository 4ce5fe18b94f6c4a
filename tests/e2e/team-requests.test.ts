import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jetstreamManager } from '@nats-io/jetstream';
import { usernamePasswordAuthenticator, wsconnect } from '@nats-io/nats-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Callback } from '../../lib/domain/callback.ts';
import { accompany, type CompanionDeps } from '../../lib/team/companion.ts';
import type { TeamAccess, TeamConfig } from '../../lib/team/config.ts';
import { connectTeam } from '../../lib/team/connect.ts';
import { createTeam } from '../../lib/team/create-team.ts';
import { fromText, randomBytes, toText, utf8 } from '../../lib/team/crypto/bytes.ts';
import { createTeamCrypto } from '../../lib/team/crypto/envelope.ts';
import { sealTo } from '../../lib/team/crypto/hpke.ts';
import type { KnownMember } from '../../lib/team/members-file.ts';
import { refusedRequests } from '../../lib/team/requests/refused.ts';
import { requestPurpose } from '../../lib/team/requests/request.ts';
import { changeKey } from '../../lib/team/rotate.ts';
import { changeRules, readRules, rulesKey, type TeamRules } from '../../lib/team/rules.ts';
import { keysUnder } from '../../lib/team/sealed-json.ts';
import { placeOf, readTeamRecord } from '../../lib/team/team-record.ts';
import type { TeamConnection } from '../../lib/team/types.ts';
import { decodeValue } from '../../lib/team/value.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { root } from '../support/paths.ts';
import { dayRules } from '../support/unit/entries.ts';
import { until } from '../support/wait.ts';

const teamConf = readFileSync(join(root, 'lib', 'team', 'server', 'team.conf'), 'utf8');
const subject = 'ringback.acme.requests';
let server: NatsServer;
let access: TeamAccess;

beforeAll(async () => {
  server = await startNats({ conf: teamConf });
  const credentials = { kind: 'password', user: 'lead', password: 'CHANGE-lead' } as const;
  const passphrase = 'we call back in time';
  access = await createTeam({
    server: server.wsUrl,
    credentials,
    teamId: 'acme',
    teamName: 'Acme',
    passphrase,
  });
});
afterAll(() => server?.stop());

/** What the tests before have left of the team's rules. */
const noRulesYet = ({ kv }: TeamConnection) => kv.delete(rulesKey);

/** A member at work, with what their browser would have of the list. */
async function atWork(
  name: 'chris' | 'alex',
  changes: Partial<CompanionDeps> = {},
  prepare: (connection: TeamConnection) => void = () => {},
) {
  const config: TeamConfig = {
    ...access,
    credentials: { kind: 'password', user: name, password: `CHANGE-${name}` },
    member: { id: crypto.randomUUID(), name, seed: toText(randomBytes(32)) },
    joinedAt: 1,
  };
  const connection = await connectTeam(config);
  prepare(connection);
  const seen = {
    members: [] as readonly KnownMember[],
    rules: null as TeamRules | null,
    keyChanges: 0,
    trouble: [] as unknown[],
    dropped: 0,
    daily: () => {},
  };
  const stop = accompany(connection, {
    config: async () => config,
    saveMembers: async (members) => {
      seen.members = members;
    },
    saveRules: async (rules) => {
      seen.rules = rules;
    },
    onKeyChanged: () => {
      seen.keyChanges += 1;
    },
    dropClosedBefore: async (cutoff) => {
      seen.dropped = cutoff;
    },
    now: () => 100 * 24 * 3_600_000,
    every: (_, act) => {
      seen.daily = act;
      return () => {};
    },
    openCallbacks: () => entriesOf(connection),
    rules: async () => dayRules('UTC'),
    standInReason: () => 'Missed call',
    onTrouble: (error) => seen.trouble.push(error),
    ...changes,
  });
  const leave = async () => {
    stop();
    await connection.nc.close();
  };
  onTestFinished(async () => {
    await leave();
    expect(seen.trouble).toEqual([]);
  });
  return { config, connection, seen, leave };
}

async function entriesOf({ kv, crypto: keys, bucket }: TeamConnection): Promise<Callback[]> {
  const found = await Promise.all(
    (await keysUnder(kv, 'cb.>')).map(async (key) => {
      const entry = await kv.get(key);
      const opened = entry ? await keys.open(entry.value, `${bucket} ${key}`) : null;
      const read = opened?.ok ? decodeValue(opened.plain, key.slice(3)) : null;
      return read?.ok ? [read.value.callback] : [];
    }),
  );
  return found.flat();
}

async function phoneSystem() {
  const connection = await wsconnect({
    servers: server.wsUrl,
    inboxPrefix: '_INBOX_requests',
    authenticator: usernamePasswordAuthenticator('phone-system', 'CHANGE-phone-system'),
  });
  onTestFinished(() => connection.close());
  return { connection, ask: (told: unknown) => connection.request(subject, JSON.stringify(told)) };
}

/** How many requests the server still keeps. */
async function waitingRequests(): Promise<number> {
  const lead = await wsconnect({
    servers: server.wsUrl,
    authenticator: usernamePasswordAuthenticator('lead', 'CHANGE-lead'),
  });
  try {
    return (await (await jetstreamManager(lead)).streams.info('ringback_acme_requests')).state.messages;
  } finally {
    await lead.close();
  }
}

const numbered = (count: number) => (entries: Callback[]) =>
  entries.filter(({ phone }) => phone?.asShown.startsWith(`+1415555${count}`));

test('what waits is made an entry each by exactly one of two, also where one fails in the middle', async () => {
  const { ask } = await phoneSystem();
  // Nobody of the team is there: the server keeps them, and says so at once.
  expect(await waitingRequests()).toBe(0);
  for (let place = 0; place < 20; place++) {
    const kept = await ask({ number: `+14155551${String(place).padStart(3, '0')}`, name: `Caller ${place}` });
    expect(kept.json()).toMatchObject({ stream: 'ringback_acme_requests' });
  }
  expect(await waitingRequests()).toBe(20);
  let writes = 0;
  const clumsy = await atWork('chris', { onTrouble: () => {} }, ({ kv }) => {
    const create = kv.create.bind(kv);
    // The entry is on the server, and whoever put it there is gone before they could say so.
    kv.create = async (...given) => {
      const revision = await create(...given);
      writes += 1;
      if (writes === 3) throw new Error('killed');
      return revision;
    };
  });
  await atWork('alex');
  const made = await until('20 entries', async () => {
    const entries = numbered(1)(await entriesOf(clumsy.connection));
    return entries.length >= 20 && entries;
  });
  expect(new Set(made.map(({ phone }) => phone?.e164)).size).toBe(20);
  expect(made).toHaveLength(20);
  expect(writes).toBeGreaterThan(2);
  await until('the server to have deleted them', async () => (await waitingRequests()) === 0);
  expect(made.every(({ owner, status }) => owner === null && status === 'needs call')).toBe(true);
});

test('the same number again counts, another name does not merge, and what is none is refused with the reason', async () => {
  const { ask } = await phoneSystem();
  const { connection } = await atWork('chris');
  await ask({ number: '+14155552001', name: 'Dana Lee', reason: 'Boiler leaks' });
  await ask({ number: '+1 415 555 2001', reason: 'Still leaks' });
  await ask({ number: '+14155552001', name: 'Kim Roe' });
  await ask({ number: '+14155552001', name: 'Lee, Dana', kind: 'urgent' });
  const refused = await until('the refused list', async () => {
    const list = await refusedRequests(connection);
    return list.length > 0 && list;
  });
  expect(refused).toMatchObject([
    { why: expect.stringContaining('kind'), start: expect.stringContaining('Lee, Dana') },
  ]);
  await until('the refused one to be deleted, too', async () => (await waitingRequests()) === 0);
  const made = numbered(2)(await entriesOf(connection)).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(made.map(({ callerName, calledAgain }) => [callerName, calledAgain])).toEqual([
    ['Dana Lee', 1],
    ['Kim Roe', 0],
  ]);
  expect(made[0]?.reason).toBe('Boiler leaks\nStill leaks');
});

test('the sample publisher is told at once that it is kept, and by when once somebody has it', async () => {
  await atWork('alex');
  const told = { number: '+14155553001', happenedAt: '2026-03-13T17:58:00Z', id: 'case 7' };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'lib', 'team', 'requests', 'sample-publisher.mjs'), JSON.stringify(told)],
    {
      env: {
        ...process.env,
        RINGBACK_SERVER: server.wsUrl,
        RINGBACK_TEAM: 'acme',
        RINGBACK_USER: 'phone-system',
        RINGBACK_PASSWORD: 'CHANGE-phone-system',
        RINGBACK_WAIT: '5',
      },
    },
  );
  expect(stdout).toMatch(/^kept .*ringback_acme_requests/);
  // Friday two minutes before the end of the day: five working minutes end on Monday.
  expect(stdout).toContain(
    'answer {"id":"case 7","merged":false,"inTheClear":true,"expectedBy":"2026-03-16T09:03:00.000Z"}',
  );
});

test('the documented nats command hands in what becomes an entry: its user, inbox, subject and body', async () => {
  // The program itself is in no package here; its flags are those of natscli's main.go and req_command.go.
  const text = readFileSync(join(root, 'lib', 'team', 'requests', 'README.md'), 'utf8').replaceAll(
    '\\\n',
    ' ',
  );
  const command =
    /^nats --server \S+ --user (\S+) --password \S+ --inbox-prefix (\S+)\s+request (\S+) '(.+)'$/m.exec(text);
  const [, user = '', inboxPrefix = '', asked = '', body = ''] = command ?? [];
  const authenticator = usernamePasswordAuthenticator(user, `CHANGE-${user}`);
  const outside = await wsconnect({ servers: server.wsUrl, authenticator, inboxPrefix });
  onTestFinished(() => outside.close());
  expect((await outside.request(asked, body)).json()).toMatchObject({ stream: 'ringback_acme_requests' });
  const { connection } = await atWork('alex');
  const number = JSON.parse(body).number;
  await until('the entry', async () =>
    (await entriesOf(connection)).some(({ phone }) => phone?.e164 === number),
  );
});

test('a request sealed to the team is read, and the server cannot', async () => {
  const { ask, connection: outside } = await phoneSystem();
  const { connection } = await atWork('chris');
  const { record } = await readTeamRecord(connection.kv);
  const replyTo = 'ringback.acme.replies.sealed-one';
  const answers = outside.subscribe(replyTo, { max: 1, timeout: 10_000 });
  const message = utf8(JSON.stringify({ number: '+14155554001', name: 'Sealed Caller', replyTo }));
  const box = await sealTo(fromText(record.requestKey), requestPurpose('acme'), message, randomBytes(32));
  await ask({ sealed: toText(box) });
  const [made] = await until('the entry', async () => {
    const entries = numbered(4)(await entriesOf(connection));
    return entries.length > 0 && entries;
  });
  expect(made?.callerName).toBe('Sealed Caller');
  for await (const answer of answers) expect(answer.json()).toMatchObject({ inTheClear: false });
});

test('who leaves in the middle of a request says nothing is wrong: it is given to the next', async () => {
  const { ask } = await phoneSystem();
  const asked = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<void>();
  const chris = await atWork('chris', {
    openCallbacks: async () => {
      asked.resolve();
      await gone.promise;
      // After what this error is taken for, which is promises alone.
      setImmediate(failed.resolve);
      return entriesOf(chris.connection);
    },
  });
  await ask({ number: '+14155555001', name: 'Dana Lee' });
  await asked.promise;
  await chris.leave();
  gone.resolve();
  await failed.promise;
  expect(chris.seen.trouble).toEqual([]);
});

test('two members who change different rules at once both have their way, also where there were none yet', async () => {
  const chris = await atWork('chris');
  const alex = await atWork('alex');
  /** As Chris has it, with Alex coming in between what is read and what is written, once. */
  const overtaken = (by: Partial<TeamRules>): TeamConnection => {
    const { kv } = chris.connection;
    let first = true;
    const get = async (key: string) => {
      const read = await kv.get(key);
      if (first) await changeRules(alex.connection, by);
      first = false;
      return read;
    };
    return { ...chris.connection, kv: Object.assign(Object.create(kv), { get }) };
  };
  await noRulesYet(chris.connection);
  await changeRules(overtaken({ retentionDays: 40 }), { figuresByOwner: true });
  expect(await readRules(alex.connection)).toEqual({ retentionDays: 40, figuresByOwner: true });
  const told = await changeRules(overtaken({ figuresByOwner: false }), { retentionDays: 50 });
  expect(told).toEqual({ retentionDays: 50, figuresByOwner: false });
  expect(await readRules(alex.connection)).toEqual(told);
});

test('rules that do not open here, or are of a newer shape, are not written over', async () => {
  const { connection } = await atWork('chris');
  const { kv, bucket, crypto: ours } = connection;
  const place = placeOf(bucket, rulesKey);
  const json = (rules: object) => utf8(JSON.stringify(rules));
  const newerKey = await createTeamCrypto([randomBytes(32)]);
  const kept = [
    [await newerKey.seal(json({ retentionDays: 30 }), place), 'wrong-key'],
    [await ours.seal(json({ retentionDays: { closed: 30 } }), place), 'newer-format'],
    [utf8('nothing of ours'), 'other'],
  ] as const;
  for (const [value, problem] of kept) {
    const revision = await kv.put(rulesKey, value);
    await expect(changeRules(connection, { figuresByOwner: true })).rejects.toMatchObject({ problem });
    expect((await kv.get(rulesKey))?.revision).toBe(revision);
  }
  // A rule only a newer version has stays with the others.
  await kv.put(rulesKey, await ours.seal(json({ retentionDays: 30, quietDays: 2 }), place));
  await changeRules(connection, { figuresByOwner: true });
  const opened = await ours.open((await kv.get(rulesKey))?.value ?? new Uint8Array(), place);
  expect(JSON.parse(opened.ok ? new TextDecoder().decode(opened.plain) : 'null')).toEqual({
    retentionDays: 30,
    quietDays: 2,
    figuresByOwner: true,
  });
});

test('a change that cannot be taken in here does not end hearing of the others', async () => {
  const trouble: unknown[] = [];
  const heard: number[] = [];
  const full = new Error('no room');
  const alex = await atWork('alex', {
    saveRules: async ({ retentionDays }) => {
      heard.push(retentionDays);
      if (retentionDays === 60) throw full;
    },
    onTrouble: (error) => trouble.push(error),
  });
  const chris = await atWork('chris');
  await changeRules(chris.connection, { retentionDays: 60 });
  await until('the trouble', () => trouble.length > 0);
  await changeRules(chris.connection, { retentionDays: 61 });
  await until('the next rule', () => heard.includes(61));
  const later = await atWork('chris');
  const known = () => alex.seen.members.some(({ id }) => id === later.config.member.id);
  await until('a new member', known);
  expect(new Set(trouble)).toEqual(new Set([full]));
});

test('members hear of each other, of a new name, of the rules and of a changed key', async () => {
  const chris = await atWork('chris');
  await noRulesYet(chris.connection);
  const alex = await atWork('alex');
  await until('both names', () => chris.seen.members.length >= 2 && alex.seen.members.length >= 2);
  const ids = chris.seen.members.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([chris.config.member.id, alex.config.member.id]));
  await changeRules(chris.connection, { retentionDays: 30 });
  await changeRules(chris.connection, { figuresByOwner: true });
  await until('the rule about figures at once', () => alex.seen.rules?.figuresByOwner === true);
  expect(alex.seen.rules?.retentionDays).toBe(30);
  const later = await atWork('alex');
  await until('the rule', () => later.seen.dropped === 70 * 24 * 3_600_000);
  // Whose connection stays hears of it the next day.
  expect(alex.seen.dropped).toBe(0);
  alex.seen.daily();
  await until('the rule a day later', () => alex.seen.dropped === 70 * 24 * 3_600_000);
  await changeKey(chris.connection, chris.config, {
    passphrase: 'another passphrase',
    leaving: [],
    onProgress: () => {},
  });
  await until('the news of the key', () => alex.seen.keyChanges > 0);
});
