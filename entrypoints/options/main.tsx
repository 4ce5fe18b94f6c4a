import { effect } from '@preact/signals';
import { render } from 'preact';
import { v7 as newId } from 'uuid';
import * as z from 'zod/mini';
import { CareNotice } from '../../components/CareNotice.tsx';
import { BackupOptions } from '../../components/settings/BackupOptions.tsx';
import { LockOptions } from '../../components/settings/LockOptions.tsx';
import { OptionsPage } from '../../components/settings/OptionsPage.tsx';
import { TeamSection } from '../../components/settings/TeamSection.tsx';
import '../../components/settings/options.css';
import { openDatabaseWithPrivacy } from '../../lib/db/open-with-privacy.ts';
import { wordsLanguage } from '../../lib/i18n/language.ts';
import { settingsWords } from '../../lib/i18n/words.ts';
import { sendToBackground } from '../../lib/messaging/messages.ts';
import { forgetCaptures } from '../../lib/messaging/panel-requests.ts';
import { shortcuts } from '../../lib/platform/commands.ts';
import { uiLocale } from '../../lib/platform/locale.ts';
import { clearNotification, mayNotify } from '../../lib/platform/notifications.ts';
import { listSites, onSitesChange, removeSite } from '../../lib/platform/permissions.ts';
import { localStorageArea } from '../../lib/platform/storage.ts';
import { digestId } from '../../lib/reminders/notification-ids.ts';
import { createSettingsStore as createSettingsFile } from '../../lib/settings/settings-store.ts';
import { createSiteMemories } from '../../lib/settings/site-memories.ts';
import { createClockStore } from '../../lib/stores/clock-store.ts';
import { createLockStore } from '../../lib/stores/lock-store.ts';
import { eraseAll } from '../../lib/stores/locked-page.ts';
import { createOptionsStore } from '../../lib/stores/options-store.ts';
import { createPageBackup } from '../../lib/stores/page-backup.ts';
import { createPageCare } from '../../lib/stores/page-care.ts';
import { createPageKeys, sessionLock } from '../../lib/stores/page-keys.ts';
import { passLock } from '../../lib/stores/page-lock.ts';
import { createPrivacyStore } from '../../lib/stores/privacy-store.ts';
import { createSettingsStore } from '../../lib/stores/settings-store.ts';
import { createTeamArea, presentNames } from '../../lib/stores/team-people.ts';

// zod compiles its schemas with `new Function` where it may; our pages' policy forbids it, so it need not try.
z.config({ jitless: true });

/** The way in is loaded only where it is needed. */
const showLocked = async (root: HTMLElement) =>
  (await import('../../components/lock/show-locked.tsx')).showLocked(root);

async function start(root: HTMLElement): Promise<void> {
  const keys = createPageKeys();
  const repositories = openDatabaseWithPrivacy(keys);
  let changing = false;
  await passLock({
    keys,
    repositories,
    showLocked: () => showLocked(root),
    // What this page changes itself it goes on with.
    reload: () => {
      if (!changing) location.reload();
    },
  });
  const file = createSettingsFile({ area: localStorageArea, locale: uiLocale(), words: settingsWords() });
  const { zone } = createClockStore({
    now: Date.now,
    zone: () => Temporal.Now.timeZoneId(),
    every: () => () => {},
  });
  const { settings } = createSettingsStore(await file.load(), { watch: file.watch, zone });
  const memories = createSiteMemories(localStorageArea, () => crypto.randomUUID(), keys.cipher);
  const store = createOptionsStore({
    settings,
    save: file.save,
    listSites,
    removeSite,
    onSitesChange,
    memories,
    onSaved: () => {
      sendToBackground({ type: 'settings-changed' });
      if (settings.value.memberId !== '') tellTeamTheName();
    },
  });
  /** What was stored a moment ago: the signal hears of it later. */
  const tellTeamTheName = async () => {
    const { keepMemberName } = await import('../../lib/stores/page-team.ts');
    await keepMemberName((await file.load()).yourName, teamArea);
  };
  const privacy = createPrivacyStore({
    repositories,
    loadReadPhone: async () => (await import('../../lib/domain/phone.ts')).readPhone,
    country: () => settings.value.defaultCountry,
    now: Date.now,
    newId,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onForgotten: async () => {
      await forgetCaptures('all');
      // Those of single entries go with them; this one may name several.
      await clearNotification(digestId);
    },
    onWritten: () => {
      sendToBackground({ type: 'callbacks-changed' });
    },
  });
  const teamArea = createTeamArea(localStorageArea, keys, repositories.lockKeyId);
  const lock = createLockStore({
    repositories,
    session: sessionLock,
    keys,
    beside: {
      seal: async () => void (await Promise.all([memories.seal(), teamArea.seal()])),
      open: async () => void (await Promise.all([memories.open(), teamArea.open()])),
    },
    now: Date.now,
    onChanged: () => sendToBackground({ type: 'lock-changed' }),
    erase: async () => {
      changing = true;
      await eraseAll(repositories);
      location.hash = '#backup';
      location.reload();
    },
  });
  const backup = createPageBackup({
    repositories,
    settings,
    saveSettings: file.save,
    presentNames: () => presentNames(teamArea),
    lock: { isOn: async () => (await repositories.lockRecord()) !== null, adopt: lock.adopt },
  });
  const backUp = () => backup.exportFile(lock.on.value ? 'sealed' : 'json');
  effect(() => {
    changing = lock.progress.value !== null;
  });
  const care = createPageCare(repositories);
  render(
    <OptionsPage
      store={store}
      privacy={privacy}
      team={
        <TeamSection
          inTeam={settings.value.memberId !== ''}
          load={async (first) => {
            const { renderTeam } = await import('./team.tsx');
            const { yourName } = settings.value;
            return renderTeam(
              first,
              yourName,
              repositories,
              file.save,
              () => settings.value.memberId,
              teamArea,
            );
          }}
        />
      }
      backup={<BackupOptions store={backup} sealed={lock.on} />}
      lock={<LockOptions store={store} lock={lock} />}
      notices={<CareNotice care={care} onBackUp={backUp} onRescue={() => backup.rescue()} />}
      shortcuts={await shortcuts()}
      mayNotify={await mayNotify()}
      firefox={import.meta.env.FIREFOX}
      loadCountries={async () => (await import('../../lib/domain/phone.ts')).phoneCountries()}
    />,
    root,
  );
  // The page is drawn after it was opened: the place its address names was not there yet.
  if (location.hash === '#backup') document.getElementById('backup')?.scrollIntoView();
  const callbackId = new URLSearchParams(location.search).get('forget');
  if (callbackId) {
    await privacy.findCallerOf(callbackId);
    document.getElementById('privacy')?.scrollIntoView();
  }
}

document.documentElement.lang = wordsLanguage();
const root = document.getElementById('app');
if (root) start(root);
