/**
 * The evidence of all frames as one page: leaves in reading order ("items") under a tree of boxes, with what
 * scoring asks of every item: is it shown, in which landmark, under which heading, in which range of a box.
 */
import { withWholeWords } from './access-keys.ts';
import type { FrameEvidence, Leaf } from './evidence.ts';
import { markBars, markFoot, markMenus, markSession, markTasks, markTitles, markTop } from './page-bars.ts';
import { drawn, isRaised } from './page-icons.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import { markBrand, markScreenTitle, markTrails, titleParts } from './page-tops.ts';
import {
  outside,
  recordNavs,
  type Traits,
  trailNavs,
  traitsOf,
  withFields,
  withHeading,
} from './page-traits.ts';
import { tellColumns } from './table-cells.ts';
import { countDigits, plainDigits, visible } from './text.ts';
import { isUnknownCaller } from './unknown-caller.ts';

/** Merges frames (top frame first) into one page. */
export function pageModel(frames: readonly FrameEvidence[]): Page {
  const boxes: PageBox[] = [];
  const items: Item[] = [];
  const traits: Traits[] = [];
  for (const [index, frame] of frames.entries()) addFrame(frame, index, boxes, items, traits);
  tellColumns(boxes);
  liftAside(items, traits);
  liftFields(boxes, items);
  showLinks(boxes, items);
  markBars(boxes, items, markMenus(boxes, items));
  markTrails(boxes, items);
  markBrand(boxes, items, frames[0]?.title ?? '');
  markScreenTitle(items);
  markTop(boxes, items, frames[0]?.title ?? '');
  markFoot(boxes, items);
  markTasks(boxes, items);
  markSession(boxes, items);
  markTitles(items);
  return {
    boxes,
    items,
    frames: [...frames],
    *up(box) {
      for (let at = box; at >= 0; ) {
        const here = boxes[at];
        if (!here) return;
        yield here;
        at = here.parent;
      }
    },
  };
}

function addFrame(
  frame: FrameEvidence,
  index: number,
  boxes: PageBox[],
  items: Item[],
  traits: Traits[],
): void {
  const offset = boxes.length;
  const headed = withHeading(frame);
  const articles = frame.boxes.filter((box) => box.tag === 'article').length;
  const filed = withFields(frame);
  const trails = trailNavs(frame);
  const records = recordNavs(frame);
  for (const box of frame.boxes) {
    const parent = box.parent < 0 ? -1 : box.parent + offset;
    const above = (parent >= 0 && traits[parent]) || outside;
    const at = boxes.length;
    const own = traitsOf(
      box,
      above,
      (headed.has(at - offset) && articles === 1) || filed.has(at - offset),
      headed.has(at - offset),
      records.has(at - offset) || trails.has(at - offset),
    );
    traits.push(trails.has(at - offset) ? { ...own, strip: true } : own);
    boxes.push({ ...box, at, parent, low: -1, high: -1, children: 0 });
    const up = boxes[parent];
    if (up) up.children++;
  }
  const leaves = withWholeWords(frame.leaves, (box) => frame.boxes[box]?.parent ?? -1).flatMap((leaf) =>
    isRaised(frame, leaf) ? [] : (drawn(leaf, frame.boxes[leaf.box]?.tag ?? '') ?? []),
  );
  for (const { leaf, box } of leaves.flatMap((leaf) => linesOf(leaf, leaf.box + offset, boxes, traits))) {
    const trait = traits[box] ?? outside;
    const at = items.length;
    items.push({
      at,
      leaf,
      text: visible(leaf.text),
      box,
      frame: index,
      hidden: leaf.hidden === true || frame.hidden === true,
      chrome: trait.chrome,
      current: trait.current,
      strip: trait.strip,
      heading: trait.heading,
      feed: trait.feed,
      dialog: trait.dialog,
      draft: trait.draft || frame.editor === true,
      menu: false,
    });
    for (let up = box; up >= 0; ) {
      const here = boxes[up];
      if (!here) break;
      if (here.low < 0) here.low = at;
      here.high = at + 1;
      up = here.parent;
    }
  }
}

/**
 * What stands in a link to call that is shown is shown: where such a link has a label for screen readers, its text is
 * often kept from them (aria-hidden).
 */
function showLinks(boxes: readonly PageBox[], items: readonly Item[]): void {
  for (const link of items) {
    const box = boxes[link.box];
    if (link.leaf.kind !== 'tel' || link.hidden || !box || box.high - box.low > linkItems) continue;
    for (const item of items.slice(box.low, box.high)) item.hidden = false;
  }
}

/** Items of a link to call at most: its number, its label, an icon or two. */
const linkItems = 6;

/** Lines of one text at most that are taken apart. */
const lineMax = 60;

/**
 * Preformatted text as what people read in it: a line each, and "Label : value" as two pieces in a box of
 * their own. Other texts stay as they are.
 */
function linesOf(leaf: Leaf, box: number, boxes: PageBox[], traits: Traits[]): { leaf: Leaf; box: number }[] {
  if (leaf.kind !== 'text' || !/\n/.test(leaf.text)) return [{ leaf, box }];
  const lines = leaf.text.split('\n').filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^\s*([^:：\d]{2,30}?)\s*[:：](?:\s+(.*))?$/u.exec(line));
  if (lines.length < 2 || lines.length > lineMax || pairs.filter(Boolean).length < lines.length * 0.5)
    return [{ leaf, box }];
  const above = traits[box] ?? outside;
  const holder = boxes.length;
  const add = (tag: string, parent: number, index: number): number => {
    boxes.push({ parent, tag, index, at: boxes.length, low: -1, high: -1, children: 0 });
    traits.push({ ...above });
    const up = boxes[parent];
    if (up) up.children++;
    return boxes.length - 1;
  };
  add('dl', box, 0);
  return lines.flatMap((line, at) => {
    const row = add('div', holder, at);
    const pair = pairs[at];
    if (!pair?.[1]) return [{ leaf: { ...leaf, text: line }, box: add('dd', row, 0) }];
    const label = { leaf: { ...leaf, text: `${pair[1]}:` }, box: add('dt', row, 0) };
    return pair[2]?.trim() ? [label, { leaf: { ...leaf, text: pair[2] }, box: add('dd', row, 1) }] : [label];
  });
}

/**
 * aria-hidden and inert mean "not this view" as long as another view is left; under a page-wide overlay
 * everything is aside, and then it means nothing.
 */
function liftAside(items: Item[], traits: readonly Traits[]): void {
  const shown = items.filter((item) => !item.hidden);
  const aside = shown.filter((item) => traits[item.box]?.aside);
  const dialogs = shown.filter((item) => item.dialog);
  if (aside.length > shown.length * 0.8 && !dialogs.some(saysWhom)) return;
  // A dialog in a part that is set aside is what is left of it to be seen.
  const within = dialogs.length > 0 && dialogs.every((item) => traits[item.box]?.aside);
  for (const item of aside) if (!(within && item.dialog)) item.hidden = true;
}

/** Whether an item of a dialog can be of a caller: a number, a field that is filled in. */
function saysWhom(item: Item): boolean {
  return item.leaf.kind === 'value' || item.leaf.kind === 'tel' || countDigits(plainDigits(item.text)) >= 7;
}

/** Longest text of a field that is edited in place; what is longer is being written. */
const editedInPlace = 60;

/** A place to write that holds one short line is a field edited in place, not a message in the making. */
function liftFields(boxes: readonly PageBox[], items: readonly Item[]): void {
  for (const box of boxes) {
    if (!box.editable || box.low < 0) continue;
    const inside = items.slice(box.low, box.high);
    const only = inside[0];
    if (inside.length === 1 && only && only.text.length <= editedInPlace && box.high - box.low === 1)
      only.draft = false;
  }
}

/** How much larger a heading is than one of a higher level to come before it. */
const titleRatio = 1.3;

/** Items a page begins with, its product's name among them. */
const brandItems = 4;

/** Parts of the tab's title, one at least: most often the record, and the product last. */
export function partsOfTitle(page: Page): string[] {
  return titleParts(page.frames[0]?.title ?? '');
}

/** The last of several parts of the tab's title: the product, or the company that uses it; '' of a single one. */
export function lastOfTitle(page: Page): string {
  const parts = partsOfTitle(page);
  return parts.length > 1 ? (parts.at(-1) ?? '') : '';
}

/** The heading of the record: the first of the highest level outside header and menus. */
export function primaryHeading(page: Page): Item | null {
  if (page.primary !== undefined) return page.primary;
  const shown = page.items.filter((item) => item.heading > 0 && !item.hidden && !item.chrome && !item.strip);
  const level = Math.min(...shown.map((item) => item.heading));
  const isTitle = (item: Item): boolean => /[\p{L}\p{N}]/u.test(item.text) && !isUnknownCaller(item.text);
  const titles = shown.filter((item) => item.heading === level && isTitle(item));
  // The product's name, at the top and at the end of the tab's title, set like the record's own.
  const brand = titles.length > 1 && (titles[0]?.at ?? 0) < brandItems ? lastOfTitle(page) : '';
  const found = titles.find((item) => !brand || item.text !== brand) ?? null;
  const behind = page.items.filter((item) => found && item.at > found.at && !item.hidden && !item.chrome);
  const first = fromTop(shown, found, behind, isTitle);
  // Kits style one level as another: a heading further up, and much larger, is the record's.
  const larger = first?.leaf.size
    ? shown.find(
        (item) =>
          item.at < first.at && (item.leaf.size ?? 0) >= (first.leaf.size ?? 0) * titleRatio && isTitle(item),
      )
    : undefined;
  // Where none is an h1: a smaller one over it that the tab is titled by.
  const [title] = partsOfTitle(page);
  const titled =
    first && first.heading > 1 ? shown.find((item) => item.at < first.at && item.text === title) : undefined;
  page.primary = larger ?? titled ?? first;
  return page.primary;
}

/** Share of a page behind which a heading is none of the record's, and within which the record's own comes. */
const foot = { behind: 0.5, within: 0.3 };

/** Products write their menu last, with their name over it, and set it first: the heading the page begins with. */
function fromTop(
  shown: readonly Item[],
  first: Item | null,
  behind: readonly Item[],
  isTitle: (item: Item) => boolean,
): Item | null {
  const last = shown.at(-1)?.at ?? 0;
  if (!first || first.at < last * foot.behind || behind.some(saysWhom)) return first;
  return shown.find((item) => item.heading <= 2 && item.at < last * foot.within && isTitle(item)) ?? first;
}

/** Items around the record's heading that belong to it, however they are nested. */
const headingItems = 10;

/** A small heading with others like it: each heads a row or a part, and none the record. */
function headsRows(page: Page, primary: Item): boolean {
  return (
    primary.heading >= 3 &&
    page.items.some(
      (item) => item !== primary && item.heading === primary.heading && !item.hidden && !item.chrome,
    )
  );
}

/**
 * Whether an item stands above the record's heading and apart from it: bars of plain divs, with the agent's
 * own name and number in them, stand there.
 */
export function isAboveRecord(page: Page, item: Item): boolean {
  const primary = primaryHeading(page);
  // Small headings head parts of a record whose own title is no heading.
  if (
    !primary ||
    primary.heading > 3 ||
    item.at >= primary.at ||
    item.frame !== primary.frame ||
    item.dialog ||
    item.strip ||
    headsRows(page, primary)
  )
    return false;
  for (const box of page.up(item.box)) {
    if (primary.at >= box.low && primary.at < box.high) return box.high - box.low > headingItems;
  }
  return true;
}
