import 'fake-indexeddb/auto';
import { onTestFinished, vi } from 'vitest';
import { openDatabaseWithPrivacy, type PrivateRepositories } from '../../../lib/db/open-with-privacy.ts';
import { type Keyring, noKeys } from '../../../lib/lock/keyring.ts';

let made = 0;

/** A name no other test of this file uses. */
export function databaseName(): string {
  made += 1;
  return `test-${made}`;
}

/** The repositories over a database of this test alone, closed and erased when it ends. */
export function aDatabase(name = databaseName(), keys: Keyring = noKeys): PrivateRepositories {
  const repositories = openDatabaseWithPrivacy(keys, name);
  onTestFinished(async () => {
    repositories.close();
    await repositories.erase();
  });
  return repositories;
}

/** From now on writes to `store` fail as they do where the disk is full; gives what ends that. */
export function fillDisk(store: string, method: 'add' | 'put' | 'delete'): () => void {
  const original = IDBObjectStore.prototype[method];
  const full = vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
    this: IDBObjectStore,
    ...given: unknown[]
  ) {
    if (this.name === store) throw new DOMException('The disk is full.', 'QuotaExceededError');
    return Reflect.apply(original, this, given);
  });
  return () => full.mockRestore();
}
