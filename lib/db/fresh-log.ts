import { deleteDatabase } from './migration-copy.ts';
import { makeDatabase } from './thrown-away.ts';

const passing = 'ringback-fresh-log';

/**
 * Has Chromium begin a new log for this profile's databases; to be done once each time it was started. Where it was
 * killed in the middle of writing a record, it reads its log up to there at the next start and goes on writing
 * behind the torn record; at the start after that it takes the log for corrupt and throws every database away. Seen
 * in Chromium 156 (tests/soak/torn-log.test.ts). Removing a database brings what is in memory into a table and
 * begins a new log, in a few milliseconds.
 *
 * @throws what the database says where it cannot be used
 */
export async function beginFreshLog(): Promise<void> {
  await makeDatabase(passing);
  await deleteDatabase(passing);
}
