/**
 * DOM access that a page cannot clobber: `<input name="childNodes">` inside a form shadows `form.childNodes`,
 * so every property is read through its prototype's getter. The script's world is isolated, the prototypes
 * are the browser's own.
 */

/** The getter of a property as the browser has it, for any object of that kind. */
export function getter<T>(prototype: object, property: string): (on: object) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  return (on) => get?.call(on) as T;
}

export const parentNode = getter<Node | null>(Node.prototype, 'parentNode');
export const previousElement = getter<Element | null>(Element.prototype, 'previousElementSibling');
const shadowHost = getter<Element>(ShadowRoot.prototype, 'host');

/**
 * Node type and tag name are read directly, because a walk reads them of every node: what a clobbered form
 * gives instead is an element, never a number or a string.
 */
export function kindOf(node: Node): number {
  const type: unknown = node.nodeType;
  return typeof type === 'number' ? type : Node.ELEMENT_NODE;
}

/** Local tag name, "form" for a form that hides its own. */
export function nameOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : 'form';
}

/** The first `max` characters of a text node (text nodes cannot be clobbered). */
export function textOf(node: Node, max: number): string {
  const text = (node as CharacterData).data;
  return text.length <= max ? text : text.slice(0, max);
}

/** Parent in the tree of elements: out of a shadow root to its host. */
export function parentElement(node: Node): Element | null {
  const up = parentNode(node);
  if (up instanceof ShadowRoot) return shadowHost(up);
  return isElement(up) ? up : null;
}

const getAttribute = Element.prototype.getAttribute;

/** An attribute's value, null when it is not there. */
export function attr(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

export function isElement(node: Node | null): node is Element {
  return node !== null && kindOf(node) === 1;
}

type Probe = (host: Element) => ShadowRoot | null;

/** What the browser gives an extension to see closed roots, else open roots only. */
const probe: Probe = (() => {
  const api = (globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?: Probe } } }).chrome?.dom;
  if (api?.openOrClosedShadowRoot) return (host) => api.openOrClosedShadowRoot?.(host) ?? null;
  const open = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
  // Firefox offers it as a property of elements in content scripts only.
  const closed = getter<ShadowRoot | null>(Element.prototype, 'openOrClosedShadowRoot');
  return (host) => closed(host) ?? open(host);
})();

/** The shadow root of an element, open or closed. Chromium throws for elements that are no HTML elements. */
export function shadowOf(host: Element): ShadowRoot | null {
  try {
    return probe(host);
  } catch {
    return null;
  }
}

/** What is slotted into a slot; empty when its own children are shown. */
export function slotted(slot: Element): Node[] {
  return slot instanceof HTMLSlotElement ? HTMLSlotElement.prototype.assignedNodes.call(slot) : [];
}

/** One line of text: whitespace collapsed (a line break stays one), trimmed, cut. */
export function clean(text: string, max: number): string {
  const cut = text.length > max * 2 ? text.slice(0, max * 2) : text;
  // Most texts are clean already.
  if (!/\s\s|[\n\t\r\f\v]|^\s|\s$/.test(cut)) return cut.slice(0, max);
  return cut
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
    .slice(0, max);
}
