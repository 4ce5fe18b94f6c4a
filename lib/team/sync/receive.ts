import type { TeamRepository } from '../../db/team-repository.ts';
import type { Owner } from '../../domain/callback.ts';
import type { TeamCrypto } from '../types.ts';
import { decodeValue, maxValueBytes } from '../value.ts';
import type { BucketEntry } from './bucket.ts';
import { type Arrived, type Ignored, integrate } from './integrate.ts';

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

/** Opens entries of the bucket and stores what they come to, all in one transaction. One state of each at most. */
export async function storeEntries(entries: readonly BucketEntry[], deps: ReceiveDeps): Promise<Received> {
  const arrived = new Map(
    await Promise.all(entries.map(async (entry) => [entry.id, await opened(entry, deps)] as const)),
  );
  const received: Received = { stored: 0, ignored: [], heal: [], lost: [] };
  await deps.repository.rewrite([...arrived.keys()], (id, held) => {
    const one = integrate(id, held, arrived.get(id) as Arrived, deps.clientId);
    if (one.rewrite && one.ignored === null) received.stored += 1;
    if (one.ignored) received.ignored.push(one.ignored);
    if (one.heal) received.heal.push(id);
    if (one.lostTo) received.lost.push({ id, to: one.lostTo });
    return one.rewrite;
  });
  return received;
}

async function opened({ id, revision, sealed }: BucketEntry, deps: ReceiveDeps): Promise<Arrived> {
  if (sealed === null) return { revision, content: null };
  if (sealed.length > maxValueBytes) return { revision, content: { ignored: 'oversize' } };
  const box = await deps.crypto.open(sealed, deps.contextOf(id));
  if (!box.ok)
    return { revision, content: { ignored: box.why === 'unknown-key' ? 'foreign key' : 'malformed' } };
  const decoded = decodeValue(box.plain, id);
  return { revision, content: decoded.ok ? decoded.value : { ignored: decoded.why } };
}
