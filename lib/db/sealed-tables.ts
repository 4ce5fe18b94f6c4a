import { type Callback, laterFields } from '../domain/callback.ts';
import { type DayRules, dueAt, promiseKey } from '../domain/due.ts';
import type { RowCipher } from '../lock/row-cipher.ts';

type Row = Record<string, unknown>;

/** What rows are closed with. */
export interface Closing {
  cipher: RowCipher;
  /** By which something is due; null where they are not known. */
  rules: DayRules | null;
}

/** How the rows of a table are kept while a passcode is set. */
export interface SealedTable {
  /** What stays readable beside the key and what the indexes need: only what reminders cannot do without. */
  clear?: (row: Row, closing: Closing) => Row;
  /** Indexes that hold what is to be kept secret: a keyed tag stands in its place. */
  tagged?: readonly string[];
  /** Paths of indexes that tell by their order: the sealed index (sealed-index.ts) stands in for them. */
  hidden?: {
    paths: readonly string[];
    /** False for rows that nobody looks for there. */
    isKept: (row: Row) => boolean;
  };
  /** Gives a row that was sealed before its table learned something new what it has in its place. */
  upToDate?: (row: Row) => Row;
}

/** Readable as they are: ids, and when reminders were moved to or a day was reviewed. Nothing of who and why. */
const inTheClear = new Set(['announcements', 'snoozes', 'reviewOffers', 'lock', 'sealedIndex']);

/** A member's id is made at random. */
const memberId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What stays readable of an owner's id: a member's, by which reminders in a team go. Whoever else owns an entry is
 * named by their name (lib/domain/people.ts); of them nothing but that there is somebody.
 */
export function readableOwnerId(id: string | null): string | null {
  return id === null || memberId.test(id) ? id : 'somebody';
}

const sealed: Record<string, SealedTable> = {
  callbacks: {
    clear: (row, { cipher, rules }) => {
      const callback = row as unknown as Callback;
      return {
        status: callback.status,
        kind: callback.kind,
        ownerId: readableOwnerId(callback.owner?.id ?? null),
        dueAt: rules ? dueAt(callback, rules) : (callback.promise?.until ?? callback.promise?.from ?? null),
        // Names the promise, as numbers are named, without telling it: a stage is announced once for each.
        promiseTag: cipher.tag(promiseKey(callback)),
      };
    },
    tagged: ['phoneKeys'],
    hidden: {
      paths: ['closedKey', 'unlogged', 'anonymised'],
      isKept: ({ closedKey, unlogged }) => Boolean(closedKey) || unlogged === 1,
    },
    upToDate: (row) => ({ ...laterFields, ...row }),
  },
};

/**
 * How a table is sealed; null where it never is. A table nobody thought of here is sealed but for its key and
 * what it is indexed by: index nothing that tells who or why.
 */
export function sealingOf(table: string): SealedTable | null {
  return inTheClear.has(table) ? null : (sealed[table] ?? {});
}

/** What of a row in the clear is written as something else while a passcode is set, needing no key. */
export const muted: Record<string, (row: Row) => Row> = {
  // That it was told is what counts, not when.
  announcements: (row) => ({ ...row, at: 0 }),
};

/** Where a row is sealed for: in no other table and under no other key does it open. */
export function sealedPlace(table: string, key: unknown): string {
  return `${table}|${JSON.stringify(key)}`;
}
