import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import type { PrivacyStore } from '../../lib/stores/privacy-store.ts';
import { CallingOptions } from './CallingOptions.tsx';
import { DayOptions } from './DayOptions.tsx';
import { DialOptions } from './DialOptions.tsx';
import { FocusOptions } from './FocusOptions.tsx';
import { InsightsOptions } from './InsightsOptions.tsx';
import { MemoryOptions } from './MemoryOptions.tsx';
import { OptionsPlaces } from './OptionsPlaces.tsx';
import { PrivacyOptions } from './PrivacyOptions.tsx';
import { ReminderOptions } from './ReminderOptions.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { SiteOptions } from './SiteOptions.tsx';
import { YouOptions } from './YouOptions.tsx';

interface OptionsPageProps {
  store: OptionsStore;
  privacy: PrivacyStore;
  /** The keys as they are set in the browser, by command. */
  shortcuts: Record<string, string>;
  firefox: boolean;
  /** False where the browser blocks Ringback's notifications. */
  mayNotify: boolean;
  /** ISO codes of the countries to choose from. */
  loadCountries: () => Promise<string[]>;
  /** The section about the team, which loads the rest of itself. */
  team?: ComponentChildren;
  /** The section about backups, which has stores of its own. */
  backup?: ComponentChildren;
  /** The section about the passcode, which has a store of its own. */
  lock?: ComponentChildren;
  /** What the agent should know of how the list is kept. */
  notices?: ComponentChildren;
}

/** Everything that can be set; there is no save button, because every change is kept at once. */
export function OptionsPage({
  store,
  privacy,
  shortcuts,
  firefox,
  mayNotify,
  loadCountries,
  team,
  backup,
  lock,
  notices,
}: OptionsPageProps) {
  const [countries, setCountries] = useState<string[]>([]);
  useEffect(() => {
    document.title = `Ringback: ${i18n.t('options.title')}`;
    loadCountries().then(setCountries);
  }, [loadCountries]);
  const saved = store.saves.value > 0 && Object.keys(store.errors.value).length === 0;
  return (
    <div class="with-places">
      <OptionsPlaces />
      <main class="page options">
        <header class="page-head">
          <h1>{i18n.t('options.title')}</h1>
          <p role="status" class="muted">
            {saved ? i18n.t('options.saved') : ''}
          </p>
        </header>
        {store.errors.value.storage ? (
          <p class="problem" role="alert">
            {i18n.t('options.problems.refused')}
          </p>
        ) : null}
        {notices}
        <YouOptions store={store} countries={countries} />
        <DayOptions store={store} />
        <ReminderOptions store={store} mayNotify={mayNotify} />
        <FocusOptions store={store} />
        <CallingOptions store={store} />
        <DialOptions store={store} />
        <SiteOptions store={store} />
        {team}
        {backup}
        <InsightsOptions store={store} />
        <MemoryOptions store={store} />
        <PrivacyOptions store={store} privacy={privacy} />
        {lock}
        <Shortcuts shortcuts={shortcuts} firefox={firefox} />
      </main>
    </div>
  );
}
