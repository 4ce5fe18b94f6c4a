import { signal } from '@preact/signals';
import { onTestFinished, vi } from 'vitest';
import { createMemoryStorage } from '../../../lib/platform/memory-storage.ts';
import { createSettingsStore } from '../../../lib/settings/settings-store.ts';
import { createSiteMemories } from '../../../lib/settings/site-memories.ts';
import { createOptionsStore, type OptionsStoreDeps } from '../../../lib/stores/options-store.ts';

/** The options over settings kept in memory, and sites that are granted and taken back as the test says. */
export async function someOptions(firstSites: string[], changes: Partial<OptionsStoreDeps> = {}) {
  const file = createSettingsStore({ area: createMemoryStorage(), locale: 'en-GB' });
  const settings = signal(await file.load());
  file.watch((changed) => {
    settings.value = changed;
  });
  let sites = firstSites;
  const listeners = new Set<() => void>();
  const onSaved = vi.fn();
  const memories = createSiteMemories(createMemoryStorage(), () => 'salt');
  const store = createOptionsStore({
    settings,
    save: file.save,
    listSites: async () => sites.toSorted(),
    removeSite: async (site) => {
      sites = sites.filter((one) => one !== site);
    },
    onSitesChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    memories,
    onSaved,
    ...changes,
  });
  onTestFinished(() => store.stop());
  const grant = (site: string) => {
    sites = [...sites, site];
    for (const listener of listeners) listener();
  };
  return { settings, store, onSaved, grant, listeners, memories };
}
