import type { Phone } from './callback.ts';
import { foldForSearch } from './search.ts';

/** What stands where something was taken out of a text. */
const gap = '…';
/** Fewer digits are an amount, a date, an order. */
const digitsAtLeast = 7;

/** Where something stands in a text. */
interface Span {
  start: number;
  end: number;
}

/** The words of a name, folded so that case, accents and commas do not count. */
export function nameParts(name: string): string[] {
  return foldForSearch(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** "Villaseñor, Ana" is "ana villasenor". */
export function isName(name: string, asked: string): boolean {
  const wanted = nameParts(asked);
  return wanted.length > 0 && sameWords(nameParts(name), wanted);
}

/** True where the whole name stands in the text, its words in any order but together. */
export function hasName(text: string, name: string): boolean {
  return namesIn(text, name).length > 0;
}

/** True where one of the numbers stands in the text, however it is written. */
export function hasNumber(text: string, phones: readonly Phone[]): boolean {
  return numbersIn(text, phones).length > 0;
}

/** The text with the name and the numbers taken out. */
export function withoutTraces(text: string, name: string, phones: readonly Phone[]): string {
  const spans = [...namesIn(text, name), ...numbersIn(text, phones)].sort((a, b) => a.start - b.start);
  let [rest, from] = ['', 0];
  for (const { start, end } of spans) {
    if (start >= from) rest += text.slice(from, start) + gap;
    from = Math.max(from, end);
  }
  return rest + text.slice(from);
}

function namesIn(text: string, name: string): Span[] {
  const wanted = nameParts(name);
  if (wanted.length === 0) return [];
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const folded = words.map(([word]) => nameParts(word).join(''));
  return words.flatMap((first, place) => {
    const last = words[place + wanted.length - 1];
    if (!last || !sameWords(folded.slice(place, place + wanted.length), wanted)) return [];
    return [{ start: first.index, end: last.index + last[0].length }];
  });
}

function numbersIn(text: string, phones: readonly Phone[]): Span[] {
  const keys = phones.flatMap(digitKeys);
  if (keys.length === 0) return [];
  const runs = [...text.matchAll(/\+?\d[\d\s().\-\u2010-\u2015/]*\d/gu)];
  return runs.flatMap(({ index, 0: run }) => {
    const digits = run.replace(/\D/g, '');
    return keys.some((key) => digits.includes(key)) ? [{ start: index, end: index + run.length }] : [];
  });
}

/**
 * The digits a number is known by wherever it is written: as it was shown without a trunk zero, and the end of its
 * international form, which its national one shares.
 */
function digitKeys({ e164, asShown }: Phone): string[] {
  // "x9" after a number is not of it.
  const shown = (/\d[\d\s().-]*/.exec(asShown)?.[0] ?? '').replace(/\D/g, '').replace(/^0+/, '');
  const international = e164?.slice(1) ?? '';
  const national = international.slice(international.length >= 11 ? -9 : -8);
  return [shown, national].filter((key) => key.length >= digitsAtLeast);
}

function sameWords(words: readonly string[], wanted: readonly string[]): boolean {
  return words.toSorted().join(' ') === wanted.toSorted().join(' ');
}
