import type { Screen } from '../browsers/screen.ts';

/**
 * What a profile holds, read and set back from a page of Ringback. Each function is sent as text, so it stands
 * alone: no imports, no helpers.
 */
interface ExtensionStorage {
  get(keys: null): Promise<Record<string, unknown>>;
  remove(key: string): Promise<void>;
}

declare const chrome: {
  storage: { local: ExtensionStorage; session: ExtensionStorage };
  alarms: { create(name: string, when: { when: number }): Promise<void> };
};

/** Everything Ringback has stored, copies of the database too, as one text to search. */
export function everythingStored(page: Screen): Promise<string> {
  return page.run(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: unknown[] = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
    for (const { name } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        found.push(await answered(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(found);
  });
}

/** Sets back when a closed entry was closed. */
export function closeDaysAgo(page: Screen, name: string, days: number): Promise<void> {
  return page.run(
    async (callerName, daysAgo) => {
      const answered = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await answered(indexedDB.open('ringback'));
      const store = database.transaction('callbacks', 'readwrite').objectStore('callbacks');
      const rows: { callerName: string; status: string }[] = await answered(store.getAll());
      const row = rows.find((one) => one.callerName === callerName && one.status === 'completed');
      if (!row) throw new Error(`${callerName} is not closed`);
      const at = Date.now() - daysAgo * 86_400_000;
      await answered(store.put({ ...row, closedAt: at, closedKey: at, updatedAt: at }));
      database.close();
    },
    name,
    days,
  );
}

/** Makes it the next day for the background, and rings the alarm that looks after everything. */
export function ringDailyAlarm(page: Screen): Promise<void> {
  return page.run(async () => {
    await chrome.storage.local.remove('lastTidiedOn');
    await chrome.alarms.create('sweep', { when: Date.now() });
  });
}
