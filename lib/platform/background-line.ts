import { browser } from './browser.ts';

/** Registers synchronously: has the background take the lines that pages hold to it. */
export function takeLines(): void {
  browser.runtime.onConnect.addListener(() => {});
}

/**
 * Holds a line to the background, which starts it where it does not run. Nothing is said over it, so it keeps
 * nobody alive. @param onCut told once when the background was ended
 */
export function holdLine(onCut: () => void): void {
  browser.runtime.connect().onDisconnect.addListener(() => onCut());
}
