import browser from 'webextension-polyfill';

/** The WebExtension API, promises in both browsers. Only this room imports it. */
export { browser };

/**
 * What Chromium has beyond the polyfill (https://github.com/mozilla/webextension-polyfill/issues/583). Each is
 * missing in a browser that lacks it: Firefox has no side panel API, no host access request, and does not say
 * whether its notifications are blocked.
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

export const chromium: ChromiumApi = (globalThis as { chrome?: ChromiumApi }).chrome ?? {};

/** Address of one of the extension's own files. @param path such as '/popup.html?window=1' */
export function ownUrl(path: string): string {
  return browser.runtime.getURL(path);
}
