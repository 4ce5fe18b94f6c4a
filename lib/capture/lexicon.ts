/**
 * Words that label what stands beside them, in English, Spanish, French, German, Portuguese, Italian, Dutch,
 * Polish, Swedish, Japanese and Arabic. Written folded (lower case, no accents), separated by "|".
 * A word means the same wherever it stands; what a label means as a whole is decided in labels.ts.
 */
import { numberLabels } from './lexicon-numbers.ts';
import { partyLabels } from './lexicon-parties.ts';
import { thingLabels } from './lexicon-things.ts';
import type { WordKind } from './word-kinds.ts';

/** Kind → words. One string a language, in the order of the list above. */
export const lexicon: Record<WordKind, readonly string[]> = {
  ...numberLabels,
  ...partyLabels,
  ...thingLabels,
};
