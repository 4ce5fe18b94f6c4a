import type { Scripting } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { askOwnPage } from './own-page.ts';
import { siteOf } from './permissions.ts';

/**
 * - `no-access` the agent has not let Ringback read this tab yet
 * - `forbidden-page` the browser lets no extension read it (its own pages, its store, an error page)
 * - `no-tab` the tab is gone
 * - `failed` the page could not be read for another reason
 */
export const readRefusals = ['no-access', 'forbidden-page', 'no-tab', 'failed'] as const;
export type ReadRefusal = (typeof readRefusals)[number];

/** What each frame's reader gave, the top frame first, unchecked; or why there is nothing. */
export type PageReading =
  | { ok: true; frames: unknown[] }
  | { ok: false; why: ReadRefusal /** Its site, where it may be known. */; site?: string };

/** Runs the page reader in every frame of a tab it may enter; a page of ours reads itself. Never rejects. */
export async function readPage(tabId: number): Promise<PageReading> {
  try {
    return readingOf(await injectEverywhere(tabId, '/page-reader.js'));
  } catch (error) {
    const own = await askOwnPage(tabId);
    if (own) return { ok: true, frames: [own] };
    return { ok: false, ...(await refusalOf(error, tabId)) };
  }
}

/** Runs one of the extension's files in every frame it may enter; rejects where it may not enter the tab. */
export async function injectEverywhere(tabId: number, file: string): Promise<Scripting.InjectionResult[]> {
  const files = [file];
  const results = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files })
    .catch(() =>
      // One frame that refuses (an error page in an iframe) fails the whole call: the top frame may still do.
      browser.scripting.executeScript({ target: { tabId }, files }),
    );
  // Firefox rejects nothing on its own pages (about:support); it gives a hole for the frame it did not enter.
  const entered = results.filter(Boolean);
  if (entered.length === 0) throw new Error('the page cannot be scripted');
  return entered;
}

function readingOf(results: Scripting.InjectionResult[]): PageReading {
  const top = results.find(({ frameId }) => frameId === 0);
  const frames = [top, ...results.filter((frame) => frame !== top)]
    .map((frame) => frame?.result)
    .filter((result) => result !== undefined && result !== null);
  return frames.length > 0 ? { ok: true, frames } : { ok: false, why: 'failed' };
}

/** Undefined where the address is hidden, null where the tab is gone. */
async function urlOf(tabId: number): Promise<string | undefined> {
  return browser.tabs.get(tabId).then(
    (tab) => tab.url,
    () => undefined,
  );
}

/** Why a script could not be run in a tab, and the tab's site where it may be known. */
export async function refusalOf(error: unknown, tabId: number): Promise<{ why: ReadRefusal; site?: string }> {
  const url = await urlOf(tabId);
  const site = url === undefined ? null : siteOf(url);
  return { why: reasonOf(messageOf(error), url), ...(site === null ? {} : { site }) };
}

/** The browsers tell these cases apart by the text of the error alone. */
function reasonOf(message: string, url: string | undefined): ReadRefusal {
  if (/no tab with id|invalid tab id|tab was closed|no window/i.test(message)) return 'no-tab';
  if (
    /error page|gallery|cannot be scripted|chrome:\/\/|chrome-extension:\/\/|edge:\/\/|view-source:/i.test(
      message,
    )
  ) {
    return 'forbidden-page';
  }
  if (url !== undefined && siteOf(url) === null) return 'forbidden-page';
  if (/cannot access|permission/i.test(message)) return 'no-access';
  return 'failed';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
