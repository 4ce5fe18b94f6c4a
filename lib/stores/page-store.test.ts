import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { anEmptyPage, aPage, bobsPage } from '../../tests/support/unit/capture.ts';
import { aPanel } from '../../tests/support/unit/panel.ts';
import type { PageReading } from './caller-finder.ts';
import { createPageStore, type FrontTab, type PageStoreDeps } from './page-store.ts';

const ana = 'https://crm.example.com/contact/1';
const crm = 'https://crm.example.com';
type TabChange = Parameters<Parameters<PageStoreDeps['onTabChange']>[0]>[0];

/** The browser beside the panel: the tab in front, the sites that may be read, and what the page answers. */
async function aBrowser(changes: Partial<PageStoreDeps> = {}) {
  const panel = await aPanel();
  let tab: FrontTab | null = { id: 7, url: ana };
  let reading: PageReading = { ok: true, frames: [{}] };
  const sites = new Set<string>([crm]);
  const tabs = new Set<(change: TabChange) => void>();
  const grants = new Set<() => void>();
  let settle = () => {};
  const requestSite = vi.fn(async (site: string) => {
    sites.add(site);
    return true;
  });
  const page = createPageStore({
    activeTab: async () => tab,
    onTabChange: (listener) => {
      tabs.add(listener);
      return () => tabs.delete(listener);
    },
    onSitesChange: (listener) => {
      grants.add(listener);
      return () => grants.delete(listener);
    },
    windowId: 1,
    readPage: async () => reading,
    siteOf: (url) => (URL.canParse(url) && url.startsWith('http') ? new URL(url).origin : null),
    hasSite: async (site) => sites.has(site),
    requestSite,
    offerSiteOfTab: vi.fn(async () => true),
    shortcut: async () => 'Alt+Shift+K',
    loadEngine: async () => panel.engine,
    capture: panel.capture,
    leftPage: panel.draft.leftPage,
    settings: panel.settings,
    status: panel.status,
    now: panel.time.now,
    zone: () => 'Europe/Berlin',
    memoryOf: panel.learning.memoryOf,
    after: (_, act) => {
      settle = act;
      return () => {
        settle = () => {};
      };
    },
    ...changes,
  });
  onTestFinished(() => page.stop());
  return {
    ...panel,
    page,
    requestSite,
    tabs,
    grants,
    shows(next: FrontTab | null, change: Partial<TabChange> = {}) {
      tab = next;
      for (const listener of tabs)
        listener({ tabId: next?.id ?? 0, windowId: 1, kind: 'activated', ...change });
    },
    /** The moment a page needs to put its new content in has passed. */
    settles: () => settle(),
    answers(next: PageReading) {
      reading = next;
    },
    takeBack(site: string) {
      sites.delete(site);
      for (const listener of grants) listener();
    },
  };
}

describe('who is on the page', () => {
  test('is seen on a site with access', async () => {
    const { page } = await aBrowser();
    await vi.waitFor(() =>
      expect(page.seen.value).toEqual({ name: 'Ana Villaseñor', phone: '(415) 555-0132' }),
    );
    expect(page.beside.value).toEqual({ tabId: 7, recordKey: ana });
    expect([page.site.value, page.hasAccess.value]).toEqual([crm, true]);
    expect(page.shortcut.value).toBe('Alt+Shift+K');
  });

  test('is not looked for without access, nor where the address is hidden', async () => {
    const browser = await aBrowser({ hasSite: async () => false });
    await vi.waitFor(() => expect(browser.page.site.value).toBe(crm));
    expect([browser.page.hasAccess.value, browser.page.seen.value]).toEqual([false, null]);
    browser.shows({ id: 8 });
    await vi.waitFor(() => expect(browser.page.beside.value).toEqual({ tabId: 8, recordKey: '' }));
    expect(browser.page.site.value).toBeNull();
    expect(browser.engine.contexts).toEqual([]);
  });

  test('follows the tab in front, and there may be none', async () => {
    const browser = await aBrowser();
    await vi.waitFor(() => expect(browser.page.seen.value?.name).toBe('Ana Villaseñor'));
    browser.engine.shows(bobsPage());
    browser.shows({ id: 9, url: 'https://crm.example.com/contact/2' });
    await vi.waitFor(() => expect(browser.page.seen.value?.name).toBe('Bob Lee'));
    browser.shows(null);
    await vi.waitFor(() => expect(browser.page.beside.value).toBeNull());
    expect(browser.page.seen.value).toBeNull();
  });

  test('is nobody where nothing is found or the page cannot be read', async () => {
    const browser = await aBrowser();
    browser.engine.shows(anEmptyPage());
    browser.shows({ id: 9, url: ana });
    await vi.waitFor(() => expect(browser.page.seen.value).toEqual({ name: '', phone: '' }));
    browser.engine.shows(aPage());
    browser.shows({ id: 9, url: ana });
    await vi.waitFor(() => expect(browser.page.seen.value?.name).toBe('Ana Villaseñor'));
    browser.answers({ ok: false, why: 'failed' });
    browser.shows({ id: 9, url: ana });
    await vi.waitFor(() => expect(browser.page.seen.value).toEqual({ name: '', phone: '' }));
  });

  test('is nobody, not the caller before, where a page breaks the engine', async () => {
    const browser = await aBrowser();
    await vi.waitFor(() => expect(browser.page.seen.value?.name).toBe('Ana Villaseñor'));
    browser.engine.shows(() => {
      throw new Error('hostile');
    });
    browser.shows({ id: 9, url: 'https://crm.example.com/contact/2' });
    await vi.waitFor(() => expect(browser.page.seen.value).toEqual({ name: '', phone: '' }));
  });

  test('is of the last page looked at, however long the one before takes', async () => {
    let release = () => {};
    const slow = new Promise<boolean>((resolve) => {
      release = () => resolve(true);
    });
    let asked = 0;
    const browser = await aBrowser({ hasSite: () => (++asked === 1 ? slow : Promise.resolve(true)) });
    browser.shows({ id: 9, url: 'https://crm.example.com/contact/2' });
    await vi.waitFor(() => expect(browser.page.beside.value?.tabId).toBe(9));
    release();
    await slow;
    await Promise.resolve();
    expect(browser.page.beside.value?.tabId).toBe(9);
  });
});

describe('changes of tabs', () => {
  test('in another window are not looked at', async () => {
    const browser = await aBrowser();
    await vi.waitFor(() => expect(browser.engine.contexts).toHaveLength(1));
    browser.shows({ id: 9, url: ana }, { windowId: 2 });
    await Promise.resolve();
    expect(browser.engine.contexts).toHaveLength(1);
  });

  test('a page that is left takes a draft begun by hand off its tab, in any window', async () => {
    const browser = await aBrowser();
    browser.draft.type('callerName', 'Ana', { tabId: 7, recordKey: '' });
    browser.shows({ id: 7, url: ana }, { kind: 'updated', status: 'complete' });
    expect(browser.draft.draft.value.record?.tabId).toBe(7);
    browser.shows({ id: 7, url: ana }, { kind: 'updated', status: 'loading', windowId: 2 });
    expect(browser.draft.draft.value.record?.tabId).toBe(-1);
  });

  test('are no longer heard once it is stopped', async () => {
    const { page, tabs, grants } = await aBrowser();
    page.stop();
    expect([tabs.size, grants.size]).toEqual([0, 0]);
  });
});

describe('capturing', () => {
  test('reads the tab in front', async () => {
    const browser = await aBrowser();
    await browser.page.capture();
    expect(browser.draft.draft.value).toMatchObject({
      fields: { callerName: 'Ana Villaseñor' },
      record: { tabId: 7 },
    });
  });

  test('without a tab, or without access, says so', async () => {
    const browser = await aBrowser();
    browser.shows(null);
    await browser.page.capture();
    expect(browser.status.text.value).toBe('No caller found. There is no page in this window to read.');
    browser.shows({ id: 7 });
    browser.answers({ ok: false, why: 'no-access' });
    await browser.page.capture();
    expect(browser.capture.needsAccess.value).toBe(true);
  });
});

describe('access to a site', () => {
  test('is asked for in the click itself, said, and the page looked at', async () => {
    const browser = await aBrowser();
    await vi.waitFor(() => expect(browser.page.site.value).toBe(crm));
    browser.takeBack(crm);
    await vi.waitFor(() => expect(browser.page.seen.value).toBeNull());
    const allowed = browser.page.allow();
    expect(browser.requestSite).toHaveBeenCalledWith(crm);
    await allowed;
    expect(browser.status.text.value).toBe('Ringback now reads https://crm.example.com when you look at it.');
    expect(browser.page.seen.value?.name).toBe('Ana Villaseñor');
  });

  test('refused changes nothing and is said', async () => {
    const browser = await aBrowser({ requestSite: async () => false });
    await vi.waitFor(() => expect(browser.page.site.value).toBe(crm));
    await browser.page.allow();
    expect(browser.status.text.value).toBe('The browser was not given permission, so nothing has changed.');
  });

  test.each([
    ['https://other.example.com/x', 'https://other.example.com'],
    ['http://localhost:8080/', 'http://localhost:8080'],
  ])('of an address typed in: %s', async (typed, site) => {
    const browser = await aBrowser();
    await browser.page.allow(typed);
    expect(browser.requestSite).toHaveBeenCalledWith(site);
  });

  test.each(['', 'crm', 'javascript:alert(1)'])('of what is no address: "%s"', async (typed) => {
    const browser = await aBrowser();
    await browser.page.allow(typed);
    expect(browser.requestSite).not.toHaveBeenCalled();
    expect(browser.status.text.value).toBe(
      'That is no web address. It starts with https:// and names a site.',
    );
  });

  test('of a page whose address is hidden is left to the browser to offer', async () => {
    const offerSiteOfTab = vi.fn(async () => true);
    const browser = await aBrowser({ offerSiteOfTab });
    browser.shows({ id: 8 });
    await vi.waitFor(() => expect(browser.page.beside.value?.tabId).toBe(8));
    await browser.page.allow();
    expect(offerSiteOfTab).toHaveBeenCalledWith(8);
    expect(browser.requestSite).not.toHaveBeenCalled();
  });
});

test('a page that puts its new caller in after its new address is looked at again', async () => {
  const browser = await aBrowser();
  await vi.waitFor(() => expect(browser.page.seen.value?.name).toBe('Ana Villaseñor'));
  browser.engine.shows(anEmptyPage());
  browser.shows({ id: 7, url: 'https://crm.example.com/contact/2' }, { kind: 'updated' });
  await vi.waitFor(() => expect(browser.page.seen.value?.name).toBe(''));
  browser.engine.shows(bobsPage());
  browser.settles();
  await vi.waitFor(() => expect(browser.page.seen.value?.name).toBe('Bob Lee'));
});
