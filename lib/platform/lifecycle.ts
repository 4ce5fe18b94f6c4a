import { browser } from './browser.ts';

/** Registers synchronously: a new install, an update, or an update of the browser. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(() => listener());
}

/** Registers synchronously: the browser has started with this profile. */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(() => listener());
}
