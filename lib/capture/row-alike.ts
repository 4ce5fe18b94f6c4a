/** Boxes that repeat beside each other, built alike. */
import type { Page, PageBox } from './page-items.ts';

/** What boxes of one kind of row have in common. */
export function kindOf(box: PageBox): string {
  return `${box.tag}|${box.role ?? ''}`;
}

const known = new WeakMap<Page, Map<number, PageBox[]>>();

/** The children of each box, gathered once a page: looking for them from every row costs the page each time. */
export function childrenOf(page: Page): Map<number, PageBox[]> {
  const before = known.get(page);
  if (before) return before;
  const children = new Map<number, PageBox[]>();
  for (const box of page.boxes) {
    const beside = children.get(box.parent);
    if (beside) beside.push(box);
    else children.set(box.parent, [box]);
  }
  known.set(page, children);
  return children;
}

/** Boxes of the same kind under one parent, itself among them. */
export function siblings(page: Page, parent: PageBox, box: PageBox): PageBox[] {
  const kind = kindOf(box);
  return (childrenOf(page).get(parent.at) ?? []).filter((other) => kindOf(other) === kind);
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

const pathsKnown = new WeakMap<PageBox, Set<string>>();

/** The ways from a row to its items; noted, because each row is held against every other. */
function paths(page: Page, row: PageBox): Set<string> {
  const before = pathsKnown.get(row);
  if (before) return before;
  const found = new Set<string>();
  for (const item of page.items.slice(row.low, row.high)) {
    let path = item.leaf.kind as string;
    for (const box of page.up(item.box)) {
      if (box.at === row.at) break;
      path += `<${box.tag}`;
    }
    found.add(path);
  }
  pathsKnown.set(row, found);
  return found;
}
