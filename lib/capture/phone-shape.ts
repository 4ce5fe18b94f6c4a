/** Phone numbers in text: what looks like one, what only looks like one, and the number itself in E.164. */
import { unescaped } from '../domain/text.ts';
import { extensionAt } from './extension.ts';
import { readingsOf } from './national-number.ts';
import { countDigits, plainDigits } from './text.ts';
import type { Countries } from './types.ts';

/** A number found in a text. */
export interface PhoneMatch {
  /** As written, trimmed. */
  shown: string;
  e164: string;
  extension?: string;
  start: number;
  end: number;
  /** Starts with + or an international prefix. */
  international: boolean;
  /** Written with the separators people use, not as bare digits. */
  grouped: boolean;
  /** Set in the groups its own country sets it in: ids seldom are. */
  conventional: boolean;
  /** Real number plan: mobile numbers are direct lines. */
  mobile: boolean;
  tollFree: boolean;
  /** In the country's numbering plan; false for ranges that are only long enough. */
  valid: boolean;
  /** Nothing says whether it is this country's number or another's. */
  doubtful?: true;
  /** The same digits read in another country, behind the reading that is likelier. */
  other?: true;
}

/** Runs of digits with the separators of written numbers between them. */
const runPattern = /(?:\+|\(\+?|（)?\d(?:[\d\s().\-/·•]|（|）)*\d/g;

/** A run that is something else, by its own shape. */
const notPhones: readonly RegExp[] = [
  /^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})(?:\s+\d{1,2})?$/, // date, with the hour behind it
  /^\d{4}[./-]\d{1,2}[./-]\d{1,2}([\s-]+\d{1,4})*$/, // ISO date, and ids that start with one
  /^(19|20)\d{2}\s*-\s*(19|20)\d{2}$/, // years
  /^\d{1,3}(\.\d{1,3}){3}$/, // IPv4
  /^-?(?:0|[1-9]\d{0,2})\.\d{3,}$/, // decimal, coordinate
  /^\d{1,3}([ .]\d{3})+$/, // amount with thousands, unless the reader says phone
  /^\d{4}([ -]?\d{4}){3}$/, // card number
];

/** "030 12345678-22": area code, switchboard and desk, dialled in one (DIN 5008, ÖNORM A 1080). */
const directDial = /^(?:0\d{1,5}\s?\/?\s?|\(0\d{1,5}\)\s?)(?<=[\s/)])\d{4,9}\s?[-–]\s?\d{1,3}$/;
const directDialCountries: ReadonlySet<string> = new Set(['49', '43']);

/** Characters right before or after a run that make it part of something else. */
const badBefore = /[\p{L}\p{N}_#$€£¥₹@/=:%\\.-]$/u;
const badAfter = /^[\p{L}\p{N}_$€£¥₹@=%\\]/u;

/**
 * @param region countries national numbers are read in, or the agent's alone (ISO alpha-2)
 * @param trusted a label or link says it is a phone
 */
export function findPhones(raw: string, region: string | Countries, trusted: boolean): PhoneMatch[] {
  const text = plainDigits(raw.slice(0, 4000));
  const matches: PhoneMatch[] = [];
  if (countDigits(text) < 6) return matches;
  const pattern = new RegExp(runPattern);
  for (let run = pattern.exec(text); run && matches.length < 20; run = pattern.exec(text)) {
    const whole = readRun(text, run.index, run[0], region, trusted);
    // "0117 496 0400 (24 hours)", "0117 496 0400 / 0117 496 0402": the run is more than one number.
    const found =
      whole.length > 0
        ? whole
        : parts(run[0]).flatMap((part) =>
            readRun(text, (run?.index ?? 0) + part.at, part.text, region, trusted),
          );
    for (const match of found) {
      matches.push(match);
      pattern.lastIndex = Math.max(pattern.lastIndex, match.end);
    }
  }
  return matches;
}

/**
 * The first number of a text that is known for a number: the ways to read it, likeliest first, none where there is
 * no number.
 */
export function firstPhone(raw: string, region: string | Countries): PhoneMatch[] {
  const [first, ...rest] = findPhones(raw, region, true);
  return first ? [first, ...rest.filter((one) => one.other && one.start === first.start)] : [];
}

/** A run of digits cut where people separate numbers, when it is cut at all. */
function parts(run: string): { at: number; text: string }[] {
  const found: { at: number; text: string }[] = [];
  const cut = /\s+[/·•-]\s+|\s+(?=[(（]\d{1,2}$)|\s+(?=[(（]\d{1,2}\s)|\n+|\s{3,}|\s(?=\+)/g;
  let from = 0;
  for (let hit = cut.exec(run); hit; hit = cut.exec(run)) {
    found.push({ at: from, text: run.slice(from, hit.index) });
    from = hit.index + hit[0].length;
  }
  if (found.length > 0) found.push({ at: from, text: run.slice(from) });
  return found.slice(0, 6);
}

/**
 * The number behind a dialling link's href ("tel:+1-415…;ext=9") in each of its readings; hrefs are often the raw
 * display text.
 */
export function phoneOfHref(href: string, region: string | Countries): PhoneMatch[] {
  const cut = unescaped(href.replace(/^\s*[a-z]+:(\/\/)?/i, ''))
    .replace(/[?].*$/, '')
    .replace(/;ext=/i, ' ext ')
    .replace(/;.*$/, '')
    // "sip:+14155550132@pbx.example": the user part of such an address may be a number (RFC 3261, 19.1.6).
    .replace(/@.*$/, '')
    // Phones dial what follows a pause once somebody answers: "tel:+14155550132,,2210#".
    .replace(/(\d)(?:,+|[pw])(\d{1,6})#?$/i, '$1 ext $2');
  return firstPhone(cut, region);
}

function readRun(
  text: string,
  start: number,
  rawRun: string,
  region: string | Countries,
  trusted: boolean,
): PhoneMatch[] {
  const shown = trimRun(rawRun);
  const digits = countDigits(shown);
  if (digits < 6 || digits > 15) return [];
  const before = text.slice(Math.max(0, start - 2), start);
  const end = start + rawRun.indexOf(shown) + shown.length;
  const after = text.slice(end, end + 2);
  if (!/^[+(]/.test(shown) && badBefore.test(before) && !/[.:]\s?$|[A-Za-z]\.$/.test(before)) return [];
  if (/[#$€£¥₹@/=%\\]\s?$/.test(before)) return [];
  const extension = extensionAt(text, end);
  if (!extension && badAfter.test(after)) return [];
  if (/^\s?(?:€|\$|£|kr|zł|EUR|USD|%|km|kWh|kg)/.test(text.slice(end, end + 5))) return [];
  // "0043155509" is an id; written as a number, what follows the prefix is long or set in groups.
  const international =
    /^[(（]?\+/.test(shown) || (/^00[1-9]/.test(shown) && (digits >= 12 || /\s/.test(shown)));
  if (
    !international &&
    notPhones.some((shape) => shape.test(shown)) &&
    !(trusted && /^\d{1,3}([ .]\d{3})+$/.test(shown))
  ) {
    // French and Spanish numbers are also written in threes: valid and labelled is enough.
    if (!/^\d{3}[ .]\d{3}[ .]\d{3,4}$/.test(shown)) return [];
  }
  // Long digits with a short end are ids, but for the desks of a German switchboard.
  const tailed = !international && digits > 11 && /\d\s{0,3}[-–]\s{0,3}\d{1,3}$/.test(shown);
  if (tailed && !directDial.test(shown)) return [];
  const readings = readingsOf(shown, region, international, trusted).filter(
    ({ number }) =>
      !tailed || (directDialCountries.has(number.countryCallingCode) && number.getType() === 'FIXED_LINE'),
  );
  return readings.map(({ number, ...reading }) => {
    const type = number.getType();
    return {
      shown: `${shown}${extension ? text.slice(end, extension.end) : ''}`.trim(),
      e164: number.number,
      ...(extension ? { extension: extension.digits } : number.ext ? { extension: number.ext } : {}),
      start,
      end: extension?.end ?? end,
      international,
      grouped: international || /[\s().\-/]/.test(shown.slice(1, -1)),
      valid: number.isValid(),
      mobile: type === 'MOBILE',
      tollFree: type === 'TOLL_FREE' || type === 'PREMIUM_RATE' || type === 'SHARED_COST' || type === 'UAN',
      ...reading,
    };
  });
}

function trimRun(run: string): string {
  let shown = run.replace(/^[\s.\-/·•)）]+|[\s.\-/·•(（]+$/g, '');
  // An unpaired bracket belongs to the sentence.
  if ((shown.match(/[(（]/g)?.length ?? 0) > (shown.match(/[)）]/g)?.length ?? 0))
    shown = shown.replace(/^[(（]/, '');
  if ((shown.match(/[)）]/g)?.length ?? 0) > (shown.match(/[(（]/g)?.length ?? 0))
    shown = shown.replace(/[)）]$/, '');
  return shown;
}
