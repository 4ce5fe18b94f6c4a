import type { Held, StoredBatch, TeamRepository } from '../../db/team-repository.ts';
import type { Owner } from '../../domain/callback.ts';
import type { TeamCrypto } from '../types.ts';
import { decodeValue, maxValueBytes } from '../value.ts';
import type { BucketEntry } from './bucket.ts';
import { type Arrived, type Ignored, type Integrated, integrate } from './integrate.ts';

interface ReceiveDeps {
  repository: Pick<TeamRepository, 'rewrite'>;
  crypto: TeamCrypto;
  contextOf: (id: string) => string;
  clientId: string;
}

/** What storing a batch came to. */
export interface Received {
  /** How many were stored. */
  stored: number;
  ignored: Ignored[];
  /** To be written again as they are here. */
  heal: string[];
  lost: { id: string; to: Owner }[];
}

/** Opens entries of the bucket, all at the same time. One state of each at most. */
export async function openEntries(
  entries: readonly BucketEntry[],
  { crypto, contextOf }: Pick<ReceiveDeps, 'crypto' | 'contextOf'>,
): Promise<Map<string, Arrived>> {
  return new Map(
    await Promise.all(
      entries.map(async (one) => [one.id, await opened(one, crypto, contextOf(one.id))] as const),
    ),
  );
}

/** Stores what opened entries come to, all in one transaction. */
export async function storeEntries(
  arrived: ReadonlyMap<string, Arrived>,
  { repository, clientId }: Pick<ReceiveDeps, 'repository' | 'clientId'>,
  batch?: StoredBatch,
): Promise<Received> {
  const results = new Map<string, Integrated>();
  const rule = (id: string, held: Held) => {
    const one = integrate(id, held, arrived.get(id) as Arrived, clientId);
    results.set(id, one);
    return one.rewrite;
  };
  await repository.rewrite([...arrived.keys()], rule, batch);
  const received: Received = { stored: 0, ignored: [], heal: [], lost: [] };
  for (const [id, one] of results) {
    if (one.rewrite && one.ignored === null) received.stored += 1;
    if (one.ignored) received.ignored.push(one.ignored);
    if (one.heal) received.heal.push(id);
    if (one.lostTo) received.lost.push({ id, to: one.lostTo });
  }
  return received;
}

async function opened(
  { id, revision, sealed }: BucketEntry,
  crypto: TeamCrypto,
  context: string,
): Promise<Arrived> {
  if (sealed === null) return { revision, content: null };
  if (sealed.length > maxValueBytes) return { revision, content: { ignored: 'oversize' } };
  const box = await crypto.open(sealed, context);
  if (!box.ok)
    return { revision, content: { ignored: box.why === 'unknown-key' ? 'foreign key' : 'malformed' } };
  const decoded = decodeValue(box.plain, id);
  return { revision, content: decoded.ok ? decoded.value : { ignored: decoded.why } };
}
