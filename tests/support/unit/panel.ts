import { signal } from '@preact/signals';
import { onTestFinished, vi } from 'vitest';
import type { Repositories } from '../../../lib/db/open-database.ts';
import type { Owner } from '../../../lib/domain/callback.ts';
import type { Act } from '../../../lib/domain/compose.ts';
import type { Draft } from '../../../lib/domain/draft.ts';
import { readPhone } from '../../../lib/domain/phone.ts';
import { promisedTimeChips } from '../../../lib/domain/promised-time/promised-time-chips.ts';
import { readPromisedTime } from '../../../lib/domain/promised-time/read-promised-time.ts';
import { defaultOwner, defaultSettings, type Settings } from '../../../lib/domain/settings.ts';
import { createMemoryStorage } from '../../../lib/platform/memory-storage.ts';
import type { PickedText } from '../../../lib/platform/pick.ts';
import { createSiteMemories } from '../../../lib/settings/site-memories.ts';
import { createCallbacksStore } from '../../../lib/stores/callbacks-store.ts';
import type { PageReading } from '../../../lib/stores/caller-finder.ts';
import { createCaptureStore } from '../../../lib/stores/capture-store.ts';
import { createClockStore } from '../../../lib/stores/clock-store.ts';
import { createDraftStore } from '../../../lib/stores/draft-store.ts';
import { createFormStore } from '../../../lib/stores/form-store.ts';
import { createLongList } from '../../../lib/stores/long-list.ts';
import type { FormReaders } from '../../../lib/stores/read-draft.ts';
import { createSettingsStore } from '../../../lib/stores/settings-store.ts';
import { createSiteLearning } from '../../../lib/stores/site-learning.ts';
import { createStatusStore } from '../../../lib/stores/status-store.ts';
import { createUndoStore } from '../../../lib/stores/undo-store.ts';
import { anEngine } from './capture.ts';
import { aDatabase } from './database.ts';
import { countingIds, wednesday } from './entries.ts';

export const readers: FormReaders = { readPhone, readPromisedTime, promisedTimeChips };

export interface PanelSetup {
  repositories?: Repositories;
  settings?: Partial<Settings>;
  windowId?: number;
  openWindowIds?: number[];
  now?: number;
  newId?: () => string;
  /** Closed entries that can be scrolled to in one go. */
  reach?: number;
}

/** A clock of the test's own: it moves when it is told to, and every store goes by it. */
export function aClock(start = wednesday) {
  let now = start;
  let tick = () => {};
  const clock = createClockStore({
    now: () => now,
    zone: () => 'Europe/Berlin',
    every: (_, run) => {
      tick = run;
      return () => {};
    },
  });
  return {
    clock,
    now: () => now,
    pass(ms: number) {
      now += ms;
      tick();
    },
  };
}

export function someSettings(
  zone: Parameters<typeof createSettingsStore>[1]['zone'],
  changes: Partial<Settings> = {},
) {
  let changed: (settings: Settings) => void = () => {};
  const store = createSettingsStore(
    { ...defaultSettings('US'), yourName: 'Sam Agent', ...changes },
    {
      zone,
      watch: (listener) => {
        changed = listener;
        return () => {};
      },
    },
  );
  const change = (more: Partial<Settings>) => changed({ ...store.settings.value, ...more });
  return { store, change };
}

/** The list's stores as the pages wire them, over a database and a clock of this test alone. */
export function aList({
  repositories = aDatabase(),
  settings,
  now,
  newId = countingIds(),
  reach,
}: PanelSetup = {}) {
  const time = aClock(now);
  const set = someSettings(time.clock.zone, settings);
  const act = (): Act => ({ now: time.now(), by: set.store.settings.value.yourName || null, newId });
  const me = () => defaultOwner(set.store.settings.value);
  const onWritten = vi.fn();
  const people = signal<readonly Owner[]>([]);
  const catchingUp = signal(false);
  const callbacks = createCallbacksStore({
    repositories,
    rules: set.store.rules,
    now: time.clock.now,
    act,
    me,
    people,
    catchingUp,
    onWritten,
  });
  onTestFinished(() => callbacks.stop());
  const longList = createLongList({
    repositories,
    callbacks,
    rules: set.store.rules,
    now: time.clock.now,
    me,
    memberId: () => set.store.settings.value.memberId,
    pause: () => new Promise((go) => setTimeout(go)),
    after: () => () => {},
    clock: () => performance.now(),
    ...(reach === undefined ? {} : { reach }),
  });
  onTestFinished(() => longList.stop());
  return {
    repositories,
    longList,
    time,
    clock: time.clock,
    settings: set.store,
    changeSettings: set.change,
    act,
    me,
    newId,
    onWritten,
    callbacks,
    status: createStatusStore(),
    undo: createUndoStore(),
    people,
    catchingUp,
    loadReaders: async () => readers,
    openPage: vi.fn<(url: string) => void>(),
  };
}

/** The panel's stores, with a capture engine that finds what the test says is on the page. */
export async function aPanel(setup: PanelSetup = {}) {
  const list = aList(setup);
  const { windowId = 1, openWindowIds = [windowId] } = setup;
  const draft = await createDraftStore({
    repositories: list.repositories,
    windowId,
    openWindowIds,
    owner: () => list.settings.settings.value.yourName,
    now: list.time.now,
    newId: list.newId,
  });
  onTestFinished(async () => {
    draft.stop();
    await draft.settled();
  });
  const engine = anEngine();
  const pickOnPage = vi.fn(async (): Promise<PickedText> => ({ picked: false, why: 'gave-up' }));
  const readPage = vi.fn(async (): Promise<PageReading> => ({ ok: false, why: 'no-tab' }));
  const memories = createSiteMemories(createMemoryStorage(), list.newId);
  const learning = createSiteLearning({ ...memories, defaultCountry: () => 'US' });
  const onSaved = vi.fn<(saved: Draft) => void>();
  const form = createFormStore({ ...list, draft, onSaved });
  onTestFinished(() => form.stop());
  const pause = async (ms: number) => list.time.pass(ms);
  const capture = createCaptureStore({
    ...list,
    draft,
    form,
    settings: list.settings.settings,
    loadEngine: async () => engine,
    learning,
    readPage,
    pause,
    pickOnPage,
  });
  return { ...list, draft, form, onSaved, capture, engine, learning, memories, pickOnPage, readPage, pause };
}
