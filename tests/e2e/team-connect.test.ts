import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { usernamePasswordAuthenticator, wsconnect } from '@nats-io/nats-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Credentials, TeamAccess, TeamConfig } from '../../lib/team/config.ts';
import { connectTeam, tryEverything } from '../../lib/team/connect.ts';
import { ConnectError } from '../../lib/team/connect-problem.ts';
import { createTeam, openTeam } from '../../lib/team/create-team.ts';
import { randomBytes, toText, utf8 } from '../../lib/team/crypto/bytes.ts';
import { anOperator } from '../support/nats/operator.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { root } from '../support/paths.ts';

const teamConf = readFileSync(join(root, 'lib', 'team', 'server', 'team.conf'), 'utf8');
const user = (name: string, password = `CHANGE-${name}`): Credentials => ({
  kind: 'password',
  user: name,
  password,
});
const team = { teamId: 'acme', teamName: 'Acme service desk', passphrase: 'we call back in time' };
const member = { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Chris', seed: toText(randomBytes(32)) };
const configOf = (access: TeamAccess): TeamConfig => ({ ...access, member, joinedAt: 1 });

/** What it says is wrong, and with what; fails where nothing is. */
async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'nothing',
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ConnectError);
  const { problem, detail } = error as ConnectError;
  return detail === '' ? problem : `${problem}: ${detail}`;
}

async function started(...options: Parameters<typeof startNats>): Promise<NatsServer> {
  const server = await startNats(...options);
  onTestFinished(() => server.stop());
  return server;
}

describe('with the shipped users and permissions', () => {
  let server: NatsServer;
  let access: TeamAccess;
  const as = (credentials: Credentials) => configOf({ ...access, credentials });
  beforeAll(async () => {
    server = await startNats({ conf: teamConf });
    access = await createTeam({ ...team, server: server.wsUrl, credentials: user('lead') });
  });
  afterAll(() => server?.stop());

  test('a team is made once, and a member of it may do all that members do', async () => {
    const connection = await connectTeam(as(user('chris')));
    onTestFinished(() => connection.nc.close());
    await tryEverything(connection);
    expect(connection.bucket).toBe('ringback_acme');
    // Chromium ends a worker in which nothing has happened for 30 seconds.
    const { options } = connection.nc as unknown as { options: { pingInterval: number } };
    expect(options.pingInterval).toBeLessThanOrEqual(20_000);
    // A read after a lost race is the leader's.
    const { streamInfo } = await connection.kv.status();
    expect(streamInfo.config.allow_direct).toBe(false);
    expect(Date.parse(connection.bucketMadeAt)).toBeGreaterThan(Date.now() - 60_000);
    const again = createTeam({ ...team, server: server.wsUrl, credentials: user('lead') });
    expect(await problemOf(again)).toBe('team-exists');
  });

  test('the server never sees the name, the passphrase or the key', async () => {
    const connection = await connectTeam(as(user('chris')));
    onTestFinished(() => connection.nc.close());
    const stored = (await connection.kv.get('meta.team'))?.string() ?? '';
    expect(stored).toContain(connection.crypto.keyId);
    for (const secret of [team.teamName, team.passphrase, ...access.secrets]) {
      expect(stored).not.toContain(secret);
    }
  });

  test('the passphrase alone brings a lead back, another one does not', async () => {
    const lead = { ...team, server: server.wsUrl, credentials: user('lead') };
    expect(await openTeam({ ...lead, teamName: 'forgotten' })).toEqual({
      ...access,
      credentials: user('lead'),
    });
    expect(await problemOf(openTeam({ ...lead, passphrase: 'we call back too late' }))).toBe('wrong-key');
  });

  test('a wrong key is told at joining', async () => {
    const other = { ...as(user('chris')), secrets: [toText(randomBytes(32))] };
    expect(await problemOf(connectTeam(other))).toBe('wrong-key');
  });

  test('wrong credentials, none at all, and a .creds file that is none are told apart', async () => {
    const refused = 'credentials: Authorization Violation';
    expect(await problemOf(connectTeam(as(user('chris', 'wrong'))))).toBe(refused);
    expect(await problemOf(connectTeam(as({ kind: 'token', token: 'x' })))).toBe(refused);
    expect(await problemOf(connectTeam(as({ kind: 'none' })))).toBe(refused);
    expect(await problemOf(connectTeam(as({ kind: 'creds', creds: 'hello' })))).toBe('creds-file');
  });

  test('a permission that is missing is named', async () => {
    // Whoever may hand in requests may not hear what the server answers to members.
    expect(await problemOf(connectTeam(as(user('phone-system'))))).toMatch(/^permission: _INBOX\./);
    const chris = createTeam({ ...team, teamId: 'other', server: server.wsUrl, credentials: user('chris') });
    expect(await problemOf(chris)).toBe('permission: $JS.API.STREAM.INFO.KV_ringback_other');
  });
});

describe('on a server that asks nobody who they are', () => {
  let server: NatsServer;
  const access = (teamId: string): TeamAccess => ({
    server: server.wsUrl,
    credentials: { kind: 'none' },
    teamId,
    teamName: 'Trial',
    secrets: [toText(randomBytes(32))],
  });
  beforeAll(async () => {
    server = await startNats();
  });
  afterAll(() => server?.stop());

  test('a team that is not there is told', async () => {
    expect(await problemOf(connectTeam(configOf(access('nobody'))))).toBe('no-such-team');
  });

  test('a bucket of a newer format is refused, and one that is not ours is left alone', async () => {
    const connection = await wsconnect({ servers: server.wsUrl });
    onTestFinished(() => connection.close());
    await new Kvm(connection).create('ringback_newer', { metadata: { 'ringback-format': '2' } });
    await new Kvm(connection).create('ringback_foreign');
    await new Kvm(connection).create('ringback_torn', { metadata: { 'ringback-format': '1' } });
    expect(await problemOf(connectTeam(configOf(access('newer'))))).toBe('newer-format: 2');
    expect(await problemOf(connectTeam(configOf(access('foreign'))))).toBe('other-format');
    expect(await problemOf(connectTeam(configOf(access('torn'))))).toMatch(/^other-format/);
    const taken = createTeam({ ...access('foreign'), passphrase: 'we call back in time' });
    expect(await problemOf(taken)).toBe('other-format');
    const torn = await (await new Kvm(connection).open('ringback_torn')).put('meta.team', utf8('{"salt":1}'));
    expect(torn).toBe(1);
    expect(await problemOf(connectTeam(configOf(access('torn'))))).toMatch(/^other-format/);
  });
});

test('a token opens the door, and another one does not', async () => {
  const server = await started({ conf: 'authorization { token: "only-for-the-team" }' });
  const withToken = (token: string) => ({
    ...team,
    server: server.wsUrl,
    credentials: { kind: 'token', token } as const,
  });
  const access = await createTeam(withToken('only-for-the-team'));
  const connection = await connectTeam(configOf(access));
  onTestFinished(() => connection.nc.close());
  await tryEverything(connection);
  expect(await problemOf(openTeam(withToken('another')))).toBe('credentials: Authorization Violation');
});

test('a .creds file opens the door of a server with an operator; expired or of another operator it does not', async () => {
  const operator = anOperator();
  const server = await started({ conf: operator.conf });
  const file = (creds: string) => ({ kind: 'creds', creds }) as const;
  const lead = { publish: ['>'], subscribe: ['>'] };
  const access = await createTeam({
    ...team,
    server: server.wsUrl,
    credentials: file(operator.creds('lead', lead)),
  });
  // What lib/team/README.md asks for, and nothing else.
  const chris = operator.creds('chris', {
    publish: [
      '$KV.ringback_acme.>',
      ...['STREAM.INFO', 'STREAM.MSG.GET'].map((call) => `$JS.API.${call}.KV_ringback_acme`),
      '$JS.API.DIRECT.GET.KV_ringback_acme.>',
      ...['CREATE', 'INFO', 'DELETE'].map((call) => `$JS.API.CONSUMER.${call}.KV_ringback_acme.>`),
      '$JS.FC.>',
      'ringback.acme.>',
    ],
    subscribe: ['_INBOX.>', 'ringback.acme.>'],
  });
  const connection = await connectTeam(configOf({ ...access, credentials: file(chris) }));
  onTestFinished(() => connection.nc.close());
  await tryEverything(connection);
  const as = (creds: string) => problemOf(connectTeam(configOf({ ...access, credentials: file(creds) })));
  const yesterday = Math.floor(Date.now() / 1_000) - 86_400;
  expect(await as(operator.creds('gone', lead, yesterday))).toMatch(/^credentials: /);
  expect(await as(anOperator().creds('stranger', lead))).toMatch(/^credentials: /);
});

test('JetStream that is off for the account is told', async () => {
  const access: TeamAccess = {
    server: '',
    credentials: { kind: 'none' },
    teamId: 'acme',
    teamName: 'Acme',
    secrets: [toText(randomBytes(32))],
  };
  const account = 'accounts { PLAIN { users: [{ user: "chris", password: "CHANGE-chris" }] } }';
  const without = await started({ conf: account });
  const chris = { ...access, server: without.wsUrl, credentials: user('chris') };
  expect(await problemOf(connectTeam(configOf(chris)))).toBe('jetstream-off');
});

test('something that is no NATS server is as good as nobody', async () => {
  const web = createServer((_, response) => response.end('<p>hello</p>')).listen(0, '127.0.0.1');
  onTestFinished(() => void web.close());
  await new Promise((resolve) => web.once('listening', resolve));
  const { port } = web.address() as AddressInfo;
  const access = { ...team, credentials: { kind: 'none' } as const, server: `ws://127.0.0.1:${port}` };
  expect(await problemOf(createTeam(access))).toBe('unreachable');
});

test('a member who is taken out of the configuration is disconnected at the reload, and stays out', async () => {
  const server = await startNats({ conf: teamConf });
  onTestFinished(() => server.stop());
  const access = await createTeam({ ...team, server: server.wsUrl, credentials: user('lead') });
  const connection = await connectTeam(configOf({ ...access, credentials: user('chris') }));
  await server.reload(teamConf.replace(/.*user: "chris".*/, ''));
  await connection.nc.closed();
  const back = connectTeam(configOf({ ...access, credentials: user('chris') }));
  expect(await problemOf(back)).toBe('credentials: Authorization Violation');
  // The others notice nothing.
  const alex = await connectTeam(configOf({ ...access, credentials: user('alex') }));
  await alex.nc.close();
  const lead = await wsconnect({
    servers: server.wsUrl,
    authenticator: usernamePasswordAuthenticator('lead', 'CHANGE-lead'),
  });
  onTestFinished(() => lead.close());
  const requests = await (await jetstreamManager(lead)).streams.info('ringback_acme_requests');
  expect(requests.config.retention).toBe('workqueue');
});
