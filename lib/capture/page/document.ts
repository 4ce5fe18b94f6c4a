/** What a document says as a whole, asked of its prototypes: a page's own fields may be called anything. */
import { attr, clean, isElement, nameOf, textOf } from './dom.ts';

/** The title, whatever an element of the page called `title` says. */
export function documentTitle(): string {
  return Object.getOwnPropertyDescriptor(Document.prototype, 'title')?.get?.call(document) ?? '';
}

/** The element the agent is in, of this document. */
export function deepFocus(): Element | null {
  return Object.getOwnPropertyDescriptor(Document.prototype, 'activeElement')?.get?.call(document) ?? null;
}

/** The selected text, without layout (a Range's own text, not the rendered one). @param most characters of it */
export function selectedText(most: number): string {
  const selection = Document.prototype.getSelection.call(document);
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  const parent = range.commonAncestorContainer;
  if (isElement(parent) && /^(html|body)$/.test(nameOf(parent))) return '';
  return clean(range.toString().slice(0, most), most);
}

/** Whether the page around this frame hides it, as far as that page may be asked. */
export function frameHidden(): boolean {
  try {
    const frame = window.frameElement;
    return frame !== null && !Element.prototype.checkVisibility.call(frame, { visibilityProperty: true });
  } catch {
    return false;
  }
}

/** The writing area of a rich text editor: what stands there is the agent's own draft. */
export function isEditor(): boolean {
  if (window.top === window) return false;
  const mode = Object.getOwnPropertyDescriptor(Document.prototype, 'designMode')?.get?.call(document);
  const body = document.querySelector('body');
  const editable = body ? attr(body, 'contenteditable') : null;
  return mode === 'on' || (editable !== null && editable !== 'false');
}

/** Blocks of JSON-LD at most, and characters of each. */
const most = { blocks: 5, length: 20_000 };

/** What the page says of itself to machines, as it stands there. */
export function jsonLd(): string[] {
  const scripts = Document.prototype.querySelectorAll.call(document, 'script[type="application/ld+json"]');
  const blocks: string[] = [];
  for (let at = 0; at < Math.min(scripts.length, most.blocks); at++) {
    const text = scripts[at]?.firstChild;
    // Cut JSON is no JSON: a block over the limit is left out.
    const block = text ? textOf(text, most.length + 1) : '';
    if (block && block.length <= most.length) blocks.push(block);
  }
  return blocks;
}
