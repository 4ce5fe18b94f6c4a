/**
 * One pass over a document as it is rendered: shadow roots in place of their hosts' children, slotted nodes
 * where their slot stands. Own stack instead of recursion, so depth cannot overflow; stops at the limits.
 */
import { attr, firstChild, localName, nextSibling, nodeType, shadowOf, slotted, textOf } from './dom.ts';

/** Something that may become a leaf: kept as nodes until the few that matter are known. */
export interface Find {
  node: Node;
  /** The element the find stands in (in the flat tree). */
  element: Element;
  kind: 'text' | 'control' | 'icon' | 'tel' | 'mail';
  line: boolean;
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

export interface Limits {
  /** `performance.now()` at which the walk ends. */
  deadline: number;
  nodes: number;
  finds: number;
  /** Milliseconds of work after which the walk lets the page breathe. */
  slice: number;
}

const skipped = new Set(['script', 'style', 'noscript', 'template', 'head', 'canvas', 'video', 'audio']);
const controls = new Set(['input', 'select', 'textarea']);
/** How often the clock is read. */
const clockEvery = 512;

/** Lets the page run: a task of ours never lasts longer than the slice. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Walks from a root. Costs two or three getter calls a node; attributes are read on few elements. */
export async function walk(root: Node, limits: Limits): Promise<Walked> {
  const walked: Walked = {
    finds: [],
    slotOf: new Map(),
    frames: [],
    labels: new Map(),
    nodes: 0,
    stopped: false,
  };
  const stack: Frame[] = [{ node: root, element: root as Element, rest: null, at: 0 }];
  let sliceEnd = performance.now() + limits.slice;
  let line = false;

  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { node } = frame;
    // The rest of this level first onto the stack, so that the node's own subtree comes before it.
    const next = frame.rest ? (frame.rest[frame.at] ?? null) : node === root ? null : nextSibling(node);
    if (next) stack.push({ node: next, element: frame.element, rest: frame.rest, at: frame.at + 1 });

    if (++walked.nodes % clockEvery === 0) {
      const now = performance.now();
      if (now > limits.deadline || walked.nodes > limits.nodes || walked.finds.length > limits.finds) {
        walked.stopped = true;
        break;
      }
      if (now > sliceEnd) {
        await breathe();
        sliceEnd = performance.now() + limits.slice;
      }
    }

    const type = nodeType(node);
    if (type === 3) {
      // A short look is enough: markup's own white space is short, or starts a text that matters.
      if (/\S/.test(textOf(node, 200))) {
        walked.finds.push({ node, element: frame.element, kind: 'text', line });
        line = false;
      }
      continue;
    }
    if (type !== 1) continue;
    const element = node as Element;
    const name = localName(element);
    if (skipped.has(name)) continue;
    if (name === 'br') {
      line = true;
      continue;
    }
    line = meet(element, name, walked, line);
    if (controls.has(name) || name === 'iframe' || name === 'svg') continue;
    descend(element, name, walked, stack);
  }
  return walked;
}

/** A node still to be visited: with the list it comes from when that is a slot's. */
interface Frame {
  node: Node;
  element: Element;
  rest: Node[] | null;
  at: number;
}

/** Notes what an element itself offers. Returns whether a line break is still pending. */
function meet(element: Element, name: string, walked: Walked, line: boolean): boolean {
  const add = (kind: Find['kind']): boolean => {
    walked.finds.push({ node: element, element, kind, line });
    return false;
  };
  if (controls.has(name)) return add('control');
  if (name === 'iframe' || name === 'frame') walked.frames.push(element);
  else if (name === 'label') {
    const target = attr(element, 'for');
    if (target) walked.labels.set(target, [...(walked.labels.get(target) ?? []), element]);
  } else if (name === 'a' || name === 'area') {
    const href = attr(element, 'href');
    if (href && /^\s*(tel|callto|sms|sip|whatsapp):/i.test(href)) return add('tel');
    if (href && /^\s*mailto:/i.test(href)) return add('mail');
  }
  const named =
    attr(element, 'aria-label') || (name === 'img' ? attr(element, 'alt') : attr(element, 'title'));
  return named ? add('icon') : line;
}

function descend(element: Element, name: string, walked: Walked, stack: Frame[]): void {
  // Custom-element names only for the closed probe: on every element it costs ten times the walk.
  const shadow = name.includes('-') ? shadowOf(element) : null;
  if (name === 'slot') {
    const nodes = slotted(element);
    const first = nodes[0];
    if (first) {
      for (const node of nodes) walked.slotOf.set(node, element);
      stack.push({ node: first, element, rest: nodes, at: 1 });
      return;
    }
  }
  const child = firstChild(shadow ?? element);
  if (child) stack.push({ node: child, element, rest: null, at: 0 });
}
