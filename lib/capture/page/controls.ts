/** Form controls by value, and the label the page ties to each. */
import { attr, clean, isElement, nameOf, parentNode, textOf } from './dom.ts';

/** What a control shows, null for controls that show nothing (or must never be read, such as passwords). */
export interface ControlValue {
  kind: 'value' | 'choice';
  text: string;
}

const textTypes = new Set(['text', 'tel', 'email', 'number', 'search', 'url']);

function own<T>(prototype: object, property: string, on: object): T {
  return Object.getOwnPropertyDescriptor(prototype, property)?.get?.call(on) as T;
}

/** The value of an input, select or textarea as the agent sees it. */
export function controlValue(control: Element, max: number): ControlValue | null {
  if (control instanceof HTMLInputElement) {
    // The property, not the attribute: what no browser knows (type="input") is a field for text.
    if (!textTypes.has(own<string>(HTMLInputElement.prototype, 'type', control))) return null;
    return { kind: 'value', text: clean(own<string>(HTMLInputElement.prototype, 'value', control), max) };
  }
  if (control instanceof HTMLTextAreaElement) {
    const value = own<string>(HTMLTextAreaElement.prototype, 'value', control);
    return { kind: 'value', text: clean(value.slice(0, max), max) };
  }
  if (control instanceof HTMLSelectElement) {
    const at = own<number>(HTMLSelectElement.prototype, 'selectedIndex', control);
    const option = at < 0 ? null : HTMLSelectElement.prototype.item.call(control, at);
    return option && { kind: 'choice', text: shownText(option, max) };
  }
  return null;
}

/** The label tied to a control by aria, `for` or nesting; '' when none can be trusted. */
export function controlLabel(control: Element, labels: Map<string, Element[]>, max: number): string {
  const named = ariaName(control, max);
  if (named) return named;
  const id = attr(control, 'id');
  const root = Node.prototype.getRootNode.call(control);
  if (id && byId(root, id) === control) {
    // Kits reuse one id for every input: then several labels in one root claim it and none can be trusted.
    const claims = (labels.get(id) ?? []).filter((label) => Node.prototype.getRootNode.call(label) === root);
    if (claims.length === 1 && claims[0]) return shownText(claims[0], max);
  }
  let around = parentNode(control);
  for (let up = 0; up < 6 && isElement(around); up++, around = parentNode(around)) {
    if (nameOf(around) === 'label') return shownText(around, max);
  }
  return clean(attr(control, 'placeholder') ?? '', max);
}

/** aria-labelledby within the element's own root, else aria-label. */
export function ariaName(element: Element, max: number): string {
  const ids = attr(element, 'aria-labelledby');
  if (ids) {
    const root = Node.prototype.getRootNode.call(element);
    const texts = ids
      .slice(0, 400)
      .split(/\s+/, 4)
      .map((id) => {
        const target = byId(root, id);
        return target ? shownText(target, max) : '';
      });
    const text = clean(texts.join(' '), max);
    if (text) return text;
  }
  return clean(attr(element, 'aria-label') ?? '', max);
}

function byId(root: Node, id: string): Element | null {
  if (!id) return null;
  if (root instanceof Document) return Document.prototype.getElementById.call(root, id);
  return root instanceof DocumentFragment ? DocumentFragment.prototype.getElementById.call(root, id) : null;
}

/** How many text nodes of a label are read: labels are short, hostile ones are not. */
const labelNodes = 12;

/** The text of a small element, without the options of a select inside it. */
export function shownText(element: Element, max: number): string {
  const walker = Document.prototype.createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT);
  const inOption = nameOf(element) === 'option';
  let text = '';
  for (let read = 0; read < labelNodes && text.length < max && walker.nextNode(); read++) {
    const parent = parentNode(walker.currentNode);
    if (!inOption && isElement(parent) && /^(option|style|script)$/.test(nameOf(parent))) continue;
    text += ` ${textOf(walker.currentNode, max)}`;
  }
  return clean(text, max);
}
