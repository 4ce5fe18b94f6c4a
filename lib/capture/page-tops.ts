/** What stands over a record without saying so: the product's name in a heading of its own, the trail that led there. */
import { isSessionWord, isVocabulary } from './labels.ts';
import { cleanName, isCompanyName, isFullName } from './name-shape.ts';
import { isNoCallerHeading } from './no-caller-words.ts';
import { isLink } from './page-bars.ts';
import type { Item, PageBox } from './page-items.ts';

/** Parts of a tab's title, one at least: most often the record, and the product last. */
export function titleParts(title: string): string[] {
  return title.split(/\s+[|·•–—-]\s+/);
}

/** Items a page begins with, its product's name among them; items of the bar behind it at most. */
const top = { items: 4, bar: 16 };

/**
 * The heading a page begins with is the product's where the bar of who is signed in follows it ("Log out"), and
 * another title comes behind that.
 * @param title of the tab
 */
export function markBrand(boxes: readonly PageBox[], items: readonly Item[], title: string): void {
  const shown = items.filter((item) => !item.hidden);
  const first = shown.findIndex((item) => item.heading > 0);
  const brand = shown[first];
  if (!brand || brand.chrome || brand.dialog || first >= top.items) return;
  const behind = shown.slice(first + 1, first + 1 + top.bar);
  const session = behind.findLast((item) => item.chrome && isSessionWord(item.text));
  if (!session) return;
  const between = behind.slice(0, behind.indexOf(session));
  if (between.some((item) => item.heading > 0 || item.leaf.kind === 'value')) return;
  const parts = titleParts(title);
  const isLast = parts.length > 1 && parts.at(-1) === brand.text;
  // "Contact" and "Orders" head parts of a record that is named above.
  const isTitle = (item: Item): boolean => {
    if (item.heading === 0) return false;
    if (item.heading <= brand.heading + 1) return item.heading === brand.heading || !isVocabulary(item.text);
    return isHome(boxes, brand) && (isLast || !isVocabulary(item.text));
  };
  if (shown.some((item) => item.at > session.at && !item.chrome && isTitle(item))) brand.chrome = true;
}

/** Whether a heading stands in a link or beside the menu, as a product's name does. */
function isHome(boxes: readonly PageBox[], brand: Item): boolean {
  for (let at = brand.box; at >= 0; at = boxes[at]?.parent ?? -1)
    if (/^(?:a|aside)$/.test(boxes[at]?.tag ?? '')) return true;
  return false;
}

/**
 * Two headings of one level beside each other in the product's bar: its name, and the title of the screen, which has
 * no other heading as large.
 */
export function markScreenTitle(items: readonly Item[]): void {
  const shown = items.filter((item) => !item.hidden && (item.leaf.kind === 'text' || item.heading > 0));
  const at = shown.findIndex((item) => item.heading > 0 && item.chrome);
  const [brand, title] = [shown[at], shown[at + 1]];
  if (!brand || !title?.chrome || title.heading !== brand.heading || title.text === brand.text) return;
  if (shown.some((item) => !item.chrome && item.heading > 0 && item.heading <= brand.heading)) return;
  // The agent's own name is set like the product's as well; a caller's stands there beside another name.
  const isPerson = ({ text }: Item): boolean => isFullName(text) && !isCompanyName(cleanName(text));
  if (isPerson(title) && !shown.some((item) => item.chrome && item.heading === 0 && isPerson(item))) return;
  title.chrome = false;
}

/** Items of a trail at most, with its signs. */
const trailItems = 14;

/** A sign between two steps of a trail, alone or before the next one. */
const step = /^(?:[›»❯→/]|>)(?:\s|$)/u;

/**
 * Trails that are no element for them: links with signs between, and the record last. They are no bar of the
 * product; one beside "Log out" is.
 */
export function markTrails(boxes: readonly PageBox[], items: readonly Item[]): void {
  for (const sign of items) {
    if (sign.hidden || sign.strip || sign.dialog || !step.test(sign.text)) continue;
    const trail = trailAround(boxes, items, sign);
    for (const item of trail) {
      item.strip = true;
      item.chrome = false;
      item.menu = false;
    }
  }
}

function trailAround(boxes: readonly PageBox[], items: readonly Item[], sign: Item): readonly Item[] {
  for (let at = sign.box; at >= 0; at = boxes[at]?.parent ?? -1) {
    const box = boxes[at];
    if (!box || box.high - box.low > trailItems) return [];
    if (box.high - box.low < 2) continue;
    const inside = items.slice(box.low, box.high).filter((item) => !item.hidden);
    const links = inside.filter((item) => isLink(boxes, item));
    const signs = inside.filter((item) => step.test(item.text));
    if (links.length === 0) continue;
    const isTrail =
      links[0] === inside[0] &&
      isPlace(links[0]) &&
      signs.length >= links.length - 1 &&
      inside.every((item) => item.leaf.kind === 'text' && !isSessionWord(item.text)) &&
      inside.length <= links.length + signs.length + 1;
    return isTrail ? inside : [];
  }
  return [];
}

/** Whether a link leads to a place of the product ("Home", "Contacts"), as a trail's first one does. */
function isPlace(link: Item | undefined): boolean {
  return link !== undefined && (isVocabulary(link.text) || isNoCallerHeading(link.text));
}
