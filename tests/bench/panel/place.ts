import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Chromium } from '../../support/browsers/chromium.ts';
import type { ChromiumScreen } from '../../support/browsers/chromium-screen.ts';
import { makeProfile, removeProfile } from '../../support/browsers/profile.ts';
import { until } from '../../support/wait.ts';
import { entriesOf } from './entries.ts';

/** Rows sent to the browser at once. */
const batch = 2_000;

/** A browser whose profile holds so many entries. */
export interface Place {
  count: number;
  browser: Chromium;
  /** Opens the panel in a tab. @param prelude runs before its own code */
  panel(prelude?: string): Promise<ChromiumScreen>;
  close(): Promise<void>;
}

/** @param count all entries @param openCount of these, open */
export async function openPlace(dir: string, count: number, openCount: number): Promise<Place> {
  const profileDir = await makeProfile();
  const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
  // Exact: how much memory is in use is told in steps otherwise.
  const args = ['--enable-precise-memory-info'];
  const browser = await Chromium.launch({
    executable,
    extensionDir: join(dir, 'chrome-mv3'),
    profileDir,
    zone: 'UTC',
    args,
  });
  const panel = (prelude?: string) => browser.openOwn('sidepanel.html', prelude);
  const page = await panel();
  await page.find('button', 'Save callback');
  let rows: unknown[] = [];
  const send = async () => {
    await page.run(putRows, rows);
    rows = [];
  };
  for (const row of entriesOf(count, openCount, Date.now())) {
    rows.push(row);
    if (rows.length === batch) await send();
  }
  await send();
  // The reminders of a thousand late entries are told once; from then on the background only looks.
  await page.run(() => chrome.runtime.sendMessage({ type: 'callbacks-changed' }));
  // Asked of the page: a worker that the harness looked into is held at its next start until a debugger lets it go.
  await until('the badge', () => page.run(hasBadge), { within: 30_000 });
  // The database tidies up after so many writes.
  await pause(5_000);
  await page.close();
  return {
    count,
    browser,
    panel,
    async close() {
      await browser.close();
      await removeProfile(profileDir);
    },
  };
}

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  action: { getBadgeText(of: object): Promise<string> };
};

// What runs in the browser stands alone: it is sent as text.

async function hasBadge(): Promise<boolean> {
  return (await chrome.action.getBadgeText({})) !== '';
}

async function putRows(rows: unknown[]): Promise<void> {
  const opening = indexedDB.open('ringback');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = database.transaction('callbacks', 'readwrite');
  for (const row of rows) transaction.objectStore('callbacks').put(row);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}
