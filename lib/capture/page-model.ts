/**
 * The evidence of all frames as one page: leaves in reading order ("items") under a tree of boxes, with what
 * scoring asks of every item: is it shown, in which landmark, under which heading, in which range of a box.
 */
import type { Box, FrameEvidence, Leaf } from './evidence.ts';
import { isSessionWord, readLabel } from './labels.ts';
import { countDigits, visible } from './text.ts';

/** A box in the merged tree; `low` to `high` are the items under it (high excluded). */
export interface PageBox extends Box {
  at: number;
  low: number;
  high: number;
  children: number;
}

export interface Item {
  at: number;
  leaf: Leaf;
  /** Text without invisible characters. */
  text: string;
  box: number;
  frame: number;
  /** Not shown: not rendered, or in a view that is kept aside. */
  hidden: boolean;
  /** In a header, footer, menu or toolbar: not about the record. */
  chrome: boolean;
  /** In a tab or breadcrumb that is the current one. */
  current: boolean;
  /** In a tab strip or breadcrumb: names open records, also other ones. */
  strip: boolean;
  /** 1 to 6 in a heading, 0 elsewhere. */
  heading: number;
  /** In a feed, log, article or quote: written by people. */
  feed: boolean;
  /** In a dialog. */
  dialog: boolean;
  /** In a place where the agent writes. */
  draft: boolean;
  /** One of a row of links or buttons (tabs, a menu, actions): it labels nothing and names nobody. */
  menu: boolean;
}

export interface Page {
  boxes: PageBox[];
  items: Item[];
  frames: FrameEvidence[];
  /** The heading of the record, once it was asked for. */
  primary?: Item | null;
  /** Up the tree from a box, itself first. */
  up(box: number): Iterable<PageBox>;
}

/** Merges frames (top frame first) into one page. */
export function pageModel(frames: readonly FrameEvidence[]): Page {
  const boxes: PageBox[] = [];
  const items: Item[] = [];
  const traits: Traits[] = [];
  for (const [index, frame] of frames.entries()) addFrame(frame, index, boxes, items, traits);
  liftAside(items, traits);
  liftFields(boxes, items);
  markBars(boxes, items, markMenus(boxes, items));
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

interface Traits {
  current: boolean;
  chrome: boolean;
  strip: boolean;
  heading: number;
  feed: boolean;
  dialog: boolean;
  draft: boolean;
  aside: boolean;
  main: boolean;
}

const outside: Traits = {
  current: false,
  chrome: false,
  strip: false,
  heading: 0,
  feed: false,
  dialog: false,
  draft: false,
  aside: false,
  main: false,
};

const chromeRoles = new Set(['contentinfo', 'navigation', 'menubar', 'menu', 'search']);
const stripRoles = new Set(['tab', 'tablist']);
const feedRoles = new Set(['feed', 'log', 'article', 'comment']);

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
  const crumbs = new Set(
    frame.boxes.flatMap((box) =>
      box.tag === 'ol' && frame.boxes[box.parent]?.tag === 'nav' ? [box.parent] : [],
    ),
  );
  for (const box of frame.boxes) {
    const parent = box.parent < 0 ? -1 : box.parent + offset;
    const above = (parent >= 0 && traits[parent]) || outside;
    const at = boxes.length;
    traits.push(
      traitsOf(
        box,
        above,
        headed.has(at - offset) && articles === 1,
        headed.has(at - offset),
        crumbs.has(at - offset),
      ),
    );
    boxes.push({ ...box, at, parent, low: -1, high: -1, children: 0 });
    const up = boxes[parent];
    if (up) up.children++;
  }
  for (const { leaf, box } of frame.leaves.flatMap((leaf) =>
    linesOf(leaf, leaf.box + offset, boxes, traits),
  )) {
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
 * Boxes of a frame that hold an h1 or h2: a `header` with one is a record's header, not the site's. Unless it
 * comes first and headings follow outside it: then it holds the product's name.
 */
function withHeading(frame: FrameEvidence): Set<number> {
  const headed = new Set<number>();
  const headings = frame.boxes.flatMap((box, at) => (/^h[12]$/.test(box.tag) ? [at] : []));
  for (const at of headings) {
    for (let up = at; up >= 0; up = frame.boxes[up]?.parent ?? -1) headed.add(up);
  }
  const isBanner = (box: Box): boolean => box.tag === 'header' || box.role === 'banner';
  const first = frame.boxes.findIndex(isBanner);
  const last = lastUnder(frame, first);
  const early = frame.leaves.findIndex((leaf) => leaf.box >= first) < 4;
  if (first >= 0 && early && headings.some((at) => at > last)) headed.delete(first);
  return headed;
}

/** Index of the last box under a box (boxes are listed parents first, in document order). */
function lastUnder(frame: FrameEvidence, box: number): number {
  let last = box;
  const under = new Set([box]);
  for (let at = box + 1; at < frame.boxes.length; at++) {
    if (!under.has(frame.boxes[at]?.parent ?? -1)) continue;
    under.add(at);
    last = at;
  }
  return last;
}

function traitsOf(box: Box, above: Traits, record: boolean, headed: boolean, crumb: boolean): Traits {
  const role = box.role ?? '';
  const inMain = above.main || box.tag === 'main' || role === 'main';
  const strip =
    above.strip ||
    stripRoles.has(role) ||
    /bread ?crumb|fil d.ariane|brotkr|migas|kruimel|briciole|パンくず/i.test(`${box.label ?? ''} ${box.tag}`);
  const isChrome =
    ((box.tag === 'header' || role === 'banner') && !inMain && !headed) ||
    box.tag === 'footer' ||
    (box.tag === 'nav' && !crumb) ||
    chromeRoles.has(role);
  const heading = /^h[1-6]$/.test(box.tag) ? Number(box.tag[1]) : role === 'heading' ? 2 : above.heading;
  return {
    current: above.current || box.current === true,
    chrome: above.chrome || isChrome,
    strip,
    heading,
    feed:
      above.feed ||
      feedRoles.has(role) ||
      // The one article of a page, with its heading in it, is the record itself.
      (box.tag === 'article' && !record) ||
      box.tag === 'blockquote',
    dialog: above.dialog || role === 'dialog' || role === 'alertdialog' || box.tag === 'dialog',
    draft: above.draft || box.editable === true,
    aside: above.aside || box.aside === true,
    main: inMain,
  };
}

/**
 * aria-hidden and inert mean "not this view" as long as another view is left; under a page-wide overlay
 * everything is aside, and then it means nothing.
 */
function liftAside(items: Item[], traits: readonly Traits[]): void {
  const shown = items.filter((item) => !item.hidden);
  const aside = shown.filter((item) => traits[item.box]?.aside);
  if (aside.length > shown.length * 0.8 && !shown.some((item) => item.dialog)) return;
  for (const item of aside) item.hidden = true;
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

/** Fewest links beside each other that are a menu, how long each may be, and the share the vocabulary knows. */
const menuLinks = 3;
const menuLength = 30;
const menuKnown = 0.5;

/** Rows of links or buttons, one short text without a number each, most of them words of screens; gives the links. */
function markMenus(boxes: readonly PageBox[], items: Item[]): ReadonlySet<Item> {
  const links = new Set<Item>();
  const runs = new Map<number, Item[]>();
  for (const item of items) {
    const entry = linkOf(boxes, item);
    if (!entry) continue;
    const run = runs.get(entry) ?? [];
    run.push(item);
    runs.set(entry, run);
  }
  for (const run of runs.values()) {
    const known = run.filter((item) => (readLabel(item.text)?.share ?? 0) >= 0.75);
    if (run.length < menuLinks || known.length < run.length * menuKnown) continue;
    for (const item of run) {
      item.menu = true;
      // Buttons stand in records too, links in a row lead around the product.
      if (boxes[item.box]?.tag === 'a') links.add(item);
    }
  }
  return links;
}

/** What holds the row an item is a link of: the parent of the largest box with nothing but the link in it. */
function linkOf(boxes: readonly PageBox[], item: Item): number | null {
  if (!/^(text|icon)$/.test(item.leaf.kind) || item.text.length > menuLength || countDigits(item.text) > 0)
    return null;
  let link = false;
  for (let at = item.box; at >= 0; ) {
    const box = boxes[at];
    if (!box) return null;
    if (box.high - box.low > 1) return link ? at : null;
    if (box.tag === 'a' || box.tag === 'button' || /^(button|link|tab|menuitem)$/.test(box.role ?? ''))
      link = true;
    if (box.tag === 'td' || box.tag === 'dd' || box.role === 'gridcell') return null;
    at = box.parent;
  }
  return null;
}

/** Largest part of a page that can be its bar, in items and as a share. */
const barItems = 40;
const barShare = 0.4;

/**
 * Bars built of plain divs: what stands together with the product's search field or navigation, as far up as
 * no heading and no form value joins it, is the product's and the agent's own.
 */
function markBars(boxes: readonly PageBox[], items: Item[], links: ReadonlySet<Item>): void {
  const most = Math.min(barItems, items.filter((item) => !item.hidden).length * barShare);
  const marked = new Set<number>();
  for (const item of items) {
    const bar =
      item.leaf.type === 'search' ||
      ((item.chrome || links.has(item)) && item.at < 30) ||
      isSessionWord(item.text);
    if (!bar || item.hidden || item.dialog) continue;
    let top = -1;
    for (let at = item.box; at >= 0; at = boxes[at]?.parent ?? -1) {
      const box = boxes[at];
      if (!box || box.high - box.low > most) break;
      const inside = items.slice(box.low, box.high);
      if (inside.some((one) => one.heading > 0 || (one.leaf.kind === 'value' && one.leaf.type !== 'search')))
        break;
      top = at;
    }
    if (top >= 0) marked.add(top);
  }
  for (const at of marked) {
    const box = boxes[at];
    for (const item of items.slice(box?.low ?? 0, box?.high ?? 0)) item.chrome = true;
  }
}

/** The heading of the record: the first of the highest level outside header and menus. */
export function primaryHeading(page: Page): Item | null {
  if (page.primary !== undefined) return page.primary;
  const shown = page.items.filter((item) => item.heading > 0 && !item.hidden && !item.chrome && !item.strip);
  const level = Math.min(...shown.map((item) => item.heading));
  page.primary = shown.find((item) => item.heading === level && /[\p{L}\p{N}]/u.test(item.text)) ?? null;
  return page.primary;
}

/** Pixels a title has at least, and how much larger than the page's usual text it is. */
const titleSize = 17;
const titleRatio = 1.25;

/**
 * Titles of pages that have no headings: the largest short texts. The largest is the record's own title, the
 * other large ones are titles of sections.
 */
function markTitles(items: readonly Item[]): void {
  const shown = items.filter(
    (item) => !item.hidden && !item.chrome && !item.strip && item.leaf.kind === 'text',
  );
  if (shown.some((item) => item.heading === 1 || item.heading === 2)) return;
  const sizes = shown.flatMap((item) => item.leaf.size ?? []).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const large = shown.filter(
    (item) =>
      (item.leaf.size ?? 0) >= Math.max(titleSize, usual * titleRatio) &&
      item.heading === 0 &&
      /\p{L}/u.test(item.text),
  );
  const largest = Math.max(...large.map((item) => item.leaf.size ?? 0));
  for (const item of large) item.heading = item.leaf.size === largest ? 1 : 3;
}

/** Items around the record's heading that belong to it, however they are nested. */
const headingItems = 10;

/**
 * Whether an item stands above the record's heading and apart from it: bars of plain divs, with the agent's
 * own name and number in them, stand there.
 */
export function isAboveRecord(page: Page, item: Item): boolean {
  const primary = primaryHeading(page);
  if (!primary || item.at >= primary.at || item.frame !== primary.frame || item.dialog || item.strip)
    return false;
  for (const box of page.up(item.box)) {
    if (primary.at >= box.low && primary.at < box.high) return box.high - box.low > headingItems;
  }
  return true;
}
