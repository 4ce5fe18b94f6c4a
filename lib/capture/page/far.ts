/**
 * The far part of a very large page: what comes after so many numbers that no more of them can be kept.
 * Going from element to element there would cost most of the reading and find nothing that is described. So
 * its texts alone are looked at, for those that are a number and little else, and its links and fields are
 * asked for by the browser's own query; a few of these are then walked whole, with what stands around them.
 * Shadow roots in it, which no query enters, are gone through node by node.
 */
import {
  getter,
  isElement,
  kindOf,
  nameOf,
  openRoot,
  parentElement,
  parentNode,
  plainHosts,
  shadowOf,
  textOf,
} from './dom.ts';
import type { Pace } from './pace.ts';

export interface FarPlaces {
  /** Small elements around numbers, none inside another: those of the page's own tree first, in its order. */
  places: Element[];
  /** Elements that show another document. */
  frames: Element[];
  /** Texts looked at, and all nodes in shadow roots. */
  nodes: number;
  stopped: boolean;
}

/** What is left of a tree: everything after a node of it, or inside that node. */
export interface Rest {
  /** Where its walk began: an element, a shadow root, a slotted node. */
  scope: Node;
  from: Node;
}

/** Numbers, and links and fields of numbers, that are looked at from either end of the far part. */
const most = 8;
/** How many texts between looks at the clock. */
const clockEvery = 1024;
/** How far up, and how large, the element around a number may be. */
const around = { levels: 5, children: 12, elements: 40 };

const strong =
  'a[href^="tel:" i],a[href^="callto:" i],a[href^="sms:" i],input[type="tel" i],[itemprop="telephone"],h1';
/** A text that is a number and nothing else, and no day. */
const number = /^\s*[+(]?[\d٠-٩۰-۹０-９][\d٠-٩۰-۹０-９\s().\-/\u2010-\u2015]{6,24}$/;
const day = /^\s*(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4})/;
const enough = /(?:[\d٠-٩۰-۹０-９][^\d٠-٩۰-۹０-９]*){7}/;

/**
 * Hosts are asked for by their own names. Roots on ordinary elements this far down are left: each name costs a
 * look at every element, and few pages attach any.
 */
const ownNames = "descendant-or-self::*[contains(local-name(), '-')]";
/** Nodes gone through, or hosts asked, between looks at the clock. */
const nodesEvery = 256;

const childCount = getter<number>(Element.prototype, 'childElementCount');

/** @param rests what is left of each tree the walk is in, innermost first */
export async function farPlaces(rests: readonly Rest[], pace: Pace): Promise<FarPlaces> {
  const far = new Far(pace);
  const roots: ShadowRoot[] = [];
  for (const rest of rests) roots.push(...(await far.query(rest)));
  for (let root = roots.shift(); root && !far.stopped; root = roots.shift()) {
    roots.push(...(await far.goThrough(root)));
  }
  const places: Element[] = [];
  for (const { node, from } of [...far.inTrees, ...far.inRoots.all()]) {
    const last = places[places.length - 1];
    if (last && Node.prototype.contains.call(last, node)) continue;
    const place = placeAround(node, from);
    if (place) places.push(place);
  }
  return { places, frames: far.frames, nodes: far.nodes, stopped: far.stopped };
}

/** A number, and the node its tree was walked to. */
interface Found {
  node: Node;
  from: Node;
}

class Far {
  readonly inTrees: Found[] = [];
  readonly inRoots = new Ends<Found>();
  readonly frames: Element[] = [];
  nodes = 0;
  stopped = false;
  private readonly pace: Pace;

  constructor(pace: Pace) {
    this.pace = pace;
  }

  /** Notes the numbers in the rest of a tree; gives the shadow roots that hang on it. */
  async query({ scope, from }: Rest): Promise<ShadowRoot[]> {
    if (!isElement(scope) && !(scope instanceof ShadowRoot)) return [];
    const texts = await this.numbersAfter(scope, from);
    await this.pace.breathe();
    const links = new Ends<Node>();
    for (const element of after(from, queryAll(scope, strong))) links.add(element);
    const both = [...texts.all(), ...links.all()];
    both.sort((a, b) => (a === b ? 0 : isAfter(a, b) ? -1 : 1));
    for (const node of both) this.inTrees.push({ node, from });
    this.frames.push(...framesIn(scope));
    await this.pace.breathe();
    return this.rootsOf(after(from, namedIn(scope)));
  }

  /** Notes the numbers in a shadow root; gives the roots inside it. */
  async goThrough(root: ShadowRoot): Promise<ShadowRoot[]> {
    const inside: ShadowRoot[] = [];
    const walker = Document.prototype.createTreeWalker.call(document, root, shown);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (++this.nodes % nodesEvery === 0 && !(await this.hasTime())) break;
      if (kindOf(node) === 3) {
        if (isNumber(node)) this.inRoots.add({ node, from: root });
        continue;
      }
      const element = node as Element;
      const name = nameOf(element);
      const isHost = plainHosts.includes(name);
      const shadow = name.includes('-') ? shadowOf(element) : isHost ? openRoot(element) : null;
      if (shadow) inside.push(shadow);
      else if (!isHost && strongNames.has(name) && Element.prototype.matches.call(element, strong)) {
        this.inRoots.add({ node, from: root });
      } else if (framingNames.has(name)) this.frames.push(element);
    }
    return inside;
  }

  private async rootsOf(hosts: Element[]): Promise<ShadowRoot[]> {
    const roots: ShadowRoot[] = [];
    for (const [at, host] of hosts.entries()) {
      if (at % nodesEvery === 0 && !(await this.hasTime())) break;
      const root = shadowOf(host);
      if (root) roots.push(root);
    }
    return roots;
  }

  /** Notes the texts that are a number. */
  private async numbersAfter(scope: Node, from: Node): Promise<Ends<Node>> {
    const ends = new Ends<Node>();
    const walker = Document.prototype.createTreeWalker.call(document, scope, NodeFilter.SHOW_TEXT);
    walker.currentNode = from;
    for (let texts = 0; ; texts++) {
      if (texts % clockEvery === 0 && !(await this.hasTime())) return ends;
      const node = walker.nextNode();
      if (!node) return ends;
      this.nodes++;
      if (isNumber(node)) ends.add(node);
    }
  }

  /** Lets the page run when it is due; false once the time is up. */
  private async hasTime(): Promise<boolean> {
    if (this.stopped || this.pace.isOver()) {
      this.stopped = true;
      return false;
    }
    await this.pace.breathe();
    return true;
  }
}

const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
/** Names the elements of `strong` have; microdata on others is not worth a look at every element. */
const strongNames = new Set(['a', 'input', 'h1']);
const framingNames = new Set(['iframe', 'frame', 'object', 'embed']);

function isNumber(node: Node): boolean {
  const text = textOf(node, 60);
  return text.length >= 7 && number.test(text) && !day.test(text) && enough.test(text);
}

function queryAll(scope: Element | ShadowRoot, selector: string): NodeListOf<Element> {
  return scope instanceof ShadowRoot
    ? DocumentFragment.prototype.querySelectorAll.call(scope, selector)
    : Element.prototype.querySelectorAll.call(scope, selector);
}

/** Asked for by name, which the browser answers without matching anything. */
function framesIn(scope: Element | ShadowRoot): Element[] {
  if (scope instanceof ShadowRoot) return [...queryAll(scope, [...framingNames].join())];
  return [...framingNames].flatMap((name) => [...Element.prototype.getElementsByTagName.call(scope, name)]);
}

const childrenOf = getter<HTMLCollection>(DocumentFragment.prototype, 'children');

/** Elements whose name a page made up, in document order; XPath alone can ask for them, and takes no shadow root. */
function namedIn(scope: Element | ShadowRoot): Element[] {
  const named: Element[] = [];
  const starts = scope instanceof ShadowRoot ? [...childrenOf(scope)] : [scope];
  for (const start of starts) {
    const found = Document.prototype.evaluate.call(
      document,
      ownNames,
      start,
      null,
      XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    );
    for (let at = 0; at < found.snapshotLength; at++) {
      const node = found.snapshotItem(at);
      if (isElement(node)) named.push(node);
    }
  }
  return named;
}

/** Those of a list in document order that come after a node: looking at each would cost its siblings each time. */
function after(from: Node, list: ArrayLike<Element>): Element[] {
  let low = 0;
  for (let high = list.length; low < high; ) {
    const middle = (low + high) >> 1;
    const element = list[middle];
    if (element && isAfter(from, element)) high = middle;
    else low = middle + 1;
  }
  const found: Element[] = [];
  for (let at = low; at < list.length; at++) {
    const element = list[at];
    if (element) found.push(element);
  }
  return found;
}

/** The first and last of many: where there are more, the page repeats itself. */
class Ends<T> {
  private readonly first: T[] = [];
  private readonly last: T[] = [];
  private count = 0;

  add(one: T): void {
    if (this.first.length < most) this.first.push(one);
    else this.last[this.count++ % most] = one;
  }

  all(): T[] {
    const turn = this.count > most ? this.count % most : 0;
    return [...this.first, ...this.last.slice(turn), ...this.last.slice(0, turn)];
  }
}

function isAfter(before: Node, node: Node): boolean {
  const place = Node.prototype.compareDocumentPosition.call(before, node);
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The largest small element around a node that was not walked, null where none is shown. */
function placeAround(node: Node, walked: Node): Element | null {
  let place = isElement(node) ? node : parentElement(node);
  if (!place || /^(?:script|style|noscript|option|textarea)$/.test(nameOf(place))) return null;
  for (let up = 0; up < around.levels; up++) {
    const above = parentNode(place);
    if (!isElement(above) || childCount(above) > around.children) break;
    if (Element.prototype.getElementsByTagName.call(above, '*').length > around.elements) break;
    // What was walked already would be told twice.
    if (Node.prototype.contains.call(above, walked)) break;
    place = above;
  }
  return place;
}
