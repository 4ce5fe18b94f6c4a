import type { StoredBatch, TeamRepository } from '../../db/team-repository.ts';
import type { Owner } from '../../domain/callback.ts';
import type { ConnectTeam, TeamConnection } from '../types.ts';
import { createBucket } from './bucket.ts';
import { follow } from './follow.ts';
import type { Arrived } from './integrate.ts';
import { storeEntries } from './receive.ts';
import { createSender } from './sender.ts';
import { openIn, type Session } from './session.ts';
import { alone, type SyncStatus, withIgnored } from './status.ts';

export interface TeamSyncDeps {
  repository: TeamRepository;
  connect: ConnectTeam;
  /** Epoch ms. */
  now: () => number;
  /** Runs something later; gives what cancels it. */
  after: (ms: number, act: () => void) => () => void;
  /** Entries of others were stored: badge and reminders may be different now. */
  onStored: () => void;
  /** Somebody else was quicker to take an entry. */
  onLost: (lost: readonly { id: string; to: Owner }[]) => void;
  onStatus: (status: SyncStatus) => void;
  /** A connection is open, or gone again: for what goes over it besides entries (presence, requests). */
  onConnection?: (connection: TeamConnection | null) => void;
}

export type TeamSync = ReturnType<typeof createTeamSync>;

/** Waiting time after a server that did not answer, doubled up to the longest, ms. */
const pause = { first: 1_000, longest: 15_000 };

/** Keeps the list of this profile and the team's bucket in step. One of them runs in a profile: the background's. */
export function createTeamSync(deps: TeamSyncDeps) {
  const { repository } = deps;
  let status: SyncStatus = alone;
  let session: Session | null = null;
  let opening: Promise<void> | null = null;
  let wait = pause.first;
  let cancelRetry: (() => void) | null = null;
  /** Something was stored while catching up: badge and reminders are looked after once, when that is over. */
  let storedMeanwhile = false;

  function tell(change: Partial<SyncStatus>): void {
    status = { ...status, ...change };
    deps.onStatus(status);
  }

  function retryLater(): void {
    // One at a time: each write that fails meanwhile would make the next try later and later.
    cancelRetry ??= deps.after(wait, () => {
      cancelRetry = null;
      wait = Math.min(wait * 2, pause.longest);
      void wake();
    });
  }

  async function open(): Promise<void> {
    const state = await repository.state();
    if (!state) {
      tell(alone);
      return;
    }
    // Rejects where a passcode keeps the list closed, before anything is connected for nothing.
    await repository.waiting();
    tell({ state: 'connecting', problem: '' });
    let connection: TeamConnection;
    try {
      connection = await deps.connect();
    } catch (error) {
      const { willNotComeByItself = false } = error as { willNotComeByItself?: boolean };
      tell({ state: willNotComeByItself ? 'refused' : 'offline', problem: messageOf(error) });
      if (!willNotComeByItself) retryLater();
      return;
    }
    const anotherBucket = state.watched !== null && state.watched.madeAt !== connection.bucketMadeAt;
    if (anotherBucket || state.teamId !== connection.teamId) {
      // Everything would look deleted there, and everybody's list would be emptied.
      await connection.nc.close();
      tell({
        state: 'refused',
        problem: 'made-anew',
      });
      return;
    }
    const opened: Session = {
      connection,
      clientId: state.clientId,
      stopping: new AbortController(),
      caughtUp: false,
      knowsSetBack: false,
    };
    session = opened;
    deps.onConnection?.(connection);
    void connection.nc.closed().then(() => ended(opened));
    void watchConnection(opened);
    void keepFollowing(opened);
  }

  function ended(which: Session): void {
    which.stopping.abort();
    if (session !== which) return;
    session = null;
    deps.onConnection?.(null);
    tell({ state: 'offline', progress: null });
    retryLater();
  }

  /** The connection comes back by itself after a break; what was written meanwhile is handed in then. */
  async function watchConnection(current: Session): Promise<void> {
    for await (const { type } of current.connection.nc.status()) {
      if (current.stopping.signal.aborted) return;
      if (type === 'disconnect') tell({ state: 'offline' });
      if (type === 'reconnect') {
        tell({ state: current.caughtUp ? 'in step' : 'catching up' });
        void sender.send();
      }
    }
  }

  async function keepFollowing(current: Session): Promise<void> {
    const { connection, stopping } = current;
    while (!stopping.signal.aborted) {
      try {
        const state = await repository.state();
        if (!state) return;
        current.caughtUp = false;
        current.knowsSetBack = false;
        tell({ state: 'catching up' });
        await follow(state.watched, {
          repository,
          bucket: createBucket(connection.kv),
          bucketMadeAt: connection.bucketMadeAt,
          now: deps.now,
          open: (entries) => openIn(current, entries),
          store: (arrived, batch) => store(arrived, current, batch),
          onProgress: (done, of) => tell({ progress: { done, of } }),
          onCaughtUp: () => {
            current.caughtUp = true;
            // Not on opening: a server that takes everyone in and throws them out is asked less and less often.
            wait = pause.first;
            tell({ state: 'in step', progress: null, problem: '' });
            tellStored();
            void sender.send();
          },
          signal: stopping.signal,
        });
      } catch (error) {
        if (isLocked(error)) return stopLocked();
        if (!stopping.signal.aborted) tell({ state: 'offline', problem: messageOf(error) });
      } finally {
        tellStored();
      }
      await pauseFor(pause.first, stopping.signal);
    }
  }

  function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = deps.after(ms, resolve);
      signal.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });
  }

  async function store(
    arrived: ReadonlyMap<string, Arrived>,
    current: Session,
    batch?: StoredBatch,
  ): Promise<void> {
    const received = await storeEntries(arrived, { repository, clientId: current.clientId }, batch);
    if (received.ignored.length > 0) tell(withIgnored(status, received.ignored));
    sender.heal(received.heal);
    if (received.heal.length > 0) void sender.send();
    if (received.lost.length > 0) deps.onLost(received.lost);
    if (received.stored === 0) return;
    storedMeanwhile = true;
    if (current.caughtUp) tellStored();
  }

  function tellStored(): void {
    if (!storedMeanwhile) return;
    storedMeanwhile = false;
    deps.onStored();
  }

  const sender = createSender({
    repository,
    session: () => session,
    store: (arrived, current) => store(arrived, current),
    async onFailed(error) {
      if (isLocked(error)) await stopLocked();
      if (session) retryLater();
    },
    onSent() {
      wait = pause.first;
    },
    onTooLong(count) {
      if (count !== status.tooLong) tell({ tooLong: count });
    },
  });

  /** Connects where a team is configured and nothing is open, and hands in what waits. Never rejects. */
  async function wake(): Promise<void> {
    if (!session) {
      opening ??= open()
        .catch((error) => tell({ state: isLocked(error) ? 'locked' : 'offline', problem: messageOf(error) }))
        .finally(() => {
          opening = null;
        });
      await opening;
    }
    if (session) await sender.send();
  }

  async function close(): Promise<void> {
    cancelRetry?.();
    cancelRetry = null;
    const last = session;
    session = null;
    last?.stopping.abort();
    if (!last) return;
    deps.onConnection?.(null);
    await last.connection.nc.close();
  }

  /** Nothing can be read or stored until somebody opens the list; whoever wakes it then finds it as it was. */
  async function stopLocked(): Promise<void> {
    await close();
    tell({ state: 'locked', problem: '', progress: null });
  }

  return {
    wake,
    /** Where it stands now. */
    status: () => status,
    /** Ends the connection: the team was left, or changed. `wake` opens the next one. */
    async stop(): Promise<void> {
      await opening;
      const closed = close();
      // At once: whoever wakes it meanwhile opens the next connection, and tells how that one stands.
      tell(alone);
      await closed;
    },
  };
}

/** lib/db names it: rows that are sealed while no passcode was given. */
function isLocked(error: unknown): boolean {
  return (error as { name?: string }).name === 'LockedError';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
