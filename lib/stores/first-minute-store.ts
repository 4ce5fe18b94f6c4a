import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../domain/settings.ts';
import type { PanelHabitsFile } from '../settings/panel-habits.ts';

/** The first steps of a new agent: who they are, what access means, a page to try. */
export interface FirstMinuteStore {
  shown: ReadonlySignal<boolean>;
  settings: ReadonlySignal<Settings>;
  /** False where the icon hides behind the puzzle piece; null where the browser does not say. */
  pinned: ReadonlySignal<boolean | null>;
  /** ISO 3166 codes to choose the country from; empty until they are loaded. */
  countries: ReadonlySignal<string[]>;
  change(changes: Partial<Pick<Settings, 'yourName' | 'defaultCountry'>>): Promise<void>;
  trySample(): void;
  /** Puts them away for good. */
  done(): Promise<void>;
}

export interface FirstMinuteDeps {
  habits: Pick<PanelHabitsFile, 'load' | 'update'>;
  /** When the first entry was made, null while there is none. */
  oldest: () => Promise<number | null>;
  settings: ReadonlySignal<Settings>;
  save: (changes: Partial<Settings>) => Promise<unknown>;
  isPinned: () => Promise<boolean | null>;
  loadCountries: () => Promise<string[]>;
  openSample: () => void;
  /** The form was begun before there was a name: it takes it as its owner. */
  nameForm: (name: string) => void;
}

/**
 * @returns null where the first minute is over: put away, or there are entries already (whoever has some found
 * the way without). Rejects where that cannot be read.
 */
export async function createFirstMinuteStore(deps: FirstMinuteDeps): Promise<FirstMinuteStore | null> {
  if ((await deps.habits.load()).firstMinuteDone) return null;
  if ((await deps.oldest()) !== null) return null;
  const shown = signal(true);
  const pinned = signal<boolean | null>(null);
  const countries = signal<string[]>([]);
  deps.isPinned().then(
    (is) => {
      pinned.value = is;
    },
    // Then nothing is said of the icon.
    () => {},
  );
  deps.loadCountries().then(
    (codes) => {
      countries.value = codes;
    },
    // The guessed country stays, and Options offer the others.
    () => {},
  );
  return {
    shown,
    settings: deps.settings,
    pinned,
    countries,
    async change(changes) {
      await deps.save(changes);
      if (changes.yourName !== undefined) deps.nameForm(deps.settings.value.yourName || changes.yourName);
    },
    trySample: deps.openSample,
    async done() {
      shown.value = false;
      await deps.habits.update({ firstMinuteDone: true });
    },
  };
}
