/** Longer than anyone says when a call comes; beyond it nothing is read, so typing stays quick. */
export const LONGEST_PHRASE = 120;

/** One spelling for what people type in many: width, case, dashes, quotes, spaces, invisible characters. */
export function normalise(text: string): string {
  return text
    .replace(/(?<=\d)[\u00aa\u00ba\u00b0]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212\u301c~]/gu, '-')
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u201c-\u201e\u00ab\u00bb]/gu, '"')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The text without accents, letter for letter, so that places in it stay the same. */
export function fold(text: string): string {
  return Array.from(text, (letter) => {
    const plain = letter.normalize('NFD').replace(/\p{Mn}/gu, '');
    return plain.length === letter.length ? plain : letter;
  }).join('');
}
