import { browser, chromium, ownUrl } from './browser.ts';

const reviewPage = '/popup.html?window=1';
const reviewSize = { width: 440, height: 680 };

/**
 * Shows the review in a small window of its own; unless `focused`, without taking the focus from the window in
 * use. A window that already shows it is used again.
 */
export async function openReviewWindow({ focused }: { focused: boolean }): Promise<void> {
  const tabs = await browser.tabs.query({ url: ownUrl('/popup.html*') });
  const open = tabs.find(({ url }) => url === ownUrl(reviewPage));
  if (open?.windowId !== undefined) {
    if (focused) await bringUp(open.windowId);
    return;
  }
  const shape = focused ? { ...reviewSize, focused } : unfocused;
  await browser.windows.create({ url: ownUrl(reviewPage), type: 'popup', ...shape });
}

async function bringUp(windowId: number): Promise<void> {
  const { state } = await browser.windows.get(windowId);
  const restored = state === 'minimized' ? { state: 'normal' as const } : {};
  await browser.windows.update(windowId, { focused: true, ...restored });
  // A window that came minimised could be given no size.
  if (state === 'minimized') await browser.windows.update(windowId, reviewSize);
}

/**
 * Firefox passes `focused: false` on, but window managers give a new window the focus all the same (seen on X11)
 * and do not give it back. One that comes minimised leaves it where it is; its notification brings it up.
 */
const unfocused = chromium.sidePanel ? { ...reviewSize, focused: false } : { state: 'minimized' as const };

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
