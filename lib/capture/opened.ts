/** Records that a product lists in its own menu for the agent to come back to: "Recents", "In progress". */

import { cleanName, initialsMatch, nameKey, nameShape } from './name-shape.ts';
import { isSessionName } from './no-caller.ts';
import type { Item, Page } from './page-items.ts';
import { countDigits } from './text.ts';

/** Levels between a link and its text at most. */
const linkLevels = 5;

const agents = new WeakMap<Page, ReadonlySet<string>>();

/** Whether an item stands in a link, perhaps with the letters of an avatar. */
function isLink(page: Page, item: Item): boolean {
  let level = 0;
  for (const box of page.up(item.box)) {
    if (box.tag === 'a' || box.role === 'link') return true;
    if (++level > linkLevels) return false;
  }
  return false;
}

/** Items on either side of a name that are its own: the letters of its avatar, an extension. */
const beside = 2;

/** Keys of the names in the product's own bars that are the agent's: beside their letters or number, and no link. */
function agentsOf(page: Page): ReadonlySet<string> {
  const before = agents.get(page);
  if (before) return before;
  const found = new Set<string>();
  for (const item of page.items) {
    const name = cleanName(item.text);
    if (!item.chrome || item.strip || item.hidden || item.leaf.kind !== 'text' || isLink(page, item))
      continue;
    if (!name.includes(' ') || nameShape(name) < 0.8) continue;
    const around = page.items.slice(Math.max(0, item.at - beside), item.at + beside + 1);
    if (
      isSessionName(page, item) ||
      around.some((one) => one !== item && one.chrome && initialsMatch(one.text, name)) ||
      around.some((one) => one.at === item.at + 1 && one.chrome && countDigits(one.text) >= 3)
    )
      found.add(nameKey(name));
  }
  agents.set(page, found);
  return found;
}

/** Whether a name in the product's menu leads to a record: a link, where somebody else is the one who is signed in. */
export function isOpened(page: Page, item: Item): boolean {
  const name = cleanName(item.text);
  if (!item.chrome || !name.includes(' ') || nameShape(name) < 0.8) return false;
  if (!isLink(page, item) || isSessionName(page, item)) return false;
  const found = agentsOf(page);
  return found.size > 0 && !found.has(nameKey(name));
}
