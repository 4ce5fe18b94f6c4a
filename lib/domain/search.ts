import type { Callback } from './callback.ts';

/** Case, accents and full-width forms folded away, so that "villasenor" finds "Villaseñor". */
export function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** True where every word of the query stands in the entry's name, number, reference, reason, notes or owner. */
export function matchesSearch(callback: Callback, query: string): boolean {
  const words = foldForSearch(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { callerName, phone, alternatePhones, reference, reason, notes, owner, status } = callback;
  const numbers = [phone, ...alternatePhones].flatMap((number) =>
    number ? [number.asShown, number.e164 ?? ''] : [],
  );
  const text = foldForSearch(
    [callerName, ...numbers, reference, reason, notes, owner?.name ?? '', status].join(' '),
  );
  const digits = numbers.map((number) => number.replace(/\D/g, '')).join(' ');
  return words.every((word) => text.includes(word) || isPartOfNumber(word, digits));
}

/** "4155550132", "415-555" and "(415)" all find (415) 555-0132. */
function isPartOfNumber(word: string, digits: string): boolean {
  const typed = word.replace(/[\s().+-]/g, '');
  return /^\d{3,}$/.test(typed) && digits.includes(typed);
}
