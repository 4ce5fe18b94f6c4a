import type { StoredBatch, TeamRepository, TeamState } from '../../db/team-repository.ts';
import type { Bucket, BucketEntry } from './bucket.ts';
import { type Arrived, neverSynced } from './integrate.ts';

/** Entries stored in one transaction: long enough to be quick, short enough that nobody waits for it. */
const batchSize = 2_000;
/** After so long away it is not taken for granted that every deletion left its marker, ms. */
const longAway = 24 * 3_600_000;

interface FollowDeps {
  repository: Pick<TeamRepository, 'acknowledged' | 'rewrite' | 'unreadable'>;
  bucket: Bucket;
  bucketMadeAt: string;
  now: () => number;
  open: (entries: readonly BucketEntry[]) => Promise<Map<string, Arrived>>;
  store: (arrived: ReadonlyMap<string, Arrived>, batch?: StoredBatch) => Promise<void>;
  /** @param done of the `of` changes that were there when it began */
  onProgress: (done: number, of: number) => void;
  /** Everything that was there is stored. */
  onCaughtUp: () => void;
  signal: AbortSignal;
}

/** Reads what has changed since the last time, then what changes, until told to stop or the connection ends. */
export async function follow(watched: TeamState['watched'], deps: FollowDeps): Promise<void> {
  const { repository, bucket, bucketMadeAt, store, signal, now } = deps;
  const last = await bucket.lastRevision();
  const setBack = watched !== null && last < watched.revision;
  if (setBack) await forgetLaterThan(last, repository);
  const from = watched === null || setBack ? 0 : watched.revision + 1;
  await readAgain(deps);
  if (watched && (setBack || now() - watched.at > longAway)) await dropMissing(deps);

  const watch = await bucket.watch(from);
  const stop = () => watch.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const of = watch.waiting;
    let caughtUp = of === 0;
    let [done, revision] = [0, last];
    let batch = new Map<string, BucketEntry>();
    let storing: Promise<void> = Promise.resolve();
    /** The next batch is opened while one is stored; what was stored is never ahead of what was watched. */
    const flush = async () => {
      const opening = deps.open([...batch.values()]);
      const upTo = { madeAt: bucketMadeAt, revision };
      const areNew = watched === null && !caughtUp;
      batch = new Map();
      await storing;
      storing = opening.then((arrived) => store(arrived, { watched: { ...upTo, at: now() }, areNew }));
      // Whoever waits for it hears of it; until then nobody does.
      storing.catch(() => {});
    };
    if (caughtUp) {
      // Also where nothing comes: that it was looked is what the next time builds on.
      await flush();
      await storing;
      deps.onCaughtUp();
    }
    for await (const change of watch) {
      if (change.entry && batch.has(change.entry.id)) await flush();
      if (change.entry) batch.set(change.entry.id, change.entry);
      revision = change.revision;
      done += 1;
      const more = caughtUp ? watch.hasMore() : change.toCome > 0;
      if (more && batch.size < batchSize) continue;
      await flush();
      if (caughtUp) await storing;
      else deps.onProgress(Math.min(done, of), of);
      if (caughtUp || change.toCome > 0) continue;
      await storing;
      caughtUp = true;
      deps.onCaughtUp();
    }
    await storing;
  } finally {
    signal.removeEventListener('abort', stop);
    watch.stop();
  }
}

/**
 * The bucket was put back to an earlier state (a backup of the server): what we know beyond it was never deleted
 * by anybody, so it is offered again.
 */
async function forgetLaterThan(revision: number, repository: FollowDeps['repository']): Promise<void> {
  const later = (await repository.acknowledged()).filter((entry) => entry.revision > revision);
  await repository.rewrite(
    later.map(({ callbackId }) => callbackId),
    (id, { synced }) => ({ synced: { ...(synced ?? neverSynced(id)), revision: 0 } }),
  );
}

/** What could not be opened the last time: the key may have come meanwhile. */
async function readAgain({ repository, bucket, open, store }: FollowDeps): Promise<void> {
  for (const id of await repository.unreadable()) {
    const entry = await bucket.get(id);
    if (entry) await store(await open([entry]));
  }
}

/** The full compare: an entry that was acknowledged once and is gone from the bucket was deleted. */
async function dropMissing({ repository, bucket, open, store }: FollowDeps): Promise<void> {
  const revision = await bucket.lastRevision();
  const there = await bucket.ids();
  for (const known of await repository.acknowledged()) {
    const id = known.callbackId;
    if (known.revision === 0 || known.revision > revision || there.has(id)) continue;
    const standing = await bucket.get(id);
    const gone = { id, revision: Math.max(revision, known.revision + 1), sealed: null };
    await store(await open([standing ?? gone]));
  }
}
