/** Text as people see it: invisible characters gone, digits of every script as 0–9, one kind of dash. */

/** Control, zero-width and bidi characters (Unicode Cc and Cf, without the joiners some scripts need). */
const invisible = /[^\P{Cc}\n\t]|[^\P{Cf}\u200c\u200d]/gu;
const joiners = /\u200c|\u200d/gu;

/** Removes what cannot be seen and turns every kind of space into one. */
export function visible(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/**
 * Digits of any script as ASCII, full-width forms as plain ones, dashes as "-".
 * Decimal digits come in runs of ten in Unicode, zero first.
 */
export function plainDigits(text: string): string {
  return text
    .replace(joiners, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      if (code < 0x80) return digit;
      let zero = code;
      while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
      return String(code - zero);
    })
    .replace(/[\u2010-\u2015\u2212\u30fc]/g, '-');
}

/** Words that are folded as they stand, and those that only lack the case. */
const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const plainCase = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Letters that no accent tells from plain ones, as they are typed without them. */
const plainLetters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ł: 'l', ø: 'o', ı: 'i' };

/** For comparing words: lower case, no accents, no punctuation around, one space. */
export function fold(text: string): string {
  // The vocabulary is written folded, and most labels are plain words.
  if (plain.test(text)) return text;
  if (plainCase.test(text)) return text.toLowerCase();
  return (
    visible(text)
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      // Arabic as it is typed in a hurry: no vowel signs, no hamza on the alif, no tatweel.
      .replace(/[\u0610-\u061a\u0640\u064b-\u065f\u0670]/g, '')
      .replace(/\u0649/g, '\u064a')
      // Kana and Korean syllables in one piece again.
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßæœłøı]/g, (letter) => plainLetters[letter] ?? letter)
      .replace(/[’‘`´]/g, "'")
      .replace(/[^\p{L}\p{M}\p{N}#'&]+/gu, ' ')
      .trim()
  );
}

export function countDigits(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
}

/** Words of a text; scripts without spaces count as one. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
