/**
 * Where the focus is. A document keeps its focused element while another window, or the side panel, has the
 * keyboard: `activeElement` is the field the agent wrote in last.
 * https://html.spec.whatwg.org/multipage/interaction.html#dom-documentorshadowroot-activeelement
 */
import { getter, shadowOf } from '../capture/page/dom.ts';

const inDocument = getter<Element | null>(Document.prototype, 'activeElement');
const inShadow = getter<Element | null>(ShadowRoot.prototype, 'activeElement');
const windowIn = getter<Window | null>(HTMLIFrameElement.prototype, 'contentWindow');
const windowInObject = getter<Window | null>(HTMLObjectElement.prototype, 'contentWindow');

/** Where a frame stands, and which of its own frames has the focus. */
export interface FrameFocus {
  /** The place of each frame in the one around it, from the top; -1 for one in a shadow root. */
  path: number[];
  /** The place of the frame the focus goes into; null where it stays in this one. */
  next: number | null;
}

/** What the background needs of each frame to follow the focus to the innermost one. */
export function frameFocus(): FrameFocus {
  const path: number[] = [];
  for (let at: Window = window; at !== at.parent; at = at.parent) path.unshift(placeIn(at.parent, at));
  const inner = frameIn(focusedElement());
  return { path, next: inner && placeIn(window, inner) };
}

/** The focused element of this document, through open and closed shadow roots. */
export function focusedElement(): Element | null {
  let element = inDocument(document);
  for (;;) {
    const root = element && shadowOf(element);
    const inner = root && inShadow(root);
    if (!inner) return element;
    element = inner;
  }
}

function frameIn(element: Element | null): Window | null {
  if (element instanceof HTMLIFrameElement) return windowIn(element);
  return element instanceof HTMLObjectElement ? windowInObject(element) : null;
}

/** Frames are counted by index because that is all a frame may ask of one of another origin. */
function placeIn(parent: Window, child: Window): number {
  for (let at = 0; at < parent.length; at++) if (parent[at] === child) return at;
  return -1;
}
