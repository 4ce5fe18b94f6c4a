import { browser } from './browser.ts';
import { type TabInfo, tabInfo } from './tabs.ts';

export interface MenuItem {
  id: string;
  /** `%s` stands for the selected text. */
  title: string;
  contexts: ('selection' | 'link' | 'page')[];
}

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
  for (const item of items) browser.contextMenus.create(item);
}

/**
 * Registers synchronously. The listener runs in the gesture; clicks outside a tab (in the panel itself, where
 * there is no page to read) are left out.
 */
export function onMenuClick(listener: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const from = tab ? tabInfo(tab) : null;
    if (!from || from.id < 0) return;
    listener({
      id: String(info.menuItemId),
      tab: from,
      ...(info.selectionText ? { selection: info.selectionText } : {}),
      ...(info.linkUrl ? { linkUrl: info.linkUrl } : {}),
    });
  });
}
