/**
 * Control, zero-width and bidirectional-override characters, and halves of surrogate pairs: invisible on the
 * screen, able to reorder or split what an agent reads and copies.
 * Unicode categories C*, https://www.unicode.org/reports/tr44/#General_Category_Values
 */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
/** Control characters that stand between words: they become a space, so that the words stay apart. */
const blanks = /[\t\v\f\u0085]/g;
/** Joiners that Arabic, Persian and Indic names need to be written properly; emoji use them too. */
const keptJoiners = new Set(['\u200C', '\u200D']);
/** A joiner with nothing on one side joins nothing: alone, it would be a name nobody can see. */
const idleJoiner = /(?<=^|\s)[\u200C\u200D]|[\u200C\u200D](?=\s|$)/g;

/** What most texts are and nothing above would change: words of Latin letters with one space between them. */
const clean = /^(?:[!-~\u00a1-\u00ac\u00ae-\u024f]+(?: [!-~\u00a1-\u00ac\u00ae-\u024f]+)*)?$/;

interface CleanTextOptions {
  /** Longest result, in UTF-16 code units. */
  max: number;
  /** Keep line breaks (reason and notes); otherwise they become spaces. */
  multiline?: boolean;
}

/**
 * Text from a page, a file or a person made safe to keep and show: invisible characters removed, runs of
 * white space folded, ends trimmed, length capped without splitting a surrogate pair.
 */
export function cleanText(text: string, { max, multiline = false }: CleanTextOptions): string {
  if (text.length <= max && clean.test(text)) return text;
  // A hostile megabyte is cut before any pattern walks it; four times leaves room for what folding removes.
  const bounded = text.slice(0, max * 4).replace(blanks, ' ');
  const spaced = multiline ? bounded.replace(/\r\n?/g, '\n') : bounded.replace(/[\r\n]+/g, ' ');
  const visible = spaced
    .replace(invisible, (character) =>
      keptJoiners.has(character) || (multiline && character === '\n') ? character : '',
    )
    .replace(/([\u200C\u200D])[\u200C\u200D]+/g, '$1')
    .replace(idleJoiner, '');
  const folded = multiline
    ? visible.replace(/[^\S\n]+/g, ' ').replace(/\n{3,}/g, '\n\n')
    : visible.replace(/\s+/g, ' ');
  return capLength(folded.trim(), max);
}

/** Cuts at `max` code units, earlier where the cut would split a surrogate pair or leave an end untidy. */
function capLength(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  const last = cut.charCodeAt(cut.length - 1);
  const whole = last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
  return whole.trimEnd().replace(/[\u200C\u200D]$/, '');
}

/**
 * Percent-escaped text as it is read ("DANA%20LEE"). What is not properly escaped, as a stray % in a link somebody
 * wrote by hand, is given back as it is: `decodeURIComponent` would throw.
 */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
