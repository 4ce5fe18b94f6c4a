import type { ReadonlySignal } from '@preact/signals';
import { v7 as newId } from 'uuid';
import type { PrivateRepositories } from '../db/open-with-privacy.ts';
import { type Settings, SettingsSchema, settingsOfBackup } from '../domain/settings.ts';
import { reasonWords } from '../i18n/words.ts';
import { sendToBackground } from '../messaging/messages.ts';
import { giveUpDownload, requestDownload } from '../platform/downloads.ts';
import { saveAs } from '../platform/save-as.ts';
import { localStorageArea } from '../platform/storage.ts';
import { createBackupStateFile } from '../settings/backup-state.ts';
import { type BackupStore, type BackupStoreDeps, createBackupStore } from './backup-store.ts';
import { loadCsvTools } from './csv-tools.ts';

interface PageBackupDeps {
  repositories: PrivateRepositories;
  settings: ReadonlySignal<Settings>;
  lock: BackupStoreDeps['lock'];
  presentNames: BackupStoreDeps['presentNames'];
  saveSettings: (change: (here: Settings) => Settings) => Promise<{ ok: boolean }>;
}

/** Backups as the options page makes and takes them. */
export function createPageBackup({
  repositories,
  settings,
  saveSettings,
  lock,
  presentNames,
}: PageBackupDeps): BackupStore {
  const zone = () => Temporal.Now.timeZoneId();
  const file = createBackupStateFile(localStorageArea);
  return createBackupStore({
    backup: repositories.backup,
    storedCallbacks: repositories.storedCallbacks,
    storedLock: repositories.storedLock,
    lock,
    presentNames,
    file,
    settings: () => settings.value,
    zone,
    now: Date.now,
    act: () => ({ now: Date.now(), by: settings.value.yourName || null, newId }),
    standInReason: (kind, happenedAt) => reasonWords(kind, happenedAt, zone()),
    loadCsv: loadCsvTools,
    save: saveAs,
    requestDownload,
    giveUpDownload,
    onDaily: () => {
      sendToBackground({ type: 'settings-changed' });
    },
    takeSettings: async (raw) => {
      const read = SettingsSchema.safeParse(raw);
      return read.success && (await saveSettings((here) => settingsOfBackup(read.data, here))).ok;
    },
    onImported: async () => {
      await file.update({ importedAt: Date.now() });
      await sendToBackground({ type: 'callbacks-changed' });
    },
  });
}
