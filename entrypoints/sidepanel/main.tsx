import { signal } from '@preact/signals';
import { render } from 'preact';
import { v7 as newId } from 'uuid';
import { KeysHelp } from '../../components/keys/KeysHelp.tsx';
import { Later } from '../../components/Later.tsx';
import { Panel } from '../../components/Panel.tsx';
import '../../components/panel.css';
import { defaultOwner } from '../../lib/domain/settings.ts';
import { wordsLanguage } from '../../lib/i18n/language.ts';
import { sendToBackground } from '../../lib/messaging/messages.ts';
import {
  captureWaits,
  onPanelRequest,
  type PanelRequest,
  takePanelRequests,
} from '../../lib/messaging/panel-requests.ts';
import { shortcuts } from '../../lib/platform/commands.ts';
import { mayNotify, onMayNotifyChange } from '../../lib/platform/notifications.ts';
import {
  hasSite,
  offerSiteOfTab,
  onSitesChange,
  requestSite,
  siteOf,
} from '../../lib/platform/permissions.ts';
import { pickOnPage } from '../../lib/platform/pick.ts';
import { saveAs } from '../../lib/platform/save-as.ts';
import { readPage } from '../../lib/platform/scripting.ts';
import { localStorageArea, sessionStorageArea } from '../../lib/platform/storage.ts';
import { activeTab, currentWindowId, onTabChange, openOwnPage } from '../../lib/platform/tabs.ts';
import { openWindowIds } from '../../lib/platform/windows.ts';
import { createBusyMarks } from '../../lib/reminders/busy.ts';
import { createPanelHabits } from '../../lib/settings/panel-habits.ts';
import { createSiteMemories } from '../../lib/settings/site-memories.ts';
import type { CaptureEngine } from '../../lib/stores/caller-finder.ts';
import { createCaptureStore } from '../../lib/stores/capture-store.ts';
import { wishOf } from '../../lib/stores/capture-wish.ts';
import { createDraftStore } from '../../lib/stores/draft-store.ts';
import { createFormStore } from '../../lib/stores/form-store.ts';
import { createKeptApart } from '../../lib/stores/kept-apart.ts';
import { createListServices } from '../../lib/stores/list-services.ts';
import { createLongList } from '../../lib/stores/long-list.ts';
import { createPageStore } from '../../lib/stores/page-store.ts';
import { createRemindedStore } from '../../lib/stores/reminded-store.ts';
import type { KeysService, PanelServices } from '../../lib/stores/services.ts';
import { createShareStore } from '../../lib/stores/share-store.ts';
import { createSiteLearning } from '../../lib/stores/site-learning.ts';
import { loadFirstMinute } from './first-minute.tsx';

/** Scoring and its phone metadata: larger than the panel, and not needed to show it. */
async function loadEngine(): Promise<CaptureEngine> {
  const modules = await Promise.all([
    import('../../lib/capture/evidence.ts'),
    import('../../lib/capture/choose-caller.ts'),
    import('../../lib/domain/phone.ts'),
    import('../../lib/capture/corrections.ts'),
    import('../../lib/capture/picked.ts'),
    import('../../lib/capture/site-memory.ts'),
  ]);
  const [{ parseFrames }, { chooseCaller }, { readPhone }, { correctionHint }, { pickedFinds }, memory] =
    modules;
  const { rememberCorrection, rememberRecord } = memory;
  return {
    parseFrames,
    chooseCaller,
    pickedFinds,
    readPhone,
    correctionHint,
    rememberCorrection,
    rememberRecord,
  };
}

/** The way in is loaded only where it is needed. */
const showLocked = async (root: HTMLElement) =>
  (await import('../../components/lock/show-locked.tsx')).showLocked(root);

async function start(root: HTMLElement): Promise<void> {
  // A capture is already waiting, as it is after a key press: its engine loads while the panel is made.
  captureWaits()
    .then(async (waits) => {
      if (waits) await loadEngine();
    })
    // What cannot load now is tried again, and told, when it is needed.
    .catch(() => {});
  // Asked at once rather than one after the other: each answer comes from another process.
  const opened = currentWindowId().then(async (id) => {
    const windowId = id ?? -1;
    return { windowId, waiting: await takePanelRequests(windowId) };
  });
  const [{ windowId, waiting }, { services: list, repositories, settingsFile, act, keys }, openWindows] =
    await Promise.all([opened, createListServices(() => showLocked(root)), openWindowIds()]);
  const habits = createPanelHabits(localStorageArea);
  const draft = await createDraftStore({
    repositories,
    windowId,
    openWindowIds: openWindows,
    owner: () => list.settings.settings.value.yourName,
    now: Date.now,
    newId,
  });
  const memories = createSiteMemories(localStorageArea, () => crypto.randomUUID(), keys.cipher);
  const learning = createSiteLearning({
    load: memories.load,
    save: memories.save,
    defaultCountry: () => list.settings.settings.value.defaultCountry,
  });
  const form = createFormStore({
    ...list,
    draft,
    act,
    onSaved: (saved) => {
      learning.saved(saved);
    },
  });
  const capture = createCaptureStore({
    ...list,
    draft,
    form,
    act,
    settings: list.settings.settings,
    loadEngine,
    learning,
    readPage,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    pickOnPage,
  });
  const page = createPageStore({
    activeTab: () => activeTab(windowId),
    onTabChange,
    onSitesChange,
    windowId,
    readPage,
    siteOf,
    hasSite,
    requestSite,
    offerSiteOfTab,
    shortcut: async () => (await shortcuts()).capture ?? '',
    loadEngine,
    capture,
    leftPage: draft.leftPage,
    settings: list.settings,
    status: list.status,
    now: Date.now,
    zone: () => Temporal.Now.timeZoneId(),
    memoryOf: learning.memoryOf,
    after,
  });
  const reminded = createRemindedStore({
    repositories,
    open: list.callbacks.open,
    memberId: () => list.settings.settings.value.memberId,
    rules: list.settings.rules,
    now: list.clock.now,
    mayNotify,
    onMayNotifyChange,
    onNew: () => {
      sendToBackground({ type: 'callbacks-changed' });
    },
  });
  const longList = createLongList({
    ...list,
    repositories,
    rules: list.settings.rules,
    now: list.clock.now,
    me: () => defaultOwner(list.settings.settings.value),
    memberId: () => list.settings.settings.value.memberId,
    pause: () => new Promise((go) => setTimeout(go)),
    after,
    clock: () => performance.now(),
  });
  // The page begins anew; until it has, what was read to search through it is not to stay in its memory.
  keys.onChange(longList.stop);
  const [firstMinute, { singleKeys: singleKeysAtFirst, keptApart: apartAtFirst }] = await Promise.all([
    loadFirstMinute({ habits, repositories, settings: list.settings, settingsFile, draft }),
    habits.load(),
  ]);
  const singleKeys = signal(singleKeysAtFirst);
  const panelKeys: KeysService = {
    shortcuts,
    singleKeys,
    setSingleKeys: (on) => {
      singleKeys.value = on;
      habits.update({ singleKeys: on });
    },
  };
  const { keptApart, keepApart, dropGone } = createKeptApart({
    habits,
    atFirst: apartAtFirst,
    isThere: async (id) => (await repositories.callbacks.get(id)) !== null,
  });
  const nextCall = signal(false);
  const loadNotices = async () => {
    const { pageNotices } = await import('../../components/page-notices.tsx');
    return pageNotices(repositories, () => openOwnPage('/options.html#backup'));
  };
  const notices = <Later load={loadNotices} />;
  const around = { firstMinute, notices, foot: <KeysHelp keys={panelKeys} /> };
  const show = (shownId: string | null) =>
    render(<Panel services={services} shownId={shownId} {...around} />, root);
  const services: PanelServices = {
    ...list,
    draft,
    form,
    capture,
    page,
    longList,
    reminded,
    nextCall,
    showNextCall: (on) => {
      nextCall.value = on;
    },
    keptApart,
    keepApart,
    showEntry: (id) => {
      nextCall.value = false;
      longList.reveal(id);
      show(id);
      // Shown before, it does not come into view by being shown again.
      document.querySelector(`[data-callback="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
    },
    openOptions: () => {
      openOwnPage('/options.html');
    },
    share: createShareStore({
      ...list,
      rules: list.settings.rules,
      loadTools: async () => (await import('../../lib/stores/share-tools.ts')).shareTools,
      copyHtml: async (html, text) => {
        const parts = { 'text/html': html, 'text/plain': text };
        await navigator.clipboard.write([new ClipboardItem(parts)]);
      },
      saveFile: saveAs,
      openDay: () => {
        openOwnPage('/day.html');
      },
    }),
    openInsights: () => {
      openOwnPage('/insights.html');
    },
    openHelp: () => {
      openOwnPage('/help.html');
    },
  };
  const busy = createBusyMarks(sessionStorageArea);
  document.addEventListener('input', () => busy.noteTyping());
  show(new URLSearchParams(location.search).get('callback'));

  const answer = async (requests: PanelRequest[]) => {
    for (const request of requests) {
      // Whatever is asked for is shown in the list; a capture goes into the form above it.
      nextCall.value = request.type === 'next-call';
      if (request.type === 'capture') await capture.handle(wishOf(request));
      if (request.type === 'show') {
        services.showEntry(request.callbackId);
        if (request.focus === 'number') focusNumber(request.callbackId);
      }
    }
  };
  const answerNew = async () => answer(await takePanelRequests(windowId));
  onPanelRequest(windowId, answerNew);
  await answer(waiting);
  await answerNew();
  await dropGone();
}

/** Runs `act` after `ms`; gives what calls it off. */
function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** Puts the focus on the number of an entry, once the list shows it. */
function focusNumber(callbackId: string): void {
  const find = () =>
    document.querySelector<HTMLElement>(`[data-callback="${CSS.escape(callbackId)}"] .number`);
  const number = find();
  if (number) {
    number.focus();
    return;
  }
  const observer = new MutationObserver(() => {
    const found = find();
    if (!found) return;
    observer.disconnect();
    found.focus();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

document.documentElement.lang = wordsLanguage();
const root = document.getElementById('app');
if (root) start(root);
