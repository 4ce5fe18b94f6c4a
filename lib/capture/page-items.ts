/** The page as scoring sees it: items in reading order under a tree of boxes. */
import type { Box, FrameEvidence, Leaf } from './evidence.ts';

/** A box in the merged tree; `low` to `high` are the items under it (high excluded). */
/** The page as it is scored. */
export interface PageBox extends Box {
  at: number;
  low: number;
  high: number;
  children: number;
}

/** One leaf of the page with what its place says of it. */
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
