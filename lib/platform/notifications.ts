import { browser, chromium, ownUrl } from './browser.ts';

export interface NotificationContent {
  title: string;
  message: string;
  /** Titles of up to two buttons, shown where the browser has them. */
  buttons?: readonly string[];
}

/**
 * Shows a notification, in place of an earlier one of that id. Rejects where the browser refuses; a browser
 * in which notifications are switched off may simply show nothing.
 */
export async function showNotification(id: string, content: NotificationContent): Promise<void> {
  const { title, message, buttons = [] } = content;
  const plain = { type: 'basic' as const, iconUrl: ownUrl('/icon/128.png'), title, message };
  if (buttons.length === 0 || !hasButtons()) {
    await browser.notifications.create(id, plain);
    return;
  }
  // The polyfill's types follow Firefox, which has no buttons.
  const withButtons = { ...plain, buttons: buttons.map((button) => ({ title: button })) };
  await browser.notifications.create(id, withButtons);
}

/** Firefox refuses `buttons` altogether: https://bugzilla.mozilla.org/show_bug.cgi?id=1190681 */
function hasButtons(): boolean {
  return typeof browser.runtime.getBrowserInfo !== 'function';
}

/** Takes one away, if it is there. Chromium refuses where they are switched off: then it is not there, either. */
export async function clearNotification(id: string): Promise<void> {
  await browser.notifications.clear(id).catch(() => undefined);
}

/** Ids of the notifications still to be seen. */
export async function shownNotifications(): Promise<string[]> {
  return Object.keys(await browser.notifications.getAll());
}

/** Registers synchronously, so that a click can wake the background. */
export function onNotificationClick(listener: (id: string) => void): void {
  browser.notifications.onClicked.addListener(listener);
}

/** Never called where the browser has no buttons. @param listener gets the button's place, from 0. */
export function onNotificationButton(listener: (id: string, button: number) => void): void {
  browser.notifications.onButtonClicked?.addListener(listener);
}

/** False where the browser blocks Ringback's notifications; what the system blocks, and Firefox, is not told. */
export async function mayNotify(): Promise<boolean> {
  return (await chromium.notifications?.getPermissionLevel?.()) !== 'denied';
}

/** Tells when they are blocked or allowed again. @returns stops it. */
export function onMayNotifyChange(listener: () => void): () => void {
  const changed = () => listener();
  const event = chromium.notifications?.onPermissionLevelChanged;
  event?.addListener(changed);
  return () => event?.removeListener(changed);
}
