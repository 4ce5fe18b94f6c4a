import { computed, effect, signal } from '@preact/signals';
import { v7 as newId } from 'uuid';
import * as z from 'zod/mini';
import { i18n } from '#i18n';
import { openDatabase } from '../db/open-database.ts';
import type { Owner } from '../domain/callback.ts';
import type { Act } from '../domain/compose.ts';
import { defaultOwner } from '../domain/settings.ts';
import { settingsWords } from '../i18n/words.ts';
import { sendToBackground } from '../messaging/messages.ts';
import { holdLine } from '../platform/background-line.ts';
import { uiLocale } from '../platform/locale.ts';
import { localStorageArea, sessionStorageArea } from '../platform/storage.ts';
import { activeTab, goToPage, openOwnPage } from '../platform/tabs.ts';
import { createSettingsStore as createSettingsFile } from '../settings/settings-store.ts';
import { createCallbacksStore } from './callbacks-store.ts';
import { createClockStore } from './clock-store.ts';
import { createPageKeys } from './page-keys.ts';
import { passLock, type ShowLocked } from './page-lock.ts';
import type { FormReaders } from './read-draft.ts';
import type { ListServices } from './services.ts';
import { createSettingsStore } from './settings-store.ts';
import { createStatusStore } from './status-store.ts';
import type { TeamMarks } from './team-live.ts';
import type { TeamSync } from './team-sync.ts';
import { createUndoStore } from './undo-store.ts';

// zod compiles its schemas with `new Function` where it may; our pages' policy forbids it, so it need not try.
z.config({ jitless: true });

/**
 * What every page of ours is wired with; the panel and the pop-up add their own. What only a click needs is fetched
 * with it: the pop-up opens many times a day, mostly to be looked at.
 */
/** @param showLocked shows that it is locked, in place of the page, until it is unlocked */
export async function createListServices(showLocked: ShowLocked) {
  const keys = createPageKeys();
  const repositories = openDatabase(keys);
  await passLock({ keys, repositories, showLocked, reload: () => location.reload() });
  const settingsFile = createSettingsFile({
    area: localStorageArea,
    locale: uiLocale(),
    words: settingsWords(),
  });
  const clock = createClockStore({
    now: Date.now,
    zone: () => Temporal.Now.timeZoneId(),
    every: (ms, tick) => {
      const timer = setInterval(tick, ms);
      return () => clearInterval(timer);
    },
  });
  const settings = createSettingsStore(await settingsFile.load(), {
    watch: settingsFile.watch,
    zone: clock.zone,
  });
  const people = signal<readonly Owner[]>([]);
  const team = signal<TeamMarks | null>(null);
  const sync = signal<TeamSync | null>(null);
  const status = createStatusStore();
  let hears = false;
  const act = (): Act => {
    const me = defaultOwner(settings.settings.value);
    return { now: clock.look(), by: me?.name ?? null, me, newId };
  };
  const callbacks = createCallbacksStore({
    repositories,
    rules: settings.rules,
    now: clock.now,
    me: () => defaultOwner(settings.settings.value),
    people,
    act,
    catchingUp: computed(() => sync.value?.progress != null),
    onWritten: () => {
      sendToBackground({ type: 'callbacks-changed' });
    },
  });
  // Nothing of the team's is loaded by who works alone.
  effect(() => {
    if (settings.settings.value.memberId === '' || hears) return;
    hears = true;
    import('./team-people.ts').then(({ createTeamArea, hearOfPeople }) =>
      hearOfPeople(people, createTeamArea(localStorageArea, keys, repositories.lockKeyId)),
    );
    import('./team-sync.ts').then(({ hearOfSync }) => hearOfSync(sync, sessionStorageArea));
    import('./team-live.ts').then(({ hearOfTeam }) =>
      hearOfTeam({
        repositories,
        session: sessionStorageArea,
        marks: team,
        open: callbacks.open,
        look: () => void sendToBackground({ type: 'team-look' }),
        every: (ms, act) => void setInterval(act, ms),
        after: (ms, act) => void setTimeout(act, ms),
        holdLine,
        onTaken: (entry, by) => {
          const who = entry.callerName || entry.phone?.asShown || i18n.t('common.unnamed');
          status.say(i18n.t('owner.taken', [who, by]));
        },
      }),
    );
  });
  const services: ListServices = {
    clock,
    settings,
    callbacks,
    status,
    undo: createUndoStore(),
    people,
    team,
    sync,
    announceCall: (callbackId) => {
      if (settings.settings.value.memberId !== '') sendToBackground({ type: 'calling', callbackId });
    },
    loadReaders,
    insertNote: async (text) => {
      const [{ insertNote }, tab] = await Promise.all([import('../platform/note.ts'), activeTab()]);
      return tab ? insertNote(tab.id, text) : { inserted: false, why: 'no-tab' };
    },
    copyText: (text) => navigator.clipboard.writeText(text),
    openPage: async (url) => {
      const { recordKey } = await import('../capture/record-url.ts');
      await goToPage({ url, isSame: (other) => recordKey(other) === recordKey(url) });
    },
    // The id alone stands in the address: it is in the browser's history from then on.
    forgetCaller: (callbackId) => {
      openOwnPage(`/options.html?forget=${callbackId}`);
    },
  };
  return { services, repositories, settingsFile, act, keys };
}

/** The parsers with their dictionaries, fetched once and only when something is to be read. */
async function loadReaders(): Promise<FormReaders> {
  const [{ readPhone }, { readPromisedTime }, { promisedTimeChips }] = await Promise.all([
    import('../domain/phone.ts'),
    import('../domain/promised-time/read-promised-time.ts'),
    import('../domain/promised-time/promised-time-chips.ts'),
  ]);
  return { readPhone, readPromisedTime, promisedTimeChips };
}
