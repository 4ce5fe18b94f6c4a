import { type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { recordKey } from '../capture/record-url.ts';
import type { SiteMemory } from '../capture/types.ts';
import type { DraftRecord } from '../domain/draft.ts';
import type { CaptureEngine, PageReading } from './caller-finder.ts';
import type { CaptureStore } from './capture-store.ts';
import type { SettingsStore } from './settings-store.ts';
import type { StatusStore } from './status-store.ts';

/** The tab in front, with its address where the extension may see it. */
export interface FrontTab {
  id: number;
  url?: string;
}

/** What the panel knows of the page beside it. */
export interface PageStore {
  /** The tab and record the agent has in front; null where there is no tab. */
  beside: ReadonlySignal<DraftRecord | null>;
  /** Its site ('https://crm.example.com'), null while the browser hides it. */
  site: ReadonlySignal<string | null>;
  /** True where that site may be read without asking. */
  hasAccess: ReadonlySignal<boolean>;
  /** Who is on the page, on sites with access; null elsewhere. */
  seen: ReadonlySignal<{ name: string; phone: string } | null>;
  /** The key that captures, '' where there is none. */
  shortcut: ReadonlySignal<string>;
  capture(): Promise<void>;
  /** Asks for the site in front, or for the one typed where the browser hides it. Call it in the click. */
  allow(typedAddress?: string): Promise<void>;
  stop(): void;
}

export interface PageStoreDeps {
  activeTab: () => Promise<FrontTab | null>;
  onTabChange: (
    listener: (change: { tabId: number; windowId: number; kind: string; status?: string }) => void,
  ) => () => void;
  onSitesChange: (listener: () => void) => () => void;
  windowId: number;
  readPage: (tabId: number) => Promise<PageReading>;
  siteOf: (url: string) => string | null;
  hasSite: (site: string) => Promise<boolean>;
  requestSite: (site: string) => Promise<boolean>;
  /** Lets the browser itself offer access where the address is hidden; false where it cannot. */
  offerSiteOfTab: (tabId: number) => Promise<boolean>;
  shortcut: () => Promise<string>;
  loadEngine: () => Promise<CaptureEngine>;
  capture: CaptureStore;
  leftPage: (tabId: number) => void;
  settings: SettingsStore;
  status: StatusStore;
  now: () => number;
  zone: () => string;
  /** What capture has learned of a site ('crm.example.com'). */
  memoryOf: (site: string) => Promise<SiteMemory>;
  /** Runs `act` after so many milliseconds; gives what calls it off. */
  after: (ms: number, act: () => void) => () => void;
}

/** Pages that change without loading put their new content in a moment after their new address. */
const settlesWithin = 1_000;

export function createPageStore(deps: PageStoreDeps): PageStore {
  const beside = signal<DraftRecord | null>(null);
  const site = signal<string | null>(null);
  const hasAccess = signal(false);
  const seen = signal<{ name: string; phone: string } | null>(null);
  const shortcut = signal('');
  let looks = 0;

  async function look(): Promise<void> {
    const turn = ++looks;
    const tab = await deps.activeTab();
    const address = tab?.url ?? '';
    const here = tab?.url === undefined ? null : deps.siteOf(tab.url);
    const access = here !== null && (await deps.hasSite(here));
    if (turn !== looks) return;
    beside.value = tab && { tabId: tab.id, recordKey: address === '' ? '' : recordKey(address) };
    site.value = here;
    hasAccess.value = access;
    if (!tab || !access) {
      seen.value = null;
      return;
    }
    // Whatever a page does to the engine, the caller of the page before is not on this one.
    const found = await whoIsOn(tab.id).catch(() => ({ name: '', phone: '' }));
    if (turn === looks) seen.value = found;
  }

  async function whoIsOn(tabId: number): Promise<{ name: string; phone: string }> {
    const reading = await deps.readPage(tabId);
    if (!reading.ok) return { name: '', phone: '' };
    const engine = await deps.loadEngine();
    const { defaultCountry } = deps.settings.settings.value;
    const { frames } = engine.parseFrames(reading.frames);
    const address = frames[0]?.url ?? '';
    const siteMemory = await deps.memoryOf(URL.canParse(address) ? new URL(address).host : '');
    const context = { defaultCountry, now: deps.now(), zone: deps.zone(), siteMemory };
    const { name, phone } = engine.chooseCaller(frames, context);
    const number = phone.chosen && engine.readPhone(phone.chosen.e164 ?? phone.chosen.value, defaultCountry);
    return { name: name.chosen?.value ?? '', phone: number?.kind === 'valid' ? number.shown : '' };
  }

  const lookQuietly = () => {
    // The page may go while it is looked at; the next change looks again.
    look().catch(() => {});
  };
  let callOff = () => {};
  const stopTabs = deps.onTabChange(({ tabId, windowId, kind, status }) => {
    if (kind === 'updated' && status === 'loading') deps.leftPage(tabId);
    if (windowId !== deps.windowId) return;
    lookQuietly();
    callOff();
    callOff = deps.after(settlesWithin, lookQuietly);
  });
  const stopSites = deps.onSitesChange(lookQuietly);
  lookQuietly();
  deps.shortcut().then(
    (keys) => {
      shortcut.value = keys;
    },
    () => {},
  );

  async function capture(): Promise<void> {
    const at = deps.now();
    const tab = await deps.activeTab();
    const reading: PageReading = tab ? await deps.readPage(tab.id) : { ok: false, why: 'no-tab' };
    await deps.capture.handle({ how: 'capture', tabId: tab?.id ?? null, reading, at });
  }

  return {
    beside,
    site,
    hasAccess,
    seen,
    shortcut,
    capture,
    async allow(typedAddress) {
      const wanted = typedAddress === undefined ? site.value : deps.siteOf(typedAddress);
      if (wanted === null) {
        if (typedAddress !== undefined) deps.status.say(i18n.t('capture.siteAddressBad'));
        else if (beside.value) await deps.offerSiteOfTab(beside.value.tabId);
        return;
      }
      // Nothing may be awaited before this: the browser wants the click itself.
      if (!(await deps.requestSite(wanted))) {
        deps.status.say(i18n.t('capture.accessDenied'));
        return;
      }
      deps.capture.dismiss();
      deps.status.say(i18n.t('capture.accessGiven', [wanted]));
      await look();
    },
    stop() {
      callOff();
      stopTabs();
      stopSites();
    },
  };
}
