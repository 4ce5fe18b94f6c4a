import type { TeamRepository } from '../../db/team-repository.ts';
import { type BucketEntry, createBucket } from './bucket.ts';
import type { Arrived } from './integrate.ts';
import { sendEntry } from './send.ts';
import { contextIn, openIn, type Session } from './session.ts';

interface SenderDeps {
  repository: TeamRepository;
  /** The one that is open now. */
  session: () => Session | null;
  /** Stores what stands on the server where somebody was quicker. */
  store: (arrived: ReadonlyMap<string, Arrived>, current: Session) => Promise<void>;
  /** The server did not answer, or others were always quicker, or nothing can be read: all waits where it is. */
  onFailed: (error: unknown) => Promise<void>;
  /** Something was handed in and accepted. */
  onSent: () => void;
  /** @param count of entries that are longer than the team's list takes */
  onTooLong: (count: number) => void;
}

/** Entries handed in at the same time. */
const lanes = 16;

/** Hands in what waits in the outbox, over whichever session is open. */
export function createSender(deps: SenderDeps) {
  const { repository } = deps;
  let sending: Promise<void> | null = null;
  let sendAgain = false;
  const toHeal = new Set<string>();

  async function sendAll(current: Session): Promise<void> {
    const { connection, clientId } = current;
    const bucket = createBucket(connection.kv);
    if (current.caughtUp && !current.knowsSetBack) {
      // Once: it reads what is known of each entry that ever changed.
      for (const id of await repository.setBack()) toHeal.add(id);
      current.knowsSetBack = true;
    }
    const healed = new Set(toHeal);
    const ids = [...new Set([...(await repository.waiting()), ...healed])];
    let tooLong = 0;
    let place = 0;
    const lane = async () => {
      for (let id = ids[place++]; id !== undefined && !current.stopping.signal.aborted; id = ids[place++]) {
        const sent = await sendEntry(
          id,
          {
            repository,
            bucket,
            crypto: connection.crypto,
            contextOf: contextIn(connection),
            clientId,
            onStanding: async (standingId, entry) => {
              const standing = entry ?? (await missing(standingId));
              await deps.store(await openIn(current, [standing]), current);
            },
          },
          { heal: healed.has(id) },
        );
        toHeal.delete(id);
        if (sent === 'too long') tooLong += 1;
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
    deps.onTooLong(tooLong);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    if (ids.length > 0) deps.onSent();
  }

  /** Nothing stands where something was acknowledged: it was deleted, and its marker is gone, too. */
  async function missing(id: string): Promise<BucketEntry> {
    const { synced } = await repository.held(id);
    return { id, revision: (synced?.revision ?? 0) + 1, sealed: null };
  }

  async function sendWhatWaits(): Promise<void> {
    for (let session = deps.session(); sendAgain && session; session = deps.session()) {
      sendAgain = false;
      try {
        await sendAll(session);
      } catch (error) {
        await deps.onFailed(error);
        return;
      }
    }
  }

  return {
    /** Hands everything in that waits; what is written meanwhile, too. Never rejects. */
    send(): Promise<void> {
      sendAgain = true;
      sending ??= sendWhatWaits().finally(() => {
        sending = null;
      });
      return sending;
    },
    /** These are written again as they are here, with the next `send`, also where nothing of them waits. */
    heal(ids: readonly string[]): void {
      for (const id of ids) toHeal.add(id);
    },
  };
}
