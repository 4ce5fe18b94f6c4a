import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NatsCluster, startNatsCluster } from '../support/nats-server.ts';
import { aTeam } from '../support/team/agents.ts';
import { claimRaces, crashTrial } from '../support/team/trials.ts';

// The short part; hundreds of races and twenty crashes are in tests/soak/team-sync.test.ts.
let cluster: NatsCluster;
const servers = () => cluster.nodes.map(({ wsUrl }) => wsUrl);

beforeAll(async () => {
  cluster = await startNatsCluster();
});
afterAll(() => cluster.stop());

test('of two agents who take the same callback at the same moment exactly one has it, on a cluster', async () => {
  const result = await claimRaces(await aTeam(servers(), 'races'), 40);
  expect(result.wrong).toEqual([]);
  expect(result.races).toBe(40);
});

test('of two who take one over from a third exactly one has it, and the other is told who', async () => {
  const result = await claimRaces(await aTeam(servers(), 'overs'), 30, { id: 'Cleo', name: 'Cleo' });
  expect(result.wrong).toEqual([]);
  expect(result.races).toBe(30);
});

test('the leader is killed while three write: everything is on everybody’s list, once', async () => {
  const team = await aTeam(servers(), 'crash');
  const result = await crashTrial(team, {
    seed: 1,
    writes: 150,
    crash: async () => {
      const leader = await cluster.leaderOf(`KV_${team.bucket}`);
      await leader.kill();
      await leader.start();
    },
  });
  expect(result.wrong).toEqual([]);
  expect(result.attempts).toBeGreaterThan(30);
  expect(result.texts).toBeGreaterThan(20);
});
