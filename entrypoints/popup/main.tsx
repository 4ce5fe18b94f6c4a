import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { Later } from '../../components/Later.tsx';
import { Review } from '../../components/review/Review.tsx';
import '../../components/review/review.css';
import { wordsLanguage } from '../../lib/i18n/language.ts';
import { sendToBackground } from '../../lib/messaging/messages.ts';
import { openPanel } from '../../lib/platform/panel.ts';
import { sessionStorageArea } from '../../lib/platform/storage.ts';
import { activeTab, openOwnPage } from '../../lib/platform/tabs.ts';
import { lastWindowId } from '../../lib/platform/windows.ts';
import { createBusyMarks } from '../../lib/reminders/busy.ts';
import { createListServices } from '../../lib/stores/list-services.ts';
import { createReviewStore } from '../../lib/stores/review-store.ts';
import type { PopupServices } from '../../lib/stores/services.ts';

/** The way in is loaded only where it is needed. */
const showLocked = async (root: HTMLElement) =>
  (await import('../../components/lock/show-locked.tsx')).showLocked(root);

type AllowSite = PopupServices['allowSite']['value'];

/** Offers to read the tab's site always, where that is not allowed yet; loaded only over a page with an address. */
async function offerSite(url: string, allowSite: Signal<AllowSite>): Promise<void> {
  const { hasSite, requestSite, siteOf } = await import('../../lib/platform/permissions.ts');
  const site = siteOf(url);
  if (!site || (await hasSite(site))) return;
  allowSite.value = {
    site,
    allow: () => {
      requestSite(site).then((granted) => {
        if (granted) allowSite.value = null;
      });
    },
  };
}

async function start(root: HTMLElement): Promise<void> {
  const ownWindow = new URLSearchParams(location.search).has('window');
  document.documentElement.classList.toggle('own-window', ownWindow);
  const [{ services: list, repositories }, tab] = await Promise.all([
    createListServices(() => showLocked(root)),
    ownWindow ? lastWindowId().then((id) => (id === null ? null : activeTab(id))) : activeTab(),
  ]);
  // The browser closes a pop-up when the panel opens, but not when the panel was open already.
  const done = () => {
    if (!ownWindow) window.close();
  };
  const busy = createBusyMarks(sessionStorageArea);
  const review = createReviewStore({
    ...list,
    repositories,
    onClosed: (day) => {
      sendToBackground({ type: 'review-closed', day });
    },
  });
  const inCall = signal(await busy.isInCall());
  const allowSite = signal<AllowSite>(null);
  if (tab?.url) await offerSite(tab.url, allowSite);
  const services: PopupServices = {
    ...list,
    review,
    openPanel: () => {
      if (tab) openPanel({ windowId: tab.windowId }).finally(done);
    },
    capturePage: () => {
      if (!tab) return;
      // Opening the panel closes the pop-up, so the background is told first; neither may be awaited, because
      // the browser opens the panel only in the click itself.
      const told = sendToBackground({ type: 'capture-tab', tabId: tab.id, windowId: tab.windowId });
      Promise.allSettled([told, openPanel({ windowId: tab.windowId })]).then(done);
    },
    allowSite,
    openOptions: () => {
      openOwnPage('/options.html');
    },
    inCall,
    markCall: (inProgress) => {
      inCall.value = inProgress;
      busy.markCall(inProgress);
    },
  };
  document.addEventListener('input', () => busy.noteTyping());
  const loadNotices = async () => {
    const { pageNotices } = await import('../../components/page-notices.tsx');
    return pageNotices(repositories, () => openOwnPage('/options.html#backup'));
  };
  const notices = <Later load={loadNotices} />;
  render(<Review services={services} notices={notices} />, root);
}

document.documentElement.lang = wordsLanguage();
const root = document.getElementById('app');
if (root) start(root);
