/**
 * The elements above the leaves that are kept, each once, parents first. Built only for those: reading
 * attributes of every element of a large page would cost more than the walk.
 */
import type { Box } from '../evidence.ts';
import { ariaName } from './controls.ts';
import { attr, clean, isElement, localName, parentNode, previousElement, shadowHost } from './dom.ts';

const labelMax = 120;
const cellRoles = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);
const rowAttributes = ['aria-rowindex', 'data-row-index', 'data-rowindex', 'row-index', 'data-index'];

/** Standard microformat classes (microformats.org/wiki/h-card and vCard before it) as properties. */
const microformats: Record<string, string> = {
  'p-name': 'name',
  fn: 'name',
  'p-tel': 'telephone',
  tel: 'telephone',
  'u-email': 'email',
  'p-org': 'org',
};

export interface BoxTable {
  boxes: Box[];
  /** Index of the element's box, made with its ancestors when needed; -1 when there is no room left. */
  of(element: Element): number;
  /** Parent in the rendered tree: slot, shadow host or parent element. */
  parent(node: Node): Element | null;
}

/** @param slotOf slotted node → slot, as the walk met them */
export function boxTable(slotOf: Map<Node, Element>, max: number): BoxTable {
  const boxes: Box[] = [];
  const known = new Map<Element, number>();
  const ordinals = new Map<Element, number>();

  const parent = (node: Node): Element | null => {
    const up = slotOf.get(node) ?? parentNode(node);
    if (up instanceof ShadowRoot) return shadowHost(up);
    return isElement(up) ? up : null;
  };

  const of = (element: Element): number => {
    const chain: Element[] = [];
    let above: Element | null = element;
    while (above && !known.has(above)) {
      chain.push(above);
      above = parent(above);
    }
    let at = above ? (known.get(above) ?? -1) : -1;
    if (boxes.length + chain.length > max) return -1;
    for (const link of chain.reverse()) {
      boxes.push(describe(link, at, ordinal(link, ordinals)));
      at = boxes.length - 1;
      known.set(link, at);
    }
    return at;
  };
  return { boxes, of, parent };
}

/** Position among the parent's element children; each sibling is stepped over once in all. */
function ordinal(element: Element, known: Map<Element, number>): number {
  const passed: Element[] = [];
  let at = -1;
  for (let here: Element | null = element; here; here = previousElement(here)) {
    const seen = known.get(here);
    if (seen !== undefined) {
      at = seen;
      break;
    }
    passed.push(here);
  }
  for (const here of passed.reverse()) known.set(here, ++at);
  return at;
}

function describe(element: Element, parent: number, index: number): Box {
  const tag = localName(element).slice(0, 40);
  const box: Box = { parent, tag, index };
  if (!Element.prototype.hasAttributes.call(element)) {
    if (tag === 'td' || tag === 'th') box.column = cellColumn(element);
    return box;
  }
  const role = attr(element, 'role');
  if (role) box.role = role.trim().toLowerCase().slice(0, 40);
  const label = ariaName(element, labelMax);
  if (label) box.label = label;
  const prop = attr(element, 'itemprop') ?? microformat(element);
  if (prop) box.prop = prop.slice(0, 60);
  const type = attr(element, 'itemtype');
  if (type) box.type = (type.trim().split(/[/#]/).pop() ?? '').slice(0, 60);
  else if (/(^|\s)(h-card|vcard)(\s|$)/.test(attr(element, 'class') ?? '')) box.type = 'Person';
  if (attr(element, 'aria-hidden') === 'true' || attr(element, 'inert') !== null) box.aside = true;
  const current = attr(element, 'aria-current') ?? attr(element, 'aria-selected');
  if (current && current !== 'false') box.current = true;
  const editable = attr(element, 'contenteditable');
  if (editable !== null && editable !== 'false') box.editable = true;
  const column = whole(attr(element, 'aria-colindex'));
  if (column !== null) box.column = column;
  else if (tag === 'td' || tag === 'th') box.column = cellColumn(element);
  else if (cellRoles.has(box.role ?? '')) box.column = index;
  for (const name of rowAttributes) {
    const row = whole(attr(element, name));
    if (row !== null) {
      box.row = row;
      break;
    }
  }
  return box;
}

function microformat(element: Element): string | undefined {
  for (const name of (attr(element, 'class') ?? '').slice(0, 400).split(/\s+/)) {
    if (Object.hasOwn(microformats, name)) return microformats[name];
  }
  return undefined;
}

function whole(value: string | null): number | null {
  return value !== null && /^\d{1,7}$/.test(value) ? Number(value) : null;
}

/** Column of a table cell, counting the spans before it (at most 200: tables are not wider). */
function cellColumn(cell: Element): number {
  let column = 0;
  let before = previousElement(cell);
  for (let steps = 0; before && steps < 200; steps++, before = previousElement(before)) {
    column += Math.min(whole(attr(before, 'colspan')) ?? 1, 200);
  }
  return column;
}

/** Whether a label-sized piece of an element's own hints, cleaned. */
export function shortAttr(element: Element, name: string): string {
  return clean(attr(element, name) ?? '', labelMax);
}
