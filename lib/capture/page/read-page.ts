/** One frame's evidence: walk, choose what is kept, describe it. Never throws, never reads layout. */
import type { FrameEvidence, Leaf } from '../evidence.ts';
import { type BoxTable, boxTable, shortAttr } from './boxes.ts';
import { controlLabel, controlValue, shownText } from './controls.ts';
import { deepFocus, documentTitle, frameHidden, isEditor, jsonLd, selectedText } from './document.ts';
import { attr, clean, hrefOf, nameOf, statedValue, textOf } from './dom.ts';
import { drawnArea } from './drawn.ts';
import { childFrames } from './frames.ts';
import type { Find } from './keep.ts';
import { isLigature } from './ligature.ts';
import { pace } from './pace.ts';
import { outOfSight } from './placed.ts';
import { hideViews } from './views.ts';
import { type Walked, walk } from './walk.ts';

/** The limits of one reading. Leaves and boxes are below the caps of the schema that receives them. */
export const limits = {
  /** Milliseconds of work from start to plain result, said in `stats.stopped` when they ran out. */
  time: 150,
  /** Milliseconds of them the walk may use: what it found is still to be described. */
  walk: 100,
  /** Milliseconds of one task; a task over 50 counts as a freeze. */
  slice: 16,
  /** What is read on a busy machine as well, however late: an ordinary record with its name and its number. */
  leastNodes: 4000,
  leastLeaves: 200,
  nodes: 400_000,
  finds: 120_000,
  leaves: 1600,
  /** Leaves of a page with more than twice as many. */
  largeLeaves: 700,
  /** Leaves of the few places worth a look in the far part of such a page. */
  farLeaves: 150,
  boxes: 8000,
  /** Elements inside each other that are told apart; pages have a few dozen, those of many shadow roots up to a hundred. */
  depth: 120,
  text: 2000,
  short: 120,
  /** Leaves from the top of the page whose font size is told: titles stand there. */
  sizes: 150,
  /** Characters of all leaves together. */
  bytes: 400_000,
  frames: 40,
};

/** Reads the document this script runs in. Resolves within about `limits.time`. */
export async function readPage(): Promise<FrameEvidence> {
  const clock = pace(limits.time, limits.slice);
  const isHidden = frameHidden();
  const area = drawnArea(isHidden);
  const walked = await walk(document.documentElement, limits, clock.until(limits.walk));
  // Styles asked for while the page around a frame waits to be drawn would have it drawn in our time.
  const size = await clock.wait(area);
  await clock.breathe();
  const kept = walked.finds.kept();
  const table = boxTable(walked.slotOf, limits);
  const seen = visibility(table);
  const focus = deepFocus();
  // A page too large to be told whole is read in no more time than it has.
  const whole = kept.length === walked.finds.count;
  const aside = outOfSight(whole ? numbersOf(kept, table) : [], table.parent);
  const leaves: Leaf[] = [];
  const stands: Element[] = [];
  let bytes = 0;
  let stopped = walked.stopped;
  for (const [at, find] of kept.entries()) {
    if (at % 16 === 15) {
      if (clock.isOver() && at >= limits.leastLeaves) {
        stopped = true;
        break;
      }
      await clock.breathe();
    }
    const leaf = describe(find, kept[at + 1], walked, table);
    if (!leaf) continue;
    if (bytes > limits.bytes) leaf.text = leaf.text.slice(0, limits.short);
    bytes += leaf.text.length;
    if (isFolded(find, table) || !seen(shownAs(find, table))) leaf.hidden = true;
    else if (find.kind === 'text' && leaf.text.length <= 100 && leaves.length < limits.sizes) {
      leaf.size = fontSize(elementOf(find, table));
    }
    if (find.node === focus) leaf.focused = true;
    leaves.push(leaf);
    stands.push(elementOf(find, table));
  }
  hideViews(leaves, stands, await clock.wait(aside), table.parent);
  const frames = childFrames(walked.frames, limits.frames);
  const ms = Math.round(clock.worked() * 10) / 10;
  // Handing the answer over is work of its own: it begins a new task.
  await clock.pause();
  return {
    version: 1,
    url: location.href.slice(0, 2000),
    title: clean(documentTitle(), limits.short),
    lang: (attr(document.documentElement, 'lang') ?? '').slice(0, 35),
    top: window.top === window,
    focused: Document.prototype.hasFocus.call(document),
    ...(isHidden ? { hidden: true as const } : {}),
    ...(isEditor() ? { editor: true as const } : {}),
    area: size,
    selection: selectedText(limits.text),
    boxes: table.boxes,
    leaves,
    jsonLd: jsonLd(),
    foreign: frames.foreign,
    inside: frames.count,
    stats: {
      ms,
      nodes: walked.nodes,
      age: Math.max(0, Math.round(performance.now())),
      stopped,
      cut: kept.length < walked.finds.count || bytes > limits.bytes,
    },
  };
}

/** What holds the numbers of a page, each once. */
function numbersOf(finds: readonly Find[], table: BoxTable): Element[] {
  const isNumber = ({ kind, node }: Find): boolean => {
    if (kind === 'tel') return true;
    if (kind === 'text') return sevenDigits.test(textOf(node, limits.short));
    return kind === 'control' && sevenDigits.test(controlValue(node as Element, limits.short)?.text ?? '');
  };
  return [...new Set(finds.filter(isNumber).map((find) => elementOf(find, table)))];
}

/** Text right inside a closed <details>, which itself is shown. */
function isFolded(find: Find, table: BoxTable): boolean {
  const element = elementOf(find, table);
  return find.kind === 'text' && nameOf(element) === 'details' && attr(element, 'open') === null;
}

/** The element whose being shown makes a find shown: what a <meta> says is said of what it stands in. */
function shownAs(find: Find, table: BoxTable): Element {
  const element = elementOf(find, table);
  return find.kind === 'stated' && nameOf(element) === 'meta' ? (table.parent(element) ?? element) : element;
}

/** The element a find stands in; a text's is its parent in the rendered tree. */
function elementOf(find: Find, table: BoxTable): Element {
  return find.kind === 'text'
    ? (table.parent(find.node) ?? document.documentElement)
    : (find.node as Element);
}

function describe(find: Find, next: Find | undefined, walked: Walked, table: BoxTable): Leaf | null {
  const element = elementOf(find, table);
  const made = content(find, next, walked, table);
  if (!made?.text) return null;
  const box = table.of(element);
  if (box < 0) return null;
  const leaf: Leaf = { box, ...made };
  if (find.line) leaf.line = true;
  const part =
    find.kind === 'text' || find.kind === 'stated' ? nameParts[table.boxes[box]?.prop ?? ''] : undefined;
  if (part) leaf.autocomplete = part;
  return leaf;
}

/** Parts of a name in microdata and microformats, in the words form fields have for them. */
const nameParts: Record<string, string | undefined> = { givenName: 'given-name', familyName: 'family-name' };

const sevenDigits = /(?:\d\D{0,4}){7}/;

function content(
  find: Find,
  next: Find | undefined,
  walked: Walked,
  table: BoxTable,
): Omit<Leaf, 'box'> | null {
  const element = elementOf(find, table);
  switch (find.kind) {
    case 'text': {
      const text = clean(textOf(find.node, limits.text * 2), limits.text);
      return isLigature(element, text) ? { kind: 'icon', text, type: 'ligature' } : { kind: 'text', text };
    }
    case 'tel':
      return { kind: 'tel', text: (hrefOf(element) ?? '').trim().slice(0, limits.short) };
    case 'mail':
      return { kind: 'mail', text: (hrefOf(element) ?? '').trim().slice(7, limits.short) };
    case 'icon': {
      const text =
        shortAttr(element, 'aria-label') || shortAttr(element, 'alt') || shortAttr(element, 'title');
      // A name around other text is the box's label, not a leaf of its own; a number the text lacks is more.
      if (next && next.node !== element && inside(elementOf(next, table), element, table)) {
        if (!sevenDigits.test(text) || sevenDigits.test(shownText(element, limits.text))) return null;
      }
      return { kind: 'icon', text };
    }
    case 'stated':
      return { kind: 'text', text: clean(statedValue(element) ?? '', limits.short) };
    case 'control':
      return control(element, walked);
  }
}

function control(element: Element, walked: Walked): Omit<Leaf, 'box'> | null {
  const value = controlValue(element, limits.text);
  // An empty search field is a landmark: it stands in the product's own bar.
  if (value && isSearch(element)) return { kind: 'icon', text: 'search', type: 'search' };
  if (!value?.text) return null;
  const leaf: Omit<Leaf, 'box'> = { ...value };
  const label = controlLabel(element, walked.labels, limits.short);
  if (label && label !== value.text) leaf.label = label;
  const type = nameOf(element) === 'input' ? shortAttr(element, 'type').toLowerCase() : nameOf(element);
  if (type) leaf.type = type;
  const autocomplete = shortAttr(element, 'autocomplete');
  if (autocomplete) leaf.autocomplete = autocomplete;
  const name = `${shortAttr(element, 'name')} ${shortAttr(element, 'id')}`.trim().slice(0, limits.short);
  if (name) leaf.name = name;
  if (attr(element, 'readonly') !== null || attr(element, 'disabled') !== null) leaf.fixed = true;
  return leaf;
}

function isSearch(element: Element): boolean {
  return attr(element, 'type') === 'search' || attr(element, 'role') === 'searchbox';
}

function inside(element: Element, container: Element, table: BoxTable): boolean {
  let above: Element | null = element;
  for (let up = 0; above && up < 60; up++, above = table.parent(above)) if (above === container) return true;
  return false;
}

const rendered = { visibilityProperty: true, opacityProperty: true };

/** Whether an element is rendered, remembered for each element asked. */
function visibility(table: BoxTable): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const ask = (element: Element, depth: number): boolean => {
    if (Element.prototype.checkVisibility.call(element, rendered)) {
      return true;
    }
    // False also for display:contents, whose children are rendered: look through those.
    const above = table.parent(element);
    return (
      depth < 20 &&
      above !== null &&
      getComputedStyle(element).display === 'contents' &&
      ask(above, depth + 1)
    );
  };
  return (element) => {
    const cached = known.get(element);
    if (cached !== undefined) return cached;
    const visible = ask(element, 0);
    known.set(element, visible);
    return visible;
  };
}

/** Titles made of plain divs differ in nothing but size; a style, not a layout, has to be known for it. */
function fontSize(element: Element): number {
  return Math.round(Number.parseFloat(getComputedStyle(element).fontSize)) || 0;
}
