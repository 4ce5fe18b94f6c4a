import type { Tabs } from 'webextension-polyfill';
import { browser, ownUrl } from './browser.ts';

/** A tab, with its address and title only where the extension may see them. */
export interface TabInfo {
  id: number;
  windowId: number;
  url?: string;
  title?: string;
}

/** The tab in front in a window (the current one by default); null where there is none. */
export async function activeTab(windowId?: number): Promise<TabInfo | null> {
  const where = windowId === undefined ? { currentWindow: true } : { windowId };
  const [tab] = await browser.tabs.query({ active: true, ...where });
  return tab ? tabInfo(tab) : null;
}

/** A tab by its id; null where it is gone. */
export async function tabById(tabId: number): Promise<TabInfo | null> {
  return browser.tabs.get(tabId).then(tabInfo, () => null);
}

/** The id of the window this page is in. */
export async function currentWindowId(): Promise<number | null> {
  return (await browser.windows.getCurrent()).id ?? null;
}

/** Another tab came to the front, or the tab's page changed. */
export interface TabChange {
  tabId: number;
  windowId: number;
  kind: 'activated' | 'updated';
  /** The new address, where it changed and may be seen. */
  url?: string;
  status?: 'loading' | 'complete';
}

/** Follows the tabs of every window. @returns stops following. */
export function onTabChange(listener: (change: TabChange) => void): () => void {
  const onActivated = ({ tabId, windowId }: Tabs.OnActivatedActiveInfoType) =>
    listener({ tabId, windowId, kind: 'activated' });
  const onUpdated = (tabId: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    if (change.url === undefined && change.status === undefined) return;
    listener({
      tabId,
      windowId: tab.windowId ?? browser.windows.WINDOW_ID_NONE,
      kind: 'updated',
      ...(change.url === undefined ? {} : { url: change.url }),
      ...(change.status === 'loading' || change.status === 'complete' ? { status: change.status } : {}),
    });
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

interface PageToShow {
  url: string;
  /** The tab it was last seen in; looked at first. */
  tabId?: number;
  /** Whether a tab's address is still that page; exactly the same address unless told otherwise. */
  isSame?: (tabUrl: string) => boolean;
}

/**
 * Brings the tab that shows this page to the front, or opens a new one. Only tabs whose address may be seen
 * can be recognised.
 */
export async function goToPage({ url, tabId, isSame = (other) => other === url }: PageToShow): Promise<void> {
  const showing = (await browser.tabs.query({})).filter((tab) => tab.url !== undefined && isSame(tab.url));
  const tab = showing.find(({ id }) => id === tabId) ?? showing[0];
  if (tab?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Opens one of the extension's own pages in a tab. @param path such as '/options.html' */
export async function openOwnPage(path: string, windowId?: number): Promise<void> {
  await browser.tabs.create({ url: ownUrl(path), ...(windowId === undefined ? {} : { windowId }) });
}

/** What the extension may know of a tab. */
export function tabInfo(tab: Tabs.Tab): TabInfo | null {
  if (tab.id === undefined || tab.windowId === undefined) return null;
  return {
    id: tab.id,
    windowId: tab.windowId,
    ...(tab.url ? { url: tab.url } : {}),
    ...(tab.title ? { title: tab.title } : {}),
  };
}
