/** The caret in an editable element. */
import { getter, isElement, parentNode } from '../capture/page/dom.ts';
import { squeezed } from './taken.ts';

const textContent = getter<string>(Node.prototype, 'textContent');
const lastChild = getter<Node | null>(Node.prototype, 'lastChild');

/**
 * Makes the selection a caret behind what is selected, so that nothing is replaced; one that is elsewhere goes
 * to the end of the field. Gives the place, once the editor has been told of it.
 */
export async function caretIn(host: HTMLElement): Promise<Range | null> {
  const selection = selectionAround(host);
  if (!selection) return null;
  const inside = selection.focusNode !== null && Node.prototype.contains.call(host, selection.focusNode);
  if (!inside || !selection.isCollapsed) {
    const told = nextSelectionChange();
    if (inside) selection.collapseToEnd();
    else {
      selection.selectAllChildren(host);
      selection.collapseToEnd();
    }
    await told;
  }
  return selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

/** Chromium keeps the selection inside a shadow root to that root; Firefox gives it from the document. */
function selectionAround(host: HTMLElement): Selection | null {
  const root = Node.prototype.getRootNode.call(host) as { getSelection?: () => Selection | null };
  const own = root instanceof ShadowRoot ? root.getSelection?.() : null;
  return own ?? Document.prototype.getSelection.call(document);
}

/** Editors with a model learn where the caret is from this event, which comes in a later task. */
function nextSelectionChange(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(late);
      document.removeEventListener('selectionchange', done);
      // The page's own listeners come after this one.
      setTimeout(resolve, 0);
    };
    const late = setTimeout(done, 100);
    document.addEventListener('selectionchange', done);
  });
}

/** Whether text stands on the caret's own line before it and behind it. */
export function besideCaret(host: HTMLElement, caret: Range): { before: boolean; after: boolean } {
  const block = blockAround(host, caret.startContainer);
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(caret.startContainer, caret.startOffset);
  const after = document.createRange();
  after.selectNodeContents(block);
  after.setStart(caret.endContainer, caret.endOffset);
  return { before: hasText(before) && !endsLine(before), after: hasText(after) };
}

function blockAround(host: HTMLElement, node: Node): Node {
  for (let at: Node | null = node; at && at !== host; at = parentNode(at)) {
    if (isElement(at) && !/^(inline|contents)/.test(getComputedStyle(at).display)) return at;
  }
  return host;
}

function hasText(range: Range): boolean {
  return squeezed(range.toString()) !== '';
}

function endsLine(range: Range): boolean {
  let last: Node | null = range.cloneContents();
  // What a range cuts through is cloned as empty text.
  while (last && lastChild(last)) last = lastChild(last);
  return last instanceof HTMLBRElement || (last !== null && textContent(last).endsWith('\n'));
}
