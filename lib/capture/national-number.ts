/** Digits read as a number: in the agent's country, and in the page's where it may be another. */
import { getCountryCallingCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { knownCountry } from './page-country.ts';
import type { Countries } from './types.ts';

/** One way to read the digits. */
export interface Reading {
  number: PhoneNumber;
  /** Set in the groups its country sets it in. */
  conventional: boolean;
  doubtful?: true;
  other?: true;
}

/**
 * The ways to read a number, likeliest first: one where it is clear, two (both doubtful) where it is a number of
 * two countries, none where it is a number of neither.
 * @param shown digits as written @param international with its country code
 * @param trusted a label or link says it is a phone
 */
export function readingsOf(
  shown: string,
  region: string | Countries,
  international: boolean,
  trusted: boolean,
): Reading[] {
  const { home, others, sure }: Countries =
    typeof region === 'string' ? { home: region, others: [], sure: 'weak' } : region;
  const first = read(shown, home, international, trusted);
  const own: Reading[] = first
    ? [{ number: first, conventional: isConventional(shown, first, international) }]
    : [];
  if (international || others.length === 0 || first?.countryCallingCode !== codeOf(home, first)) return own;
  const isNational = first?.isValid() === true && isWhole(shown, first);
  if (isNational && sure === 'weak') return own;
  const there = others
    .flatMap((country) => read(shown, country, false, false) ?? [])
    .map((number) => ({ number, conventional: isConventional(shown, number, false) }))
    // A number nothing labels is taken for another country's only as that country sets it.
    .find(({ number, conventional }) => isWhole(shown, number) && (trusted || conventional));
  if (!there || there.number.number === first?.number) return own;
  if (!isNational) {
    if (sure !== 'weak') return [there];
    return [
      { ...there, doubtful: true },
      ...own.map((one) => ({ ...one, doubtful: true, other: true }) as const),
    ];
  }
  const here = own[0];
  if (!here || (here.conventional && !there.conventional)) return own;
  const [likelier, less] = sure === 'clear' ? [there, here] : [here, there];
  return [
    { ...likelier, doubtful: true },
    { ...less, doubtful: true, other: true },
  ];
}

/** The calling code digits without one are read with. */
function codeOf(home: string, number: PhoneNumber | null): string | undefined {
  if (!number) return undefined;
  const country = knownCountry(home);
  return country ? getCountryCallingCode(country) : number.countryCallingCode;
}

/** Whether nothing is missing in front: "415 555 2671" is no national number of a country that dials 0 first. */
function isWhole(shown: string, number: PhoneNumber): boolean {
  const written = shown.replace(/\D/g, '');
  const national = number.formatNational().replace(/\D/g, '');
  return !(national.length > written.length && national.endsWith(written));
}

/** Whether the digits stand in the country's own groups, at least with the area code set apart. */
function isConventional(shown: string, number: PhoneNumber, international: boolean): boolean {
  if (!number.isValid()) return false;
  const groups = (text: string): string[] => text.split(/[^\d]+/).filter(Boolean);
  const written = groups(shown.replace(/[(（]0[)）]/, ''));
  const usual = groups(international ? number.formatInternational() : number.formatNational());
  if (written.length < 2 || usual.length < 2) return international;
  const head = international ? 2 : 1;
  const apart = written.slice(0, head).join(' ') === usual.slice(0, head).join(' ');
  return apart && written.every((group, at) => at === 0 || group.length > 1);
}

function read(shown: string, region: string, international: boolean, trusted: boolean): PhoneNumber | null {
  const country = knownCountry(region);
  const options = { extract: false, ...(country ? { defaultCountry: country } : {}) };
  // "(+44) 7400 …", "+33 (0)6 …": brackets around the code and the trunk zero are for people.
  const body = /^[(（]?\+/.test(shown)
    ? `+${shown.replace(/[(（]0[)）]/, '').replace(/\D/g, '')}`
    : shown.replace(/[·•]/g, ' ');
  const number = parsePhoneNumberFromString(body, options);
  if (number?.isValid()) return number;
  // "44 20 …" and "1 415 …": the country code without its plus, only as a group of its own.
  const code = international ? null : /^(\d{1,3})[\s.-]/.exec(shown)?.[1];
  if (code) {
    const plus = parsePhoneNumberFromString(`+${shown.replace(/\D/g, '')}`, { extract: false });
    if (plus?.isValid() && plus.countryCallingCode === code) return plus;
  }
  // Ranges kept for drama and tests are outside the plan: what is possible will do where the page itself says
  // that it is a number. What a link dials with its country's code, or a label calls one, is one in any range.
  const isSaid = (international || trusted) && number?.isPossible() === true;
  return number && isSaid && (fitsPlan(number) || (international && trusted)) ? number : null;
}

/** Digits at the head of a number that say which range of its country's plan it is in. */
const head = 2;
const fits = new Map<string, boolean>();

/** Whether the plan has numbers of this length that start alike. */
function fitsPlan(number: PhoneNumber): boolean {
  const { nationalNumber, countryCallingCode } = number;
  const start = nationalNumber.slice(0, head);
  const key = `${countryCallingCode} ${start} ${nationalNumber.length}`;
  const known = fits.get(key);
  if (known !== undefined) return known;
  const rest = nationalNumber.length - head;
  const tails = [...'0123456789'].flatMap((digit) => [
    digit.repeat(rest),
    `${digit}234567890123`.slice(0, rest),
  ]);
  const fit = tails.some(
    (tail) => parsePhoneNumberFromString(`+${countryCallingCode}${start}${tail}`)?.isValid() === true,
  );
  fits.set(key, fit);
  return fit;
}
