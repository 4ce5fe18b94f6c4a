import { createAutoLock } from '../lock/auto-lock.ts';
import { sendToBackground } from '../messaging/messages.ts';
import { uiLocale } from '../platform/locale.ts';
import { localStorageArea } from '../platform/storage.ts';
import { createSettingsStore } from '../settings/settings-store.ts';
import { sessionLock } from './page-keys.ts';

/** Key presses and clicks within this many ms count as one use. */
const every = 10_000;

/** Notes that this page is used, for as long as it stays open, and locks instead where that comes too late. */
export function noteUse(): void {
  const settings = createSettingsStore({ area: localStorageArea, locale: uiLocale() });
  const autoLock = createAutoLock({
    session: sessionLock,
    minutes: async () => (await settings.load()).lockAfterMinutes,
    now: Date.now,
    // The background has the alarm.
    wakeAt: async () => {},
  });
  let last = Number.NEGATIVE_INFINITY;
  const used = () => {
    if (Math.abs(Date.now() - last) < every) return;
    last = Date.now();
    autoLock.used().then((open) => {
      // Its notifications name callers still.
      if (!open) sendToBackground({ type: 'lock-changed' });
    });
  };
  for (const event of ['keydown', 'pointerdown', 'focus']) addEventListener(event, used, { capture: true });
  used();
  // It sets the alarm that locks.
  sendToBackground({ type: 'lock-changed' });
}
