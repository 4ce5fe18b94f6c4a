import type { Storage } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** One of the browser's key-value areas. Values come back unchecked. */
export interface StorageArea {
  get(key: string): Promise<unknown>;
  getAll(): Promise<Record<string, unknown>>;
  set(key: string, value: unknown): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  /** Tells of every change, made here or in another context; `value` is undefined once removed. */
  onChange(listener: (key: string, value: unknown) => void): () => void;
}

/** Kept on this machine until the extension goes. */
export const localStorageArea: StorageArea = storageArea(() => browser.storage.local);
/** Kept in memory until the browser closes; pages cannot see it. */
export const sessionStorageArea: StorageArea = storageArea(() => browser.storage.session);

function storageArea(area: () => Storage.StorageArea): StorageArea {
  return {
    get: async (key) => (await area().get(key))[key],
    getAll: () => area().get(null),
    set: (key, value) => area().set({ [key]: value }),
    remove: (keys) => area().remove(keys),
    onChange(listener) {
      const changed = (changes: Record<string, Storage.StorageChange>) => {
        for (const [key, { newValue }] of Object.entries(changes)) listener(key, newValue);
      };
      area().onChanged.addListener(changed);
      return () => area().onChanged.removeListener(changed);
    },
  };
}
