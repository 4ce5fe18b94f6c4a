import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { type NatsConnection, usernamePasswordAuthenticator, wsconnect } from '@nats-io/nats-core';
import { expect, onTestFinished, test } from 'vitest';
import { selfSigned } from '../support/nats/certificate.ts';
import { type NatsOptions, type NatsPlace, startNats, startNatsCluster } from '../support/nats-server.ts';
import { root } from '../support/paths.ts';

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

test('the shipped configuration of one node starts, over TLS, with fsync on every write', async () => {
  const server = await startNats(asShipped('nats.conf'));
  onTestFinished(() => server.stop());
  const connection = await connectAs(server.wsUrl, 'chris');
  expect(connection.info?.jetstream).toBe(true);
  const page = await (await fetch(`${server.monitorUrl}/jsz?config=true`)).json();
  expect(page.config.sync_always).toBe(true);
  // Nothing of the file was misunderstood or is going away.
  expect(server.log()).not.toMatch(/\[(ERR|WRN)\](?!.*plaintext passwords)/i);
});

test('the shipped configuration of three nodes starts as one cluster that keeps a list three times', async () => {
  const cluster = await startNatsCluster(asShipped('nats-cluster.conf'));
  onTestFinished(() => cluster.stop());
  const [node] = cluster.nodes;
  const lead = await connectAs(node?.wsUrl ?? '', 'lead');
  const bucket = await new Kvm(lead).create('ringback_acme', { replicas: 3 });
  expect((await bucket.status()).replicas).toBe(3);
  expect(await bucket.put('cb.1', 'x')).toBe(1);
});

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
