import { browser, chromium } from './browser.ts';

/**
 * Opens the panel beside the pages of a window, the one in use by default. Call it synchronously in the click,
 * key press or notification's click: both browsers forget the gesture at the first await.
 * https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-open
 * Firefox opens the sidebar of the window in use, whatever `windowId` says.
 */
export async function openPanel({ windowId }: { windowId?: number } = {}): Promise<void> {
  if (chromium.sidePanel) {
    return chromium.sidePanel.open({ windowId: windowId ?? browser.windows.WINDOW_ID_CURRENT });
  }
  return browser.sidebarAction.open();
}

/** True where the panel of a window is open. */
export async function isPanelOpen(windowId: number): Promise<boolean> {
  if (!chromium.sidePanel) return browser.sidebarAction.isOpen({ windowId });
  const contextTypes = ['SIDE_PANEL' as const];
  return (await browser.runtime.getContexts({ contextTypes, windowIds: [windowId] })).length > 0;
}
