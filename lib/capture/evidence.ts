/**
 * What one frame sends to the extension, as plain JSON. It is written by code that runs beside a page we do
 * not trust, so nothing reads it before `parseFrames` has passed it: shapes checked, strings and arrays cut
 * to their caps, unknown keys dropped.
 */
import * as z from 'zod/mini';

/** Caps of one frame's evidence; the page reader stays under them, whatever is over is not from it. */
export const caps = {
  leaves: 4000,
  boxes: 16_000,
  /** Boxes inside each other: what is read of every box above an item must stay little. */
  depth: 200,
  leafText: 2000,
  shortText: 200,
  url: 2000,
  jsonLd: 20_000,
  jsonLdBlocks: 5,
  frames: 40,
} as const;

const short = z.string().check(z.maxLength(caps.shortText));
const count = z.int().check(z.nonnegative());
const flag = z.optional(z.literal(true));

/** An element that holds leaves: enough of it to see labels, cards, rows and landmarks. */
const BoxSchema = z.object({
  /** Index of the parent box, -1 for the root; always smaller than the box's own index. */
  parent: z.int().check(z.gte(-1)),
  /** Local tag name, lower case. */
  tag: short,
  /** Position among its parent's element children. */
  index: count,
  role: z.optional(short),
  /** aria-label, or the text aria-labelledby points at. */
  label: z.optional(short),
  /** itemprop, or the property a standard h-card/vcard class stands for. */
  prop: z.optional(short),
  /** Last part of itemtype ("Person"), or "Person" for an h-card. */
  type: z.optional(short),
  /** Not for the reader of the screen: aria-hidden, inert. */
  aside: flag,
  /** aria-selected or aria-current. */
  current: flag,
  /** Contenteditable: the agent may be writing here. */
  editable: flag,
  /** aria-colindex or cell index, colspan counted, for cells of tables and grids. */
  column: z.optional(count),
  /** aria-rowindex, data-row-index: joins rows whose cells live in different containers. */
  row: z.optional(count),
});

/** One piece of text, value or link, in the order it is read. */
const LeafSchema = z.object({
  box: count,
  kind: z.enum(['text', 'value', 'choice', 'icon', 'tel', 'mail']),
  text: z.string().check(z.maxLength(caps.leafText)),
  /** Controls: the label the page ties to it (for, wrapping label, aria). */
  label: z.optional(short),
  /** Controls: type, autocomplete, name and id, as the page's author wrote them. */
  type: z.optional(short),
  /** Also what part of a name a text is, where structured data says so. */
  autocomplete: z.optional(short),
  name: z.optional(short),
  /** Not rendered: display, visibility, details, content-visibility. */
  hidden: flag,
  focused: flag,
  /** A line break stands before it. */
  line: flag,
  /** Font size in CSS pixels, of short texts that may be titles. */
  size: z.optional(count),
  /** The agent cannot change it (readonly, disabled). */
  fixed: flag,
});

const FrameSchema = z.object({
  version: z.literal(1),
  url: z.string().check(z.maxLength(caps.url)),
  title: short,
  lang: short,
  /** The tab's own document. */
  top: z.boolean(),
  /** The frame holds the focus. */
  focused: z.boolean(),
  /** The frame's own element is not rendered, or the frame is an editor's writing area. */
  hidden: flag,
  editor: flag,
  /** CSS pixels of the frame's viewport. */
  area: count,
  selection: z.string().check(z.maxLength(caps.leafText)),
  boxes: z.array(BoxSchema).check(z.maxLength(caps.boxes)),
  leaves: z.array(LeafSchema).check(z.maxLength(caps.leaves)),
  /** Raw JSON-LD blocks. */
  jsonLd: z.array(z.string().check(z.maxLength(caps.jsonLd))).check(z.maxLength(caps.jsonLdBlocks)),
  /** Origins of frames inside this one that are of another origin. */
  foreign: z.array(short).check(z.maxLength(caps.frames)),
  /** How many documents are shown inside this one, whosever they are. */
  inside: z.optional(count),
  stats: z.object({
    ms: z.number().check(z.nonnegative()),
    nodes: count,
    /** Milliseconds since the document began to load. */
    age: z.optional(count),
    /** Time or nodes ran out. */
    stopped: z.boolean(),
    /** Leaves were left out to stay under the caps. */
    cut: z.boolean(),
  }),
});

export type Box = z.infer<typeof BoxSchema>;
export type Leaf = z.infer<typeof LeafSchema>;
export type FrameEvidence = z.infer<typeof FrameSchema>;

/**
 * Passes what frames answered, top frame first.
 * @param raw answers of `scripting.executeScript`, one a frame; null for frames that could not be read
 * @returns the frames that are evidence, and how many answers were not
 */
export function parseFrames(raw: readonly unknown[]): { frames: FrameEvidence[]; refused: number } {
  const frames: FrameEvidence[] = [];
  let refused = 0;
  for (const answer of raw.slice(0, caps.frames)) {
    const parsed = FrameSchema.safeParse(answer);
    if (parsed.success && isTree(parsed.data)) frames.push(parsed.data);
    else if (answer !== null && answer !== undefined) refused++;
  }
  frames.sort((a, b) => Number(b.top) - Number(a.top));
  return { frames, refused };
}

/** Boxes refer to earlier boxes, few deep, and leaves to boxes that exist, so no walk over them can loop or miss. */
function isTree(frame: FrameEvidence): boolean {
  const depths: number[] = [];
  for (const [at, { parent }] of frame.boxes.entries()) {
    const depth = parent < 0 ? 1 : (depths[parent] ?? Number.POSITIVE_INFINITY) + 1;
    if (parent >= at || depth > caps.depth) return false;
    depths.push(depth);
  }
  return frame.leaves.every((leaf) => leaf.box < frame.boxes.length);
}
