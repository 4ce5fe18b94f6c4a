import { beginFreshLog } from '../../lib/db/fresh-log.ts';
import { tellIfThrownAway } from '../../lib/db/thrown-away.ts';
import type { StorageArea } from '../../lib/platform/storage.ts';
import type { BackupStateFile } from '../../lib/settings/backup-state.ts';

const doneKey = 'start-looked-after';

interface BrowserStartDeps {
  /** Forgotten when the browser closes. */
  session: StorageArea;
  local: StorageArea;
  backupState: Pick<BackupStateFile, 'update'>;
  /** Whether its databases have a log that a crash can tear: Firefox has none. */
  hasLog: boolean;
}

/** What is due once each time the browser was started, whatever wakes the background first. */
export async function lookAfterStart({
  session,
  local,
  backupState,
  hasLog,
}: BrowserStartDeps): Promise<void> {
  if (await session.get(doneKey)) return;
  // The log first: the less is written behind a torn record the better, and a full storage must not keep it torn.
  const begun = !hasLog || (await beginFreshLog().then(alright, failed));
  await tellIfThrownAway(local, () => backupState.update({ lostAt: Date.now() }));
  if (begun) await session.set(doneKey, true);
}

const alright = () => true;
const failed = () => false;
