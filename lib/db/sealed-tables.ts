import { laterFields, type Owner } from '../domain/callback.ts';

/** How the rows of a table are kept while a passcode is set. */
export interface SealedTable {
  /** What stays readable beside the key and what the indexes need: only what reminders cannot do without. */
  clear?: (row: Record<string, unknown>) => Record<string, unknown>;
  /** Indexes that hold what is to be kept secret: a keyed tag stands in its place. */
  tagged?: readonly string[];
  /** Gives a row that was sealed before its table learned something new what it has in its place. */
  upToDate?: (row: Record<string, unknown>) => Record<string, unknown>;
}

/** Ids, counts and times alone: nothing here tells who or why. */
const inTheClear = new Set(['announcements', 'snoozes', 'reviewOffers', 'team', 'lock']);

const sealed: Record<string, SealedTable> = {
  callbacks: {
    // Of the promise the times, not the words, of the owner the id: badge and reminders are right while locked.
    clear: ({ status, kind, owner, happenedAt, createdAt, updatedAt, promise }) => ({
      status,
      kind,
      ownerId: (owner as Owner | null)?.id ?? null,
      happenedAt,
      createdAt,
      updatedAt,
      promise: timesOf(promise),
    }),
    tagged: ['phoneKeys'],
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

function timesOf(promise: unknown): { from: unknown; until: unknown } | null {
  if (typeof promise !== 'object' || promise === null) return null;
  const { from, until } = promise as Record<string, unknown>;
  return { from, until };
}
