import type { Browser } from 'webextension-polyfill';

/** Where each browser has the API: Firefox under a name of its own, Chromium as everybody's first had it. */
const { browser: firefox, chrome } = globalThis as { browser?: Browser; chrome?: unknown };

/**
 * The WebExtension API. Both browsers answer with promises by themselves (Chromium since Manifest V3), so nothing
 * stands in between; the types are Firefox's. Only this room imports it.
 */
export const browser = (firefox ?? chrome) as Browser;

/**
 * What Chromium has beyond these types. Each is missing in a browser that lacks it: Firefox has no side panel
 * API, no host access request, and does not say whether its notifications are blocked.
 */
interface ChromiumApi {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  permissions?: { addHostAccessRequest?(request: { tabId: number }): Promise<void> };
  notifications?: {
    getPermissionLevel?(): Promise<'granted' | 'denied'>;
    onPermissionLevelChanged?: {
      addListener(listener: () => void): void;
      removeListener(listener: () => void): void;
    };
  };
}

export const chromium: ChromiumApi = chrome ?? {};

/** Address of one of the extension's own files. @param path such as '/popup.html?window=1' */
export function ownUrl(path: string): string {
  return browser.runtime.getURL(path);
}
