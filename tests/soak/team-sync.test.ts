import { setTimeout as pass } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createTeam } from '../../lib/team/create-team.ts';
import { type NatsCluster, type NatsServer, startNats, startNatsCluster } from '../support/nats-server.ts';
import { aTeam } from '../support/team/agents.ts';
import { aMember } from '../support/team/member.ts';
import { type CrashResult, claimRaces, crashTrial } from '../support/team/trials.ts';
import { aCallback } from '../support/unit/entries.ts';
import { until } from '../support/wait.ts';

// The long part of tests/e2e/team-races.test.ts. Figures go into RESULTS.md.
const races = 500;
const seeds = Array.from({ length: 20 }, (_, place) => place + 1);
const writes = 1_000;
/** Longer than an election takes, and than a write waits for its acknowledgement, ms. */
const cutOff = 8_000;

test(`${races} races for a callback on one node have one winner each`, async () => {
  const server = await startNats();
  onTestFinished(() => server.stop());
  const result = await claimRaces(await aTeam([server.wsUrl]), races);
  console.log('one node', JSON.stringify(result));
  expect(result.wrong).toEqual([]);
});

test(`${races} races for a callback on three nodes have one winner each`, async () => {
  const cluster = await startNatsCluster();
  onTestFinished(() => cluster.stop());
  const result = await claimRaces(await aTeam(cluster.nodes.map(({ wsUrl }) => wsUrl)), races);
  console.log('three nodes', JSON.stringify(result));
  expect(result.wrong).toEqual([]);
});

test(`${races} races to take a callback over from a third, on three nodes, have one winner each`, async () => {
  const cluster = await startNatsCluster();
  onTestFinished(() => cluster.stop());
  const team = await aTeam(cluster.nodes.map(({ wsUrl }) => wsUrl));
  const result = await claimRaces(team, races, { id: 'Cleo', name: 'Cleo' });
  console.log('taken over, three nodes', JSON.stringify(result));
  expect(result.wrong).toEqual([]);
});

/** Cut off as a crash cuts off: the process is gone at once, and comes back. */
async function crashOf(node: NatsServer): Promise<void> {
  await node.kill();
  await node.start();
}

function report(where: string, result: CrashResult): void {
  console.log(where, JSON.stringify(result));
  expect(result.wrong).toEqual([]);
}

describe('three clients write while a node is killed', () => {
  let cluster: NatsCluster;
  beforeAll(async () => {
    cluster = await startNatsCluster();
  });
  afterAll(() => cluster.stop());

  test.each(seeds)(`${writes} writes and the leader of three, seed %i`, async (seed) => {
    const servers = cluster.nodes.map(({ wsUrl }) => wsUrl);
    const team = await aTeam(servers, `seed-${seed}`);
    const crash = async () => crashOf(await cluster.leaderOf(`KV_${team.bucket}`));
    report('leader of three', await crashTrial(team, { seed, writes, crash }));
  });

  test('a member goes on over the same connection once the node it leads to, the leader, is back', async () => {
    const team = { credentials: { kind: 'none' }, teamId: 'goes-on', teamName: 'Acme' } as const;
    const [node] = cluster.nodes;
    const made = { ...team, server: node?.wsUrl ?? '', passphrase: 'we call back in time' };
    const access = await until('the team', () => createTeam(made));
    const leader = await cluster.leaderOf('KV_ringback_goes-on');
    const ana = await aMember({ ...access, server: leader.wsUrl }, 'Ana');
    onTestFinished(() => ana.end());
    await ana.backOnline();
    const connection = ana.connection();
    await leader.kill();
    await ana.add(aCallback({ id: newId() }));
    await leader.start();
    await ana.inStep();
    expect(ana.connection()).toBe(connection);
    expect(connection.nc.isClosed()).toBe(false);
  });

  // Connections to it stay open and say nothing, as with a network that is cut, and when it is back it still
  // believes that it leads.
  test.each(seeds.slice(0, 10))(
    `${writes} writes and the leader cut off for a while, seed %i`,
    async (seed) => {
      const servers = cluster.nodes.map(({ wsUrl }) => wsUrl);
      const team = await aTeam(servers, `cut-${seed}`);
      const crash = async () => {
        const leader = await cluster.leaderOf(`KV_${team.bucket}`);
        leader.freeze();
        await pass(cutOff);
        leader.thaw();
      };
      report('leader cut off', await crashTrial(team, { seed, writes, crash }));
    },
  );

  test.each(seeds.slice(0, 10))(`${writes} writes and one that follows cut off, seed %i`, async (seed) => {
    const servers = cluster.nodes.map(({ wsUrl }) => wsUrl);
    const team = await aTeam(servers, `behind-${seed}`);
    const crash = async () => {
      const leader = await cluster.leaderOf(`KV_${team.bucket}`);
      const follower = cluster.nodes.find((node) => node !== leader);
      follower?.freeze();
      await pass(cutOff);
      follower?.thaw();
    };
    report('follower cut off', await crashTrial(team, { seed, writes, crash }));
  });
});

test.each(seeds)(`${writes} writes and the only node killed, seed %i`, async (seed) => {
  const server = await startNats();
  onTestFinished(() => server.stop());
  const team = await aTeam([server.wsUrl]);
  report('only node', await crashTrial(team, { seed, writes, crash: () => crashOf(server) }));
});
