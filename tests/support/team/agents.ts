import 'fake-indexeddb/auto';
import { Kvm } from '@nats-io/kv';
import { wsconnect } from '@nats-io/nats-core';
import { v7 as newId, v4 as randomId } from 'uuid';
import { openDatabaseWithPrivacy } from '../../../lib/db/open-with-privacy.ts';
import type { Callback, Owner } from '../../../lib/domain/callback.ts';
import type { Act } from '../../../lib/domain/history.ts';
import { noKeys } from '../../../lib/lock/keyring.ts';
import { randomBytes } from '../../../lib/team/crypto/bytes.ts';
import { createTeamCrypto } from '../../../lib/team/crypto/envelope.ts';
import { createTeamSync, type TeamSyncDeps } from '../../../lib/team/sync/engine.ts';
import { bucketName, type TeamConnection, type TeamCrypto } from '../../../lib/team/types.ts';
import { until } from '../wait.ts';

/** A team on a server: its bucket and its key. */
export interface Team {
  id: string;
  bucket: string;
  servers: string[];
  crypto: TeamCrypto;
}

/**
 * Makes the bucket as connect.ts makes it.
 * @param servers `ws://…` of each node
 * @param largest bytes of a value, another than Ringback's where somebody else made the bucket
 */
export async function aTeam(servers: string[], id = 'acme', largest = 256 * 1_024): Promise<Team> {
  const bucket = bucketName(id);
  const nc = await wsconnect({ servers });
  // A cluster that has only just formed may not count on all its nodes yet.
  await until('the bucket', () =>
    new Kvm(nc).create(bucket, {
      history: 1,
      replicas: servers.length > 1 ? 3 : 1,
      allow_direct: false,
      maxValueSize: largest,
      metadata: { 'ringback-format': '1' },
    }),
  );
  await nc.close();
  return { id, bucket, servers, crypto: await createTeamCrypto([randomBytes(32)]) };
}

/** Opens what connect.ts opens, without its checks. */
async function connect(team: Team, name: string): Promise<TeamConnection> {
  const nc = await wsconnect({
    servers: team.servers,
    pingInterval: 2_000,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 200,
    timeout: 3_000,
  });
  const kv = await new Kvm(nc).open(team.bucket, { allow_direct: false });
  const { streamInfo } = await kv.status();
  return {
    nc,
    kv,
    bucket: team.bucket,
    teamId: team.id,
    bucketMadeAt: streamInfo.created,
    crypto: team.crypto,
    member: { id: name, name },
  };
}

export type Agent = Awaited<ReturnType<typeof anAgent>>;

/** What an agent may have of their own. */
interface AgentOptions {
  share?: boolean;
  me?: Owner;
  /** In place of a connection without any checks. */
  connect?: () => Promise<TeamConnection>;
  onConnection?: TeamSyncDeps['onConnection'];
}

/** One who works in the team, with a database of their own and the engine as the background runs it. */
export async function anAgent(
  team: Team,
  name: string,
  { share = false, me = { id: name, name }, connect: ownConnect, onConnection }: AgentOptions = {},
) {
  const repositories = openDatabaseWithPrivacy(noKeys, `agent-${name}-${randomId()}`);
  await repositories.team.join({ teamId: team.id, clientId: randomId(), share });
  const act = (): Act => ({ now: Date.now(), by: name, newId });
  const lost: { id: string; to: { id: string; name: string } }[] = [];
  const told: { done: number; of: number }[] = [];
  let away = false;
  let connection: TeamConnection | null = null;
  const sync = createTeamSync({
    repository: repositories.team,
    connect: async () => {
      if (away) throw new Error('the network is gone');
      connection = await (ownConnect?.() ?? connect(team, name));
      return connection;
    },
    now: Date.now,
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    onStored: () => {},
    onLost: (more) => lost.push(...more),
    onStatus: ({ progress }) => {
      if (progress && progress !== told.at(-1)) told.push(progress);
    },
    ...(onConnection ? { onConnection } : {}),
  });
  const agent = {
    name,
    me,
    act,
    lost,
    /** What was told of how far reading has come. */
    progress: () => told,
    sync,
    repositories,
    /** Writes as a page of ours does: stored first, then the background is told. */
    async add(callback: Callback) {
      await repositories.callbacks.add([callback]);
      void sync.wake();
    },
    async change(id: string, rule: (stored: Callback, act: Act) => Callback): Promise<Callback> {
      const changed = await repositories.callbacks.update(id, (stored) => rule(stored, act()));
      void sync.wake();
      return changed;
    },
    async remove(id: string) {
      await repositories.callbacks.remove(id);
      void sync.wake();
    },
    get: (id: string) => repositories.callbacks.get(id),
    async all(): Promise<Callback[]> {
      const all: Callback[] = [];
      for await (const page of repositories.backup.pages()) all.push(...page);
      return all;
    },
    /** Takes the network away, as for a week at sea; nothing is lost by it. */
    async leaveNetwork() {
      away = true;
      await sync.stop();
    },
    backInReach() {
      away = false;
    },
    async backOnline() {
      away = false;
      await sync.wake();
      await agent.inStep();
    },
    /** Once what was there is stored and nothing of ours waits. */
    inStep: () =>
      until(
        `${name} in step`,
        async () => {
          const waiting = await repositories.team.waiting();
          const { state, problem } = sync.status();
          if (state === 'in step' && waiting.length === 0) return true;
          throw new Error(`${state} ${problem}, ${waiting.length} waiting`);
        },
        { within: 20_000 },
      ),
    /** The bytes on the wire, for tests that write what no client of ours would. */
    connection: () => connection as unknown as TeamConnection,
    async end() {
      await sync.stop();
      repositories.close();
      await repositories.erase();
    },
  };
  return agent;
}

/** Until every agent shows the same list. @returns it */
export async function alike(agents: readonly Agent[]): Promise<Callback[]> {
  for (const agent of agents) await agent.inStep();
  return until(
    'everybody shows the same',
    async () => {
      const [first, ...others] = await Promise.all(agents.map((agent) => agent.all()));
      return others.every((list) => JSON.stringify(list) === JSON.stringify(first)) ? first : undefined;
    },
    { within: 20_000 },
  );
}
