/**
 * The few extension APIs the tests ask, so that functions sent into the browser are type-checked
 * without making `chrome` known to the product's own code.
 */
export interface ExtensionApi {
  action: {
    getBadgeText(details: object): Promise<string>;
    getBadgeBackgroundColor(details: object): Promise<[number, number, number, number]>;
    getTitle(details: object): Promise<string>;
  };
  alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> };
  notifications: {
    /** What each notification says, in Firefox; Chromium gives `true`. */
    getAll(): Promise<Record<string, { title: string }>>;
    onClicked: { dispatch(id: string): void };
  };
  permissions: {
    getAll(): Promise<{ origins?: string[]; permissions?: string[] }>;
  };
  storage: { local: { get(): Promise<Record<string, unknown>> } };
  runtime: { reload(): void };
}

declare const chrome: ExtensionApi;

/** The badge as the browser shows it. */
export async function readBadge(): Promise<{ text: string; colour: string; title: string }> {
  const [red, green, blue] = await chrome.action.getBadgeBackgroundColor({});
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  return {
    text: await chrome.action.getBadgeText({}),
    colour: `#${hex}`,
    title: await chrome.action.getTitle({}),
  };
}

/** Ids of the notifications that are up. */
export async function readNotifications(): Promise<string[]> {
  return Object.keys(await chrome.notifications.getAll());
}

/** What a notification that is up says first; only Firefox tells. */
export async function readNotificationTitle(id: string): Promise<string> {
  const shown = (await chrome.notifications.getAll())[id];
  if (!shown) throw new Error(`no notification ${id}`);
  return shown.title;
}

/** Tells the background that a notification was clicked: without a desktop there is none to click. */
export function announceNotificationClick(id: string): void {
  chrome.notifications.onClicked.dispatch(id);
}

/** When the next alarm rings, in milliseconds from now; null when none is set. */
export async function readNextAlarm(): Promise<number | null> {
  const times = (await chrome.alarms.getAll()).map((alarm) => alarm.scheduledTime - Date.now());
  return times.length === 0 ? null : Math.min(...times);
}
