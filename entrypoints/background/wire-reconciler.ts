import type { PrivateRepositories } from '../../lib/db/open-with-privacy.ts';
import type { LiveKeyring } from '../../lib/lock/keyring.ts';
import type { SessionLock } from '../../lib/lock/session-lock.ts';
import { forgetCaptures } from '../../lib/messaging/panel-requests.ts';
import { ensureRepeatingAlarm, setAlarm } from '../../lib/platform/alarms.ts';
import { setBadge } from '../../lib/platform/badge.ts';
import { clearNotification, showNotification, shownNotifications } from '../../lib/platform/notifications.ts';
import { localStorageArea, sessionStorageArea } from '../../lib/platform/storage.ts';
import { openReviewWindow } from '../../lib/platform/windows.ts';
import { badgeLook } from '../../lib/reminders/badge.ts';
import { createBusyMarks } from '../../lib/reminders/busy.ts';
import { createReconciler } from '../../lib/reminders/reconcile.ts';
import type { SettingsStore } from '../../lib/settings/settings-store.ts';
import { reminderTexts } from './texts.ts';

/** Minutes between looks when nothing is known to happen: what an alarm lost with a restart costs at most. */
const sweepMinutes = 5;
const lastSeenKey = 'lastReconciledAt';
const tidiedKey = 'lastTidiedOn';

/** Gives the reminders' rules the browser, the database and the clock. */
export function wireReconciler(
  database: PrivateRepositories,
  settings: SettingsStore,
  keys: Pick<LiveKeyring, 'refresh'>,
  session: Pick<SessionLock, 'times' | 'noteTimes'>,
): () => Promise<void> {
  let noted = '';
  const busy = createBusyMarks(sessionStorageArea);
  return createReconciler({
    now: Date.now,
    zone: () => Temporal.Now.timeZoneId(),
    settings: settings.load,
    firstOpen: async (count) => {
      await keys.refresh();
      return database.firstOpen(count);
    },
    openCallbacks: async () => {
      await keys.refresh();
      const { times, ...found } = await database.openForReminders(session.times);
      const known = JSON.stringify(times);
      // Written where something changed alone: pages hear of every write.
      if (times && known !== noted) {
        // Where the session is full, reminders while locked go by when each is due; today's are not to wait for it.
        await session.noteTimes(times).then(
          () => {
            noted = known;
          },
          () => {},
        );
      }
      return found;
    },
    log: database.reminders,
    lastSeen: {
      async get() {
        const at = await localStorageArea.get(lastSeenKey);
        return typeof at === 'number' ? at : null;
      },
      set: (at) => localStorageArea.set(lastSeenKey, at),
    },
    badge: {
      showFace: (counts) => setBadge(badgeLook(counts)),
      show: (counts) => setBadge({ ...badgeLook(counts), title: reminderTexts.badge(counts) }),
    },
    alarms: {
      wakeAt: (when) => setAlarm('due', when),
      keepSweeping: () => ensureRepeatingAlarm('sweep', sweepMinutes),
    },
    notifications: { show: showNotification, clear: clearNotification, shown: shownNotifications },
    openReview: () => openReviewWindow({ focused: false }),
    isBusy: busy.isBusy,
    retention: {
      privacy: database.privacy,
      isLocked: database.isLocked,
      dropStaleRequests: () => forgetCaptures('stale'),
      lastDone: {
        async get() {
          const day = await localStorageArea.get(tidiedKey);
          return typeof day === 'string' ? day : null;
        },
        set: (day) => localStorageArea.set(tidiedKey, day),
      },
    },
    texts: reminderTexts,
  });
}
