import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../domain/settings.ts';
import type { SettingsChange } from '../settings/settings-store.ts';
import type { SiteMemories, SiteMemorySummary } from '../settings/site-memories.ts';

/** Why a value was refused, by the place of the field ('workingHours.endsAt'). */
export type OptionErrors = Record<string, string>;

/** The options page: every change is kept at once, or refused where it was typed. */
export interface OptionsStore {
  settings: ReadonlySignal<Settings>;
  errors: ReadonlySignal<OptionErrors>;
  /** Counts up with each change that was stored, so that the page can say "Saved". */
  saves: ReadonlySignal<number>;
  change(change: SettingsChange): Promise<void>;
  /** Sites the agent gave access to, sorted. */
  sites: ReadonlySignal<string[]>;
  removeSite(site: string): Promise<void>;
  /** What capture has learned of sites; never customer data. */
  memories: ReadonlySignal<SiteMemorySummary[]>;
  forgetSite(site: string): Promise<void>;
  stop(): void;
}

export interface OptionsStoreDeps {
  settings: ReadonlySignal<Settings>;
  save: (change: SettingsChange) => Promise<{ ok: true } | { ok: false; errors: OptionErrors }>;
  listSites: () => Promise<string[]>;
  removeSite: (site: string) => Promise<void>;
  memories: Pick<SiteMemories, 'list' | 'erase'>;
  onSitesChange: (listener: () => void) => () => void;
  /** Tells the background that reminders are to be worked out anew. */
  onSaved: () => void;
}

export function createOptionsStore(deps: OptionsStoreDeps): OptionsStore {
  const errors = signal<OptionErrors>({});
  const saves = signal(0);
  const sites = signal<string[]>([]);
  const memories = signal<SiteMemorySummary[]>([]);

  async function readSites(): Promise<void> {
    sites.value = await deps.listSites();
  }
  const stop = deps.onSitesChange(() => {
    readSites();
  });
  async function readMemories(): Promise<void> {
    memories.value = await deps.memories.list();
  }
  readSites();
  readMemories();

  return {
    settings: deps.settings,
    errors,
    saves,
    async change(change) {
      try {
        const saved = await deps.save(change);
        errors.value = saved.ok ? {} : saved.errors;
        if (!saved.ok) return;
      } catch {
        errors.value = { storage: 'refused' };
        return;
      }
      saves.value += 1;
      deps.onSaved();
    },
    sites,
    async removeSite(site) {
      await deps.removeSite(site);
      await readSites();
    },
    memories,
    async forgetSite(site) {
      await deps.memories.erase(site);
      await readMemories();
    },
    stop,
  };
}
