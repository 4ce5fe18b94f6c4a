import type { Callback } from '../domain/callback.ts';
import type { Keyring } from '../lock/keyring.ts';
import { fromStored } from './callbacks-repository.ts';
import { repositoriesOf } from './open-database.ts';
import { RingbackDatabase } from './schema.ts';

/** Rows read at once, so that the page can be drawn in between. */
const pageSize = 500;

/** Reads what the figures of a stretch of time stand on, and nothing else. */
export function createInsightsRepository(db: RingbackDatabase) {
  const { callbacks } = db;
  return {
    /**
     * The open entries and those closed since `start` (epoch ms), a page at a time: no other can have a fact of
     * that time (see factsOf). Keys are taken from the indexes first, so that an entry closed meanwhile is in it
     * once.
     */
    async *entriesSince(start: number): AsyncGenerator<Callback[]> {
      const closed = callbacks.where('closedKey').aboveOrEqual(Math.max(1, start));
      const keys = await db.transaction('r', callbacks, async () => [
        ...(await callbacks.where('open').equals(1).primaryKeys()),
        ...(await closed.primaryKeys()),
      ]);
      for (let from = 0; from < keys.length; from += pageSize) {
        const rows = await callbacks.bulkGet(keys.slice(from, from + pageSize));
        yield rows.flatMap((row) => (row ? fromStored(row) : []));
      }
    },
  };
}

/**
 * The database for the page of figures.
 * @param keys what it is sealed with while a passcode is set. @param name tests use a name each
 */
export function openDatabaseForInsights(keys: Keyring, name?: string) {
  const db = new RingbackDatabase(name, undefined, undefined, keys);
  return { ...repositoriesOf(db), insights: createInsightsRepository(db) };
}
