import type { Lexicon } from './lexicon.ts';
import { german } from './lexicon-de.ts';
import { english } from './lexicon-en.ts';
import { spanish } from './lexicon-es.ts';
import { french } from './lexicon-fr.ts';
import { japanese } from './lexicon-ja.ts';
import { portuguese } from './lexicon-pt.ts';
import type { PromisedTimeLanguage } from './types.ts';

/** The words of every language with a tested table of phrases. */
export const lexicons: Readonly<Record<PromisedTimeLanguage, Lexicon>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  pt: portuguese,
  ja: japanese,
};
