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

/** Elements of ordinary names that may have a shadow root (DOM, `attachShadow`); none of them can be clobbered. */
export const plainHosts = [
  'article',
  'aside',
  'blockquote',
  'body',
  'div',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'main',
  'nav',
  'p',
  'section',
  'span',
];

/** The open shadow root of an element of an ordinary name; read directly, because a walk asks most elements. */
export function openRoot(element: Element): ShadowRoot | null {
  const root: unknown = element.shadowRoot;
  return root instanceof ShadowRoot ? root : null;
}

/** Where a link leads as it is written, links in drawings too. */
export function hrefOf(link: Element): string | null {
  return attr(link, 'href') ?? attr(link, 'xlink:href');
}

/** What microdata says in an attribute instead of on the screen (HTML, "The content attribute"). */
export function statedValue(element: Element): string | null {
  const prop = attr(element, 'itemprop');
  return prop && /(?:^|\s)(?:telephone|name|givenName|familyName)(?:\s|$)/.test(prop)
    ? attr(element, 'content')
    : null;
}
