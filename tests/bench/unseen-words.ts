/**
 * How well a product is read whose own words nobody knew: each one is read anew without those words of labels that
 * are found on its pages alone. Words it shares with others stay, as a new product shares them, too. Kinder than
 * real first looks, because rules learned from its pages stay.
 */
import { readLabel } from '../../lib/capture/labels.ts';
import type { CaptureResult } from '../../lib/capture/types.ts';
import { words } from '../../lib/capture/vocabulary.ts';
import type { CorpusPage } from './corpus.ts';
import { type PageScore, scorePage } from './score.ts';

interface Read {
  page: CorpusPage;
  /** Reads the page's evidence again, by the vocabulary as it is now. */
  choose(): CaptureResult;
}

/** How many labels make the engine forget what it has read (`labels.ts`), and more. */
const cacheSize = 6_000;

/** What was read of a label stands in a cache that is emptied when it is full. */
function forgetLabels(): void {
  for (let place = 0; place < cacheSize; place++) readLabel(`${place} ${place}`);
}

/** Product → words of labels that are found on its pages and on no other's. */
function wordsOfOne(reads: readonly Read[]): Map<string, string[]> {
  const products = new Map<string, Set<string>>();
  const get = words.get.bind(words);
  let product = '';
  words.get = (phrase) => {
    const kinds = get(phrase);
    if (kinds) products.set(phrase, (products.get(phrase) ?? new Set()).add(product));
    return kinds;
  };
  try {
    for (const [name, own] of Map.groupBy(reads, ({ page }) => page.product)) {
      product = name;
      forgetLabels();
      for (const { choose } of own) choose();
    }
  } finally {
    words.get = get;
  }
  const single = [...products].filter(([, on]) => on.size === 1);
  const byProduct = Map.groupBy(single, ([, on]) => [...on][0] ?? '');
  return new Map([...byProduct].map(([name, phrases]) => [name, phrases.map(([phrase]) => phrase)]));
}

/** @returns each page's score, read without the words that only its product has, and how many words that were */
export function withoutOwnWords(reads: readonly Read[]): { scores: PageScore[]; words: number } {
  const own = wordsOfOne(reads);
  const scores: PageScore[] = [];
  let count = 0;
  for (const [product, pages] of Map.groupBy(reads, ({ page }) => page.product)) {
    const gone = (own.get(product) ?? []).map((phrase) => [phrase, words.get(phrase) ?? []] as const);
    count += gone.length;
    for (const [phrase] of gone) words.delete(phrase);
    forgetLabels();
    for (const { page, choose } of pages) scores.push(scorePage(page, choose()));
    for (const [phrase, kinds] of gone) words.set(phrase, kinds);
  }
  forgetLabels();
  return { scores, words: count };
}
