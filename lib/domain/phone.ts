import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { limits, type Phone } from './callback.ts';
import { cleanText } from './text.ts';

/** Full-width digits, no-break spaces and typographic hyphens, as pages and keyboards write them. */
function plain(text: string): string {
  // Cut first: a hostile megabyte of ligatures would unfold to eighteen.
  const bounded = text.slice(0, limits.phone * 4).normalize('NFKC');
  return cleanText(bounded, { max: limits.phone }).replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** What became of a typed or captured number. */
export type PhoneReading =
  | { kind: 'empty' }
  /** A number that can exist, with how it is written for reading. */
  | { kind: 'valid'; phone: Phone; shown: string }
  /** Digits, but no full number of the default country nor an international one: kept as typed. */
  | { kind: 'doubtful'; phone: Phone; shown: string }
  /** Nothing to dial in it. */
  | { kind: 'no-number' };

/**
 * Reads a phone number as an agent types it or a page shows it: '+' first, else as a number of
 * `defaultCountry` (ISO alpha-2). Extensions in the usual spellings ("x9", "ext. 9", "Durchwahl 9") are kept.
 */
export function readPhone(text: string, defaultCountry: string): PhoneReading {
  const typed = plain(text);
  if (typed === '') return { kind: 'empty' };
  if (!/\d/.test(typed)) return { kind: 'no-number' };
  const country = isSupportedCountry(defaultCountry) ? (defaultCountry as CountryCode) : undefined;
  const { number, extension } = splitExtension(typed);
  const parsed = parsePhoneNumberFromString(number, country ? { defaultCountry: country } : {});
  if (!parsed?.isValid()) {
    return { kind: 'doubtful', phone: { e164: null, asShown: typed, extension }, shown: typed };
  }
  const allExtension = extension ?? longestKept(parsed.ext);
  const home = country !== undefined && isDialledAtHome(parsed, country);
  const formatted = home ? parsed.formatNational() : parsed.formatInternational();
  // The library writes "ext. 9" in its own words; the extension is shown apart from the number here.
  const bare = formatted.replace(/\s*(?:ext\.?|x)\s*\d+$/i, '');
  const shown = allExtension ? `${bare} x${allExtension}` : bare;
  return { kind: 'valid', phone: { e164: parsed.number, asShown: shown, extension: allExtension }, shown };
}

/**
 * True where a number is dialled without its country code: the same country, or one that shares the code and
 * its trunk rules (Guernsey from Britain, Canada from the US; not the Caribbean, which costs what abroad costs).
 */
function isDialledAtHome(number: PhoneNumber, country: CountryCode): boolean {
  if (number.country === country) return true;
  const shares = number.countryCallingCode === getCountryCallingCode(country);
  const northAmerica: (string | undefined)[] = ['US', 'CA'];
  const northern = northAmerica.includes(country) && northAmerica.includes(number.country);
  return shares && (number.countryCallingCode !== '1' || northern);
}

/** Spellings of "extension" after a number; the library knows the English ones, pages use others too. */
const extensionWords =
  /[\s,;./]*(?:ext(?:ension)?|x|poste|durchwahl|dw|nst|ramal|anexo|int(?:erno)?|wew|tst|toestel|内線)\.?:?\s*(\d{1,7})\s*$/iu;

function splitExtension(text: string): { number: string; extension: string | null } {
  const match = extensionWords.exec(text);
  if (!match || match.index === 0 || !/\d/.test(text.slice(0, match.index)))
    return { number: text, extension: null };
  return { number: text.slice(0, match.index), extension: match[1] ?? null };
}

/** An extension the library found; one longer than any that is dialled is no extension, and could not be kept. */
function longestKept(extension: string | undefined): string | null {
  return extension !== undefined && /^\d{1,12}$/.test(extension) ? extension : null;
}

/** ISO alpha-2 codes of every country whose numbers can be read. */
export function phoneCountries(): string[] {
  return getCountries();
}
