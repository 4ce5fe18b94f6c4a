/**
 * Lists of people or companies beside the record in hand, a name in each row and no number: the left half of
 * what many products show as a list and the one chosen from it.
 */
import { fieldsOf } from './fields.ts';
import { cleanName, nameKey, nameShape } from './name-shape.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import { childrenOf, isAlike, kindOf } from './row-alike.ts';

/** Rows from which on names are a list. */
const rowsLeast = 4;
/** Items of one row of such a list at most. */
const rowItems = 8;
/** Share of the rows with a name in them at least, and with a number at most. */
const namedShare = 0.75;
const numberedShare = 0.25;

/**
 * Items in rows of such lists.
 * @param numbers items that hold a telephone number
 */
export function nameListItems(page: Page, numbers: ReadonlySet<Item>): ReadonlySet<Item> {
  const found = new Set<Item>();
  for (const children of childrenOf(page).values()) {
    if (children.length < rowsLeast) continue;
    for (const rows of Map.groupBy(children, kindOf).values())
      for (const item of itemsOf(page, rows, numbers)) found.add(item);
  }
  return found;
}

function itemsOf(page: Page, all: readonly PageBox[], numbers: ReadonlySet<Item>): Item[] {
  const rows = all.filter((box) => box.low >= 0 && box.high > box.low && !page.items[box.low]?.chrome);
  const [first] = rows;
  if (rows.length < rowsLeast || !first || /^(?:t[dh]|d[dt]|option|label|p|h\d)$/.test(first.tag)) return [];
  if (rows.some((box) => box.high - box.low > rowItems)) return [];
  const { labels } = fieldsOf(page);
  const items = rows.map((box) => page.items.slice(box.low, box.high));
  if (items.flat().some((item) => labels.has(item))) return [];
  // Whose name nobody knows stands there by the number; a list of numbers is another matter.
  if (items.filter((row) => row.some((item) => numbers.has(item))).length > rows.length * numberedShare)
    return [];
  const names = items.flatMap((row) => row.map(nameOf).find((name) => name !== '') ?? []);
  if (names.length < rows.length * namedShare || new Set(names).size < rowsLeast) return [];
  return rows.filter((row) => isAlike(page, first, row)).length >= rows.length * namedShare
    ? items.flat()
    : [];
}

/** Key of a whole name, empty for other texts. */
function nameOf(item: Item): string {
  const name = cleanName(item.text);
  return item.hidden || !name.includes(' ') || nameShape(name) < 0.8 ? '' : nameKey(name);
}
