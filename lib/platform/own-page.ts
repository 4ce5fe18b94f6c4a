import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { isOwnPage } from './messages.ts';

const question = 'read-page';

/**
 * Lets this page of ours be read like any other, where the browser injects no script. Only our own pages and
 * background may ask; the other messages between them are none of this page's business.
 */
export function answerReading(read: () => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    message === question && isOwnPage(sender) ? read() : undefined,
  );
}

/** What a page of ours that is open in this tab reads of itself; undefined where there is none. */
export async function askOwnPage(tabId: number): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, question);
  } catch {
    return undefined;
  }
}
