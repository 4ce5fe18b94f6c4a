/**
 * The evidence of all frames as one page: leaves in reading order ("items") under a tree of boxes, with what
 * scoring asks of every item: is it shown, in which landmark, under which heading, in which range of a box.
 */
import type { Box, FrameEvidence, Leaf } from './evidence.ts';
import { visible } from './text.ts';

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
}

export interface Page {
  boxes: PageBox[];
  items: Item[];
  frames: FrameEvidence[];
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
  chrome: false,
  strip: false,
  heading: 0,
  feed: false,
  dialog: false,
  draft: false,
  aside: false,
  main: false,
};

const chromeRoles = new Set(['banner', 'contentinfo', 'navigation', 'menubar', 'menu', 'search']);
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
  for (const box of frame.boxes) {
    const parent = box.parent < 0 ? -1 : box.parent + offset;
    const above = (parent >= 0 && traits[parent]) || outside;
    const at = boxes.length;
    traits.push(traitsOf(box, above, headed.has(at - offset)));
    boxes.push({ ...box, at, parent, low: -1, high: -1, children: 0 });
    const up = boxes[parent];
    if (up) up.children++;
  }
  for (const leaf of frame.leaves) {
    const box = leaf.box + offset;
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
      strip: trait.strip,
      heading: trait.heading,
      feed: trait.feed,
      dialog: trait.dialog,
      draft: trait.draft || frame.editor === true,
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

/** Boxes of a frame that hold an h1 or h2: a `header` with one is a record's header, not the site's. */
function withHeading(frame: FrameEvidence): Set<number> {
  const headed = new Set<number>();
  for (const [at, box] of frame.boxes.entries()) {
    if (!/^h[12]$/.test(box.tag)) continue;
    for (let up = at; up >= 0 && !headed.has(up); up = frame.boxes[up]?.parent ?? -1) headed.add(up);
  }
  return headed;
}

function traitsOf(box: Box, above: Traits, headed: boolean): Traits {
  const role = box.role ?? '';
  const inMain = above.main || box.tag === 'main' || role === 'main';
  const strip =
    above.strip ||
    stripRoles.has(role) ||
    /bread ?crumb|fil d.ariane|brotkr|migas|パンくず/i.test(box.label ?? '');
  const isChrome =
    (box.tag === 'header' && !inMain && !headed) ||
    box.tag === 'footer' ||
    box.tag === 'nav' ||
    chromeRoles.has(role);
  const heading = /^h[1-6]$/.test(box.tag) ? Number(box.tag[1]) : role === 'heading' ? 2 : above.heading;
  return {
    chrome: above.chrome || isChrome,
    strip,
    heading,
    feed: above.feed || feedRoles.has(role) || box.tag === 'article' || box.tag === 'blockquote',
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
