import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DayRules } from '../domain/due.ts';
import { dayRules, type Settings } from '../domain/settings.ts';

/** Settings as the screen reads them, kept fresh from whatever window changes them. */
export interface SettingsStore {
  settings: ReadonlySignal<Settings>;
  rules: ReadonlySignal<DayRules>;
  stop(): void;
}

export interface SettingsStoreDeps {
  watch: (onChange: (settings: Settings) => void) => () => void;
  zone: ReadonlySignal<string>;
}

export function createSettingsStore(initial: Settings, deps: SettingsStoreDeps): SettingsStore {
  const settings = signal(initial);
  const stop = deps.watch((changed) => {
    settings.value = changed;
  });
  return { settings, rules: computed(() => dayRules(settings.value, deps.zone.value)), stop };
}
