import { createKeyring } from '../lock/keyring.ts';
import { createSessionLock } from '../lock/session-lock.ts';
import { sessionStorageArea } from '../platform/storage.ts';

/** The lock of this session, as every page and the background share it. */
export const sessionLock = createSessionLock(sessionStorageArea);

/** The keys of a page: ciphers are loaded only where a passcode is set and was given. */
export function createPageKeys() {
  return createKeyring(sessionLock, {
    loadCipher: async () => (await import('../lock/row-cipher.ts')).createRowCipher,
  });
}
