/**
 * The far part of a very large page: what comes after so many numbers that no more of them can be kept.
 * Going from element to element there would cost most of the reading and find nothing that is described. So
 * its texts alone are looked at, for those that are a number and little else, and its links and fields are
 * asked for by the browser's own query; a few of these are then walked whole, with what stands around them.
 */
import { getter, isElement, nameOf, parentElement, parentNode, textOf } from './dom.ts';
import type { Pace } from './pace.ts';

export interface FarPlaces {
  /** Small elements around numbers, in document order, none inside another. */
  places: Element[];
  /** Texts looked at. */
  texts: number;
  stopped: boolean;
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

const childCount = getter<number>(Element.prototype, 'childElementCount');

/** Whether a document holds no element that may have a shadow root of its own: then texts alone tell all. */
export function isPlain(root: Element): boolean {
  const within = Document.prototype.evaluate.call(
    document,
    "boolean(//*[contains(local-name(), '-')])",
    root,
    null,
    XPathResult.BOOLEAN_TYPE,
  );
  return !within.booleanValue;
}

/** @param from the last node that was walked */
export async function farPlaces(root: Element, from: Node, pace: Pace): Promise<FarPlaces> {
  const ends = new Ends();
  const { texts, stopped } = await numbersAfter(root, from, ends, pace);
  await pace.breathe();
  const links = new Ends();
  for (const element of Document.prototype.querySelectorAll.call(document, strong)) {
    if (isAfter(from, element)) links.add(element);
  }
  const found = [...ends.all(), ...links.all()].sort((a, b) => (a === b ? 0 : isAfter(a, b) ? -1 : 1));
  const places: Element[] = [];
  for (const node of found) {
    const last = places[places.length - 1];
    if (last && Node.prototype.contains.call(last, node)) continue;
    const place = placeAround(node, from);
    if (place) places.push(place);
  }
  return { places, texts, stopped };
}

/** The first and last of many: where there are more, the page repeats itself. */
class Ends {
  private readonly first: Node[] = [];
  private readonly last: Node[] = [];
  private count = 0;

  add(node: Node): void {
    if (this.first.length < most) this.first.push(node);
    else this.last[this.count++ % most] = node;
  }

  all(): Node[] {
    return [...this.first, ...this.last];
  }
}

/** Notes the texts that are a number. */
async function numbersAfter(
  root: Element,
  from: Node,
  ends: Ends,
  pace: Pace,
): Promise<{ texts: number; stopped: boolean }> {
  const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  for (let texts = 0; ; texts++) {
    if (texts % clockEvery === 0) {
      if (pace.isOver()) return { texts, stopped: true };
      await pace.breathe();
    }
    const node = walker.nextNode();
    if (!node) return { texts, stopped: false };
    const text = textOf(node, 60);
    if (text.length < 7 || !number.test(text) || day.test(text) || !enough.test(text)) continue;
    ends.add(node);
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
