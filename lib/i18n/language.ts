import { i18n } from '#i18n';
import type { PromisedTimeLanguage } from '../domain/promised-time/types.ts';

/** The language of the words on the screen, BCP 47: the browser's own where Ringback has it, else English. */
export function wordsLanguage(): string {
  return i18n.t('language');
}

/**
 * The locale that dates, times and numbers are written in, BCP 47. It speaks the language of the words around
 * them, and has the habits of the browser's region: 'en-IT' beside English words in an Italian browser.
 */
export function locale(): string {
  const words = new Intl.Locale(wordsLanguage());
  const own = new Intl.Locale(navigator.language);
  if (words.language === own.language) return own.toString();
  const { region } = own.maximize();
  return region ? `${words.language}-${region}` : words.toString();
}

/** The language promised times are typed in first; English is understood beside it. */
export function promisedTimeLanguage(): PromisedTimeLanguage {
  const { language } = new Intl.Locale(wordsLanguage());
  switch (language) {
    case 'de':
    case 'es':
    case 'fr':
    case 'ja':
    case 'pt':
      return language;
    default:
      return 'en';
  }
}
