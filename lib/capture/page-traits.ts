/** What boxes say of what is in them: landmarks, headings, strips, feeds, dialogs. */
import type { Box, FrameEvidence } from './evidence.ts';

/** What a box gives everything in it. */
export interface Traits {
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

/** Outside every box. */
export const outside: Traits = {
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

/** Custom elements that kits name after the bars they are ("nz-header", "mat-sidenav"), not after parts of a card. */
const ownBar = /^[a-z]+-(?:[a-z]+-)?(?:footer|sider|sidenav|sidebar|menubar|navbar|shellbar)$/;
const ownHeader =
  /^(?:nz|el|app|application|site|global|top|shell|layout|[a-z]+-application|[a-z]+-layout)-header$|^(?:ons|mat|q|v)-toolbar$/;

const stripRoles = new Set(['tab', 'tablist']);

const feedRoles = new Set(['feed', 'log', 'article', 'comment']);

/**
 * Boxes of a frame that hold an h1 or h2: a `header` with one is a record's header, not the site's. Unless it
 * comes first and headings follow outside it, or its own lead home: then it holds the product's name.
 */
export function withHeading(frame: FrameEvidence): Set<number> {
  const headed = new Set<number>();
  const headings = frame.boxes.flatMap((box, at) => (/^h[12]$/.test(box.tag) ? [at] : []));
  for (const at of headings) {
    for (let up = at; up >= 0; up = frame.boxes[up]?.parent ?? -1) headed.add(up);
  }
  const isBanner = (box: Box): boolean => box.tag === 'header' || box.role === 'banner';
  const first = frame.boxes.findIndex(isBanner);
  const last = lastUnder(frame, first);
  const early = frame.leaves.findIndex((leaf) => leaf.box >= first) < 4;
  const inside = headings.filter((at) => at > first && at <= last);
  const isSite = inside.length > 0 && inside.every((at) => standsIn(frame, at, /^a$/));
  if (first >= 0 && (isSite || (early && headings.some((at) => at > last)))) headed.delete(first);
  for (const at of partHeaders(frame, headings)) headed.add(at);
  return headed;
}

/** Headers of a page from which on all but the first are those of its cards. */
const manyHeaders = 3;

/** Headers of a page looked at; those behind them are of cards. */
const mostHeaders = 60;

/** Leaves a page begins with, its product's name among them. */
const brandLeaves = 4;

/** Leaves shown on a page, before which a header is the site's. */
const siteLeaves = 8;

/**
 * Headers of cards: those that come behind the record's heading, or are one of many. The site's own comes first
 * and has its menu in it.
 */
function partHeaders(frame: FrameEvidence, headings: readonly number[]): number[] {
  const all = frame.boxes.flatMap((box, at) => (box.tag === 'header' && box.role !== 'banner' ? [at] : []));
  // Looked at one by one only as far as a page of people has them.
  const headers = all.slice(0, mostHeaders).map((at) => ({ at, last: lastUnder(frame, at) }));
  // The first heading of several may be the product's name, with the site's header behind it.
  const firstLeaves = frame.leaves.slice(0, brandLeaves).map(({ box }) => box);
  const others = frame.boxes.filter(({ tag }) => /^h[1-6]$/.test(tag)).length > 1;
  const isBrand = (one: number): boolean =>
    others && firstLeaves.includes(one) && standsIn(frame, one, /^(?:a|aside)$/);
  const heading = headings.find(
    (one) => !isBrand(one) && !headers.some(({ at, last }) => one > at && one <= last),
  );
  const parts = headers.filter(({ at, last }, index) => {
    if (frame.leaves.filter((leaf) => leaf.box < at && !leaf.hidden).length < siteLeaves) return false;
    if (frame.boxes.slice(at, last + 1).some((box) => box.tag === 'nav')) return false;
    return (heading !== undefined && at > heading) || (index > 0 && all.length >= manyHeaders);
  });
  return [...parts.map(({ at }) => at), ...all.slice(mostHeaders)];
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

/** A box and those it stands in, innermost first. */
function* above(frame: FrameEvidence, box: number): Generator<number> {
  for (let up = box; up >= 0; up = frame.boxes[up]?.parent ?? -1) yield up;
}

function standsIn(frame: FrameEvidence, box: number, tags: RegExp): boolean {
  for (const at of above(frame, box)) if (tags.test(frame.boxes[at]?.tag ?? '')) return true;
  return false;
}

/** Boxes with a list of fields, a table or a form in them: as an article, a card of the record and nothing written. */
export function withFields(frame: FrameEvidence): ReadonlySet<number> {
  const filed = new Set<number>();
  for (const box of frame.boxes) {
    if (!/^(?:dl|table|form)$/.test(box.tag)) continue;
    for (const up of above(frame, box.parent)) filed.add(up);
  }
  return filed;
}

/** Navs that are the trail to a record, whatever they are called: what is in them has an order. */
export function trailNavs(frame: FrameEvidence): ReadonlySet<number> {
  return new Set(
    frame.boxes.flatMap(({ tag, parent }) =>
      tag === 'ol' && frame.boxes[parent]?.tag === 'nav' ? [parent] : [],
    ),
  );
}

/** Navs that lead through the record, not the product: tabs with the record's fields in them. */
export function recordNavs(frame: FrameEvidence): ReadonlySet<number> {
  const navs = new Set<number>();
  for (const box of frame.boxes) {
    if (box.tag !== 'dl') continue;
    for (const up of above(frame, box.parent)) navs.add(up);
  }
  return navs;
}

/** The traits of a box under those of the box above it. */
export function traitsOf(
  box: Box,
  above: Traits,
  record: boolean,
  headed: boolean,
  inRecord: boolean,
): Traits {
  const role = box.role ?? '';
  const inMain = above.main || box.tag === 'main' || role === 'main';
  const strip =
    above.strip ||
    stripRoles.has(role) ||
    /bread ?crumb|fil d.ariane|brotkr|migas|kruimel|briciole|パンくず/i.test(`${box.label ?? ''} ${box.tag}`);
  const isChrome =
    ((box.tag === 'header' || ownHeader.test(box.tag) || role === 'banner') && !inMain && !headed) ||
    box.tag === 'footer' ||
    ownBar.test(box.tag) ||
    (box.tag === 'nav' && !inRecord) ||
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
