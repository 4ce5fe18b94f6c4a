/**
 * Contact cards: a name set over a number in the same small part of the page, whatever its labels are called.
 * Record pages of every product have one, and most name nothing in it.
 */
import { fieldsOf } from './fields.ts';
import { labelOf } from './label-of.ts';
import { readLabel } from './labels.ts';
import type { NameMention } from './name-mention.ts';
import { emailMatches, nameShape } from './name-shape.ts';
import { othersNumbers, type PhoneOccurrence } from './occurrences.ts';
import type { Item, Page, PageBox } from './page-items.ts';

/** Items of the largest part of a page that is one card. */
const cardItems = 30;
/** Items between a card's head and its number at most. */
const cardReach = 12;
/** How much a text has to look like a name to head a card. */
const cardShape = 0.8;
/** What a label nobody knows takes from a name; less is a label that speaks against it. */
const unknownLabel = -1.3;
/** From this share of known words on a text is a label, not a name. */
const labelShare = 0.75;

/**
 * Items that head a contact card.
 * @param mentions where names stand; what a label has placed is left to its label
 * @param skip items in rows of lists
 */
export function cardHeads(
  page: Page,
  mentions: readonly NameMention[],
  phones: readonly PhoneOccurrence[],
  skip: ReadonlySet<Item>,
): ReadonlySet<Item> {
  const names = nameItems(page, mentions, skip);
  const heads = new Set<Item>();
  for (const phone of phones) {
    const { item } = phone;
    if (item.hidden || item.chrome || item.feed || item.draft || phone.prose || skip.has(item)) continue;
    if (phone.match.tollFree || !(phone.match.grouped || phone.telLink || phone.label)) continue;
    if (othersNumbers.has(phone.label?.kind ?? 'field')) continue;
    const head = headOver(page, item, names);
    if (head) heads.add(head);
  }
  // An e-mail address made of the name does as well as a number.
  for (const item of page.items) {
    if (item.hidden || item.chrome || item.feed || item.draft || skip.has(item)) continue;
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(item.text) || item.leaf.kind !== 'text') continue;
    const head = headOver(page, item, names);
    if (head && emailMatches(item.text, head.text)) heads.add(head);
  }
  return heads;
}

/** Items that hold a name and nothing that says whose it is. */
function nameItems(page: Page, mentions: readonly NameMention[], skip: ReadonlySet<Item>): ReadonlySet<Item> {
  const { labels } = fieldsOf(page);
  // "Customer information" heads a card; it is no label of the name under it.
  const isPlaced = ({ item, kind, weight }: NameMention): boolean =>
    weight < unknownLabel ||
    (kind !== undefined && !(kind === 'field' && item && labelOf(page, item)?.heading === true));
  const placed = new Set(mentions.flatMap((one) => (one.item && isPlaced(one) ? [one.item] : [])));
  return new Set(
    mentions.flatMap((one) =>
      one.item &&
      !placed.has(one.item) &&
      !skip.has(one.item) &&
      !labels.has(one.item) &&
      !one.item.chrome &&
      !one.item.feed &&
      !one.item.strip &&
      (readLabel(one.item.text)?.share ?? 0) < labelShare &&
      nameShape(one.name) >= cardShape
        ? [one.item]
        : [],
    ),
  );
}

/** The first name of the smallest part of the page that holds a name before the number. */
function headOver(page: Page, item: Item, names: ReadonlySet<Item>): Item | null {
  for (const box of page.up(item.box)) {
    if (box.high - box.low > cardItems || /^(body|html|main|form)$/.test(box.tag)) return null;
    const head = firstName(page, box, item.at, names);
    if (head) return isUnbroken(page, head, item) ? head : null;
  }
  return null;
}

/** Nothing between a card's head and its number heads a part of its own: another name, or the number itself. */
function isUnbroken(page: Page, head: Item, item: Item): boolean {
  return page.items.slice(head.at + 1, item.at + 1).every((between) => {
    if (between.heading === 0 || between.heading > (head.heading || 6)) return true;
    const named = nameShape(between.text) >= cardShape && (readLabel(between.text)?.share ?? 0) < 0.5;
    return !named && between !== item;
  });
}

function firstName(page: Page, box: PageBox, before: number, names: ReadonlySet<Item>): Item | null {
  for (let at = Math.max(box.low, before - cardReach); at < before; at++) {
    const item = page.items[at];
    if (item && names.has(item)) return item;
  }
  return null;
}
