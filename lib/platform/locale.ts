import { browser } from './browser.ts';

/** The browser's own language, such as 'en-GB'. */
export function uiLocale(): string {
  return browser.i18n.getUILanguage();
}
