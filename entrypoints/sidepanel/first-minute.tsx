import type { ComponentChildren } from 'preact';
import type { Repositories } from '../../lib/db/open-database.ts';
import { sendToBackground } from '../../lib/messaging/messages.ts';
import { openOwnPage } from '../../lib/platform/tabs.ts';
import { isIconPinned } from '../../lib/platform/toolbar-icon.ts';
import type { PanelHabitsFile } from '../../lib/settings/panel-habits.ts';
import type { SettingsStore as SettingsFile } from '../../lib/settings/settings-store.ts';
import type { DraftStore } from '../../lib/stores/draft-store.ts';
import { createFirstMinuteStore } from '../../lib/stores/first-minute-store.ts';
import type { SettingsStore } from '../../lib/stores/settings-store.ts';

interface FirstMinuteParts {
  habits: PanelHabitsFile;
  repositories: Pick<Repositories, 'callbacks'>;
  settings: SettingsStore;
  settingsFile: SettingsFile;
  draft: DraftStore;
}

/** The first steps, whose code is loaded only while they are shown; null where they are over. Never rejects. */
export async function loadFirstMinute(parts: FirstMinuteParts): Promise<ComponentChildren> {
  const { habits, repositories, settings, settingsFile, draft } = parts;
  try {
    const store = await createFirstMinuteStore({
      habits,
      oldest: repositories.callbacks.oldest,
      settings: settings.settings,
      save: async (changes) => {
        await settingsFile.save(changes);
        sendToBackground({ type: 'settings-changed' });
      },
      isPinned: isIconPinned,
      loadCountries: async () => (await import('../../lib/domain/phone.ts')).phoneCountries(),
      openSample: () => {
        openOwnPage('/sample.html');
      },
      nameForm: (name) => {
        if (draft.draft.value.fields.owner === '') draft.put('owner', name);
      },
    });
    if (!store) return null;
    const { FirstMinute } = await import('../../components/first-minute/FirstMinute.tsx');
    return <FirstMinute store={store} firefox={import.meta.env.FIREFOX} />;
  } catch {
    // Without them the panel works as well; why nothing can be read is said elsewhere.
    return null;
  }
}
