import { expect, test, vi } from 'vitest';
import { aDatabase } from '../../../tests/support/unit/database.ts';
import type { TeamConnection } from '../types.ts';
import { createTeamSync } from './engine.ts';

/** A connection that can be lost, to a bucket that says nothing. */
function aConnection() {
  const closed = Promise.withResolvers<void>();
  const nc = {
    closed: () => closed.promise,
    close: async () => closed.resolve(),
    async *status() {
      await closed.promise;
      yield { type: 'close' };
    },
  };
  const kv = { status: () => new Promise(() => {}) };
  const connection = { nc, kv, teamId: 'acme', bucket: 'ringback_acme', bucketMadeAt: 'once' };
  return { connection: connection as unknown as TeamConnection, lose: () => closed.resolve() };
}

/** The engine with connections of the test's own, made as they are asked for, and timers that are run by hand. */
async function anEngine() {
  const { team: repository } = aDatabase();
  await repository.join({ teamId: 'acme', clientId: 'me', share: false });
  const timers = new Map<number, () => void>();
  const connections: ReturnType<typeof aConnection>[] = [];
  const sync = createTeamSync({
    repository,
    connect: async () => {
      const one = aConnection();
      connections.push(one);
      return one.connection;
    },
    now: () => 0,
    after: (ms, act) => {
      timers.set(ms, act);
      return () => timers.delete(ms);
    },
    onStored: () => {},
    onLost: () => {},
    onStatus: () => {},
  });
  return { sync, timers, connections };
}

test('a connection the library has given up is looked for again, sooner than anybody asks for it', async () => {
  const { sync, timers, connections } = await anEngine();
  await sync.wake();
  expect(connections).toHaveLength(1);
  connections[0]?.lose();
  await vi.waitFor(() => expect(sync.status().state).toBe('offline'));
  timers.get(1_000)?.();
  await vi.waitFor(() => expect(connections).toHaveLength(2));
  // Thrown out again before anything came: the next try comes later.
  timers.clear();
  connections[1]?.lose();
  await vi.waitFor(() => expect([...timers.keys()]).toEqual([2_000]));
  // What was stopped on purpose stays closed.
  timers.clear();
  await sync.stop();
  expect([...timers]).toEqual([]);
});

test('who is woken while it stops tells how the next connection stands, not that there is none', async () => {
  const { sync, connections } = await anEngine();
  await sync.wake();
  const [first] = connections;
  const closing = Promise.withResolvers<void>();
  if (first) first.connection.nc.close = () => closing.promise;
  const stopped = sync.stop();
  await vi.waitFor(async () => {
    await sync.wake();
    expect(connections).toHaveLength(2);
  });
  const { state } = sync.status();
  closing.resolve();
  await stopped;
  expect([state, sync.status().state]).toEqual(['catching up', 'catching up']);
});
