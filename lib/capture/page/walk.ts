/**
 * One pass over a document as it is rendered: shadow roots in place of their hosts' children, slotted nodes
 * where their slot stands. A stack of native tree walkers instead of recursion: depth cannot overflow, and
 * the browser's own stepping is what a bare walk would cost.
 */
import {
  attr,
  hrefOf,
  kindOf,
  nameOf,
  openRoot,
  plainHosts,
  shadowOf,
  slotted,
  statedValue,
  textOf,
} from './dom.ts';
import { farPlaces } from './far.ts';
import { type Find, Finds, type KeepLimits } from './keep.ts';
import type { Pace } from './pace.ts';

export interface Walked {
  finds: Finds;
  /** Slotted node → its slot; closed roots do not tell it (`assignedSlot` is null there). */
  slotOf: Map<Node, Element>;
  frames: Element[];
  /** `for` → labels. */
  labels: Map<string, Element[]>;
  nodes: number;
  /** How many of them are texts. */
  texts: number;
  stopped: boolean;
}

export interface WalkLimits extends KeepLimits {
  nodes: number;
  /** How many are walked whatever the clock says. */
  leastNodes: number;
  finds: number;
}

/** How many nodes between looks at the clock. */
const clockEvery = 512;
/** Seven digits of any of the usual scripts with short gaps: the least a number has. */
const enoughDigits = /[\d٠-٩۰-۹０-９](?:[^\d٠-٩۰-۹０-９]{0,4}[\d٠-٩۰-۹０-９]){6}/;
const hasAttributes = Element.prototype.hasAttributes;
const show = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;

/** Walks the tree under a root; attributes are read on elements that have some only. */
export async function walk(root: Element, limits: WalkLimits, pace: Pace): Promise<Walked> {
  const walked: Walked = {
    finds: new Finds(limits),
    slotOf: new Map(),
    frames: [],
    labels: new Map(),
    nodes: 0,
    texts: 0,
    stopped: false,
  };
  const state: State = {
    stack: [{ walker: walkerOf(root), first: null }],
    line: false,
    title: false,
    far: false,
    drawings: svgLinks(root) > 0,
  };
  while (state.stack.length > 0) {
    steps(walked, state);
    if (!walked.finds.wantsMore) {
      await walkFar(root, state, walked, pace);
      break;
    }
    const isLate = pace.isOver() && walked.nodes >= limits.leastNodes;
    if (isLate || walked.nodes > limits.nodes || walked.finds.count > limits.finds) {
      walked.stopped = state.stack.length > 0;
      break;
    }
    await pace.breathe();
  }
  return walked;
}

/** Walks a few places of the far part of a page, whole: what stands near a number there belongs to it. */
async function walkFar(root: Element, { stack, drawings }: State, walked: Walked, pace: Pace): Promise<void> {
  // Innermost first: that is how the page goes on from where the walk is.
  const rest = stack.map(({ walker, first }) => ({ scope: walker.root, from: first ?? walker.currentNode }));
  const far = await farPlaces(rest.reverse(), pace);
  // Frames are told of wherever they stand.
  walked.frames = [...new Set([...walked.frames, ...far.frames])];
  walked.nodes = elementsIn(root, '*').length + walked.texts + far.nodes;
  walked.stopped = far.stopped;
  for (const place of far.places) {
    const level = { walker: walkerOf(place), first: place };
    const state: State = { stack: [level], line: false, title: false, far: true, drawings };
    while (state.stack.length > 0 && !pace.isOver()) steps(walked, state);
    if (pace.isOver()) {
      walked.stopped = true;
      return;
    }
    await pace.breathe();
  }
}

const elementsIn = (root: Element, name: string): HTMLCollectionOf<Element> =>
  Element.prototype.getElementsByTagName.call(root, name);

const svg = 'http://www.w3.org/2000/svg';
/** How many links stand in drawings: without any, drawings are passed over. */
const svgLinks = (root: Element): number =>
  Element.prototype.getElementsByTagNameNS.call(root, svg, 'a').length;

interface State {
  /** In the far part, of which few places are walked. */
  far: boolean;
  /** The page has links inside drawings. */
  drawings: boolean;
  stack: Level[];
  /** A line break was met and no text since. */
  line: boolean;
  /** A heading or label was entered and no text since. */
  title: boolean;
}

/** Some steps of the walk, without a look at the clock: a plain loop is what the engine makes fast. */
function steps(walked: Walked, state: State): void {
  const { finds } = walked;
  for (let step = 0; step < clockEvery; step++) {
    const level = state.stack[state.stack.length - 1];
    if (!level) return;
    const node = level.first ?? level.walker.nextNode();
    if (!node) {
      state.stack.pop();
      continue;
    }
    level.first = null;
    walked.nodes++;
    if (kindOf(node) === 3) {
      walked.texts++;
      const text = textOf(node, 2000);
      if (text.length < 80 && !/\S/.test(text)) continue;
      const important = state.title || (text.length > 6 && enoughDigits.test(text));
      const find: Find = { node, kind: 'text', line: state.line, important };
      if (state.far) finds.addFar(find);
      else finds.add(find);
      state.line = false;
      state.title = false;
    } else visit(node as Element, level.walker, walked, state);
  }
}

/** What the walk does at an element, by its tag name: one look-up an element. */
type Part =
  | 'plain'
  | 'break'
  | 'skip'
  | 'frame'
  | 'picture'
  | 'title'
  | 'input'
  | 'closed'
  | 'slot'
  | 'host'
  | 'custom';

const parts = new Map<string, Part>([
  ['br', 'break'],
  ...['script', 'style', 'noscript', 'template', 'head', 'canvas', 'video', 'audio'].map(
    (name) => [name, 'skip'] as const,
  ),
  ...['iframe', 'frame', 'object', 'embed'].map((name) => [name, 'frame'] as const),
  ['svg', 'picture'],
  ...['h1', 'h2', 'h3', 'h4', 'label', 'dt', 'legend'].map((name) => [name, 'title'] as const),
  ...plainHosts.filter((name) => !/^h[1-4]$/.test(name)).map((name) => [name, 'host'] as const),
  ['input', 'input'],
  // Their children are options and old values, not what is shown.
  ['select', 'closed'],
  ['textarea', 'closed'],
  ['slot', 'slot'],
]);

function partOf(name: string): Part {
  const known = parts.get(name);
  if (known) return known;
  const part = name.includes('-') ? 'custom' : 'plain';
  // Bounded: a page can invent names.
  if (parts.size < 2000) parts.set(name, part);
  return part;
}

function visit(element: Element, walker: TreeWalker, walked: Walked, state: State): void {
  const name = nameOf(element);
  const part = partOf(name);
  if (part === 'plain' || part === 'host') {
    if (hasAttributes.call(element)) meet(element, name, part, walked, state);
    if (part === 'host') enterOpen(element, walker, state.stack);
    return;
  }
  if (part === 'break') {
    state.line = true;
    return;
  }
  if (part === 'frame') walked.frames.push(element);
  if (part !== 'skip') meet(element, name, part, walked, state);
  if (part === 'picture' && state.drawings) meetLinks(element, walked, state);
  if (part === 'title') {
    state.title = true;
    if (name !== 'label') enterOpen(element, walker, state.stack);
  } else if (part === 'slot' || part === 'custom') enter(element, part, walker, walked, state.stack);
  else if (part !== 'input') stepOver(walker);
}

/** A walker and, for slotted nodes, its root, which a walker itself never gives. */
interface Level {
  walker: TreeWalker;
  first: Node | null;
}

function walkerOf(root: Node): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, show);
}

/** Sets a walker on the last node of its current node's subtree, so that its next step leaves it. */
function stepOver(walker: TreeWalker): void {
  while (walker.lastChild()) {
    // Down the last branch; the walker's own steps cannot be clobbered.
  }
}

/** What dials inside a drawing: its links are no HTML, and the rest of it is a picture. */
function meetLinks(drawing: Element, walked: Walked, state: State): void {
  const links = Element.prototype.getElementsByTagNameNS.call(drawing, svg, 'a');
  for (let at = 0; at < links.length && at < linksInDrawing; at++) {
    const link = links[at];
    if (link) meet(link, 'a', 'plain', walked, state);
  }
}

const linksInDrawing = 20;

/** An open root on an element of an ordinary name: its own property tells it, at the cost of a look. */
function enterOpen(element: Element, walker: TreeWalker, stack: Level[]): void {
  const shadow = openRoot(element);
  if (!shadow) return;
  stepOver(walker);
  stack.push({ walker: walkerOf(shadow), first: null });
}

/** Shadow root of a custom element (the closed probe on every element costs ten times the walk), slot. */
function enter(element: Element, part: Part, walker: TreeWalker, walked: Walked, stack: Level[]): void {
  const shadow = part === 'slot' ? null : shadowOf(element);
  const nodes = part === 'slot' ? slotted(element) : [];
  if (!shadow && nodes.length === 0) return;
  stepOver(walker);
  if (shadow) {
    stack.push({ walker: walkerOf(shadow), first: null });
    return;
  }
  for (const node of nodes.reverse()) {
    walked.slotOf.set(node, element);
    stack.push({ walker: walkerOf(node), first: node });
  }
}

/** Notes what an element itself offers. */
function meet(element: Element, name: string, part: Part, walked: Walked, state: State): void {
  const kind = part === 'input' || part === 'closed' ? 'control' : offerOf(element, name);
  if (kind) {
    const find: Find = { node: element, kind, line: state.line, important: kind !== 'icon' };
    if (state.far) walked.finds.addFar(find);
    else walked.finds.add(find);
    state.line = false;
  }
  const target = name === 'label' ? attr(element, 'for') : null;
  if (target) walked.labels.set(target, [...(walked.labels.get(target) ?? []), element]);
}

function offerOf(element: Element, name: string): Find['kind'] | null {
  if (name === 'a' || name === 'area') {
    const href = hrefOf(element);
    if (href && /^\s*(tel|callto|sms|sip|whatsapp):/i.test(href)) return 'tel';
    if (href && /^\s*mailto:/i.test(href)) return 'mail';
  }
  if (statedValue(element)) return 'stated';
  const named =
    attr(element, 'aria-label') || (name === 'img' ? attr(element, 'alt') : attr(element, 'title'));
  return named ? 'icon' : null;
}
