import type { PrivateRepositories } from '../../lib/db/open-with-privacy.ts';
import { createAutoLock } from '../../lib/lock/auto-lock.ts';
import type { LiveKeyring } from '../../lib/lock/keyring.ts';
import type { SessionLock } from '../../lib/lock/session-lock.ts';
import { forgetCaptures } from '../../lib/messaging/panel-requests.ts';
import { setAlarm } from '../../lib/platform/alarms.ts';
import { clearNotification, shownNotifications } from '../../lib/platform/notifications.ts';
import type { SealedArea } from '../../lib/settings/sealed-area.ts';
import type { SettingsStore } from '../../lib/settings/settings-store.ts';

interface LockWatchDeps {
  session: SessionLock;
  settings: Pick<SettingsStore, 'load'>;
  keys: Pick<LiveKeyring, 'refresh'>;
  database: Pick<PrivateRepositories, 'isLocked' | 'lock'>;
  teamArea: Pick<SealedArea, 'seal'>;
}

/** The passcode lock as the background keeps it: locks in time, and then nothing with a name in it is left. */
export function createLockWatch({ session, settings, keys, database, teamArea }: LockWatchDeps) {
  const autoLock = createAutoLock({
    session,
    minutes: async () => (await settings.load()).lockAfterMinutes,
    now: Date.now,
    wakeAt: (when) => setAlarm('lock', when),
  });

  async function isLocked(): Promise<boolean> {
    await keys.refresh();
    return database.isLocked();
  }

  /** What was read off pages and notifications that are still shown name callers: once it is locked they go. */
  async function hideNames(): Promise<void> {
    // Of a list that cannot be asked nothing is known to be locked.
    if (!(await isLocked().catch(() => false))) return;
    await forgetCaptures('all');
    for (const id of await shownNotifications()) await clearNotification(id);
  }

  return {
    /** Locks where it is time. */
    async look(): Promise<void> {
      const wasOpen = (await session.lastUsed()) !== null;
      await autoLock.look();
      if (wasOpen) await hideNames();
    },

    /** A page of ours locked or unlocked. */
    async changed(): Promise<void> {
      await autoLock.look();
      await hideNames();
      await keys.refresh();
      // What an older version sealed waits for the first time it is unlocked.
      await Promise.allSettled([database.lock.reseal(), teamArea.seal()]);
      // The zone, too, is one of the rules, and may be another since.
      await database.lock.renewDue().catch(() => {});
    },

    /** By when something is due stays readable, and is to stay right. */
    async rulesChanged(): Promise<void> {
      await keys.refresh();
      await database.lock.renewDue().catch(() => {});
    },

    /** True where a page may not be read because the list is locked; the panel is left the reason. */
    async refusesCapture(): Promise<boolean> {
      const locked = await isLocked().catch(() => false);
      if (locked) await session.noteRefusedCapture(Date.now());
      return locked;
    },
  };
}
