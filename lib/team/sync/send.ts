import type { Held, SyncedEntry, TeamRepository } from '../../db/team-repository.ts';
import type { Callback } from '../../domain/callback.ts';
import type { TeamCrypto } from '../types.ts';
import { encodeValue, maxValueBytes } from '../value.ts';
import { type Bucket, type BucketEntry, RevisionConflictError } from './bucket.ts';
import { neverSynced } from './integrate.ts';

interface SendDeps {
  repository: Pick<TeamRepository, 'held' | 'rewrite'>;
  bucket: Bucket;
  crypto: TeamCrypto;
  /** What the value is sealed for: bucket and key. */
  contextOf: (id: string) => string;
  clientId: string;
  /** Stores what stands in the bucket instead of what was expected; null where nothing does. */
  onStanding: (id: string, entry: BucketEntry | null) => Promise<void>;
}

/** How sending an entry ended. */
export type Sent =
  | 'nothing to send'
  | 'acknowledged'
  /** Longer than a value may be: it stays here. */
  | 'too long'
  /** What stands in the bucket cannot be opened here, so nothing is written over it. */
  | 'unreadable';

/** So often others may be quicker before the entry waits for the next time. */
const tries = 20;

/**
 * Hands the outbox of one entry in, all of it as one write on the revision it is built on; where somebody was
 * quicker, theirs is stored first with ours on top, and it is handed in again. Rejects where the server does not
 * answer: nothing is marked as acknowledged then, whether or not it was.
 * @param heal writes the entry as it is here even where nothing of it is in the outbox
 */
export async function sendEntry(id: string, deps: SendDeps, { heal = false } = {}): Promise<Sent> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const held = await deps.repository.held(id);
    if (held.synced?.unreadable) return 'unreadable';
    if (held.outbox.length === 0 && !(heal && held.callback)) return 'nothing to send';
    try {
      return held.callback ? await put(id, held, held.callback, deps) : await remove(id, held, deps);
    } catch (error) {
      if (!(error instanceof RevisionConflictError)) throw error;
      await deps.onStanding(id, await deps.bucket.get(id));
    }
  }
  throw new RevisionConflictError(`Others were quicker ${tries} times.`);
}

async function put(id: string, held: Held, callback: Callback, deps: SendDeps): Promise<Sent> {
  const { crypto, clientId } = deps;
  const known = held.synced ?? neverSynced(id);
  const last = held.outbox.at(-1)?.seq;
  const next = {
    n: known.n + 1,
    applied: last === undefined ? known.applied : { ...known.applied, [clientId]: last },
    // Nothing says that fields we do not know tell nothing of who and why.
    extra: callback.anonymisedAt === null ? known.extra : '',
  };
  const sealed = await crypto.seal(encodeValue({ ...next, callback }), deps.contextOf(id));
  if (sealed.length > maxValueBytes) return 'too long';
  const revision = await deps.bucket.put(id, sealed, known.revision);
  await acknowledged(id, held, deps, { ...known, ...next, revision, deleted: false });
  return 'acknowledged';
}

async function remove(id: string, held: Held, deps: SendDeps): Promise<Sent> {
  const known = held.synced;
  if (!known || known.deleted) {
    // Its first write may have arrived without our having heard of it.
    const standing = known ? null : await deps.bucket.get(id);
    if (standing?.sealed) throw new RevisionConflictError('It arrived after all.');
    await acknowledged(id, held, deps, known ?? { ...neverSynced(id), deleted: true });
    return 'acknowledged';
  }
  const isForgotten = held.outbox.some(({ what }) => what === 'forgotten');
  await deps.bucket.remove(id, known.revision, isForgotten ? 'purge' : 'delete');
  // The marker's own revision comes with the watch.
  await acknowledged(id, held, deps, { ...known, deleted: true, extra: '' });
  return 'acknowledged';
}

/**
 * What was handed in is done with; what was written meanwhile stays, and so does what arrived meanwhile: it comes
 * after ours, so it has ours in it.
 */
async function acknowledged(id: string, held: Held, deps: SendDeps, synced: SyncedEntry): Promise<void> {
  const done = held.outbox.map(({ seq }) => seq);
  const builtOn = held.synced?.revision ?? 0;
  await deps.repository.rewrite([id], (_, now) =>
    (now.synced?.revision ?? 0) > builtOn ? { done } : { done, synced },
  );
}
