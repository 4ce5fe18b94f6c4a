import type { Callback, Owner } from '../domain/callback.ts';
import { fromStored, toStored } from './callbacks-repository.ts';
import { created, noteWrites } from './outbox.ts';
import type { OutboxItem, RingbackDatabase, SyncedEntry, TeamState } from './schema.ts';
import { createSyncedEntries } from './synced-entries.ts';

export type { OutboxItem, SyncedEntry, TeamState } from './schema.ts';
export type TeamRepository = ReturnType<typeof createTeamRepository>;

/** Everything there is of one entry at one moment. */
export interface Held {
  /** As the screen shows it: what the server has, with the outbox done to it; null where it is gone. */
  callback: Callback | null;
  /** Not acknowledged yet, in the order it was written. */
  outbox: OutboxItem[];
  synced: SyncedEntry | null;
}

/** How far a bucket was watched, and when last. */
export type WatchedUpTo = NonNullable<TeamState['watched']>;

/** What is to be stored instead; what is left out stays. */
export interface Rewrite {
  /** Null removes it with its reminders. */
  callback?: Callback | null;
  synced?: SyncedEntry;
  /** Outbox items that are done with, by their number. */
  done?: readonly number[];
}

/** Whose open entries are to be another's: the agent's own, who has another id in a team than alone. */
export interface Own {
  from: string;
  to: Owner | null;
}

type Rule = (id: string, held: Held) => Rewrite | null;

/** What is stored together with entries, and what is known of these. */
export interface StoredBatch {
  /** How far the bucket was watched with them: everything up to it is stored then. */
  watched?: WatchedUpTo;
  /** They come on joining: in a profile that had nothing they are not looked for one by one, which takes long. */
  areNew?: boolean;
}

/** Entries that are offered to the team on joining are written down this many at a time. */
const pageSize = 500;

/** What sync keeps, for the background and whoever joins or leaves. */
export function createTeamRepository(db: RingbackDatabase) {
  const { callbacks, announcements, snoozes, outbox, team } = db;
  const synced = createSyncedEntries(db);
  const syncTables = [callbacks, outbox, db.synced, db.syncedParts];
  const listTables = [...syncTables, announcements, snoozes, team];

  async function held(ids: readonly string[]): Promise<Held[]> {
    const [rows, known, items] = await Promise.all([
      callbacks.bulkGet([...ids]),
      synced.of(ids),
      // Mostly nothing waits: looking for each of many would take longer than all the rest.
      outbox
        .limit(1)
        .count()
        .then((any) => (any ? outbox.where('callbackId').anyOf(ids).sortBy('seq') : [])),
    ]);
    const byEntry = Map.groupBy(items, ({ callbackId }) => callbackId);
    return ids.map((id, place) => {
      const row = rows[place];
      return {
        callback: row ? fromStored(row) : null,
        outbox: byEntry.get(id) ?? [],
        synced: known[place] ?? null,
      };
    });
  }

  /** True while the profile has had nothing but what came on joining and what is written here since. */
  let wasBlank = false;
  /** What came since joining, while the profile was blank before. */
  const arrived = new Set<string>();

  /**
   * Stores the entries that nothing of ours waits for, without a look at what is here: nothing was, and who made one
   * here since has its intents in the outbox, or had it acknowledged, which what comes now is built on.
   * @returns those left
   */
  async function storeNew(ids: readonly string[], rule: Rule): Promise<string[]> {
    const waiting = (await outbox.limit(1).count()) > 0;
    const ours = new Set<unknown>([
      ...(waiting ? await outbox.orderBy('callbackId').uniqueKeys() : []),
      ...(await synced.changedIds()),
    ]);
    const rest: string[] = [];
    const rows: Callback[] = [];
    const known: SyncedEntry[] = [];
    for (const id of ids) {
      // What comes again may be an older value, put back on the way: it is weighed against what is here.
      const isNew = !ours.has(id) && !arrived.has(id);
      const rewrite = !isNew ? null : rule(id, { callback: null, outbox: [], synced: null });
      if (rewrite?.callback && rewrite.synced) {
        rows.push(rewrite.callback);
        known.push(rewrite.synced);
        arrived.add(id);
      } else rest.push(id);
    }
    await Promise.all([callbacks.bulkPut(rows.map(toStored)), synced.putNew(known)]);
    return rest;
  }

  async function isBlank(): Promise<boolean> {
    return (await callbacks.limit(1).count()) === 0 && (await synced.isEmpty());
  }

  /** Within the transaction of joining or leaving: an entry whose owner nobody is would remind nobody. */
  async function reown({ from, to }: Own): Promise<void> {
    const rows = await callbacks.where('open').equals(1).toArray();
    const theirs = rows.filter(({ owner }) => owner?.id === from);
    await callbacks.bulkPut(theirs.map((row) => toStored({ ...fromStored(row), owner: to })));
  }

  return {
    /** The team of this profile, null where it works alone. */
    async state(): Promise<TeamState | null> {
      return (await team.get('team')) ?? null;
    },

    /**
     * From here on every write leaves its intent in the outbox.
     * @param clientId new and random: who writes, in the values the server keeps
     * @param share offers the entries that are here already to the team
     * @param own makes the agent's entries theirs as a member, shared or not
     */
    async join({
      teamId,
      clientId,
      share,
      own = null,
    }: {
      teamId: string;
      clientId: string;
      share: boolean;
      own?: Own | null;
    }): Promise<void> {
      await db.transaction('rw', [...syncTables, team], async () => {
        await Promise.all([outbox.clear(), synced.clear()]);
        await team.put({ id: 'team', teamId, clientId, seq: 0, watched: null });
        if (own) await reown(own);
        if (!share) return;
        const ids = await callbacks.orderBy(':id').primaryKeys();
        for (let from = 0; from < ids.length; from += pageSize)
          await noteWrites(
            db,
            ids.slice(from, from + pageSize).map((id) => created({ id })),
          );
      });
    },

    /**
     * Works alone again. @param keepEntries false removes the list, which the team still has
     * @param own makes the member's entries theirs as somebody who works alone
     */
    async leave({ keepEntries, own = null }: { keepEntries: boolean; own?: Own | null }): Promise<void> {
      await db.transaction('rw', listTables, async () => {
        const lists = keepEntries ? [] : [callbacks, announcements, snoozes];
        await Promise.all([...lists, outbox, synced, team].map((table) => table.clear()));
        if (own) await reown(own);
      });
    },

    /** Entries with something in the outbox, those that wait longest first. */
    async waiting(): Promise<string[]> {
      const ids = new Set<string>();
      await outbox.orderBy('seq').each(({ callbackId }) => ids.add(callbackId));
      return [...ids];
    },

    /** Entries the server has acknowledged and nobody has deleted. */
    async acknowledged(): Promise<SyncedEntry[]> {
      return (await synced.all()).filter(({ deleted }) => !deleted);
    },

    /** Entries whose last state could not be opened with the keys there were. */
    async unreadable(): Promise<string[]> {
      const changed = await synced.changed();
      return changed.flatMap(({ callbackId, unreadable }) => (unreadable ? callbackId : []));
    },

    /** Entries the server had acknowledged and has lost since, as one that was put back to an earlier state has. */
    async setBack(): Promise<string[]> {
      const changed = await synced.changed();
      return changed.flatMap(({ callbackId, revision, n, deleted }) =>
        revision === 0 && n > 0 && !deleted ? callbackId : [],
      );
    },

    held: async (id: string): Promise<Held> =>
      db.transaction('r', syncTables, async () => (await held([id]))[0] as Held),

    /**
     * Looks at entries as they are now and stores what `rule` makes of each, all in one transaction.
     * @param rule gives null to leave the entry alone
     * @param batch see StoredBatch
     */
    async rewrite(ids: readonly string[], rule: Rule, { watched, areNew }: StoredBatch = {}): Promise<void> {
      await db.transaction('rw', listTables, async () => {
        const state = await team.get('team');
        // Left meanwhile: nothing of that team's list comes back.
        if (!state) return;
        if (areNew && state.watched === null) {
          wasBlank = await isBlank();
          arrived.clear();
        }
        if (watched) await team.put({ ...state, watched });
        const left = areNew && wasBlank ? await storeNew(ids, rule) : ids;
        if (left.length === 0) return;
        const now = await held(left);
        const all = left.flatMap((id, place) => {
          const rewrite = rule(id, now[place] as Held);
          return rewrite ? { id, ...rewrite } : [];
        });
        const gone = all.filter(({ callback }) => callback === null).map(({ id }) => id);
        await callbacks.bulkPut(all.flatMap(({ callback }) => (callback ? toStored(callback) : [])));
        await synced.put(all.flatMap((one) => one.synced ?? []));
        await outbox.bulkDelete(all.flatMap(({ done }) => done ?? []));
        if (gone.length === 0) return;
        await callbacks.bulkDelete(gone);
        await snoozes.bulkDelete(gone);
        await announcements.where('callbackId').anyOf(gone).delete();
      });
    },
  };
}
