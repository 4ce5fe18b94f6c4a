import { type ReadonlySignal, signal } from '@preact/signals';
import { openDatabaseWithPrivacy } from '../db/open-with-privacy.ts';
import { concerns } from '../domain/ownership.ts';
import { dayRules } from '../domain/settings.ts';
import { noKeys } from '../lock/keyring.ts';
import { isKeyOf } from '../lock/unlock.ts';
import { sendToBackground } from '../messaging/messages.ts';
import { uiLocale } from '../platform/locale.ts';
import { localStorageArea } from '../platform/storage.ts';
import { openOwnPage } from '../platform/tabs.ts';
import { type BadgeCounts, badgeCounts } from '../reminders/badge.ts';
import { createSettingsStore } from '../settings/settings-store.ts';
import { sessionLock } from './page-keys.ts';
import { createUnlockStore, type UnlockStore } from './unlock-store.ts';

/** What a page that is locked shows and does. */
export interface LockedPage {
  store: UnlockStore;
  /** What the badge counts; null while that is not known. */
  counts: ReadonlySignal<BadgeCounts | null>;
  /** A capture was asked for, and nothing was read. */
  captureRefused: ReadonlySignal<boolean>;
  /** Erases all there is and opens the backups, to restore one. */
  erase: () => Promise<void>;
}

/** A capture asked for longer ago is not what the panel was opened for. */
const refusedWithin = 2 * 60_000;

/** Without keys: of the list it can read what the badge counts, and no more. @param onUnlocked the passcode was right */
export function createLockedPage(onUnlocked: () => void): LockedPage {
  const repositories = openDatabaseWithPrivacy(noKeys);
  const settingsFile = createSettingsStore({ area: localStorageArea, locale: uiLocale() });
  const counts = signal<BadgeCounts | null>(null);
  const captureRefused = signal(false);

  async function count(): Promise<void> {
    const [{ open }, settings] = await Promise.all([
      repositories.openForReminders(sessionLock.times),
      settingsFile.load(),
    ]);
    const rules = dayRules(settings, Temporal.Now.timeZoneId());
    const mine = open.filter((callback) => concerns(callback, settings.memberId));
    counts.value = badgeCounts(mine, rules, Date.now());
  }
  async function hear(): Promise<void> {
    const at = await sessionLock.refusedCapture();
    captureRefused.value = at !== null && Math.abs(Date.now() - at) < refusedWithin;
  }
  // A list that cannot be read is told about once it is unlocked.
  count().catch(() => {});
  hear();
  const stops = [sessionLock.onRefusedCapture(hear)];
  let left = false;
  const leave = () => {
    if (left) return;
    left = true;
    for (const stop of stops) stop();
    repositories.close();
    onUnlocked();
  };
  /** Unlocked in another page of ours, perhaps while this one was being fetched. */
  const follow = async () => {
    const dataKey = await sessionLock.dataKey();
    // A list that cannot be asked stays locked until it can.
    const record = dataKey && (await repositories.lockRecord().catch(() => null));
    if (dataKey && isKeyOf(record, dataKey)) leave();
  };

  const store = createUnlockStore({
    session: sessionLock,
    record: repositories.lockRecord,
    now: Date.now,
    onUnlocked: leave,
  });
  stops.push(sessionLock.onChange(follow));
  follow();
  return {
    store,
    counts,
    captureRefused,
    async erase() {
      await eraseAll(repositories);
      await openOwnPage('/options.html#backup');
      location.reload();
    },
  };
}

/** The list, what is kept beside it, and the passcode. */
export async function eraseAll(repositories: { erase(): Promise<void> }): Promise<void> {
  await repositories.erase();
  await localStorageArea.remove(Object.keys(await localStorageArea.getAll()));
  await sessionLock.lock();
  await sessionLock.clearGuesses();
  await sendToBackground({ type: 'lock-changed' });
}
