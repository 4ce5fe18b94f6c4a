/**
 * One pass over a document as it is rendered: shadow roots in place of their hosts' children, slotted nodes
 * where their slot stands. A stack of native tree walkers instead of recursion: depth cannot overflow, and
 * the browser's own stepping is what a bare walk would cost.
 */
import { attr, kindOf, nameOf, shadowOf, slotted, textOf } from './dom.ts';
import type { Pace } from './pace.ts';

/** Something that may become a leaf: kept as nodes until the few that matter are known. */
export interface Find {
  node: Node;
  kind: 'text' | 'control' | 'icon' | 'tel' | 'mail';
  /** A line break stands before it. */
  line: boolean;
  /** Kept first when there are too many: digits enough for a number, headings, labels, controls, links. */
  important: boolean;
}

export interface Walked {
  finds: Find[];
  /** Slotted node → its slot; closed roots do not tell it (`assignedSlot` is null there). */
  slotOf: Map<Node, Element>;
  frames: Element[];
  /** `for` → labels. */
  labels: Map<string, Element[]>;
  nodes: number;
  stopped: boolean;
}

export interface WalkLimits {
  nodes: number;
  finds: number;
}

const skipped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'canvas',
  'video',
  'audio',
  'svg',
  'iframe',
]);
/** How many nodes between looks at the clock. */
const clockEvery = 512;
/** Seven digits of any of the usual scripts with short gaps: the least a number has. */
const enoughDigits = /[\d٠-٩۰-۹０-９](?:[^\d٠-٩۰-۹０-９]{0,4}[\d٠-٩۰-۹０-９]){6}/;
const hasAttributes = Element.prototype.hasAttributes;
const show = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;

/** Walks the tree under a root; attributes are read on elements that have some only. */
export async function walk(root: Element, limits: WalkLimits, pace: Pace): Promise<Walked> {
  const walked: Walked = {
    finds: [],
    slotOf: new Map(),
    frames: [],
    labels: new Map(),
    nodes: 0,
    stopped: false,
  };
  const state: State = { stack: [{ walker: walkerOf(root), first: null }], line: false, title: false };
  while (state.stack.length > 0) {
    steps(walked, state);
    if (pace.isOver() || walked.nodes > limits.nodes || walked.finds.length > limits.finds) {
      walked.stopped = state.stack.length > 0;
      break;
    }
    await pace.breathe();
  }
  return walked;
}

interface State {
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
      const text = textOf(node, 2000);
      if (text.length < 80 && !/\S/.test(text)) continue;
      const important =
        state.title || (text.length > 6 && /[\d٠-٩۰-۹０-９]/.test(text) && enoughDigits.test(text));
      finds.push({ node, kind: 'text', line: state.line, important });
      state.line = false;
      state.title = false;
    } else visit(node as Element, level.walker, walked, state);
  }
}

const titles = new Set(['h1', 'h2', 'h3', 'h4', 'label', 'dt', 'legend']);
const fields = new Set(['input', 'select', 'textarea']);

function visit(element: Element, walker: TreeWalker, walked: Walked, state: State): void {
  const name = nameOf(element);
  if (name === 'br') {
    state.line = true;
    return;
  }
  if (skipped.has(name)) {
    if (name === 'iframe') walked.frames.push(element);
    if (name === 'svg' || name === 'iframe') meet(element, name, walked, state);
    stepOver(walker);
    return;
  }
  if (hasAttributes.call(element) || fields.has(name)) meet(element, name, walked, state);
  if (titles.has(name)) state.title = true;
  else if (name === 'select' || name === 'textarea') stepOver(walker);
  else if (name === 'slot' || name.includes('-')) enter(element, name, walker, walked, state.stack);
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

/** Shadow root of a custom element (the closed probe on every element costs ten times the walk), slot. */
function enter(element: Element, name: string, walker: TreeWalker, walked: Walked, stack: Level[]): void {
  const shadow = name === 'slot' ? null : shadowOf(element);
  const nodes = name === 'slot' ? slotted(element) : [];
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
function meet(element: Element, name: string, walked: Walked, state: State): void {
  const kind = offerOf(element, name);
  if (kind) {
    walked.finds.push({ node: element, kind, line: state.line, important: kind !== 'icon' });
    state.line = false;
  }
  const target = name === 'label' ? attr(element, 'for') : null;
  if (target) walked.labels.set(target, [...(walked.labels.get(target) ?? []), element]);
}

function offerOf(element: Element, name: string): Find['kind'] | null {
  if (fields.has(name)) return 'control';
  if (name === 'a' || name === 'area') {
    const href = attr(element, 'href');
    if (href && /^\s*(tel|callto|sms|sip|whatsapp):/i.test(href)) return 'tel';
    if (href && /^\s*mailto:/i.test(href)) return 'mail';
  }
  const named =
    attr(element, 'aria-label') || (name === 'img' ? attr(element, 'alt') : attr(element, 'title'));
  return named ? 'icon' : null;
}
