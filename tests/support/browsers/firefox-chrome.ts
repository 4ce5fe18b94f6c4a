/**
 * What is asked of Firefox's own window. These functions run there, with Firefox's privileges
 * (`--remote-allow-system-access`), so each stands alone.
 */

interface XulBrowser extends HTMLElement {
  permanentKey?: object;
  currentURI: { spec: string };
}

interface NavigableManager {
  getBrowserById(id: string): XulBrowser | null;
  getIdForBrowser(browser: XulBrowser): string;
  adopted?: Map<string, XulBrowser>;
}

declare const ChromeUtils: {
  importESModule(url: string): { NavigableManager: NavigableManager };
};
interface Principal {
  addonId?: string;
}
/** https://searchfox.org/mozilla-central/source/netwerk/base/nsIChannel.idl */
interface Channel {
  URI: { spec: string };
  loadInfo: {
    triggeringPrincipal: Principal | null;
    loadingPrincipal: Principal | null;
    externalContentPolicyType: number;
  };
}
declare const Ci: { nsIHttpChannel: unknown; nsIContentPolicy: { TYPE_DOCUMENT: number } };
declare const Services: {
  obs: {
    addObserver(
      observer: { observe(subject: { QueryInterface(what: unknown): Channel }): void },
      topic: string,
    ): void;
  };
};
declare const WebExtensionPolicy: {
  getByHostname(uuid: string): {
    extension: { terminateBackground(how: Record<string, boolean>): Promise<void> };
  };
};

/**
 * Makes the sidebar's or the pop-up's document known to WebDriver BiDi and gives its context id, or null
 * while it is not there. BiDi lists documents in tabs only: the panel's browser element has no permanent
 * key and is in no tab. With a key and a way to be found it is driven like any page.
 */
export function adoptDocument(where: 'sidebar' | 'popup', url: string): string | null {
  const sidebar = document.getElementById('sidebar') as HTMLIFrameElement | null;
  const places = {
    sidebar: () => sidebar?.contentDocument?.getElementById('webext-panels-browser'),
    // Loaded ahead in a panel of its own that never opens, then moved: taken hold of before that, it never shows.
    popup: () =>
      [...document.querySelectorAll('.webextension-popup-browser')].find(
        (one) => (one.closest('panel') as (HTMLElement & { state: string }) | null)?.state === 'open',
      ),
  };
  const element = places[where]() as XulBrowser | null | undefined;
  if (!element?.currentURI?.spec.startsWith(url)) return null;
  const module = 'chrome://remote/content/shared/NavigableManager.sys.mjs';
  const { NavigableManager: manager } = ChromeUtils.importESModule(module);
  if (!manager.adopted) {
    const adopted = new Map<string, XulBrowser>();
    const known = manager.getBrowserById.bind(manager);
    manager.adopted = adopted;
    manager.getBrowserById = (id) => {
      const browser = adopted.get(id);
      return browser?.isConnected ? browser : known(id);
    };
  }
  element.permanentKey ??= {};
  const id = manager.getIdForBrowser(element);
  manager.adopted.set(id, element);
  return id;
}

/** Stops the extension's background as Firefox does when it is idle; the next event for it starts it anew. */
export async function stopBackground(uuid: string): Promise<void> {
  const { extension } = WebExtensionPolicy.getByHostname(uuid);
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

/** Gives the sidebar's document the focus: without it keys reach its fields, but press no button. */
export function focusSidebar(): void {
  const sidebar = document.getElementById('sidebar') as HTMLIFrameElement | null;
  sidebar?.contentDocument?.getElementById('webext-panels-browser')?.focus();
}

/** The middle of the extension's toolbar button on the screen, for a real mouse; null while there is none. */
export function toolbarButtonPlace(widgetId: string): { x: number; y: number } | null {
  const button = document.getElementById(widgetId);
  if (!button) return null;
  const box = button.getBoundingClientRect();
  if (box.width === 0) return null;
  const view = window as unknown as { mozInnerScreenX: number; mozInnerScreenY: number };
  return {
    x: view.mozInnerScreenX + box.x + box.width / 2,
    y: view.mozInnerScreenY + box.y + box.height / 2,
  };
}

/** The middle on the screen of the button that answers Firefox's own question; null while none is asked. */
export function answerPlace(answer: 'allow' | 'deny'): { x: number; y: number } | null {
  const panel = document.getElementById('notification-popup') as (HTMLElement & { state?: string }) | null;
  if (panel?.state !== 'open') return null;
  const kind = answer === 'allow' ? 'primary' : 'secondary';
  const box = panel.querySelector(`.popup-notification-${kind}-button`)?.getBoundingClientRect();
  if (!box || box.width === 0) return null;
  const view = window as unknown as { mozInnerScreenX: number; mozInnerScreenY: number };
  return {
    x: view.mozInnerScreenX + box.x + box.width / 2,
    y: view.mozInnerScreenY + box.y + box.height / 2,
  };
}

/** The middle on the screen of this notification's window; null while it is not drawn, or is another's. */
export function middleOfAlert(title: string): { x: number; y: number } | null {
  if (window.innerWidth === 0 || document.readyState !== 'complete') return null;
  const label = document.querySelector('#alertTitleLabel');
  if ((label?.getAttribute('value') || label?.textContent) !== title) return null;
  const view = window as unknown as { mozInnerScreenX: number; mozInnerScreenY: number };
  return { x: view.mozInnerScreenX + innerWidth / 2, y: view.mozInnerScreenY + innerHeight / 2 };
}

/** Moves the extension's button out of the puzzle-piece menu onto the toolbar, as a person pins it. */
export function pinToolbarButton(widgetId: string): void {
  const { CustomizableUI } = window as unknown as {
    CustomizableUI: { addWidgetToArea(id: string, area: string): void };
  };
  CustomizableUI.addWidgetToArea(widgetId, 'nav-bar');
}

/**
 * Notes from now on what the extension asks the network for, its sockets and the pages it opens for the person too.
 * Firefox tells of each request before it is sent.
 */
export function watchRequests(extensionId: string): void {
  const asked: string[] = [];
  const isOurs = (one: Principal | null) => one?.addonId === extensionId;
  Services.obs.addObserver(
    {
      observe(subject) {
        const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
        if ([loadInfo.triggeringPrincipal, loadInfo.loadingPrincipal].some(isOurs)) asked.push(URI.spec);
      },
    },
    'http-on-opening-request',
  );
  (globalThis as { ringbackAsked?: string[] }).ringbackAsked = asked;
}

/** What was noted since. */
export function requestsSeen(): string[] | null {
  return (globalThis as { ringbackAsked?: string[] }).ringbackAsked ?? null;
}
