import { Dexie, type EntityTable, type PromiseExtended, type Transaction } from 'dexie';
import { hasUnlogged } from '../domain/attempt-note.ts';
import { type Callback, laterFields } from '../domain/callback.ts';
import { type ClosedDay, emptyTally } from '../domain/close-day.ts';
import type { Draft } from '../domain/draft.ts';
import { type Keyring, noKeys } from '../lock/keyring.ts';
import type { LockRecord } from '../lock/lock-record.ts';
import { openGuarded } from './guarded-migration.ts';
import { sealedIndexTable } from './sealed-index.ts';
import { readableOwnerId } from './sealed-tables.ts';
import { lockTable, sealingMiddleware } from './sealing.ts';

/**
 * A callback with what the indexes need; derived at every write, never trusted from outside. Each index has only the
 * rows somebody looks for there: what is left out is not in it, and a line in an index takes a fifth of the time of a
 * row. Rows written before version 7 are in all of them, with 0 where nothing is now.
 */
export interface StoredCallback extends Callback {
  /** 1 while open: IndexedDB keys cannot be booleans. */
  open?: 0 | 1;
  /** When it was closed, epoch ms above 0, so that the closed list pages through one index. */
  closedKey?: number;
  /** E.164 of every number of the caller. */
  phoneKeys: string[];
  /** 1 where an attempt is not in the CRM yet, for the review. */
  unlogged?: 0 | 1;
  /** 0 where it is closed and tells who and why, so that retention never reads an entry twice. */
  anonymised?: 0 | 1;
}

/** One reminder that was shown, so that it is not shown again. */
export interface Announcement {
  /** callback id | promise key | stage. */
  key: string;
  callbackId: string;
  /** When it was shown, epoch ms. */
  at: number;
}

/** A reminder the agent moved; the promise itself stays. */
export interface Snooze {
  callbackId: string;
  /** Epoch ms. */
  until: number;
}

/** When the review of a day was offered by itself, so that it is offered once. */
export interface ReviewOffer {
  day: string;
  at: number;
}

/**
 * A write the team has not acknowledged yet: the entry before and after it, from which its intent is worked out
 * when it is sent (lib/domain/intent), so that pages need not load that.
 */
export interface OutboxItem {
  /** Counts up for good, see TeamState. */
  seq: number;
  callbackId: string;
  what: 'created' | 'changed' | 'removed' | 'forgotten';
  /** Null for what was created or forgotten. */
  before: Callback | null;
  /** Null for what was created (the entry itself is stored), removed or forgotten. */
  after: Callback | null;
}

/** What the server has of an entry. Without one it has never acknowledged any of it. */
export interface SyncedEntry {
  callbackId: string;
  /** The revision the stored entry is built on: that of the last write accepted, by whomever. */
  revision: number;
  /** How often a write of this entry was accepted, as the value itself counts it. */
  n: number;
  /** Of each client the last of its intents that is in it. */
  applied: Record<string, number>;
  /** The key is gone from the bucket: the entry was deleted. */
  deleted: boolean;
  /** Fields of the value this version does not know, as JSON; '' for none. They go back as they came. */
  extra: string;
  /** Sealed under a key this browser does not have: nothing is written over it. */
  unreadable: boolean;
}

/** What the server has of many entries, as it was when the profile joined; see synced-entries.ts. */
export interface SyncedPart {
  part: number;
  /** Members of a JSON array. */
  text: string;
}

/** The team this profile belongs to; without this one row nothing goes to an outbox. */
export interface TeamState {
  id: 'team';
  teamId: string;
  /** Who writes, in the values' `applied`: this profile since it joined. */
  clientId: string;
  /** The last number an outbox item was given. */
  seq: number;
  /** Which bucket was watched, up to which revision and when last (epoch ms); null where it never was. */
  watched: { madeAt: string; revision: number; at: number } | null;
}

/** What the record of a day closed before it told more has in its place. */
const unknownDay: Partial<ClosedDay> = { ...emptyTally, by: null, people: [] };

export interface Version {
  version: number;
  stores: Record<string, string | null>;
  upgrade?: (transaction: Transaction) => Promise<unknown>;
}

/**
 * Every version of the stored shape, oldest first. A version is never edited once released: a change is a new
 * line with its upgrade. https://dexie.org/docs/Tutorial/Design#database-versioning
 */
export const versions: Version[] = [
  {
    version: 1,
    stores: {
      callbacks: 'id, open, closedKey, *phoneKeys',
      drafts: 'id',
      announcements: 'key, callbackId',
      snoozes: 'callbackId',
      closedDays: 'day',
      reviewOffers: 'day',
    },
  },
  {
    version: 2,
    stores: { callbacks: 'id, open, closedKey, *phoneKeys, unlogged' },
    upgrade: async (transaction) => {
      await transaction
        .table<StoredCallback>('callbacks')
        .toCollection()
        .modify((row) => {
          Object.assign(row, { ...laterFields, ...row, unlogged: hasUnlogged(row) ? 1 : 0 });
        });
      await transaction
        .table<ClosedDay>('closedDays')
        .toCollection()
        .modify((row) => {
          Object.assign(row, { ...unknownDay, ...row });
        });
    },
  },
  {
    version: 3,
    stores: { callbacks: 'id, open, closedKey, *phoneKeys, unlogged, [anonymised+closedKey]' },
    upgrade: async (transaction) => {
      await transaction
        .table<StoredCallback>('callbacks')
        .toCollection()
        .modify((row) => {
          Object.assign(row, { anonymisedAt: null, anonymised: 0 });
        });
      // Until now what was announced of an entry outlived it.
      const announcements = transaction.table<Announcement>('announcements');
      const there = new Set(await transaction.table('callbacks').toCollection().primaryKeys());
      const gone = (await announcements.orderBy('callbackId').uniqueKeys()).filter((id) => !there.has(id));
      await announcements.where('callbackId').anyOf(gone.map(String)).delete();
    },
  },
  { version: 4, stores: { outbox: 'seq, callbackId', synced: 'callbackId', team: 'id' } },
  // From here on rows may be sealed (sealing.ts): an upgrade sees them so, and cannot open them.
  { version: 5, stores: { [lockTable]: 'id' } },
  // What was sealed before is written anew, with less in the clear, once it is unlocked (reseal.ts).
  { version: 6, stores: { [sealedIndexTable]: 'part' } },
  { version: 7, stores: { syncedParts: 'part' } },
  {
    version: 8,
    stores: {},
    // Beside sealed rows stood who owns them: outside a team, and of who is in none, that is a name.
    upgrade: async (transaction) => {
      if ((await transaction.table(lockTable).count()) === 0) return;
      await transaction
        .table<{ clear?: { ownerId: string | null } }>('callbacks')
        .toCollection()
        .modify((row) => {
          if (row.clear) row.clear = { ...row.clear, ownerId: readableOwnerId(row.clear.ownerId) };
        });
    },
  },
];

/** The database behind the repositories of this room; nothing outside lib/db sees its tables. */
export class RingbackDatabase extends Dexie {
  callbacks!: EntityTable<StoredCallback, 'id'>;
  drafts!: EntityTable<Draft, 'id'>;
  announcements!: EntityTable<Announcement, 'key'>;
  snoozes!: EntityTable<Snooze, 'callbackId'>;
  closedDays!: EntityTable<ClosedDay, 'day'>;
  reviewOffers!: EntityTable<ReviewOffer, 'day'>;
  outbox!: EntityTable<OutboxItem, 'seq'>;
  synced!: EntityTable<SyncedEntry, 'callbackId'>;
  syncedParts!: EntityTable<SyncedPart, 'part'>;
  team!: EntityTable<TeamState, 'id'>;
  /** One row while a passcode is set. */
  lock!: EntityTable<LockRecord & { id: string }, 'id'>;
  /** While a passcode is set: what indexes would tell (sealed-index.ts). */
  sealedIndex!: EntityTable<{ part: number }, 'part'>;

  #opening: Promise<void> | null = null;
  #refusal: unknown = null;

  /**
   * @param name database name; tests use one each. @param upTo open an older version (migration tests).
   * @param history versions other than the real ones (migration tests)
   * @param keys what rows are sealed with while a passcode is set
   */
  constructor(
    name = 'ringback',
    upTo = Number.POSITIVE_INFINITY,
    history: readonly Version[] = versions,
    readonly keys: Keyring = noKeys,
  ) {
    // Chromium acknowledges a relaxed transaction before it is on disk; "Saved" must mean saved.
    // The cache has shown stale results for live queries over multi-entry indexes (Dexie #1863).
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.use(sealingMiddleware(keys));
    for (const { version, stores, upgrade } of history) {
      if (version > upTo) continue;
      this.version(version)
        .stores(stores)
        .upgrade(async (transaction) => {
          if (this.#refusal) throw this.#refusal;
          await upgrade?.(transaction);
        });
    }
  }

  /** Why it could not be opened, null where it could: Dexie tells those who wait only that it is closed. */
  async whyClosed(): Promise<unknown> {
    return this.#opening?.then(
      () => null,
      (error) => error,
    );
  }

  /** Dexie calls this before the first read or write; an older version is copied before it is migrated. */
  override open(): PromiseExtended<Dexie> {
    this.#opening ??= this.#openFirst();
    return Dexie.Promise.resolve(this.#opening).then(() => super.open()) as PromiseExtended<Dexie>;
  }

  async #openFirst(): Promise<void> {
    await this.keys.ready();
    await openGuarded(this.name, this.verno, (refusal) => {
      this.#refusal = refusal;
      return super.open();
    });
  }
}
