import { signal } from '@preact/signals';
import { type Mock, onTestFinished, vi } from 'vitest';
import type { DraftRecord } from '../../../lib/domain/draft.ts';
import { createMemoryStorage } from '../../../lib/platform/memory-storage.ts';
import { createPanelHabits } from '../../../lib/settings/panel-habits.ts';
import { createKeptApart } from '../../../lib/stores/kept-apart.ts';
import { createRemindedStore } from '../../../lib/stores/reminded-store.ts';
import { createReviewStore } from '../../../lib/stores/review-store.ts';
import type { ListServices, PanelServices, PopupServices } from '../../../lib/stores/services.ts';
import type { ShareStore } from '../../../lib/stores/share-store.ts';
import type { TeamMarks } from '../../../lib/stores/team-live.ts';
import type { TeamSync } from '../../../lib/stores/team-sync.ts';
import { aList, aPanel, type PanelSetup } from './panel.ts';

/** What the list's components need besides its stores. */
export function listServices(list: ReturnType<typeof aList>) {
  const services = {
    ...list,
    insertNote: vi.fn<ListServices['insertNote']>(async () => ({ inserted: true })),
    copyText: vi.fn<ListServices['copyText']>(async () => {}),
    forgetCaller: vi.fn<ListServices['forgetCaller']>(),
    team: signal<TeamMarks | null>(null),
    sync: signal<TeamSync | null>(null),
    announceCall: vi.fn<ListServices['announceCall']>(),
  };
  return services satisfies ListServices;
}

/** The panel with a page beside it that the test moves by its signals. */
export async function panelServices(setup: PanelSetup = {}) {
  const panel = await aPanel(setup);
  const page = {
    beside: signal<DraftRecord | null>({ tabId: 7, recordKey: '' }),
    site: signal<string | null>(null),
    hasAccess: signal(false),
    seen: signal<{ name: string; phone: string } | null>(null),
    shortcut: signal('Alt+Shift+K'),
    capture: vi.fn(async () => {}) as Mock<() => Promise<void>>,
    allow: vi.fn(async (_address?: string) => {}),
    stop: () => {},
  };
  const nextCall = signal(false);
  const { keptApart, keepApart } = createKeptApart({
    habits: createPanelHabits(createMemoryStorage()),
    atFirst: [],
    isThere: async () => true,
  });
  const mayNotify = signal(true);
  const onNewReminder = vi.fn();
  const reminded = createRemindedStore({
    repositories: panel.repositories,
    open: panel.callbacks.open,
    memberId: () => panel.settings.settings.value.memberId,
    rules: panel.settings.rules,
    now: panel.clock.now,
    mayNotify: async () => mayNotify.value,
    onMayNotifyChange: (listener) => mayNotify.subscribe(listener),
    onNew: onNewReminder,
  });
  onTestFinished(() => reminded.stop());
  const services = {
    ...listServices(panel),
    reminded,
    onNewReminder,
    allowNotifications: (allowed: boolean) => {
      mayNotify.value = allowed;
    },
    draft: panel.draft,
    form: panel.form,
    capture: panel.capture,
    engine: panel.engine,
    pickOnPage: panel.pickOnPage,
    page,
    nextCall,
    showNextCall: (on: boolean) => {
      nextCall.value = on;
    },
    keptApart,
    keepApart,
    showEntry: vi.fn<(id: string) => void>(),
    openOptions: vi.fn(),
    share: {
      copyDay: vi.fn<ShareStore['copyDay']>(async () => {}),
      copyOne: vi.fn<ShareStore['copyOne']>(async () => {}),
      calendarOfDay: vi.fn<ShareStore['calendarOfDay']>(async () => {}),
      calendarOf: vi.fn<ShareStore['calendarOf']>(async () => {}),
      printDay: vi.fn(),
    },
    openInsights: vi.fn(),
    openHelp: vi.fn(),
  };
  return services satisfies PanelServices;
}

/** The pop-up, with what the browser would do for it as mocks. */
export function popupServices(setup: PanelSetup = {}) {
  const list = aList(setup);
  const review = createReviewStore({ ...list, onClosed: vi.fn() });
  onTestFinished(() => review.stop());
  const services = {
    ...listServices(list),
    review,
    openPanel: vi.fn(),
    capturePage: vi.fn(),
    allowSite: signal<{ site: string; allow: () => void } | null>(null),
    openOptions: vi.fn(),
    inCall: signal(false),
    markCall: vi.fn<(inProgress: boolean) => void>(),
  };
  return services satisfies PopupServices;
}
