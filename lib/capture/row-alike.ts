/** Boxes that repeat beside each other, built alike. */
import type { Page, PageBox } from './page-items.ts';

/** What boxes of one kind of row have in common. */
export function kindOf(box: PageBox): string {
  return `${box.tag}|${box.role ?? ''}`;
}

/** Boxes of the same kind under one parent, itself among them. */
export function siblings(page: Page, parent: PageBox, box: PageBox): PageBox[] {
  const alike: PageBox[] = [];
  for (let at = parent.at + 1; at < page.boxes.length; at++) {
    const other = page.boxes[at];
    if (!other || (other.low >= parent.high && other.low >= 0)) break;
    if (other.parent === parent.at && kindOf(other) === kindOf(box)) alike.push(other);
  }
  return alike;
}

/** Largest number of items in one row of cards: more is a section of the page. */
const rowItems = 24;

/** Rows of one list are built alike: most of the paths to their items are the same. */
export function isAlike(page: Page, one: PageBox, other: PageBox): boolean {
  if (one.high - one.low > rowItems || other.high - other.low > rowItems) return false;
  const [a, b] = [paths(page, one), paths(page, other)];
  const common = [...a].filter((path) => b.has(path)).length;
  return common >= Math.max(a.size, b.size) * 0.6;
}

function paths(page: Page, row: PageBox): Set<string> {
  const found = new Set<string>();
  for (const item of page.items.slice(row.low, row.high)) {
    let path = item.leaf.kind as string;
    for (const box of page.up(item.box)) {
      if (box.at === row.at) break;
      path += `<${box.tag}`;
    }
    found.add(path);
  }
  return found;
}
