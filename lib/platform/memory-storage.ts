import type { StorageArea } from './storage.ts';

/** A storage area in memory, for tests: values are copied in and out as the browser does. */
export function createMemoryStorage(initial: Record<string, unknown> = {}): StorageArea {
  const values = new Map<string, unknown>(Object.entries(structuredClone(initial)));
  const listeners = new Set<(key: string, value: unknown) => void>();
  const tell = (key: string) => {
    for (const listener of [...listeners]) listener(key, structuredClone(values.get(key)));
  };
  return {
    get: async (key) => structuredClone(values.get(key)),
    getAll: async () => structuredClone(Object.fromEntries(values)),
    async set(key, value) {
      values.set(key, structuredClone(value));
      tell(key);
    },
    async remove(keys) {
      for (const key of [keys].flat()) if (values.delete(key)) tell(key);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
