/** The part of the page an item stands in: the heading over it, a live call around it. */

import type { FoundLabel } from './column-header.ts';
import { fieldsOf } from './fields.ts';
import type { LabelKind } from './label-kind.ts';
import { isCallControl, readLabel } from './labels.ts';
import { cleanName, nameShape } from './name-shape.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { readOn } from './read-on.ts';
import { countDigits, plainDigits } from './text.ts';

/** Items of a section a heading speaks for. */
const sectionItems = 60;

/** How far up a heading is looked for in a part of the page that is larger. */
const sectionReach = 12;

/** How deep a heading may stand in its section's own header. */
const headingDepth = 3;

/** The nearest heading or region name over an item, within its section; null when there is none. */
export function sectionOf(page: Page, item: Item): FoundLabel | null {
  const primary = primaryHeading(page);
  for (const box of page.up(item.box)) {
    const large = box.high - box.low > sectionItems;
    // "Phone: 09 555 0112" is what a link is called, and no part of the page.
    if (!large && box.label && box.high - box.low > 1 && box.role !== 'img' && box.tag !== 'a') {
      const label = readOn(page, box.label);
      if (label) return { text: box.label, label, tied: true };
    }
    const from = large ? Math.max(box.low, item.at - sectionReach) : box.low;
    for (let at = item.at - 1; at >= from; at--) {
      const other = page.items[at];
      if (!other || other.hidden !== item.hidden || other.heading === 0 || other.heading === item.heading)
        continue;
      // What heads the product's own menu heads nothing beside it.
      if (other.chrome && !item.chrome) continue;
      if (other === primary || depthUnder(page, other, box) > headingDepth) continue;
      return { text: other.text, label: readOn(page, other.text), tied: false };
    }
    const title = large || item.at === box.low ? null : cardTitle(page, box);
    if (title) return title;
    if (large) return null;
  }
  return null;
}

/** Items of the fields under a card's title, or of the name under it with its number. */
const titledFields = 4;
const titledNames = 2;

/** What a card of one person is titled by. */
const parties: ReadonlySet<LabelKind> = new Set(['caller', 'requester', 'customer', 'contact', 'agent']);

/**
 * The title of a card that is no heading in the page's own words: a known word in an element of its own, before
 * labels with their values, and none of these labels itself.
 */
export function cardTitle(page: Page, card: PageBox): FoundLabel | null {
  const first = page.items[card.low];
  const next = page.items[card.low + 1];
  if (!first || !next || first.hidden || first.leaf.kind !== 'text' || card.high - card.low < 3) return null;
  const { labels, of } = fieldsOf(page);
  const named = nameShape(cleanName(next.text)) >= 0.8 && next.leaf.kind === 'text';
  if (of.has(first) || !(labels.has(next) || named) || /[:：]$/.test(first.text)) return null;
  // The title in one part of the card, its fields together in the other: an empty field has others beside it.
  const [head, body] = partsOf(page, card);
  const least = labels.has(next) ? titledFields : titledNames;
  if (card.children > 3 || !head || !body || head.high - head.low > 1 || body.high - body.low < least)
    return null;
  const label = readOn(page, first.text);
  if (!label || label.share <= 0.9) return null;
  return labels.has(next) || parties.has(label.kind) ? { text: first.text, label, tied: false } : null;
}

/** The parts of a card that hold something, in order. */
function partsOf(page: Page, card: PageBox): PageBox[] {
  const parts: PageBox[] = [];
  for (let at = card.at + 1; at < page.boxes.length; at++) {
    const box = page.boxes[at];
    if (!box || box.low >= card.high) break;
    if (box.parent === card.at && box.high > box.low) parts.push(box);
  }
  return parts;
}

/** Levels between a heading's own element and a box above it. */
function depthUnder(page: Page, heading: Item, box: PageBox): number {
  let depth = 0;
  let inside = true;
  for (const up of page.up(heading.box)) {
    if (up.at === box.at) return depth;
    if (!inside) depth++;
    if (/^h[1-6]$/.test(up.tag) || up.role === 'heading') inside = false;
  }
  return depth;
}

/** Items of a widget that shows a call that rings. */
const ringingItems = 14;

const calls = new WeakMap<Page, ReadonlySet<Item>>();

/** Items of widgets of a live call: the smallest part around a call's buttons that says who or which number. */
function callItems(page: Page): ReadonlySet<Item> {
  const before = calls.get(page);
  if (before) return before;
  const widgets: PageBox[] = [];
  for (const control of page.items) {
    if (control.hidden || control.leaf.kind === 'value' || !isCallControl(control.text)) continue;
    for (const box of page.up(control.box)) {
      if (box.high - box.low > ringingItems) break;
      const inside = page.items.slice(box.low, box.high);
      if (!inside.some((item) => item !== control && countDigits(plainDigits(item.text)) >= 6)) continue;
      widgets.push(box);
      break;
    }
  }
  // Around a title that stands apart there is more than the call.
  const holds = (outer: PageBox, inner: PageBox): boolean =>
    outer !== inner &&
    outer.low <= inner.low &&
    outer.high >= inner.high &&
    outer.high - outer.low > inner.high - inner.low;
  const found = new Set(
    widgets
      .filter((outer) => !widgets.some((inner) => holds(outer, inner)))
      .flatMap((box) => page.items.slice(box.low, box.high)),
  );
  calls.set(page, found);
  return found;
}

/** Whether an item stands in an alert or dialog about a call that is coming in. */
export function inLiveCall(page: Page, item: Item): boolean {
  if (!item.hidden && callItems(page).has(item)) return true;
  for (const box of page.up(item.box)) {
    if (box.high - box.low > 30) return false;
    if (!/^(alert|alertdialog|dialog|status)$/.test(box.role ?? '') && box.tag !== 'dialog') continue;
    if (box.label && isCalling(box.label)) return true;
    for (let at = box.low; at < box.high; at++) if (isCalling(page.items[at]?.text ?? '')) return true;
  }
  return false;
}

function isCalling(text: string): boolean {
  const label = text.length > 6 ? readLabel(text) : null;
  return label !== null && label.kind === 'calling' && label.share > 0.75;
}
