import {
  countryOfLocale,
  defaultSettings,
  type Settings,
  SettingsSchema,
  type SettingsWords,
} from '../domain/settings.ts';
import type { StorageArea } from '../platform/storage.ts';

/** Why a value was refused, by the place of the field ('workingHours.endsAt'). */
export type SettingsErrors = Record<string, string>;
/** What to change, worked out from what is stored at that moment where it builds on it. */
export type SettingsChange = Partial<Settings> | ((stored: Settings) => Partial<Settings>);
export type SaveResult = { ok: true; settings: Settings } | { ok: false; errors: SettingsErrors };
export type SettingsStore = ReturnType<typeof createSettingsStore>;

const key = 'settings';

interface SettingsStoreDeps {
  area: StorageArea;
  /** The browser's language: the default country is guessed from it. */
  locale: string;
  /** What stands in settings that are words, until the agent changes them. */
  words?: SettingsWords;
}

/** The settings of this profile, kept in the browser's local storage. */
export function createSettingsStore({ area, locale, words }: SettingsStoreDeps) {
  const defaults = defaultSettings(countryOfLocale(locale), words);
  let lastSave: Promise<unknown> = Promise.resolve();

  async function load(): Promise<Settings> {
    return readSettings(await area.get(key), defaults);
  }

  async function write(change: SettingsChange): Promise<SaveResult> {
    const stored = await load();
    const changes = typeof change === 'function' ? change(stored) : change;
    const parsed = SettingsSchema.safeParse({ ...stored, ...changes });
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => [path.join('.'), message] as const);
      return { ok: false, errors: Object.fromEntries(errors.reverse()) };
    }
    await area.set(key, parsed.data);
    return { ok: true, settings: parsed.data };
  }

  return {
    load,

    /** Saves some fields over what is stored now; refuses all of them where one is invalid. */
    save(change: SettingsChange): Promise<SaveResult> {
      // In order within this context. No lock across contexts: a page that is closed right after a click has no
      // time to wait for one, and loses what was set.
      const saved = lastSave.then(() => write(change));
      lastSave = saved.catch(() => undefined);
      return saved;
    },

    /** Tells of every change, made here or in another window. @returns stops it. */
    watch(listener: (settings: Settings) => void): () => void {
      return area.onChange((changed, value) => {
        if (changed === key) listener(readSettings(value, defaults));
      });
    },
  };
}

/** What is stored, each invalid or missing field replaced by its default: one bad value spoils no other. */
export function readSettings(stored: unknown, defaults: Settings): Settings {
  const fields: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const valid = Object.entries(SettingsSchema.shape).flatMap(([field, schema]) => {
    const parsed = schema.safeParse(fields[field]);
    return parsed.success ? [[field, parsed.data] as const] : [];
  });
  return { ...defaults, ...Object.fromEntries(valid) };
}
