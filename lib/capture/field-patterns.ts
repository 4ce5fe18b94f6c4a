/** What makes several short texts labels of what stands beside them. */
import { readLabel } from './labels.ts';
import { nameShape } from './name-shape.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import { countDigits, plainDigits } from './text.ts';

/** Longest label. */
const labelLength = 40;

/** Where an item stands in the container a pattern is looked for in. */
export interface Place {
  /** Tags from the pattern's container down, with their place among siblings below the first. */
  shape: string;
  /** The container's own child the item is in, -1 when it stands in the container itself. */
  child: number;
}

/** The place of an item under a container. */
export function placeOf(page: Page, item: Item, around: PageBox): Place {
  const parts: string[] = [];
  let child = -1;
  for (const box of page.up(item.box)) {
    if (box.at === around.at) break;
    if (box.column !== undefined && (box.tag === 'th' || box.role === 'columnheader')) {
      const row = page.boxes[box.parent];
      // A header over columns is no label of what stands beside it.
      if (row && headersOnly(page, row)) return { shape: '', child: -1 };
    }
    if (box.tag === 'legend') return { shape: '', child: -1 };
    child = box.at;
    parts.push(`${box.tag}#${box.index}`);
  }
  const top = parts.pop()?.replace(/#\d+$/, '');
  return { shape: top === undefined ? '' : [top, ...parts.reverse()].join('>'), child };
}

function headersOnly(page: Page, row: PageBox): boolean {
  for (const item of page.items.slice(row.low, row.high)) {
    for (const box of page.up(item.box)) {
      if (box.at === row.at) break;
      if (box.tag === 'td' || box.role === 'gridcell' || box.role === 'cell') return false;
    }
  }
  return true;
}

/** Whether the vocabulary knows most of a text as a label. */
export function isKnown(item: Item): boolean {
  const label = readLabel(item.text.replace(/[\s:：*]+$/u, ''));
  return label !== null && label.share >= 0.75;
}

/** Short texts without numbers, each another, enough of them known. */
export function isLabels(group: readonly Item[], items: readonly Item[], least: number): boolean {
  if (group.length < 2) return false;
  if (group.filter((item) => isInitial(item, items)).length >= group.length * 0.5) return false;
  if (group.some((item) => !isLabelShaped(item))) return false;
  // Words of state ("Missed", "Missed") repeat in lists; labels of fields repeat from section to section.
  const words = group.filter((item) => (readLabel(item.text)?.kind ?? 'field') === 'field');
  if (new Set(words.map((item) => item.text)).size < words.length * 0.8) return false;
  const texts = new Set(group.map((item) => item.text)).size;
  if (texts < 2 || texts < group.length * 0.4) return false;
  const count = group.filter(isKnown).length;
  return count >= 2 && count >= group.length * least;
}

/** Rows of a label and one value that are pairs by their build alone. */
const pairRows = 3;

/**
 * Rows of their own with one short text before one other thing, the values of several kinds: label and value,
 * also where the vocabulary knows only one of the labels, or none and the values are
 * of three kinds.
 */
export function isPairs(
  group: readonly Item[],
  items: readonly Item[],
  shape: string,
  places: ReadonlyMap<Item, Place>,
): boolean {
  if (!shape.includes('>') || group.length < pairRows) return false;
  if (group.some((item) => !isLabelShaped(item) || isInitial(item, items))) return false;
  if (new Set(group.map((item) => item.text)).size < group.length) return false;
  const values = group.map((item) => {
    const next = items[items.indexOf(item) + 1];
    return next && places.get(next)?.child === places.get(item)?.child && !group.includes(next) ? next : null;
  });
  const found = values.filter((item) => item !== null);
  if (found.length < group.length * 0.8) return false;
  // A list of names and numbers has the same kind of thing in every row.
  const kinds = new Set(found.map((item) => valueKind(item.text)));
  if (kinds.size < (group.some(isKnown) ? 2 : 3)) return false;
  return group.filter((item) => nameShape(item.text) >= 0.8).length < group.length * 0.5;
}

function isLabelShaped(item: Item): boolean {
  return (
    item.leaf.kind === 'text' &&
    !(item.heading > 0 && item.heading < 4) &&
    item.text.length <= labelLength &&
    countDigits(plainDigits(item.text)) <= 2 &&
    !/@/.test(item.text)
  );
}

/** An avatar's letter before the name it is taken from. */
function isInitial(item: Item, items: readonly Item[]): boolean {
  const next = items[items.indexOf(item) + 1];
  return item.text.length <= 2 && Boolean(next && next.text.length > 2 && next.text[0] === item.text[0]);
}

function valueKind(text: string): string {
  if (/@/.test(text)) return 'mail';
  const digits = countDigits(plainDigits(text));
  return digits === 0 ? 'words' : digits >= 7 ? 'number' : 'other';
}

/** Most of them stand right before something of another shape. */
export function precede(
  group: readonly Item[],
  items: readonly Item[],
  shape: string,
  places: ReadonlyMap<Item, Place>,
): boolean {
  // Values over their labels ("(415) 555-0132" and below it "Mobile"): the order is the other way round.
  const first = items[0];
  const last = items.at(-1);
  if (!shape.includes('>') && first && last && !group.includes(first) && group.includes(last)) return false;
  const before = group.filter((item) => {
    const next = items[items.indexOf(item) + 1];
    if (!next) return false;
    const place = places.get(next);
    if (place?.shape === shape) return false;
    // The middle cell of three is a column of a list, not a label of the next.
    if (shape.includes('>') && placeInRow(item, items, places) % 2 === 1) return false;
    return !shape.includes('>') || place?.child === places.get(item)?.child;
  });
  return before.length >= group.length * 0.6;
}

/** How many items stand before one in its own row. */
function placeInRow(item: Item, items: readonly Item[], places: ReadonlyMap<Item, Place>): number {
  const child = places.get(item)?.child;
  let count = 0;
  for (let at = items.indexOf(item) - 1; at >= 0; at--, count++) {
    const other = items[at];
    if (!other || places.get(other)?.child !== child) break;
  }
  return count;
}
