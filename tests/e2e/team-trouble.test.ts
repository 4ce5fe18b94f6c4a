import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kvm } from '@nats-io/kv';
import { wsconnect } from '@nats-io/nats-core';
import { v7 as newId, v4 as randomId } from 'uuid';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openDatabaseWithPrivacy } from '../../lib/db/open-with-privacy.ts';
import { noKeys } from '../../lib/lock/keyring.ts';
import type { Credentials, TeamAccess, TeamConfig } from '../../lib/team/config.ts';
import { connectTeam } from '../../lib/team/connect.ts';
import { createTeam } from '../../lib/team/create-team.ts';
import { randomBytes, toText } from '../../lib/team/crypto/bytes.ts';
import { createTeamSync } from '../../lib/team/sync/engine.ts';
import { keyOf } from '../../lib/team/types.ts';
import { selfSigned } from '../support/nats/certificate.ts';
import { freePorts } from '../support/nats/ports.ts';
import { type NatsOptions, type NatsServer, startNats } from '../support/nats-server.ts';
import { root } from '../support/paths.ts';

import { aMember } from '../support/team/member.ts';
import { aCallback } from '../support/unit/entries.ts';
import { until } from '../support/wait.ts';

// Whatever is wrong with a server is told by its name, whoever meets it: who makes a team, who joins one, and who
// is in one already, with a background that starts or a connection that comes back. What each is called on the
// screen is in tests/e2e/team-two-browsers.test.ts.

const teamConf = readFileSync(join(root, 'lib', 'team', 'server', 'team.conf'), 'utf8');
const as = (user: string): Credentials => ({ kind: 'password', user, password: `CHANGE-${user}` });
const nobody: Credentials = { kind: 'none' };
const passphrase = 'we call back in time';

interface Place {
  server: string;
  credentials: Credentials;
  /** For a server whose team is there: its key. */
  access?: TeamAccess;
}

/** What may be wrong, where it is met, and what a ConnectError says of it. */
const troubles: [string, (servers: Servers) => Place, RegExp][] = [
  ['nobody answers', ({ none }) => ({ server: none, credentials: nobody }), /^unreachable$/],
  // Node and Chromium do not say which of the two it is; Firefox does (team-two-browsers).
  ['a certificate nobody vouches for', ({ tls }) => at(tls, nobody), /^unreachable-or-tls$/],
  [
    'bad credentials',
    ({ users }) => at(users, { ...as('chris'), password: 'x' } as Credentials),
    /^credentials: /,
  ],
  ['a missing permission', ({ users }) => at(users, as('phone-system')), /^permission: /],
  ['JetStream is off', ({ off }) => at(off, nobody), /^jetstream-off$/],
  ['a server of 2.9', ({ old }) => at(old, nobody), /^server-too-old: 2\.9\./],
  ['a bucket of a newer format', ({ newer }) => at(newer, nobody), /^newer-format: 2$/],
  ['a bucket of somebody else', ({ foreign }) => at(foreign, nobody), /^other-format$/],
];
const at = ({ wsUrl }: NatsServer, credentials: Credentials): Place => ({ server: wsUrl, credentials });

type Servers = { none: string } & Record<'tls' | 'users' | 'off' | 'old' | 'newer' | 'foreign', NatsServer>;
let servers: Servers;

/** A bucket with the team's name that another has made. */
async function aBucket({ wsUrl }: NatsServer, metadata?: Record<string, string>): Promise<void> {
  const nc = await wsconnect({ servers: wsUrl });
  await new Kvm(nc).create('ringback_acme', metadata ? { metadata } : {});
  await nc.close();
}

beforeAll(async () => {
  const [[port], tls, users, off, old, newer, foreign] = await Promise.all([
    freePorts(1),
    startNats({ tls: selfSigned() }),
    startNats({ conf: teamConf }),
    startNats({ jetStream: false }),
    startNats({ version: '2.9' }),
    startNats(),
    startNats(),
  ]);
  servers = { none: `ws://127.0.0.1:${port}`, tls, users, off, old, newer, foreign };
  await aBucket(newer, { 'ringback-format': '2' });
  await aBucket(foreign);
});
afterAll(async () => {
  const { none: _, ...started } = servers ?? {};
  await Promise.all(Object.values(started).map((server) => server.stop()));
});

const configOf = ({ server, credentials, access }: Place): TeamConfig => ({
  teamId: 'acme',
  teamName: 'Acme',
  secrets: [toText(randomBytes(32))],
  ...access,
  server,
  credentials,
  member: { id: randomId(), name: 'Chris', seed: toText(randomBytes(32)) },
  joinedAt: 1,
});

const saidBy = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing is wrong',
    ({ message }: Error) => message,
  );

/** The engine as the background runs it, in a profile that has joined. */
async function aBackground(config: TeamConfig) {
  const repositories = openDatabaseWithPrivacy(noKeys, `trouble-${randomId()}`);
  await repositories.team.join({ teamId: 'acme', clientId: randomId(), share: false });
  const sync = createTeamSync({
    repository: repositories.team,
    connect: () => connectTeam(config),
    now: Date.now,
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    onStored: () => {},
    onLost: () => {},
    onStatus: () => {},
  });
  onTestFinished(async () => {
    await sync.stop();
    repositories.close();
    await repositories.erase();
  });
  return sync;
}

test.each(troubles)(
  '%s: told to who makes a team, who joins and who comes back',
  async (_, where, problem) => {
    const place = where(servers);
    const team = { teamId: 'acme', teamName: 'Acme', passphrase };
    expect(await saidBy(createTeam({ ...team, ...place }))).toMatch(problem);
    expect(await saidBy(connectTeam(configOf(place)))).toMatch(problem);
    const sync = await aBackground(configOf(place));
    await sync.wake();
    const { state, problem: told } = sync.status();
    expect(told).toMatch(problem);
    // Waiting helps where nobody answers; the others want somebody to do something.
    expect(state).toBe(/^unreachable/.test(told) ? 'offline' : 'refused');
  },
);

/** A member in step, whose server then is another one at the same address. @returns what they are told */
async function onReturn(first: NatsOptions, then: NatsOptions, who = { lead: nobody, me: nobody }) {
  const server = await startNats(first);
  onTestFinished(() => server.stop());
  const team = { server: server.wsUrl, credentials: who.lead, teamId: 'acme', teamName: 'Acme' };
  const access = await createTeam({ ...team, passphrase });
  const sync = await aBackground(configOf({ server: server.wsUrl, credentials: who.me, access }));
  await sync.wake();
  await until('the list in step', () => sync.status().state === 'in step');
  await server.kill();
  await server.start(then);
  const refused = () =>
    until('the refusal', () => sync.status().state === 'refused' && sync.status().problem);
  return { server, sync, told: await refused() };
}

test('a connection that comes back to a server that is another one now is given up, and says why', async () => {
  const without = { conf: teamConf.replace(/.*user: "chris".*/, '') };
  const [old, off, gone, out] = await Promise.all([
    onReturn({}, { version: '2.9' }),
    onReturn({}, { jetStream: false }),
    onReturn({}, {}),
    onReturn({ conf: teamConf }, without, { lead: as('lead'), me: as('chris') }),
  ]);
  expect(old.told).toMatch(/^server-too-old: 2\.9\./);
  expect(off.told).toBe('jetstream-off');
  expect(gone.told).toBe('no-such-team');
  expect(out.told).toMatch(/^credentials: /);
  // Now there is a bucket of that name, and not the one that was joined.
  await aBucket(gone.server, { 'ringback-format': '2' });
  await gone.sync.wake();
  expect(gone.sync.status()).toMatchObject({ state: 'refused', problem: 'newer-format: 2' });
});

test('a connection that comes back to what it was goes on as it was', async () => {
  // Of three nodes: tests/soak/team-sync.
  const server = await startNats();
  onTestFinished(() => server.stop());
  const team = { server: server.wsUrl, credentials: nobody, teamId: 'acme', teamName: 'Acme', passphrase };
  const ana = await aMember(await createTeam(team), 'Ana');
  onTestFinished(() => ana.end());
  await ana.backOnline();
  const connection = ana.connection();
  await server.kill();
  const entry = aCallback({ id: newId() });
  await ana.add(entry);
  await server.start();
  await ana.inStep();
  expect(ana.connection()).toBe(connection);
  expect(connection.nc.isClosed()).toBe(false);
  expect((await connection.kv.get(keyOf(entry.id)))?.operation).toBe('PUT');
});
