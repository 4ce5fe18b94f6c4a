import { cp, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Callback, CallbackSchema, laterFields } from '../../../lib/domain/callback.ts';
import type { ChromiumScreen } from '../browsers/chromium-screen.ts';
import { removeProfile } from '../browsers/profile.ts';
import type { TrustBench } from './bench.ts';

/** A row as version 1 of the database stored it: without what later versions added. */
export type OldRow = Record<string, unknown> & { id: string; callerName: string };

const index = { open: 0, closedKey: 0, phoneKeys: [] as string[] };

/** What version 1 stored of an entry. */
export function asVersion1(callback: Callback): OldRow {
  const old: OldRow = { ...callback, ...index };
  for (const later of Object.keys(laterFields)) delete old[later];
  const { status, closedAt, updatedAt, phone } = callback;
  const closed = status === 'completed' || status === 'no longer needed';
  old.open = closed ? 0 : 1;
  old.closedKey = closed ? (closedAt ?? updatedAt) : 0;
  old.phoneKeys = phone?.e164 ? [phone.e164] : [];
  return old;
}

/**
 * Leaves the profile as an older Ringback would have, with these rows in version 1 of its database, and the
 * browser shut. @returns where a copy of that profile is kept, for `putBack`
 */
export async function leaveVersion1(bench: TrustBench, rows: OldRow[]): Promise<string> {
  await bench.browser.close();
  await bench.withoutRingback();
  await bench.browser.start();
  const page = await bench.browser.openOwn('empty.html');
  await page.run(writeVersion1, rows);
  await bench.browser.close();
  await bench.withRingback();
  const copy = `${bench.profileDir}-kept`;
  await cp(bench.profileDir, copy, { recursive: true });
  return copy;
}

/** Puts a profile back as it was kept. The browser is shut. */
export async function putBack(bench: TrustBench, copy: string): Promise<void> {
  await rm(bench.profileDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  await cp(copy, bench.profileDir, { recursive: true });
}

/**
 * What is stored while nobody migrates it: the version of the list and of its copies. The browser is shut, and is to
 * be started in the bench's own profile afterwards. Looked at in a copy of it: a start without Ringback is no start
 * a profile ever sees, and what Chromium does at it must not reach what is tested.
 */
export async function storedVersions(bench: TrustBench): Promise<Record<string, number>> {
  const aside = `${bench.profileDir}-aside`;
  // The lock of a browser that was killed is a link to what only its own profile understands.
  const isLock = (path: string) => basename(path).startsWith('Singleton');
  await cp(bench.profileDir, aside, { recursive: true, filter: (path) => !isLock(path) });
  await bench.withoutRingback();
  await bench.browser.start({ profileDir: aside });
  const page = await bench.browser.openOwn('empty.html');
  const found = await page.run(async () =>
    (await indexedDB.databases()).map(({ name = '', version = 0 }) => [name, version / 10] as const),
  );
  await bench.browser.close();
  await bench.withRingback();
  await removeProfile(aside);
  return Object.fromEntries(found);
}

/** Sent into the page as text, so it stands alone. */
async function writeVersion1(rows: OldRow[]): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await done(indexedDB.deleteDatabase('ringback'));
  // Dexie keeps its version 1 as 10.
  const opening = indexedDB.open('ringback', 10);
  opening.onupgradeneeded = () => {
    const callbacks = opening.result.createObjectStore('callbacks', { keyPath: 'id' });
    callbacks.createIndex('open', 'open');
    callbacks.createIndex('closedKey', 'closedKey');
    callbacks.createIndex('phoneKeys', 'phoneKeys', { multiEntry: true });
    const announcements = opening.result.createObjectStore('announcements', { keyPath: 'key' });
    announcements.createIndex('callbackId', 'callbackId');
    opening.result.createObjectStore('drafts', { keyPath: 'id' });
    opening.result.createObjectStore('snoozes', { keyPath: 'callbackId' });
    opening.result.createObjectStore('closedDays', { keyPath: 'day' });
    opening.result.createObjectStore('reviewOffers', { keyPath: 'day' });
    for (const row of rows) callbacks.put(row);
  };
  const database = await done(opening);
  database.close();
}

/** What of these rows is lost or changed in what is stored now. */
export function migrationProblems(before: readonly OldRow[], now: readonly { id: string }[]): string[] {
  const there = new Map(now.map((row) => [row.id, row as Record<string, unknown>]));
  const problems = before.flatMap((old) => {
    const row = there.get(old.id);
    if (!row) return [`${old.callerName} is lost`];
    if (!CallbackSchema.safeParse(row).success) return [`${old.callerName} is no entry`];
    return Object.keys(old)
      .filter((field) => JSON.stringify(row[field]) !== JSON.stringify(old[field]))
      .map((field) => `${old.callerName}: ${field} is ${JSON.stringify(row[field])}`);
  });
  return now.length === before.length ? problems : [...problems, `${now.length} rows of ${before.length}`];
}

/** How many rows each database of the profile has in each store, to say where what is missing went. */
export async function rowCounts(page: ChromiumScreen): Promise<Record<string, number>> {
  return page.run(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const counts: Record<string, number> = {};
    for (const { name = '', version = 0 } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const count = await done(database.transaction(store).objectStore(store).count());
        counts[`${name} ${version} ${store}`] = count;
      }
      database.close();
    }
    return counts;
  });
}

/** True once the panel has read the list. */
export async function isRead(panel: ChromiumScreen): Promise<boolean> {
  return panel.run(() => document.querySelector('.callback-list') !== null);
}
