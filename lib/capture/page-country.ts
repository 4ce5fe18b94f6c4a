/** Which countries a page's national numbers may be of, besides the agent's own. */
import {
  type CountryCode,
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { Page } from './page-items.ts';
import type { Countries } from './types.ts';

/** Where a language is spoken, the largest first; English is what software speaks that nobody set. */
const spoken: Readonly<Record<string, string>> = {
  ar: 'SA EG AE MA DZ TN JO IQ KW QA LB OM BH',
  bg: 'BG',
  cs: 'CZ',
  da: 'DK',
  de: 'DE AT CH LI LU BE',
  el: 'GR CY',
  en: 'US GB CA AU IE NZ ZA IN SG KE NG PH HK',
  es: 'ES MX AR CO CL PE EC VE UY PY BO CR PA GT DO HN SV NI PR US',
  et: 'EE',
  fi: 'FI',
  fr: 'FR BE CH CA LU MC MA TN DZ SN CI',
  he: 'IL',
  hr: 'HR',
  hu: 'HU',
  it: 'IT CH',
  ja: 'JP',
  ko: 'KR',
  lt: 'LT',
  lv: 'LV',
  nb: 'NO',
  nl: 'NL BE SR',
  nn: 'NO',
  no: 'NO',
  pl: 'PL',
  pt: 'BR PT AO MZ',
  ro: 'RO MD',
  ru: 'RU KZ BY',
  sk: 'SK',
  sl: 'SI',
  sv: 'SE FI',
  th: 'TH',
  tr: 'TR CY',
  uk: 'UA',
  vi: 'VN',
};

/** Ends of addresses that are countries' and mostly used for something else. */
const notPlaces = new Set(
  [
    'IO CO AI ME TV LY SH FM GG CC TO IM AC VC SO LA NU ST WS PW AM MS GD SC BZ SX CX VG ML TK GA CF GQ AS NE PM',
    'AG BI CD CM DJ GL GY KI MD MN MP MU NF NR RE TC TL TM VU WF YT',
  ].flatMap((line) => line.split(' ')),
);

/** International numbers from which on, and their share of one country, that say where a page is. */
const enough = { numbers: 2, share: 0.6 };

/** @param home the agent's country, ISO alpha-2 */
export function countriesOf(page: Page, home: string): Countries {
  const { url = '', lang = '' } = page.frames[0] ?? {};
  const [language = '', region] = languageOf(lang);
  const named = endOf(url) ?? (language === 'en' && region === 'US' ? undefined : region);
  if (named === home) return { home, others: [], sure: 'clear' };
  if (named) return { home, others: [named], sure: 'clear' };
  const shown = ofNumbers(page) ?? ofPlaces(page, language);
  if (shown && shown !== home) return { home, others: [shown], sure: 'likely' };
  const speakers = region ? [region] : (spoken[language] ?? '').split(' ').filter(Boolean);
  const others = speakers.slice(0, 2).filter((one) => one !== home);
  if (shown || speakers.includes(home) || language === 'en') return { home, others, sure: 'weak' };
  return { home, others: others.slice(0, 1), sure: 'likely' };
}

function languageOf(lang: string): [string, string | undefined] {
  try {
    const { language, region } = new Intl.Locale(lang.replace('_', '-'));
    return [language, region && isSupportedCountry(region) ? region : undefined];
  } catch {
    return ['', undefined];
  }
}

/** The country of an address's end (".fr", ".co.uk"). */
function endOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const end = (new URL(url).hostname.split('.').at(-1) ?? '').toUpperCase();
  const country = end === 'UK' ? 'GB' : end;
  return isSupportedCountry(country) && !notPlaces.has(country) ? country : undefined;
}

/** The country most international numbers of the page are of. */
function ofNumbers(page: Page): string | undefined {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const item of page.items) {
    if (item.chrome || !/\+\d/.test(item.text) || item.text.length > 60 || seen.size > 40) continue;
    const number = parsePhoneNumberFromString(item.text.slice(item.text.indexOf('+')));
    if (!number?.country || seen.has(number.number)) continue;
    seen.add(number.number);
    counts.set(number.country, (counts.get(number.country) ?? 0) + 1);
  }
  if (seen.size < enough.numbers) return undefined;
  return [...counts].find(([, count]) => count >= seen.size * enough.share)?.[0];
}

/** The one country that fields and ends of addresses name. */
function ofPlaces(page: Page, language: string): string | undefined {
  const names = countryNames(language);
  const found = new Set<string>();
  for (const item of page.items) {
    if (item.chrome || item.hidden || item.text.length > 120) continue;
    const place = names.get((item.text.split(/[,\n]/).at(-1) ?? '').trim().toLowerCase());
    if (place) found.add(place);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

const namesOf = new Map<string, Map<string, string>>();

function countryNames(language: string): ReadonlyMap<string, string> {
  const known = namesOf.get(language);
  if (known) return known;
  const names = new Map<string, string>();
  for (const tongue of new Set(['en', language || 'en'])) {
    const words = new Intl.DisplayNames([tongue], { type: 'region' });
    for (const country of getCountries()) names.set(words.of(country)?.toLowerCase() ?? country, country);
  }
  namesOf.set(language, names);
  return names;
}

/** A country the number library knows, undefined for others. */
export function knownCountry(country: string): CountryCode | undefined {
  return isSupportedCountry(country) ? country : undefined;
}
