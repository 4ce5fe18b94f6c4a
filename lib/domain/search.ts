import type { Callback, Owner } from './callback.ts';

/** Case, accents and full-width forms folded away, so that "villasenor" finds "Villaseñor". */
export function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Longest text that is looked through in one entry, in UTF-16 code units: notes may be a novel. */
const longestText = 2_000;

/** Keeps the owner apart from the words: no text of an entry has this character in it (see cleanText). */
const ownerMark = '\u0001';

/**
 * What a search looks through in an entry: name, numbers (as shown and as bare digits), reference, owner, status,
 * reason and notes, folded, in one line.
 */
export function searchText(callback: Callback): string {
  const { callerName, phone, alternatePhones, reference, reason, notes, owner, status } = callback;
  const numbers = [phone, ...alternatePhones].flatMap((number) => number ?? []);
  const parts = [callerName, ...numbers.map(numberText), reference, owner?.name ?? '', status, reason, notes];
  return `${markOf(owner)}${foldForSearch(parts.join(' ')).replace(/\s+/g, ' ')}`.slice(0, longestText);
}

/** How the owner is named at the start of that text. @param owner null for nobody */
export function markOf(owner: Owner | null): string {
  return `${ownerMark}${owner?.id ?? ''}${ownerMark}`;
}

/**
 * The words of a query, each in the forms it may stand in: "(415)" and "555-0132" are looked for as bare digits,
 * too. None for an empty query.
 */
export function searchWords(query: string): string[][] {
  return foldForSearch(query)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const digits = word.replace(/[().+-]/g, '');
      return /^\d{3,}$/.test(digits) && digits !== word ? [word, digits] : [word];
    });
}

/** True where every word stands in the text of an entry in one of its forms. */
export function textHas(text: string, words: readonly (readonly string[])[]): boolean {
  return words.every((forms) => forms.some((form) => text.includes(form)));
}

/** True where every word of the query stands in the entry's name, number, reference, reason, notes or owner. */
export function matchesSearch(callback: Callback, query: string): boolean {
  return textHas(searchText(callback), searchWords(query));
}

/** A number as it may be typed: as shown, in full, and as bare digits where they stand in neither. */
function numberText({ asShown, e164 }: { asShown: string; e164: string | null }): string {
  const forms = [e164 ?? '', asShown, bareDigits(asShown)];
  return forms.filter((form, at) => !forms.slice(0, at).some((before) => before.includes(form))).join(' ');
}

function bareDigits(number: string): string {
  return number.replace(/\D/g, '');
}
