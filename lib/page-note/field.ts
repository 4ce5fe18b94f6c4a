/** What kind of field has the focus, and whether a note may be written into it. */
import { ariaName } from '../capture/page/controls.ts';
import { attr, clean, getter, parentNode } from '../capture/page/dom.ts';

export type Field =
  | { kind: 'text'; element: HTMLInputElement | HTMLTextAreaElement; lines: boolean }
  | { kind: 'rich'; element: HTMLElement };

export type NoField = 'no-field' | 'read-only';

const typeOf = getter<string>(HTMLInputElement.prototype, 'type');
const editable = getter<boolean>(HTMLElement.prototype, 'isContentEditable');
const designMode = getter<string>(Document.prototype, 'designMode');
const bodyOf = getter<HTMLElement | null>(Document.prototype, 'body');
const textContent = getter<string>(Node.prototype, 'textContent');
const labelsOf = getter<NodeListOf<HTMLLabelElement> | null>(HTMLInputElement.prototype, 'labels');
const labelsOfArea = getter<NodeListOf<HTMLLabelElement>>(HTMLTextAreaElement.prototype, 'labels');

/** The field around the focused element, or why it is none. */
export function fieldAt(focused: Element | null): Field | NoField {
  const field = plainField(focused) ?? richField(focused);
  return field === null ? 'no-field' : takesText(field) ? field : 'read-only';
}

/**
 * A note belongs in `text` and nowhere else of the input types: a password must never get it, addresses,
 * numbers and dates would be spoilt by it, and a search would look for it instead of keeping it.
 */
function plainField(focused: Element | null): Field | null {
  if (focused instanceof HTMLTextAreaElement) return { kind: 'text', element: focused, lines: true };
  if (!(focused instanceof HTMLInputElement) || typeOf(focused) !== 'text') return null;
  return attr(focused, 'role') === 'searchbox' ? null : { kind: 'text', element: focused, lines: false };
}

function richField(focused: Element | null): Field | null {
  if (designMode(document) === 'on') {
    const body = bodyOf(document);
    return body && { kind: 'rich', element: body };
  }
  if (!isEditable(focused)) return null;
  let host: HTMLElement = focused;
  for (let above = parentNode(host); isEditable(above); above = parentNode(above)) host = above;
  return { kind: 'rich', element: host };
}

function isEditable(node: Node | null): node is HTMLElement {
  return node instanceof HTMLElement && editable(node);
}

function takesText({ element }: Field): boolean {
  return !(
    Element.prototype.matches.call(element, ':disabled') ||
    attr(element, 'readonly') !== null ||
    attr(element, 'aria-readonly') === 'true' ||
    attr(element, 'aria-disabled') === 'true'
  );
}

/** What the page calls the field; '' where it has no name. */
export function labelOf({ element }: Field, max = 60): string {
  const named = ariaName(element, max);
  if (named) return named;
  const labels =
    element instanceof HTMLInputElement
      ? labelsOf(element)
      : element instanceof HTMLTextAreaElement
        ? labelsOfArea(element)
        : null;
  // Kits reuse one id for every input: then several labels claim it and none can be trusted.
  const label = labels?.length === 1 ? labels.item(0) : null;
  const text = label ? textContent(label).slice(0, 500) : '';
  return clean(text, max) || clean(attr(element, 'placeholder') ?? '', max);
}
