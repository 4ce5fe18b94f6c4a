/** Icons that icon fonts draw in place of words: "person" is a picture, and no label of what stands beside it. */
import type { Leaf } from './evidence.ts';

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

/** What sets of icons call the picture of a person or a house: said to screen readers, and nothing of what is beside it. */
const pictures =
  /^(?:users?|team|person|people|account|avatar|profile|contacts?|man|woman|id-?card|home|house|solution|customer-service|(?:user|account|person)-[a-z-]+)$/;

/**
 * A leaf as it is seen.
 * @param tag of the element it stands in
 * @returns the leaf itself, an icon that says what kind of number it is, or null for any other picture
 */
export function drawn(leaf: Leaf, tag: string): Leaf | null {
  if (leaf.kind === 'icon' && pictures.test(leaf.text)) return null;
  const picture =
    leaf.type === 'ligature' ||
    (leaf.kind === 'text' && /-icon$/.test(tag) && /^[a-z]+(?:_[a-z\d]+)*$/.test(leaf.text.trim()));
  if (!picture) return leaf;
  const word = numbers[leaf.text.trim()];
  return word ? { box: leaf.box, kind: 'icon', text: word, ...(leaf.hidden ? { hidden: true } : {}) } : null;
}
