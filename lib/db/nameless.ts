import { type Callback, laterFields } from '../domain/callback.ts';
import { promiseKey } from '../domain/due.ts';
import { fromStored } from './callbacks-repository.ts';
import type { RingbackDatabase } from './schema.ts';
import { LockedError, lockRow } from './sealing.ts';

/** See sealed-tables.ts. */
interface Clear extends Pick<Callback, 'status' | 'kind'> {
  ownerId: string | null;
  dueAt: number | null;
  promiseTag: string;
}
/** What version 5 left in the clear; until it is unlocked for the first time nothing can be done about it. */
interface OlderClear extends Pick<Callback, 'status' | 'kind' | 'happenedAt'> {
  ownerId: string | null;
  promise: { from: number | null; until: number | null } | null;
}
interface SealedRow {
  id: string;
  clear: Clear | OlderClear;
}

/** When an entry's stages fall, as it was known before locking: never stored, see SessionLock. */
export type KnownTimes = Record<string, { tag: string; happenedAt: number; window: Window }>;
type Window = [from: number | null, until: number | null] | null;

/** Open entries as badge and reminders need them. */
export interface ForReminders {
  /** While locked without anything of who and why; such an entry is never to be stored. */
  open: Callback[];
  /** Names the promise of one of them, the same while locked and not. */
  nameOf: (callback: Callback) => string;
  /** To be kept in memory for when it is locked; null where no passcode is set, or it is locked. */
  times: KnownTimes | null;
}

/**
 * The first `count` open entries, by creation. None where there are fewer, which the keys alone tell: such a list is
 * to be read at once. None while locked.
 */
export async function firstOpen(db: RingbackDatabase, count: number): Promise<Callback[]> {
  const open = () => db.callbacks.where('open').equals(1);
  const last = await open()
    .offset(count - 1)
    .limit(1)
    .primaryKeys();
  if (last.length === 0) return [];
  try {
    return (await open().limit(count).toArray()).map(fromStored);
  } catch (error) {
    if (error instanceof LockedError) return [];
    throw error;
  }
}

/** All open entries, for badge and reminders alone. @param known what was kept in memory when it was unlocked */
export async function openForReminders(
  db: RingbackDatabase,
  known: () => Promise<KnownTimes>,
): Promise<ForReminders> {
  try {
    const open = (await db.callbacks.where('open').equals(1).toArray()).map(fromStored);
    const cipher = db.keys.cipher();
    // A key that is there before its passcode stands, or after it was taken away, names nothing yet or any more.
    const stands = cipher && (await db.lock.get(lockRow))?.keyId === cipher.keyId;
    if (!stands) return { open, nameOf: promiseKey, times: null };
    const tags = new Map(open.map((callback) => [callback.id, cipher.tag(promiseKey(callback))]));
    const nameOf = ({ id }: Callback) => tags.get(id) ?? '';
    return { open, nameOf, times: timesOf(open, nameOf) };
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
  }
  const [rows, times] = await Promise.all([openAsStored(db), known()]);
  const open = rows.map((row) => nameless(row, times[row.id]));
  const names = rows.map(({ clear }, at) =>
    'promiseTag' in clear ? clear.promiseTag : promiseKey(open[at] as Callback),
  );
  const nameById = new Map(open.map(({ id }, at) => [id, names[at] ?? '']));
  return { open, nameOf: ({ id }) => nameById.get(id) ?? '', times: null };
}

function timesOf(open: readonly Callback[], nameOf: (callback: Callback) => string): KnownTimes {
  return Object.fromEntries(
    open.map((callback) => {
      const { id, happenedAt, promise } = callback;
      return [id, { tag: nameOf(callback), happenedAt, window: promise && [promise.from, promise.until] }];
    }),
  );
}

/** Past the layer that opens rows. */
function openAsStored(db: RingbackDatabase): Promise<SealedRow[]> {
  const request = db.backendDB().transaction('callbacks').objectStore('callbacks').index('open').getAll(1);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function nameless({ id, clear }: SealedRow, times: KnownTimes[string] | undefined): Callback {
  const { status, kind, ownerId } = clear;
  const { happenedAt, window } = timesIn(clear, times);
  const [from, until] = window ?? [null, null];
  // Of an entry of unknown age all that is sure is that it was there when it was due.
  const createdAt = madeAt(id) ?? until ?? from ?? 0;
  return {
    ...laterFields,
    id,
    status,
    kind,
    happenedAt: happenedAt ?? createdAt,
    createdAt,
    updatedAt: createdAt,
    promise: from === null && until === null ? null : { from, until, zone: '', words: '' },
    callerName: '',
    phone: null,
    alternatePhones: [],
    reference: '',
    reason: '',
    reasonConfirmed: false,
    owner: ownerId === null ? null : { id: ownerId, name: '' },
    notes: '',
    source: null,
    closedAt: null,
    attempts: [],
    history: [],
  };
}

function timesIn(
  clear: Clear | OlderClear,
  times: KnownTimes[string] | undefined,
): { happenedAt: number | null; window: Window } {
  if (!('promiseTag' in clear)) {
    const { happenedAt, promise } = clear;
    return { happenedAt, window: promise && [promise.from, promise.until] };
  }
  // Of a promise that was changed since, what was known says nothing.
  if (times?.tag === clear.promiseTag) return times;
  // After a restart all that is known is by when: it is taken for a point in time.
  return { happenedAt: null, window: [clear.dueAt, clear.dueAt] };
}

/** A UUID v7 begins with the moment it was made (RFC 9562); null where it is of another kind, as a file may have it. */
function madeAt(id: string): number | null {
  return id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : null;
}
