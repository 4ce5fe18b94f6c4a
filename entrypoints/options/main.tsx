import { render } from 'preact';
import * as z from 'zod/mini';
import { OptionsPage } from '../../components/settings/OptionsPage.tsx';
import '../../components/settings/options.css';
import { sendToBackground } from '../../lib/messaging/messages.ts';
import { shortcuts } from '../../lib/platform/commands.ts';
import { uiLocale } from '../../lib/platform/locale.ts';
import { listSites, onSitesChange, removeSite } from '../../lib/platform/permissions.ts';
import { localStorageArea } from '../../lib/platform/storage.ts';
import { createSettingsStore as createSettingsFile } from '../../lib/settings/settings-store.ts';
import { createSiteMemories } from '../../lib/settings/site-memories.ts';
import { createClockStore } from '../../lib/stores/clock-store.ts';
import { createOptionsStore } from '../../lib/stores/options-store.ts';
import { createSettingsStore } from '../../lib/stores/settings-store.ts';

// zod compiles its schemas with `new Function` where it may; our pages' policy forbids it, so it need not try.
z.config({ jitless: true });

async function start(root: HTMLElement): Promise<void> {
  const file = createSettingsFile({ area: localStorageArea, locale: uiLocale() });
  const { zone } = createClockStore({
    now: Date.now,
    zone: () => Temporal.Now.timeZoneId(),
    every: () => () => {},
  });
  const { settings } = createSettingsStore(await file.load(), { watch: file.watch, zone });
  const store = createOptionsStore({
    settings,
    save: file.save,
    listSites,
    removeSite,
    onSitesChange,
    memories: createSiteMemories(localStorageArea, () => crypto.randomUUID()),
    onSaved: () => {
      sendToBackground({ type: 'settings-changed' });
    },
  });
  render(
    <OptionsPage
      store={store}
      shortcuts={await shortcuts()}
      firefox={import.meta.env.FIREFOX}
      loadCountries={async () => (await import('../../lib/domain/phone.ts')).phoneCountries()}
    />,
    root,
  );
}

const root = document.getElementById('app');
if (root) start(root);
