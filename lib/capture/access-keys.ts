/** Words with one letter marked as the key that opens them (`<u>B</u>rowse`): products built on forms mark them so. */
import type { Leaf } from './evidence.ts';

/**
 * Leaves with such words in one piece again.
 * @param parents box → the box around it
 */
export function withWholeWords(leaves: readonly Leaf[], parents: (box: number) => number): Leaf[] {
  const whole: Leaf[] = [];
  for (let at = 0; at < leaves.length; at++) {
    const leaf = leaves[at] as Leaf;
    const rest = leaves[at + 1];
    if (!rest || !isMarked(leaf, rest, parents)) {
      whole.push(leaf);
      continue;
    }
    const before = whole.at(-1);
    // "De", "l", "ete": the letter may stand inside the word.
    const begun = before?.kind === 'text' && before.box === rest.box && /\p{L}$/u.test(before.text);
    if (begun) whole.pop();
    whole.push({ ...rest, text: `${begun ? before.text : ''}${leaf.text}${rest.text}` });
    at++;
  }
  return whole;
}

/** Whether a single letter in an element of its own begins the text that the element around it goes on with. */
function isMarked(letter: Leaf, rest: Leaf, parents: (box: number) => number): boolean {
  return (
    letter.kind === 'text' &&
    rest.kind === 'text' &&
    /^\p{L}$/u.test(letter.text) &&
    /^\p{Ll}/u.test(rest.text) &&
    letter.box !== rest.box &&
    parents(letter.box) === rest.box &&
    letter.hidden === rest.hidden
  );
}
