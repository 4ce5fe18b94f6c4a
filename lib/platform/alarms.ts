import { browser } from './browser.ts';

/**
 * Wakes the background at `when` (epoch ms), replacing the alarm of that name. Browsers fire no sooner than
 * 30 s from now. https://developer.chrome.com/docs/extensions/reference/api/alarms
 */
export async function setAlarm(name: string, when: number): Promise<void> {
  browser.alarms.create(name, { when });
}

/** Sees to it that a repeating alarm exists; one that does keeps its rhythm. */
export async function ensureRepeatingAlarm(name: string, periodInMinutes: number): Promise<void> {
  const present = await browser.alarms.get(name);
  if (present?.periodInMinutes !== periodInMinutes) browser.alarms.create(name, { periodInMinutes });
}

/** Registers synchronously, so that an alarm can wake the background. */
export function onAlarm(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => listener(name));
}
