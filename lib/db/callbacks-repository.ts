import { hasUnlogged } from '../domain/attempt-note.ts';
import { type Callback, CallbackSchema, isOpen } from '../domain/callback.ts';
import { closedPages } from './closed-pages.ts';
import { onTableChange } from './on-table-change.ts';
import { changed, created, noteWrites, outboxTables, removed as removedWrite } from './outbox.ts';
import type { Announcement, RingbackDatabase, Snooze, StoredCallback } from './schema.ts';
import { createSyncedEntries } from './synced-entries.ts';

/** A write that cannot be made because the entry is gone (deleted in another window). */
export class CallbackGoneError extends Error {
  override readonly name = 'CallbackGoneError';
  readonly id: string;

  constructor(id: string) {
    super('This callback was deleted in another window.');
    this.id = id;
  }
}

/** A write that is not made because the entry no longer tells who and why: it is there for the figures alone. */
export class CallbackAnonymisedError extends Error {
  override readonly name = 'CallbackAnonymisedError';
  readonly id: string;

  constructor(id: string) {
    super('This callback was anonymised.');
    this.id = id;
  }
}

/** A removed entry with all that went with it, for undo. */
export interface RemovedCallback {
  callback: Callback;
  snooze: Snooze | null;
  announcements: Announcement[];
}

/** An entry as a change found it and as it left it, for undo. */
export interface EntryChange {
  before: Callback;
  after: Callback;
}

/** Repository of callbacks: the only way in and out of their table. */
export type CallbacksRepository = ReturnType<typeof createCallbacksRepository>;

/** Adds what the indexes need. Exported for migrations' tests; nothing outside this room stores with it. */
export function toStored(callback: Callback): StoredCallback {
  const open = isOpen(callback);
  const numbers = [callback.phone, ...callback.alternatePhones].map((phone) => phone?.e164 ?? null);
  return {
    ...callback,
    phoneKeys: [...new Set(numbers.filter((number) => number !== null))],
    ...(open ? { open: 1 } : { closedKey: Math.max(1, callback.closedAt ?? callback.updatedAt) }),
    ...(hasUnlogged(callback) ? { unlogged: 1 } : {}),
    ...(open || callback.anonymisedAt !== null ? {} : { anonymised: 0 }),
  };
}

/** The callback without what its indexes needed. */
export function fromStored({
  open: _open,
  closedKey: _closedKey,
  phoneKeys: _phoneKeys,
  unlogged: _unlogged,
  anonymised: _anonymised,
  ...callback
}: StoredCallback): Callback {
  return callback;
}

/**
 * Every write is one transaction and resolves only once it has completed, so that "Saved" can be said then.
 * Rejects with Dexie's error where storage fails and with a ZodError where the entry is not one.
 */
export function createCallbacksRepository(db: RingbackDatabase) {
  const { callbacks, announcements, snoozes } = db;
  const written = [callbacks, ...outboxTables(db)];
  const withReminders = [...written, announcements, snoozes];
  const synced = createSyncedEntries(db);

  /** The entry to change, within the transaction that changes it. */
  async function changeable(id: string): Promise<Callback> {
    const stored = await callbacks.get(id);
    if (!stored) throw new CallbackGoneError(id);
    if (stored.anonymisedAt !== null) throw new CallbackAnonymisedError(id);
    return fromStored(stored);
  }

  /** Stores what a rule makes of the entry as it is now. */
  async function changeOne(id: string, change: (stored: Callback) => Callback): Promise<EntryChange> {
    const before = await changeable(id);
    const after = CallbackSchema.parse(change(before));
    await callbacks.put(toStored(after));
    return { before, after };
  }

  return {
    /** Stores new entries, all or none. */
    async add(entries: readonly Callback[]): Promise<void> {
      const rows = entries.map((entry) => toStored(CallbackSchema.parse(entry)));
      await db.transaction('rw', written, async () => {
        await callbacks.bulkAdd(rows);
        await noteWrites(db, rows.map(created));
      });
    },

    /**
     * Stores new entries and applies rules to stored ones, all or nothing. @returns what the rules did
     * @throws CallbackGoneError, CallbackAnonymisedError
     */
    async addAndChange(
      entries: readonly Callback[],
      changes: readonly { id: string; change: (stored: Callback) => Callback }[],
    ): Promise<EntryChange[]> {
      const rows = entries.map((entry) => toStored(CallbackSchema.parse(entry)));
      return db.transaction('rw', written, async () => {
        await callbacks.bulkAdd(rows);
        const made: EntryChange[] = [];
        for (const { id, change } of changes) made.push(await changeOne(id, change));
        await noteWrites(db, [
          ...rows.map(created),
          ...made.map(({ before, after }) => changed(before, after)),
        ]);
        return made;
      });
    },

    /**
     * Rewrites one entry from what is stored now, so that an edit made meanwhile elsewhere is built upon.
     * @param change gets the stored entry, gives the new one. @throws CallbackGoneError, CallbackAnonymisedError
     */
    async update(id: string, change: (stored: Callback) => Callback): Promise<Callback> {
      return db.transaction('rw', written, async () => {
        const { before, after } = await changeOne(id, change);
        await noteWrites(db, [changed(before, after)]);
        return after;
      });
    },

    /** Removes an entry with its snooze and announcements, and gives all of it for undo; null where it was gone. */
    async remove(id: string): Promise<RemovedCallback | null> {
      return db.transaction('rw', withReminders, async () => {
        const stored = await callbacks.get(id);
        if (!stored) return null;
        const told = announcements.where('callbackId').equals(id);
        const removed = {
          callback: fromStored(stored),
          snooze: (await snoozes.get(id)) ?? null,
          announcements: await told.toArray(),
        };
        await callbacks.delete(id);
        await snoozes.delete(id);
        await told.delete();
        await noteWrites(db, [removedWrite(removed.callback)]);
        return removed;
      });
    },

    /** Puts back what `remove` gave: reminded when it was to be, and of nothing twice. */
    async bringBack({ callback, snooze, announcements: told }: RemovedCallback): Promise<void> {
      const row = toStored(CallbackSchema.parse(callback));
      await db.transaction('rw', withReminders, async () => {
        await callbacks.put(row);
        await noteWrites(db, [created(callback)]);
        if (snooze) await snoozes.put(snooze);
        await announcements.bulkPut(told);
      });
    },

    /** Runs several of these as one write, all or none of them. @param work waits for nothing else */
    together: <T>(work: () => Promise<T>) => db.transaction('rw', withReminders, work),

    async get(id: string): Promise<Callback | null> {
      const stored = await callbacks.get(id);
      return stored ? fromStored(stored) : null;
    },

    /** All open entries, by id (so by creation). Reads open ones only. */
    async open(): Promise<Callback[]> {
      return (await callbacks.where('open').equals(1).toArray()).map(fromStored);
    },

    async countOpen(): Promise<number> {
      return callbacks.where('open').equals(1).count();
    },

    /** When the first entry was made, null where there is none: ids sort by creation. */
    async oldest(): Promise<number | null> {
      return (await callbacks.orderBy(':id').first())?.createdAt ?? null;
    },

    async countClosed(): Promise<number> {
      return callbacks.where('closedKey').above(0).count();
    },

    /** Closed entries, the one closed last first: at most `limit` of them, after the first `from`. */
    async closed(limit: number, from = 0): Promise<Callback[]> {
      const latest = () => callbacks.where('closedKey').above(0).reverse();
      if (from === 0) return (await latest().limit(limit).toArray()).map(fromStored);
      return db.transaction('r', callbacks, async () => {
        const ids = await latest().offset(from).limit(limit).primaryKeys();
        return (await callbacks.bulkGet(ids)).flatMap((row) => (row ? fromStored(row) : []));
      });
    },

    /** These entries, in this order; null in the place of one that is gone. */
    async byIds(ids: readonly string[]): Promise<(Callback | null)[]> {
      return (await callbacks.bulkGet([...ids])).map((row) => (row ? fromStored(row) : null));
    },

    /** Every closed entry once, the one closed last first, a few hundred at a time. */
    async *closedPages(): AsyncGenerator<Callback[]> {
      for await (const rows of closedPages(callbacks)) yield rows.map(fromStored);
    },

    /**
     * Tells which entries were written or removed, in any window of this profile; null where they are too many to
     * name. @returns what ends it
     */
    onChange: (listener: (ids: string[] | null) => void) => onTableChange(db, callbacks.name, listener),

    /** Entries closed at or after `since` (epoch ms, above 0). */
    async closedSince(since: number): Promise<Callback[]> {
      return (await callbacks.where('closedKey').aboveOrEqual(since).toArray()).map(fromStored);
    },

    /** Entries with an attempt that is not in the CRM yet, open or not. */
    async unlogged(): Promise<Callback[]> {
      return (await callbacks.where('unlogged').equals(1).toArray()).map(fromStored);
    },

    /** Ids of entries with something the team's server has not acknowledged, and of all it has ever acknowledged. */
    async sentToTeam(): Promise<{ unsent: ReadonlySet<string>; acknowledged: ReadonlySet<string> }> {
      const [unsent, acknowledged] = await Promise.all([
        db.outbox.orderBy('callbackId').uniqueKeys(),
        synced.all(),
      ]);
      return {
        unsent: new Set(unsent.map(String)),
        acknowledged: new Set(acknowledged.map(({ callbackId }) => callbackId)),
      };
    },

    /** Entries with this number, open or not. @param e164 '+14155550132' */
    async withPhone(e164: string): Promise<Callback[]> {
      return (await callbacks.where('phoneKeys').equals(e164).toArray()).map(fromStored);
    },
  };
}
