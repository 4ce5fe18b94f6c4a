/**
 * The elements above the leaves that are kept, each once, parents first. Built only for those: reading
 * attributes of every element of a large page would cost more than the walk.
 */
import type { Box } from '../evidence.ts';
import { ariaName } from './controls.ts';
import { attr, clean, nameOf, parentElement, previousElement } from './dom.ts';

const labelMax = 120;
const cellRoles = new Set(['cell', 'gridcell', 'columnheader', 'rowheader']);
const rowAttributes = new Set([
  'aria-rowindex',
  'data-row-index',
  'data-rowindex',
  'row-index',
  'data-index',
]);

/** Standard microformat classes (microformats.org/wiki/h-card and vCard before it) as properties. */
const microformats: Record<string, string> = {
  'p-name': 'name',
  fn: 'name',
  'p-given-name': 'givenName',
  'given-name': 'givenName',
  'p-family-name': 'familyName',
  'family-name': 'familyName',
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

export interface BoxLimits {
  boxes: number;
  /** Boxes inside each other; what is nested deeper stands in the last of them. */
  depth: number;
}

/** In place of a box, where there was no room for one. */
const noRoom = -1;

/** @param slotOf slotted node → slot, as the walk met them */
export function boxTable(slotOf: Map<Node, Element>, limits: BoxLimits): BoxTable {
  const boxes: Box[] = [];
  const depths: number[] = [];
  // Every element passed on the way up is noted, so that each is passed once, however deep the page is.
  const known = new Map<Element, number>();
  const ordinals = new Map<Element, number>();

  const parent = (node: Node): Element | null => slotOf.get(node) ?? parentElement(node);

  const boxUnder = (above: number, link: Element): number => {
    const depth = (depths[above] ?? 0) + 1;
    if (depth > limits.depth) return above;
    if (boxes.length >= limits.boxes) return noRoom;
    boxes.push(describe(link, above, ordinal(link, ordinals)));
    depths.push(depth);
    return boxes.length - 1;
  };

  const of = (element: Element): number => {
    const chain: Element[] = [];
    let above: Element | null = element;
    while (above && !known.has(above)) {
      chain.push(above);
      above = parent(above);
    }
    const start = above ? known.get(above) : undefined;
    let at = start ?? -1;
    let full = start === noRoom;
    for (const link of chain.reverse()) {
      if (!full) {
        at = boxUnder(at, link);
        full = at === noRoom;
      }
      known.set(link, at);
    }
    return at;
  };
  return { boxes, of, parent };
}

/** Elements without words: styles that components bring along, and icons, which one row has and the next has not. */
const wordless = /^(?:style|script|link|template|svg|img|picture)$|(?:^|-)icon(?:-|$)/;
const isWordless = (element: Element): boolean => wordless.test(nameOf(element));

/** Position among the parent's element children that can hold words; each sibling is stepped over once in all. */
function ordinal(element: Element, known: Map<Element, number>): number {
  const passed: Element[] = [];
  let next = 0;
  for (let here: Element | null = element; here; here = previousElement(here)) {
    const seen = known.get(here);
    if (seen !== undefined) {
      next = seen + (isWordless(here) ? 0 : 1);
      break;
    }
    passed.push(here);
  }
  for (const here of passed.reverse()) {
    known.set(here, next);
    if (!isWordless(here)) next++;
  }
  return known.get(element) ?? 0;
}

const attributeNames = Element.prototype.getAttributeNames;

function describe(element: Element, parent: number, index: number): Box {
  const tag = nameOf(element).slice(0, 40);
  const box: Box = { parent, tag, index };
  for (const name of attributeNames.call(element)) note(box, element, name);
  if (box.column === undefined) {
    if (tag === 'td' || tag === 'th') box.column = cellColumn(element);
    else if (cellRoles.has(box.role ?? '')) box.column = index;
  }
  return box;
}

/** Reads one attribute, if it says something; most elements have none that does. */
function note(box: Box, element: Element, name: string): void {
  switch (name) {
    case 'role':
      box.role = short(element, name).toLowerCase();
      break;
    case 'aria-label':
    case 'aria-labelledby': {
      const label = ariaName(element, labelMax);
      if (label) box.label = label;
      break;
    }
    case 'itemprop':
      box.prop = short(element, name);
      break;
    case 'itemtype':
      box.type = short(element, name).split(/[/#]/).pop() ?? '';
      break;
    case 'class': {
      const classes = attr(element, name) ?? '';
      // A quick look first: classes are many and long, microformats rare.
      if (/(?:^|\s)(?:h-card|vcard)(?:\s|$)/.test(classes)) box.type ??= 'Person';
      const prop = /(?:^|\s)(?:p-|u-|fn(?:\s|$)|tel(?:\s|$)|(?:given|family)-name(?:\s|$))/.test(classes)
        ? microformat(classes)
        : undefined;
      if (prop) box.prop ??= prop;
      break;
    }
    case 'aria-hidden':
      if (attr(element, name) === 'true') box.aside = true;
      break;
    case 'inert':
      box.aside = true;
      break;
    case 'aria-current':
    case 'aria-selected':
      if (attr(element, name) !== 'false') box.current = true;
      break;
    case 'contenteditable':
      if (attr(element, name) !== 'false') box.editable = true;
      break;
    case 'aria-colindex': {
      const column = whole(attr(element, name));
      if (column !== null) box.column = column;
      break;
    }
    default: {
      const row = rowAttributes.has(name) ? whole(attr(element, name)) : null;
      if (row !== null) box.row ??= row;
    }
  }
}

function short(element: Element, name: string): string {
  return (attr(element, name) ?? '').trim().slice(0, 60);
}

function microformat(classes: string): string | undefined {
  for (const name of classes.slice(0, 400).split(/\s+/)) {
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
