import { dayRules, defaultSettings } from '../../../lib/domain/settings.ts';
import { createKeyring } from '../../../lib/lock/keyring.ts';
import { newDataKey, wrapDataKey } from '../../../lib/lock/passcode.ts';
import { createRowCipher } from '../../../lib/lock/row-cipher.ts';
import { createSessionLock } from '../../../lib/lock/session-lock.ts';
import { createMemoryStorage } from '../../../lib/platform/memory-storage.ts';
import { aDatabase, databaseName } from './database.ts';

/** As few rounds as a record may have: what is tested is not how long it takes. */
const rounds = 100_000;
const passcode = 'correct horse';

/** A profile with a session of its own; each window of it has its own database object and keys. */
export function aProfile(name = databaseName()) {
  const area = createMemoryStorage();
  const session = createSessionLock(area);
  const keys = () =>
    createKeyring(session, {
      loadCipher: async () => createRowCipher,
      loadRules: async () => dayRules(defaultSettings('US'), 'UTC'),
    });
  return {
    name,
    session,
    passcode,
    aWindow: (keyring = keys()) => ({ ...aDatabase(name, keyring), keys: keyring }),
    /** A key in use and the record of it: what turning the lock on begins with. */
    async newLock() {
      const dataKey = newDataKey();
      const record = await wrapDataKey(dataKey, passcode, rounds);
      await session.unlock(dataKey, 0);
      return { dataKey, record };
    },
  };
}

/** Every row of every store, as the disk has it. */
export async function rowsOnDisk(name: string): Promise<Record<string, Record<string, unknown>[]>> {
  const answered = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await answered(indexedDB.open(name));
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const store of database.objectStoreNames) {
    found[store] = await answered(database.transaction(store).objectStore(store).getAll());
  }
  database.close();
  return found;
}
