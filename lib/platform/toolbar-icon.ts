import { browser } from './browser.ts';

/** False where the toolbar icon hides behind the puzzle piece; null where the browser does not say. */
export async function isIconPinned(): Promise<boolean | null> {
  const settings = await browser.action.getUserSettings?.();
  return settings?.isOnToolbar ?? null;
}
