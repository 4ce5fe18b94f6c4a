import { type Callback, laterFields } from '../domain/callback.ts';
import { fromStored } from './callbacks-repository.ts';
import type { RingbackDatabase } from './schema.ts';
import { LockedError } from './sealing.ts';

/** See sealed-tables.ts. */
interface SealedRow {
  id: string;
  clear: Pick<Callback, 'status' | 'kind' | 'happenedAt' | 'createdAt' | 'updatedAt'> & {
    promise: { from: number | null; until: number | null } | null;
    ownerId: string | null;
  };
}

/**
 * All open entries, for badge and reminders alone. While locked they are what can be read without the passcode:
 * when each is to be called, and nothing of who and why; such an entry is never to be stored.
 */
export async function openForReminders(db: RingbackDatabase): Promise<Callback[]> {
  try {
    return (await db.callbacks.where('open').equals(1).toArray()).map(fromStored);
  } catch (error) {
    if (error instanceof LockedError) return (await openAsStored(db)).map(nameless);
    throw error;
  }
}

/** Past the layer that opens rows. */
function openAsStored(db: RingbackDatabase): Promise<SealedRow[]> {
  const request = db.backendDB().transaction('callbacks').objectStore('callbacks').index('open').getAll(1);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function nameless({ id, clear }: SealedRow): Callback {
  const { status, kind, happenedAt, createdAt, updatedAt, promise, ownerId } = clear;
  return {
    ...laterFields,
    id,
    status,
    kind,
    happenedAt,
    createdAt,
    updatedAt,
    promise: promise && { from: promise.from, until: promise.until, zone: '', words: '' },
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
