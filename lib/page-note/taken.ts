/** Whether the page kept what was written: frameworks put their own text back, at once or a moment later. */

/** How long an editor that works in its own time may take, and how often it is looked at. */
const patience = { within: 400, every: 20 };
/** What is put back is put back within the next frames; a note that stands this long stays. */
const stays = 80;

/**
 * Text without its white space, its line ends and the invisible characters editors keep their caret in: a
 * note may be split over blocks, and spaces become no-break ones.
 */
export function squeezed(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]+/g, '');
}

/**
 * - `taken` the note is there once more than before, and stayed
 * - `ignored` nothing has changed
 * - `changed` something else came of it
 */
export type Outcome = 'taken' | 'ignored' | 'changed';

/** Watches a field after writing. @param read what the field holds now @param before what it held */
export async function outcomeOf(read: () => string, before: string, text: string): Promise<Outcome> {
  const wanted = count(squeezed(before), squeezed(text)) + 1;
  const there = () => count(squeezed(read()), squeezed(text)) >= wanted;
  const end = performance.now() + patience.within;
  while (!there() && performance.now() < end) await pause(patience.every);
  if (there()) await pause(stays);
  if (there()) return 'taken';
  return squeezed(read()) === squeezed(before) ? 'ignored' : 'changed';
}

function count(text: string, part: string): number {
  if (part === '') return 0;
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

/** Lets the page's own tasks run. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
