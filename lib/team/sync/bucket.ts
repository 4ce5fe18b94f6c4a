import type { KV, KvEntry } from '@nats-io/kv';
import { lostRace } from '../lost-race.ts';
import { callbackIdOf, keyOf } from '../types.ts';

/** One state of one entry, as the server gives it. */
export interface BucketEntry {
  id: string;
  revision: number;
  /** Sealed; null where the entry was deleted. */
  sealed: Uint8Array | null;
}

/** A write that was not accepted because the entry is not at the revision it was built on. */
export class RevisionConflictError extends Error {
  override readonly name = 'RevisionConflictError';
}

/** One change of the bucket. */
export interface BucketChange {
  revision: number;
  /** Null where the key is no callback's. */
  entry: BucketEntry | null;
  /** How many the server has yet to send. */
  toCome: number;
}

/** What is watched, until it is stopped or the connection ends. */
export interface BucketWatch extends AsyncIterable<BucketChange> {
  /** How many changes there were when it began. */
  waiting: number;
  /** True while more has arrived already: whoever stores in batches waits for it. */
  hasMore(): boolean;
  stop(): void;
}

/** The bucket as the engine sees it: entries by the id of their callback, anything else left out. */
export interface Bucket {
  /** @param expected revision of the entry, 0 for none. @returns the new one. @throws RevisionConflictError */
  put(id: string, sealed: Uint8Array, expected: number): Promise<number>;
  /**
   * Leaves a marker in its place.
   * @param how 'purge' has the server clear away whatever it still has of the entry, however many revisions it keeps
   * @throws RevisionConflictError
   */
  remove(id: string, expected: number, how: 'delete' | 'purge'): Promise<void>;
  /** From the leader, so never older than what was acknowledged. */
  get(id: string): Promise<BucketEntry | null>;
  /** The ids of all entries there are. */
  ids(): Promise<Set<string>>;
  /** The last revision there is. */
  lastRevision(): Promise<number>;
  /** Changes as they come, after those there were since. @param from revision, 0 for everything */
  watch(from: number): Promise<BucketWatch>;
}

/** How long an acknowledgement is waited for, ms. Longer than an election takes. */
const patience = 5_000;

/** The engine's bucket over NATS. */
export function createBucket(kv: KV): Bucket {
  return {
    put: (id, sealed, expected) =>
      saying(() => kv.put(keyOf(id), sealed, { previousSeq: expected, timeout: patience })),
    remove: (id, expected, how) => saying(() => kv[how](keyOf(id), { previousSeq: expected })),
    async get(id) {
      const entry = await kv.get(keyOf(id));
      return entry && entryOf(entry);
    },
    async ids() {
      const ids = new Set<string>();
      for await (const key of await kv.keys(keyOf('>'))) {
        const id = callbackIdOf(key);
        if (id) ids.add(id);
      }
      return ids;
    },
    lastRevision: async () => (await kv.status()).streamInfo.state.last_seq,
    async watch(from) {
      const entries = await kv.watch(from > 0 ? { resumeFromRevision: from } : {});
      return {
        waiting: await waitingFor(entries),
        hasMore: () => entries.getPending() > 0,
        stop: () => entries.stop(),
        async *[Symbol.asyncIterator]() {
          for await (const entry of entries) {
            yield { revision: entry.revision, entry: entryOf(entry), toCome: entry.delta ?? 0 };
          }
        },
      };
    },
  };
}

/** The library tells when the last change there was has come, but not where there was none: its consumer knows. */
async function waitingFor(entries: unknown): Promise<number> {
  const { _data: consumer } = entries as {
    _data: { info(cached: boolean): Promise<{ num_pending: number }> };
  };
  return (await consumer.info(true)).num_pending;
}

function entryOf({ key, revision, operation, value }: KvEntry): BucketEntry | null {
  const id = callbackIdOf(key);
  return id === null ? null : { id, revision, sealed: operation === 'PUT' ? value : null };
}

async function saying<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (lostRace(error)) throw new RevisionConflictError('Somebody else was quicker.', { cause: error });
    throw error;
  }
}
