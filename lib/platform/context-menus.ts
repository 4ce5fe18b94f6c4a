import { browser } from './browser.ts';
import { type TabInfo, tabInfo } from './tabs.ts';

export interface MenuItem {
  id: string;
  /** `%s` stands for the selected text. */
  title: string;
  contexts: ('selection' | 'link' | 'page')[];
}

/** Nowhere else is a page that can be read: not in the panel itself, for one. */
const webPages = ['http://*/*', 'https://*/*'];

/** What was under the pointer. */
export interface MenuClick {
  id: string;
  tab: TabInfo;
  selection?: string;
  linkUrl?: string;
}

/** Replaces all of the extension's menu items, so that it can be called at every install and update. */
export async function setMenus(items: readonly MenuItem[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of items) {
    // Install and start may come together: an item the other has just made is as good as ours.
    browser.contextMenus.create({ ...item, documentUrlPatterns: webPages }, () => browser.runtime.lastError);
  }
}

/** Registers synchronously. The listener runs in the gesture. */
export function onMenuClick(listener: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const from = tab ? tabInfo(tab) : null;
    if (!from) return;
    listener({
      id: String(info.menuItemId),
      tab: from,
      ...(info.selectionText ? { selection: info.selectionText } : {}),
      ...(info.linkUrl ? { linkUrl: info.linkUrl } : {}),
    });
  });
}
