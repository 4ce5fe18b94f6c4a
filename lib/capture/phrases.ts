/** The vocabulary's phrases, and texts in the form they are written in. */
import { fold } from './text.ts';

/** Folded, with elided words set apart ("Nom de l’appelant", "Numero dell'ordine"): the vocabulary has them so. */
export const readable = (text: string): string =>
  fold(text)
    .replace(/(?<=^| )(d|l|qu|dell|all|dall|nell|sull|un)'(?=\p{L})/gu, '$1 ')
    // "Mother's phone": whose, which the order of the words says as well.
    .replace(/(?<=\p{L}{2})'s(?= |$)/gu, '')
    // The Arabic article, which a label has or has not.
    .replace(/(?<=^| )ال(?=\p{sc=Arabic}{3})/gu, '');

/** The phrases of some lines, which are written folded (a test holds them to it). */
export const phrasesOf = (lines: readonly string[] | undefined): string[] =>
  (lines ?? []).flatMap((line) => line.split('|'));

/** The same, to be asked. */
export const phraseSet = (lines: readonly string[]): ReadonlySet<string> => new Set(phrasesOf(lines));
