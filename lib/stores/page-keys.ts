import { dayRules } from '../domain/settings.ts';
import { createKeyring } from '../lock/keyring.ts';
import { createSessionLock } from '../lock/session-lock.ts';
import { uiLocale } from '../platform/locale.ts';
import { localStorageArea, sessionStorageArea } from '../platform/storage.ts';
import { createSettingsStore } from '../settings/settings-store.ts';

/** The lock of this session, as every page and the background share it. */
export const sessionLock = createSessionLock(sessionStorageArea);

/** The keys of a page: ciphers are loaded only where a passcode is set and was given. */
export function createPageKeys() {
  const settings = createSettingsStore({ area: localStorageArea, locale: uiLocale() });
  const keys = createKeyring(sessionLock, {
    loadCipher: async () => (await import('../lock/row-cipher.ts')).createRowCipher,
    loadRules: async () => dayRules(await settings.load(), Temporal.Now.timeZoneId()),
  });
  settings.watch(() => void keys.refresh());
  return keys;
}
