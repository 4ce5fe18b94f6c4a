import { i18n } from '#i18n';
import { writeJson } from '../../lib/backup/json-file.ts';
import { backupFileName, dailyBackupDue } from '../../lib/backup/schedule.ts';
import { writeSealed } from '../../lib/backup/sealed-file.ts';
import { toBlob } from '../../lib/backup/to-blob.ts';
import type { PrivateRepositories } from '../../lib/db/open-with-privacy.ts';
import { mayDownload, saveFile } from '../../lib/platform/downloads.ts';
import type { BackupStateFile } from '../../lib/settings/backup-state.ts';
import type { SettingsStore } from '../../lib/settings/settings-store.ts';

/** Makes the daily backup where it is wanted and due; otherwise looks and does nothing. One at a time. */
export function createDailyBackup(
  database: Pick<PrivateRepositories, 'backup' | 'storedLock'>,
  settings: Pick<SettingsStore, 'load'>,
  file: Pick<BackupStateFile, 'load' | 'update'>,
): () => Promise<void> {
  let running: Promise<void> | null = null;

  async function backUp(): Promise<void> {
    const now = Date.now();
    if (!dailyBackupDue(await file.load(), now)) return;
    const fileName = backupFileName('json', now, Temporal.Now.timeZoneId());
    try {
      if (!(await mayDownload())) throw new Error(i18n.t('backup.dailyNoPermission'));
      await saveFile(`Ringback/${fileName}`, await toBlob(await pieces(now), 'application/json'));
      await file.update({ lastAt: now, dailyTriedAt: now, dailyProblem: null });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      await file.update({ dailyTriedAt: now, dailyProblem: why.slice(0, 300) || 'unknown' });
    }
  }

  /** With a passcode set rows go out sealed, as they lie in the database: locked or not. */
  async function pieces(now: number): Promise<AsyncIterable<string>> {
    const { backup } = database;
    const [lock, given] = [await database.storedLock(), await settings.load()];
    if (lock === null) {
      const closedDays = await backup.closedDays();
      return writeJson({ callbacks: backup.pages(), closedDays, settings: given, now });
    }
    const callbacks = backup.sealedPages('callbacks');
    return writeSealed({
      lock,
      callbacks,
      closedDays: backup.sealedPages('closedDays'),
      settings: given,
      now,
    });
  }

  return () => {
    running ??= backUp().finally(() => {
      running = null;
    });
    return running;
  };
}
