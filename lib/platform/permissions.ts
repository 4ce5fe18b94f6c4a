import { browser, chromium } from './browser.ts';

/**
 * A site is written as its origin without a port ('https://crm.example.com'): a match pattern has none in
 * Firefox, and in Chromium one without a port covers all of them.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}` : null;
}

function pattern(origin: string): string {
  return `${siteOf(origin) ?? origin}/*`;
}

/** True where every page of the site may be read without asking. @param origin any address of the site */
export async function hasSite(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern(origin)] });
}

/**
 * Asks for a site with the browser's own prompt; false where the agent refuses. Call it synchronously in the
 * click. @param origin any address of the site
 */
export async function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern(origin)] });
}

/** The sites that may be read at any time, sorted. */
export async function listSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.map((origin) => origin.replace(/\/\*$/, '')).sort();
}

/** Takes the access to a site back. @param origin as `listSites` gives it */
export async function removeSite(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [`${origin}/*`] });
}

/** Tells when a site is granted or taken back, here or in the browser's own settings. @returns stops it. */
export function onSitesChange(listener: () => void): () => void {
  const changed = () => listener();
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}

/**
 * Lets the browser offer access to a tab's site by itself, in its toolbar: without access the extension
 * cannot know which site to ask for. False where the browser cannot (Firefox, Chromium before 133).
 * https://developer.chrome.com/docs/extensions/reference/api/permissions#method-addHostAccessRequest
 */
export async function offerSiteOfTab(tabId: number): Promise<boolean> {
  const { permissions } = chromium;
  if (!permissions?.addHostAccessRequest) return false;
  return permissions.addHostAccessRequest({ tabId }).then(
    () => true,
    () => false,
  );
}
