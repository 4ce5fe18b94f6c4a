import { deleteDatabase } from './migration-copy.ts';

const begunKey = 'log-begun';
const passing = 'ringback-fresh-log';

interface SessionArea {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/**
 * Has Chromium begin a new log for this profile's databases, once each time it was started. Where it was killed in
 * the middle of writing a record, it reads its log up to there at the next start and goes on writing behind the
 * torn record; at the start after that it takes the log for corrupt and throws every database away. Seen in
 * Chromium 156 (tests/soak/torn-log.test.ts). Removing a database brings what is in memory into a table and begins
 * a new log, in a few milliseconds.
 *
 * @param session forgotten when the browser closes @throws what the database says where it cannot be used
 */
export async function beginFreshLog(session: SessionArea): Promise<void> {
  if (await session.get(begunKey)) return;
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(passing);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
  await deleteDatabase(passing);
  await session.set(begunKey, true);
}
