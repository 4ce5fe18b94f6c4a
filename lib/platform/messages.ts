import type { Runtime } from 'webextension-polyfill';
import { browser, ownUrl } from './browser.ts';

/** Sends to the extension's other contexts; rejects where nobody listens. */
export async function sendMessage(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/**
 * Registers synchronously. Only the extension's own pages are heard: scripts in web pages and other extensions
 * get no answer, whatever they claim to be. @param handler its answer goes back to the sender.
 */
export function onMessage(handler: (message: unknown) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    isOwnPage(sender) ? handler(message) : undefined,
  );
}

/** True for a message of the extension's own pages or background. */
export function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url !== undefined && url.startsWith(ownUrl('/'));
}
