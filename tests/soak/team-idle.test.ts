import 'fake-indexeddb/auto';
import { setTimeout as pass } from 'node:timers/promises';
import { v4 as randomId } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabaseWithPrivacy } from '../../lib/db/open-with-privacy.ts';
import { noKeys } from '../../lib/lock/keyring.ts';
import { accompany } from '../../lib/team/companion.ts';
import type { TeamConfig } from '../../lib/team/config.ts';
import { connectTeam } from '../../lib/team/connect.ts';
import { createTeam } from '../../lib/team/create-team.ts';
import { randomBytes, toText } from '../../lib/team/crypto/bytes.ts';
import { createPresence } from '../../lib/team/presence.ts';
import { createTeamSync } from '../../lib/team/sync/engine.ts';
import { standBetween } from '../support/nats/between.ts';
import { startNats } from '../support/nats-server.ts';
import { dayRules } from '../support/unit/entries.ts';
import { until } from '../support/wait.ts';

/** Long enough for every beat there is: pings, heartbeats, the next pull. */
const minutes = 3;

/** Counts what goes over: bytes, and the packets they came in. */
async function counting(port: number) {
  const count = { sent: 0, received: 0, packets: 0 };
  const between = await standBetween(port, (way, bytes) => {
    count[way] += bytes;
    count.packets += 1;
  });
  onTestFinished(() => between.close());
  return { count, address: between.wsUrl };
}

test('an agent whom nothing happens to has hardly any traffic, and the server little to do for them', async () => {
  const server = await startNats();
  onTestFinished(() => server.stop());
  const { count, address } = await counting(server.wsPort);
  const access = await createTeam({
    server: server.wsUrl,
    credentials: { kind: 'none' },
    teamId: 'acme',
    teamName: 'Acme',
    passphrase: 'we call back in time',
  });
  const member = { id: randomId(), name: 'Ana', seed: toText(randomBytes(32)) };
  const config: TeamConfig = { ...access, server: address, member, joinedAt: 1 };
  const repositories = openDatabaseWithPrivacy(noKeys, `idle-${randomId()}`);
  await repositories.team.join({ teamId: 'acme', clientId: randomId(), share: false });
  const after = (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  };
  // As the background wires it.
  const presence = createPresence({ now: Date.now, after, onCalls: () => {} });
  const sync = createTeamSync({
    repository: repositories.team,
    connect: () => connectTeam(config),
    now: Date.now,
    after,
    onStored: () => {},
    onLost: () => {},
    onStatus: () => {},
    onConnection(connection) {
      presence.connect(connection);
      if (!connection) return;
      accompany(connection, {
        config: async () => config,
        saveMembers: async () => {},
        saveRules: async () => {},
        onKeyChanged: () => {},
        dropClosedBefore: async () => {},
        now: Date.now,
        every: () => () => {},
        openCallbacks: repositories.callbacks.open,
        rules: async () => dayRules(),
        standInReason: () => 'Asked to be called',
        onTrouble: () => {},
      });
    },
  });
  onTestFinished(() => sync.stop());
  await sync.wake();
  await until('the list in step', () => sync.status().state === 'in step');
  await pass(5_000);
  console.log('to connect:', JSON.stringify(count));
  const before = { ...count };
  const work = await serverMessages(server.monitorUrl);
  for (let minute = 0; minute < minutes; minute++) {
    for (let look = 0; look < 3; look++) {
      await pass(20_000);
      // As a panel that is open has the background look.
      await sync.wake();
    }
  }
  const perMinute = (one: keyof typeof count) => (count[one] - before[one]) / minutes;
  const done = await serverMessages(server.monitorUrl);
  console.log(
    `idle, a minute: ${Math.round(perMinute('sent'))} bytes sent, ${Math.round(perMinute('received'))} received, ` +
      `in ${perMinute('packets').toFixed(1)} packets; of the server's messages ${((done - work) / minutes).toFixed(1)}`,
  );
  expect(perMinute('sent') + perMinute('received')).toBeLessThan(16_384);
});

/** Messages the server has taken and given since it started. */
async function serverMessages(monitorUrl: string): Promise<number> {
  const page = (await (await fetch(`${monitorUrl}/varz`)).json()) as { in_msgs: number; out_msgs: number };
  return page.in_msgs + page.out_msgs;
}
