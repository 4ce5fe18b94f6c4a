import { browser, chromium } from './browser.ts';

/**
 * Opens the panel beside the pages of a window. Call it synchronously in the click or key press: both browsers
 * forget the gesture at the first await, so have the window's id before.
 * https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-open
 * Firefox opens the sidebar of the window the gesture came from, whatever `windowId` says.
 */
export async function openPanel({ windowId }: { windowId: number }): Promise<void> {
  if (chromium.sidePanel) return chromium.sidePanel.open({ windowId });
  return browser.sidebarAction.open();
}
