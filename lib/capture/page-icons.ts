/** What is drawn rather than said: words of icon fonts ("person" is a picture), remarks set above a line. */
import type { FrameEvidence, Leaf } from './evidence.ts';
import { countDigits, plainDigits } from './text.ts';

/** Words of such fonts that say what kind of number stands beside them. */
const numbers: Readonly<Record<string, string>> = {
  call: 'Phone',
  fax: 'Fax',
  local_phone: 'Phone',
  phone: 'Phone',
  phone_android: 'Mobile',
  phone_enabled: 'Phone',
  phone_in_talk: 'Phone',
  phone_iphone: 'Mobile',
  smartphone: 'Mobile',
  stay_current_portrait: 'Mobile',
};

/**
 * A leaf as it is seen.
 * @param tag of the element it stands in
 * @returns the leaf itself, an icon that says what kind of number it is, or null for any other picture
 */
export function drawn(leaf: Leaf, tag: string): Leaf | null {
  const picture =
    leaf.type === 'ligature' ||
    (leaf.kind === 'text' && /-icon$/.test(tag) && /^[a-z]+(?:_[a-z\d]+)*$/.test(leaf.text.trim()));
  if (!picture) return leaf;
  const word = numbers[leaf.text.trim()];
  return word ? { box: leaf.box, kind: 'icon', text: word, ...(leaf.hidden ? { hidden: true } : {}) } : null;
}

/** Levels between a text and the element that sets it above its line, at most; digits of a number. */
const raised = { levels: 3, digits: 6 };

/** Words set above the line, beside a label ("required", "1)"): a remark on it, and nothing of the record's. */
export function isRaised(frame: FrameEvidence, leaf: Leaf): boolean {
  let up = leaf.box;
  for (let level = 0; level < raised.levels && up >= 0; level++) {
    const box = frame.boxes[up];
    if (box?.tag === 'sup') return countDigits(plainDigits(leaf.text)) < raised.digits;
    up = box?.parent ?? -1;
  }
  return false;
}
