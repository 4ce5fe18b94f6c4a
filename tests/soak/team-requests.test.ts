import { headers, wsconnect } from '@nats-io/nats-core';
import { expect, onTestFinished, test } from 'vitest';
import type { TeamConfig } from '../../lib/team/config.ts';
import { connectTeam } from '../../lib/team/connect.ts';
import { createTeam } from '../../lib/team/create-team.ts';
import { randomBytes, toText } from '../../lib/team/crypto/bytes.ts';
import { takeRequests } from '../../lib/team/requests/take-requests.ts';
import { keysUnder } from '../../lib/team/sealed-json.ts';
import { startNatsCluster } from '../support/nats-server.ts';
import { dayRules } from '../support/unit/entries.ts';
import { until } from '../support/wait.ts';

const requests = 600;

test(`${requests} requests over three nodes, three takers, a leader and a taker killed: one entry each`, async () => {
  const cluster = await startNatsCluster();
  onTestFinished(() => cluster.stop());
  const servers = cluster.nodes.map(({ wsUrl }) => wsUrl);
  const team = { credentials: { kind: 'none' }, teamId: 'acme', teamName: 'Acme' } as const;
  const access = await createTeam({ ...team, server: servers[0] ?? '', passphrase: 'we call back in time' });
  let last = 0;
  /** Comes back as the background does: over whichever node answers. */
  async function taker(place: number): Promise<() => Promise<void>> {
    let over = false;
    let close = async () => {};
    const loop = (async () => {
      while (!over) {
        const member = { id: crypto.randomUUID(), name: `taker ${place}`, seed: toText(randomBytes(32)) };
        const server = servers[last++ % servers.length] ?? '';
        const config: TeamConfig = { ...access, server, member, joinedAt: 1 };
        try {
          const connection = await connectTeam(config);
          close = () => connection.nc.close();
          if (over) return close();
          await takeRequests(connection, {
            pairs: [],
            openCallbacks: async () => [],
            rules: async () => dayRules('UTC'),
            standInReason: () => 'Missed call',
            onTrouble: () => {},
          });
          await connection.nc.closed();
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      }
    })();
    return async () => {
      over = true;
      await close();
      await loop;
    };
  }
  const stops = await Promise.all([0, 1, 2].map(taker));
  onTestFinished(async () => void (await Promise.all(stops.map((stop) => stop()))));

  const sender = await wsconnect({ servers, maxReconnectAttempts: -1, reconnectTimeWait: 200 });
  onTestFinished(() => sender.close());
  const leader = await cluster.leaderOf('KV_ringback_acme');
  for (let place = 0; place < requests; place++) {
    if (place === 200) await stops[0]?.();
    if (place === 300) await leader.kill();
    if (place === 400) await leader.start();
    const told = JSON.stringify({ number: `+1415${String(5_550_000 + place)}`, name: `Caller ${place}` });
    // A sender asks again until it has the acknowledgement; the id tells the stream that it is the same one.
    await until(`request ${place} to be kept`, () => publish(told, String(place)), { within: 30_000 });
  }
  async function publish(told: string, id: string): Promise<boolean> {
    const once = headers();
    once.set('Nats-Msg-Id', id);
    const kept = await sender.request('ringback.acme.requests', told, { timeout: 2_000, headers: once });
    return kept.json<{ stream?: string }>().stream !== undefined;
  }

  const member = { id: crypto.randomUUID(), name: 'reader', seed: toText(randomBytes(32)) };
  const config = { ...access, server: servers[1] ?? '', member, joinedAt: 1 };
  // The cluster may still be choosing who leads.
  const reader = await until('a connection to read with', () => connectTeam(config), { within: 60_000 });
  onTestFinished(() => reader.nc.close());
  const keys = await until(
    'every request to be an entry',
    async () => {
      const all = await keysUnder(reader.kv, 'cb.>');
      return all.length >= requests && all;
    },
    { within: 120_000, every: 500 },
  );
  // Nothing more comes: what was given out twice was known again by its ids.
  await new Promise((resolve) => setTimeout(resolve, 35_000));
  expect(await keysUnder(reader.kv, 'cb.>')).toHaveLength(keys.length);
  expect(keys).toHaveLength(requests);
});
