import type { Table } from 'dexie';
import type { Callback } from '../domain/callback.ts';
import type { OutboxItem, RingbackDatabase } from './schema.ts';

/** One write as the team is to be told of it; see OutboxItem. */
export type Write = Omit<OutboxItem, 'seq'>;

/** The tables a write of entries needs in its transaction besides their own. */
export function outboxTables(db: RingbackDatabase): Table[] {
  return [db.outbox, db.synced, db.team];
}

/**
 * Leaves what was just written in the outbox, within the transaction that wrote it: both are stored or neither is.
 * Alone, without a team, it leaves nothing.
 */
export async function noteWrites(db: RingbackDatabase, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const team = await db.team.get('team');
  if (!team) return;
  // Whom nobody is to remember is not remembered in what waits to be sent.
  const bare = writes.filter(
    ({ what, after }) => what === 'forgotten' || (after && after.anonymisedAt !== null),
  );
  if (bare.length > 0) {
    const ids = bare.map(({ callbackId }) => callbackId);
    await db.outbox.where('callbackId').anyOf(ids).delete();
    await db.synced.where('callbackId').anyOf(ids).modify({ extra: '' });
  }
  // Counted here and not by the browser: a number must never be given twice, also where a copy was put back.
  await db.outbox.bulkAdd(writes.map((write, place) => ({ ...write, seq: team.seq + 1 + place })));
  await db.team.put({ ...team, seq: team.seq + writes.length });
}

/** An entry made here, or brought back. */
export function created({ id }: Pick<Callback, 'id'>): Write {
  return { callbackId: id, what: 'created', before: null, after: null };
}

export function changed(before: Callback, after: Callback): Write {
  return { callbackId: after.id, what: 'changed', before, after };
}

/** @param forgotten the caller asked to be forgotten: nothing is kept of the entry for telling the team either */
export function removed(before: Callback, { forgotten = false } = {}): Write {
  return forgotten
    ? { callbackId: before.id, what: 'forgotten', before: null, after: null }
    : { callbackId: before.id, what: 'removed', before, after: null };
}
