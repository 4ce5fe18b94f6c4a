import { i18n } from '#i18n';
import type { PromisedTimeLanguage } from '../domain/promised-time/types.ts';

/** The language of the words on the screen, BCP 47: the browser's own where Ringback has it, else English. */
export function wordsLanguage(): string {
  return i18n.t('language');
}

/**
 * The locale that dates, times and numbers are written in, BCP 47. It speaks the language of the words around
 * them, as the browser's own list of languages has it ('de-AT'). English words that stand in for a language
 * Ringback does not speak keep that region's habits: 'en-IT' in an Italian browser.
 */
export function locale(): string {
  const asked = [wordsLanguage(), navigator.language, ...navigator.languages].join();
  if (asked !== known.asked) known = { asked, locale: readLocale() };
  return known.locale;
}

/** Every time and number on the screen asks for it. */
let known = { asked: '', locale: '' };

function readLocale(): string {
  const words = new Intl.Locale(wordsLanguage());
  const first = new Intl.Locale(navigator.language);
  const same = [first, ...navigator.languages.map((one) => new Intl.Locale(one))].find(
    ({ language }) => language === words.language,
  );
  if (first.language !== words.language && words.language === 'en') {
    const { region } = first.maximize();
    return region ? `en-${region}` : 'en';
  }
  return (same ?? words).toString();
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
