import { browser, ownUrl } from './browser.ts';

const reviewPage = '/popup.html?window=1';

/**
 * Shows the review in a small window of its own, behind the one in use unless `focused`. A window that already
 * shows it is used again.
 */
export async function openReviewWindow(
  { focused }: { focused: boolean } = { focused: false },
): Promise<void> {
  const [open] = (await browser.tabs.query({ url: ownUrl('/popup.html*') })).filter(
    (tab) => tab.url === ownUrl(reviewPage),
  );
  if (open?.windowId !== undefined) {
    if (focused) await browser.windows.update(open.windowId, { focused });
    return;
  }
  await browser.windows.create({ url: ownUrl(reviewPage), type: 'popup', focused, width: 440, height: 680 });
}

/** Opens the toolbar pop-up; rejects where the browser wants a click for it or no window has the focus. */
export async function openPopup(): Promise<void> {
  await browser.action.openPopup();
}

/** The browser window used last; null where none is open. */
export async function lastWindowId(): Promise<number | null> {
  const last = await browser.windows.getLastFocused().catch(() => null);
  if (last?.type === 'normal') return last.id ?? null;
  // The review's own small window was used last: a panel opens in a browser window only.
  const [window] = await browser.windows.getAll({ windowTypes: ['normal'] });
  return window?.id ?? null;
}

/** Brings a window to the front. */
export async function focusWindow(windowId: number): Promise<void> {
  await browser.windows.update(windowId, { focused: true });
}

/** The ids of every browser window open now. */
export async function openWindowIds(): Promise<number[]> {
  const windows = await browser.windows.getAll();
  return windows.flatMap(({ id }) => (id === undefined ? [] : [id]));
}
