/** The trail that led to a record ("Orders › 4711 › Consignee"). */
import { isLink } from './page-bars.ts';
import type { Item, Page } from './page-items.ts';

const trails = new WeakMap<Page, readonly Item[]>();

/** The steps of the trails on a page, in order; tabs stand in strips, too, and are parts of one record. */
export function trailOf(page: Page): readonly Item[] {
  const before = trails.get(page);
  if (before) return before;
  const found = page.items.filter(
    (item) => item.strip && !item.hidden && item.leaf.kind === 'text' && !isTab(page, item),
  );
  trails.set(page, found);
  return found;
}

/** Where a trail ends, where that is no link: a place to go to is not where one is. */
export function endOfTrail(page: Page): Item | null {
  const last = trailOf(page).at(-1);
  return last && !isLink(page.boxes, last) ? last : null;
}

function isTab(page: Page, item: Item): boolean {
  for (const box of page.up(item.box)) if (/^tab(?:list)?$/.test(box.role ?? '')) return true;
  return false;
}
