/**
 * Lists of other records beside the one in hand: conversations, recent calls, a queue. Their rows are told by a
 * time in each ("10m", "09:12", "12.11."), whether or not they hold numbers.
 */
import type { Item, Page, PageBox } from './page-items.ts';
import { isAlike, siblings } from './row-alike.ts';

/** Items of one row of such a list. */
const rowItems = { least: 3, most: 14 };
/** Rows that are a list. */
const rowsLeast = 2;

/** A moment as lists of records write it: "2h", "10 min", "09:12", "1d", "12.11.2026", "Yesterday". */
const moment =
  /^(?:\d{1,3}\s?(?:s|m|h|d|w|mo|y|min|mins|hrs?|days?|std|tage?|j|sem|ago)\.?(?:\s+ago)?|\d{1,2}[:h.]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})(?:,?\s+\d{1,2}:\d{2}(?:\s?[ap]m)?)?|\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?|\d{1,2}[./-]\d{1,2}\.?|(?:yesterday|today|gestern|heute|hier|ayer|hoy|ontem|hoje|ieri|oggi|gisteren|vandaag|wczoraj|dzis)(?:,?\s+\d{1,2}:\d{2})?)$/iu;

/** Items in rows of lists of other records. */
export function sideListItems(page: Page): ReadonlySet<Item> {
  const found = new Set<Item>();
  const seen = new Set<number>();
  for (const item of page.items) {
    if (item.hidden || item.leaf.kind !== 'text' || !isMoment(item.text)) continue;
    for (const row of rowsAround(page, item, seen)) {
      for (const one of page.items.slice(row.low, row.high)) found.add(one);
    }
  }
  return found;
}

/** The rows a moment's own row stands among, each with a moment in it; none when there is no such list. */
function rowsAround(page: Page, item: Item, seen: Set<number>): PageBox[] {
  for (const box of page.up(item.box)) {
    const size = box.high - box.low;
    if (size > rowItems.most || box.tag === 'tr' || box.tag === 'td' || box.tag === 'dl') return [];
    const parent = page.boxes[box.parent];
    if (size < rowItems.least || !parent) continue;
    if (seen.has(box.at)) return [];
    const rows = siblings(page, parent, box).filter(
      (one) => one.at === box.at || (holdsMoment(page, one) && isAlike(page, box, one)),
    );
    if (rows.length < rowsLeast) continue;
    for (const row of rows) seen.add(row.at);
    return rows;
  }
  return [];
}

/** Whether a text is a moment and nothing else. */
export function isMoment(text: string): boolean {
  return text.length <= momentLength && moment.test(text);
}

/** Longest text of a moment. */
const momentLength = 24;

function holdsMoment(page: Page, box: PageBox): boolean {
  return page.items.slice(box.low, box.high).some((item) => isMoment(item.text));
}
