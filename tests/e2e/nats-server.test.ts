import { jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { wsconnect } from '@nats-io/nats-core';
import { expect, onTestFinished, test } from 'vitest';
import { startNats, startNatsCluster } from '../support/nats-server.ts';

test('a server that was killed comes back on its ports with what it had acknowledged', async () => {
  const server = await startNats();
  onTestFinished(() => server.stop());
  const before = await wsconnect({ servers: server.wsUrl, reconnect: false });
  expect(before.info?.version).toMatch(/^2\.(1\d|[2-9]\d)\./);
  const bucket = await new Kvm(before).create('team');
  const revision = await bucket.put('entry', 'kept');
  await server.kill();
  await before.closed();
  await server.start();
  const after = await wsconnect({ servers: server.wsUrl });
  onTestFinished(() => after.close());
  const entry = await (await new Kvm(after).open('team')).get('entry');
  expect(entry?.string()).toBe('kept');
  expect(entry?.revision).toBe(revision);
});

test('three servers form a cluster, and name the leader of a bucket', async () => {
  const cluster = await startNatsCluster();
  onTestFinished(() => cluster.stop());
  const connection = await wsconnect({ servers: cluster.nodes.map(({ wsUrl }) => wsUrl) });
  onTestFinished(() => connection.close());
  const bucket = await new Kvm(connection).create('team', { replicas: 3 });
  await bucket.put('entry', 'first');
  expect(cluster.nodes).toContain(await cluster.leaderOf('KV_team'));
  expect((await (await jetstreamManager(connection)).streams.info('KV_team')).config.num_replicas).toBe(3);
});

test('the old server that Ringback refuses is there too', async () => {
  const server = await startNats({ version: '2.9' });
  onTestFinished(() => server.stop());
  const connection = await wsconnect({ servers: server.wsUrl });
  onTestFinished(() => connection.close());
  expect(connection.info?.version).toMatch(/^2\.9\./);
});
