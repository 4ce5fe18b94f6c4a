import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { type NatsConnection, usernamePasswordAuthenticator, wsconnect } from '@nats-io/nats-core';
import { expect, onTestFinished, test } from 'vitest';
import { connectTeam, tryEverything } from '../../lib/team/connect.ts';
import { createTeam } from '../../lib/team/create-team.ts';
import { randomBytes, toText } from '../../lib/team/crypto/bytes.ts';
import { selfSigned } from '../support/nats/certificate.ts';
import { freePorts } from '../support/nats/ports.ts';
import {
  type NatsOptions,
  type NatsPlace,
  type NatsServer,
  startNats,
  startNatsCluster,
} from '../support/nats-server.ts';
import { outputDir, root } from '../support/paths.ts';
import { bounded, until } from '../support/wait.ts';

const shipped = (name: string) => readFileSync(join(root, 'lib', 'team', 'server', name), 'utf8');

/** The shipped files with what whoever runs it has to change, and with ports and folders of this test. */
function asShipped(file: 'nats.conf' | 'nats-cluster.conf'): NatsOptions {
  const { cert, key } = selfSigned();
  const changed = (place: NatsPlace) => {
    const changes: [string, string][] = [
      ['"127.0.0.1:4222"', `"127.0.0.1:${place.client}"\nhttp: "127.0.0.1:${place.monitor}"`],
      ['"0.0.0.0:8443"', `"127.0.0.1:${place.ws}"`],
      ['/etc/nats/tls/fullchain.pem', cert],
      ['/etc/nats/tls/privkey.pem', key],
      ['"/var/lib/nats"', `"${place.store}"`],
    ];
    if (file === 'nats-cluster.conf') {
      changes.push(
        ['$RINGBACK_NODE', place.name],
        ['"0.0.0.0:6222"', `"127.0.0.1:${place.route}"`],
        ['/etc/nats/tls/node.pem', cert],
        ['/etc/nats/tls/node-key.pem', key],
        ['/etc/nats/tls/ca.pem', cert],
        ...place.routes.map((port, index): [string, string] => [
          `nats://nats-${index + 1}.example.com:6222`,
          `nats://localhost:${port}`,
        ]),
      );
    }
    return changes.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, shipped(file));
  };
  return { tls: { cert, key }, whole: { text: changed, files: { 'team.conf': shipped('team.conf') } } };
}

async function connectAs(wsUrl: string, user: string): Promise<NatsConnection> {
  // The certificate is one of this test: nobody has vouched for it.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const authenticator = usernamePasswordAuthenticator(user, `CHANGE-${user}`);
  const inboxPrefix = user === 'phone-system' ? '_INBOX_requests' : '_INBOX';
  const connection = await wsconnect({ servers: wsUrl, authenticator, inboxPrefix, reconnect: false });
  onTestFinished(() => {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    return connection.close();
  });
  return connection;
}

/** Whether it says of itself that each write is on disk before it is acknowledged. */
async function syncsAlways({ monitorUrl }: NatsServer): Promise<boolean> {
  const page = await (await fetch(`${monitorUrl}/jsz?config=true`)).json();
  return page.config.sync_always;
}

test('the shipped configuration of one node starts, over TLS, with fsync on every write', async () => {
  const server = await startNats(asShipped('nats.conf'));
  onTestFinished(() => server.stop());
  const connection = await connectAs(server.wsUrl, 'chris');
  expect(connection.info?.jetstream).toBe(true);
  expect(await syncsAlways(server)).toBe(true);
  // Nothing of the file was misunderstood or is going away.
  expect(server.log()).not.toMatch(/\[(ERR|WRN)\](?!.*plaintext passwords)/i);
});

test('the shipped configuration of three nodes starts as one cluster that keeps a list three times', async () => {
  const cluster = await startNatsCluster(asShipped('nats-cluster.conf'));
  onTestFinished(() => cluster.stop());
  expect(await Promise.all(cluster.nodes.map(syncsAlways))).toEqual([true, true, true]);
  const [node] = cluster.nodes;
  const lead = await connectAs(node?.wsUrl ?? '', 'lead');
  const bucket = await new Kvm(lead).create('ringback_acme', { replicas: 3 });
  expect((await bucket.status()).replicas).toBe(3);
  expect(await bucket.put('cb.1', 'x')).toBe(1);
});

test.each(['nats.conf', 'nats-cluster.conf'])(
  '%s names no origins: Firefox has another on every install',
  (file) => {
    expect(shipped(file)).not.toMatch(/^\s*allowed_origins/m);
  },
);

test('members may use the list and nothing else; a phone system may hand in requests and nothing else', async () => {
  const server = await startNats({ conf: shipped('team.conf') });
  onTestFinished(() => server.stop());
  const lead = await connectAs(server.wsUrl, 'lead');
  await new Kvm(lead).create('ringback_acme');
  const chris = await connectAs(server.wsUrl, 'chris');
  const members = await jetstreamManager(chris, { checkAPI: false });
  const refused = /permissions violation/i;
  await expect(members.streams.delete('KV_ringback_acme')).rejects.toThrow(refused);
  await expect(members.streams.purge('KV_ringback_acme')).rejects.toThrow(refused);
  await expect(members.streams.add({ name: 'other', subjects: ['other'] })).rejects.toThrow(refused);
  await expect(members.streams.list().next()).rejects.toThrow(refused);
  const phone = await connectAs(server.wsUrl, 'phone-system');
  const outside = await new Kvm(phone).open('ringback_acme');
  await expect(outside.put('cb.1', 'x')).rejects.toThrow(refused);
  await expect(outside.get('cb.1')).rejects.toThrow(refused);
  await expect(phone.request('ringback.acme.presence')).rejects.toThrow(refused);
});

test('a second team has an account of its own, as the file says, and neither sees the other’s list', async () => {
  const acme = shipped('team.conf');
  // "For a second team copy all of it with another id, into an account of its own."
  const other = acme
    .replaceAll('ACME', 'NORTH')
    .replaceAll('acme', 'north')
    .replace(/user: "(\w[\w-]*)", password: "CHANGE-/g, 'user: "north-$1", password: "CHANGE-north-');
  const accounts = (text: string) => /accounts \{\n([\s\S]*)\}\s*$/.exec(text)?.[1] ?? '';
  const both = `${acme.slice(0, acme.indexOf('accounts {'))}${other.slice(0, other.indexOf('accounts {'))}
accounts {
${accounts(acme)}${accounts(other)}}`;
  const server = await startNats({ conf: both });
  onTestFinished(() => server.stop());
  const [ours, theirs] = await Promise.all([
    connectAs(server.wsUrl, 'lead'),
    connectAs(server.wsUrl, 'north-lead'),
  ]);
  const list = await new Kvm(ours).create('ringback_acme');
  await list.put('cb.1', 'ours');
  // Of the same name it is another one; the other team may not even ask for it by ours.
  const manager = await jetstreamManager(theirs, { checkAPI: false });
  await expect(manager.streams.info('KV_ringback_acme')).rejects.toThrow(/permissions violation/i);
  await new Kvm(theirs).create('ringback_north');
  const page = await (await fetch(`${server.monitorUrl}/jsz?streams=true&accounts=true`)).json();
  const kept = (page.account_details as { name: string; stream_detail?: { name: string }[] }[]).map(
    ({ name, stream_detail: streams = [] }) => [name, streams.map((one) => one.name)],
  );
  expect(kept.sort()).toEqual([
    ['ACME', ['KV_ringback_acme']],
    ['NORTH', ['KV_ringback_north']],
  ]);
  // What is said in one account is not heard in the other, also by who may hear the subject.
  const heard: string[] = [];
  const presence = theirs.subscribe('ringback.north.presence', {
    callback: (_, { subject }) => void heard.push(subject),
  });
  ours.publish('ringback.acme.presence', 'x');
  await ours.flush();
  theirs.publish('ringback.north.presence', 'y');
  await theirs.flush();
  presence.unsubscribe();
  expect(heard).toEqual(['ringback.north.presence']);
});

test('npm run team-server starts one that a team can be made on, and ends with Ctrl-C', async () => {
  const [port = 0] = await freePorts(1);
  const child = spawn('npm', ['run', '-s', 'team-server', '--', String(port)], { cwd: root, detached: true });
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null && child.pid)
      process.kill(-child.pid, 'SIGKILL');
    return rm(join(outputDir, `team-server-${port}`), { recursive: true, force: true });
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const address = `ws://127.0.0.1:${port}`;
  const team = {
    server: address,
    credentials: { kind: 'none' },
    teamId: 'trial',
    teamName: 'Trial',
  } as const;
  const access = await until('a team on the trial server', () =>
    createTeam({ ...team, passphrase: 'we call back in time' }),
  );
  expect(said).toContain(address);
  const member = { id: randomUUID(), name: 'Chris', seed: toText(randomBytes(32)) };
  const connection = await connectTeam({ ...access, member, joinedAt: 1 });
  await tryEverything(connection);
  await connection.nc.close();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid) process.kill(-child.pid, 'SIGINT');
  await bounded('the end of the trial server', ended, 20_000);
  await until('nobody to answer any more', () =>
    connectTeam({ ...access, member, joinedAt: 1 }).then(
      () => false,
      ({ message }: Error) => message === 'unreachable',
    ),
  );
});
