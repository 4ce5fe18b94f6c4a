/** The vocabulary as it is asked: every phrase of the lexicon and of the trades with what it can mean. */
import { lexicon } from './lexicon.ts';
import { domainWords } from './lexicon-domains.ts';
import { fieldWords } from './lexicon-fields.ts';
import { peopleWords } from './lexicon-people.ts';
import { relationWords } from './lexicon-relations.ts';
import { staffWords } from './lexicon-staff.ts';
import { phrasesOf } from './phrases.ts';
import { wholeWords } from './whole-words.ts';
import type { WordKind } from './word-kinds.ts';

const kinds = Object.keys(lexicon) as WordKind[];

/** Phrase → what it can mean. */
export const words = new Map<string, WordKind[]>();

/** Scripts written without spaces. */
export const unspacedScript = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Phrases of these scripts, longest first; Korean ones apart, which are compounds or nothing. */
export const unspaced: string[] = [];
export const hangul: string[] = [];
/** A word of Korean. */
export const hangulWord = /^\p{sc=Hangul}+$/u;
let longest = 1;

/** Words of the longest phrase. */
export const longestPhrase = (): number => longest;

/** Phrases that mean something only where they are the whole label. */
export const alone = new Set(wholeWords);

/** Adds a phrase; one phrase can mean several things. */
function learn(phrase: string, kind: WordKind): void {
  const known = words.get(phrase);
  if (known) {
    if (!known.includes(kind)) known.push(kind);
    return;
  }
  words.set(phrase, [kind]);
  if (unspacedScript.test(phrase)) (hangulWord.test(phrase) ? hangul : unspaced).push(phrase);
  longest = Math.max(longest, phrase.split(' ').length);
}

for (const kind of kinds) for (const phrase of phrasesOf(lexicon[kind])) learn(phrase, kind);
unspaced.sort((a, b) => b.length - a.length);

/** Words of the trades, in files of their own. */
const trades = [domainWords, peopleWords, staffWords, relationWords, fieldWords];

let learned = false;

/** Learns the words of the trades, once: what the lexicon means by a phrase stays its meaning. */
export function learnTrades(): void {
  if (learned) return;
  learned = true;
  const base = new Set(words.keys());
  const news = kinds.flatMap((kind) =>
    phrasesOf(trades.flatMap((trade) => trade[kind] ?? []))
      .filter((phrase) => !base.has(phrase))
      .map((phrase) => ({ phrase, kind })),
  );
  for (const { phrase, kind } of news) {
    learn(phrase, kind);
    // "Is" and "O" are labels on their own and nothing inside others.
    if (phrase.length <= 2 && !unspacedScript.test(phrase)) alone.add(phrase);
  }
  unspaced.sort((a, b) => b.length - a.length);
  hangul.sort((a, b) => b.length - a.length);
}
