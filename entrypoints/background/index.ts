import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod/mini';
import { openDatabaseWithPrivacy } from '../../lib/db/open-with-privacy.ts';
import { dayRules } from '../../lib/domain/settings.ts';
import { settingsWords } from '../../lib/i18n/words.ts';
import { createKeyring } from '../../lib/lock/keyring.ts';
import { createSessionLock } from '../../lib/lock/session-lock.ts';
import { onBackgroundMessage } from '../../lib/messaging/messages.ts';
import { onAlarm } from '../../lib/platform/alarms.ts';
import { takeLines } from '../../lib/platform/background-line.ts';
import { onCommand } from '../../lib/platform/commands.ts';
import { onMenuClick } from '../../lib/platform/context-menus.ts';
import { onInstalled, onStartup } from '../../lib/platform/lifecycle.ts';
import { uiLocale } from '../../lib/platform/locale.ts';
import { onNotificationButton, onNotificationClick } from '../../lib/platform/notifications.ts';
import { localStorageArea, sessionStorageArea } from '../../lib/platform/storage.ts';
import { createBackupStateFile } from '../../lib/settings/backup-state.ts';
import { createSettingsStore } from '../../lib/settings/settings-store.ts';
import { createTeamArea } from '../../lib/team/team-area.ts';
import { lookAfterStart } from './browser-start.ts';
import { captureByCommand, captureByMenu, captureTab } from './capture.ts';
import { createDailyBackup } from './daily-backup.ts';
import { loadRowCipher } from './load-row-cipher.ts';
import { createLockWatch } from './lock-watch.ts';
import { createMenus } from './menus.ts';
import { createNotificationClicks } from './notification-clicks.ts';
import { createTeam } from './team.ts';
import { wireReconciler } from './wire-reconciler.ts';

// The extension's policy allows no eval: zod is not to try it.
z.config({ jitless: true });

/**
 * Registers every listener in the first turn, so that the event that woke the background finds it, and looks
 * after everything once at each start: a start may be the first sign that the machine woke up.
 */
export default defineBackground({
  // Chromium's worker is one file: chunks shared with the pages would bring along what it never uses. Firefox's
  // event page is a module, because only that can load the team's part late.
  type: { firefox: 'module' },
  main() {
    const session = createSessionLock(sessionStorageArea);
    const settings = createSettingsStore({
      area: localStorageArea,
      locale: uiLocale(),
      words: settingsWords(),
    });
    const keys = createKeyring(session, {
      loadCipher: loadRowCipher,
      loadRules: async () => dayRules(await settings.load(), Temporal.Now.timeZoneId()),
      follow: false,
    });
    const database = openDatabaseWithPrivacy(keys);
    const reconcile = wireReconciler(database, settings, keys, session);
    // The background follows no change of the session: it looks whenever it is about to do something.
    const looking = { ready: keys.refresh, cipher: keys.cipher };
    const teamArea = createTeamArea(localStorageArea, looking, database.lockKeyId);
    const lock = createLockWatch({ session, settings, keys, database, teamArea });
    const backupState = createBackupStateFile(localStorageArea);
    const dailyBackup = createDailyBackup(database, settings, backupState);
    const team = createTeam({
      database,
      settings,
      area: teamArea,
      onStored: () => void reconcile(),
    });
    const lookAfterAll = async () => {
      // First: what is to be locked by now tells no names any more.
      await lock.look().catch(() => {});
      await Promise.allSettled([reconcile(), dailyBackup(), team.wake()]);
    };
    const notificationClicks = createNotificationClicks(database.reminders, reconcile);

    onInstalled(() => void Promise.all([createMenus(), reconcile()]));
    onStartup(() => void Promise.all([createMenus(), reconcile()]));
    onAlarm(() => void lookAfterAll());
    // Also where a restored backup brought them, which sends no message of its own.
    settings.watch(() => void lock.rulesChanged().finally(reconcile));
    onCommand((command, tab) => captureByCommand(command, tab, lock.refusesCapture));
    onMenuClick((click) => captureByMenu(click, lock.refusesCapture));
    onNotificationClick(notificationClicks.opened);
    onNotificationButton(notificationClicks.button);
    takeLines();
    onBackgroundMessage(async (message) => {
      switch (message.type) {
        case 'capture-tab':
          return captureTab(message, lock.refusesCapture);
        case 'snooze':
          await notificationClicks.snooze(message.callbackId, message.minutes);
          return;
        case 'settings-changed':
          void dailyBackup();
          return reconcile();
        case 'lock-changed':
          await lock.changed();
          void team.wake();
          return reconcile();
        case 'callbacks-changed':
          void team.wake();
          return reconcile();
        case 'team-changed':
          void team.changed();
          return reconcile();
        case 'team-look':
          void team.wake();
          return;
        case 'calling':
          return team.calling(message.callbackId);
        case 'review-closed':
          return reconcile();
      }
    });
    // The earlier, the less is written behind what a crash left torn.
    lookAfterStart({
      session: sessionStorageArea,
      local: localStorageArea,
      backupState,
      hasLog: !import.meta.env.FIREFOX,
    }).catch(() => {});
    void lookAfterAll();
  },
});
