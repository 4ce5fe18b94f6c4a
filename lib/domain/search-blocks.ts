import type { Callback } from './callback.ts';
import { searchText, textHas } from './search.ts';

/** Length of an id: a UUID as text. */
const idLength = 36;

/**
 * Texts of some hundred entries in one string each for texts and ids: a list of years fits into memory this way, and
 * is gone through with the browser's own text search instead of one entry at a time.
 */
export interface SearchBlock {
  text: string;
  /** Where each entry's text begins, and the end of the last. */
  starts: Uint32Array;
  ids: string;
}

/** What of the entries is looked through, in their order. */
export function searchBlock(callbacks: readonly Callback[]): SearchBlock {
  const texts = callbacks.map(searchText);
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, place) => {
    starts[place + 1] = (starts[place] ?? 0) + text.length;
  });
  return { text: narrowed(texts.join('')), starts, ids: callbacks.map(({ id }) => id).join('') };
}

/**
 * The same text in one byte a character where that is enough: after accents were folded away an engine may go on
 * with two, and years of entries would take twice the memory.
 */
function narrowed(text: string): string {
  return decoder.decode(encoder.encode(text));
}
const [encoder, decoder] = [new TextEncoder(), new TextDecoder('utf-8', { ignoreBOM: true })];

/**
 * Ids of the entries of a block that have every word in one of its forms, in their order.
 * @param words see searchWords; one at least
 */
export function findInBlock(block: SearchBlock, words: readonly (readonly string[])[]): string[] {
  const { text, starts, ids } = block;
  // The longest word is the rarest: it is looked for in the whole block, the others where it stands.
  const [rarest = []] = words.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  const nextPlace = rarest.map((form) => text.indexOf(form));
  const found: string[] = [];
  let entry = 0;
  for (;;) {
    const at = Math.min(...nextPlace.filter((place) => place !== -1));
    if (at === Number.POSITIVE_INFINITY) return found;
    while ((starts[entry + 1] ?? 0) <= at) entry += 1;
    const [start = 0, end = 0] = starts.subarray(entry, entry + 2);
    // What was found may reach over the end of an entry into the next: then no entry has it there.
    if (textHas(text.slice(start, end), words)) {
      found.push(ids.slice(entry * idLength, (entry + 1) * idLength));
    }
    rarest.forEach((form, place) => {
      const seen = nextPlace[place] ?? -1;
      if (seen !== -1 && seen < end)
        nextPlace[place] = text.indexOf(form, Math.max(end - form.length + 1, at + 1));
    });
  }
}
