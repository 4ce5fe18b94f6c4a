import { exists, findDates } from './calendar-dates.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { fold } from './normalise.ts';
import type { Meaning, Token } from './tokens.ts';

const compiled = new WeakMap<Lexicon, { pattern: RegExp; meaning: Entry[1] }[]>();

function compile(lexicon: Lexicon) {
  let rules = compiled.get(lexicon);
  if (rules === undefined) {
    const wordEnds = lexicon.spaced ? String.raw`(?:(?<=[^\p{L}\p{M}\p{N}])|(?![\p{L}\p{M}\p{N}]))` : '';
    rules = lexicon.entries.map(([source, meaning]) => ({
      pattern: new RegExp(`(?:${lexicon.spaced ? fold(source) : source})${wordEnds}`, 'uy'),
      meaning,
    }));
    compiled.set(lexicon, rules);
  }
  return rules;
}

interface Match {
  end: number;
  meanings: Meaning[];
}

/** Cuts normalised text into meanings, taking the longest that fits at each place; the rest is `unknown`. */
export function tokenize(text: string, lexicon: Lexicon, country: string): Token[] {
  const dates = findDates(text, lexicon, country);
  // Many leave accents out; Japanese marks are letters of their own.
  const words = lexicon.spaced ? fold(text) : text;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const best =
      dateAt(dates, at, longest(words, at, lexicon)) ?? filler(text, at) ?? unknown(text, at, lexicon);
    for (const meaning of best.meanings) tokens.push({ ...meaning, start: at, end: best.end });
    at = best.end;
  }
  return tokens;
}

function longest(text: string, at: number, lexicon: Lexicon): Match | null {
  let best: Match | null = null;
  for (const { pattern, meaning } of compile(lexicon)) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0].length === 0) continue;
    const end = at + match[0].length;
    if (best !== null && end <= best.end) continue;
    const said = meaning(match.groups ?? {});
    if (said !== null) best = { end, meanings: Array.isArray(said) ? said : [said] };
  }
  return best;
}

/** A date wins when it is longer; "10.11", equally long as a clock and as a date, stays both. */
function dateAt(spans: ReturnType<typeof findDates>, at: number, word: Match | null): Match | null {
  const span = spans.filter(({ start }) => start === at).sort((one, other) => other.end - one.end)[0];
  if (span === undefined || !span.dates.every(exists) || (word !== null && word.end > span.end)) return word;
  const date: Meaning = { t: 'date', dates: span.dates };
  const other = word?.meanings[0];
  if (word !== null && word.end === span.end && other?.t === 'clock') {
    return { end: span.end, meanings: [{ t: 'fork', options: [[other], [date]] }] };
  }
  return { end: span.end, meanings: [date] };
}

function filler(text: string, at: number): Match | null {
  return /[\s.,;:!?()"'、。,・]/u.test(text.charAt(at)) ? { end: at + 1, meanings: [{ t: 'filler' }] } : null;
}

function unknown(text: string, at: number, lexicon: Lexicon): Match {
  const word = lexicon.spaced ? /[\p{L}\p{M}\p{N}]+(?:[.,:/'-][\p{L}\p{M}\p{N}]+)*|./suy : /\p{N}+|./suy;
  word.lastIndex = at;
  return { end: at + (word.exec(text)?.[0].length ?? 1), meanings: [{ t: 'unknown' }] };
}
