/** Messages as the browsers take them: `generateChromeMessages` of the locale file. */
export type Messages = Readonly<Record<string, { message: string }>>;

/** What a text must keep to the letter: substitutions, the joints of plural forms, names in braces, addresses. */
const fixed = /(\$\d| \| |%s|\{[^}]*\}|https?:\/\/\S+|chrome:\/\/\S+)/;

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ÿ',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ö',
  S: 'Š',
  U: 'Ü',
};

/**
 * English that is as long as the longest translations and one word wider where it is short: what is cut off
 * with it would be cut off in some language. Still readable; brackets show where a text begins and ends.
 */
export function longTextMessages(english: Messages): Record<string, { message: string }> {
  return overTexts(english, (text) => {
    const longer = words(text, (part) => [...part].map((letter) => accented[letter] ?? letter).join(''));
    const letters = text.split(fixed).filter((part) => !fixed.test(part));
    const missing = Math.ceil(letters.join('').length * (text.length < 20 ? 0.8 : 0.4));
    return `[${longer}${' lorém ipsüm dölor sit amet'.repeat(missing).slice(0, missing)}]`;
  });
}

/**
 * English written from right to left, so that a screen can be read in a mirror: every text is turned with the
 * Unicode override, and what is filled into it keeps the direction of its own language.
 */
export function rightToLeftMessages(english: Messages): Record<string, { message: string }> {
  return overTexts(english, (text) => words(text, (part) => (part.trim() ? `\u202e${part}\u202c` : part)));
}

/** A message is one text, or several for plurals with a joint between them. */
function overTexts(english: Messages, change: (text: string) => string): Record<string, { message: string }> {
  return Object.fromEntries(
    Object.entries(english).map(([key, { message }]) => [
      key,
      // A tag, not a text.
      { message: key === 'language' ? message : message.split(' | ').map(change).join(' | ') },
    ]),
  );
}

function words(text: string, change: (part: string) => string): string {
  return text
    .split(fixed)
    .map((part) => (fixed.test(part) ? part : change(part)))
    .join('');
}
