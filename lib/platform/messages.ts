import type { Runtime } from 'webextension-polyfill';
import { browser, ownUrl } from './browser.ts';

/** Sends to the extension's other contexts; rejects where nobody listens. */
export async function sendMessage(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/**
 * Registers synchronously. Only the extension's own pages are heard: scripts in web pages and other extensions
 * get no answer, whatever they claim to be. @param handler its answer goes back to the sender; `undefined` where
 * it fails.
 */
export function onMessage(handler: (message: unknown) => Promise<unknown>): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, answer: (given: unknown) => void) => {
    if (!isOwnPage(sender)) return;
    handler(message).then(answer, () => answer(undefined));
    // An answer that comes later is waited for only where this is said; a promise is heard in Firefox alone.
    return true;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}

function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url !== undefined && url.startsWith(ownUrl('/'));
}
