/** The caret in an editable element. */
import { getter, isElement, parentNode } from '../capture/page/dom.ts';
import { squeezed } from './taken.ts';

const textContent = getter<string>(Node.prototype, 'textContent');

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
      EventTarget.prototype.removeEventListener.call(document, 'selectionchange', done);
      // The page's own listeners come after this one.
      setTimeout(resolve, 0);
    };
    const late = setTimeout(done, 100);
    EventTarget.prototype.addEventListener.call(document, 'selectionchange', done);
  });
}

/**
 * Puts the caret behind a note that has been taken. Editors that leave the selection alone while the page has
 * not the keyboard (CKEditor 5, Draft) know their caret is there, but the document does not, and the next
 * note would be set apart from the wrong line.
 */
export function caretBehind(host: HTMLElement, text: string): void {
  if (Document.prototype.hasFocus.call(document)) return;
  const walker = walkerIn(host, NodeFilter.SHOW_TEXT);
  let found: { node: Node; at: number } | null = null;
  while (walker.nextNode()) {
    const at = textContent(walker.currentNode).replaceAll('\u00a0', ' ').lastIndexOf(text);
    if (at >= 0) found = { node: walker.currentNode, at: at + text.length };
  }
  if (found) selectionAround(host)?.collapse(found.node, found.at);
}

/** Whether text stands on the caret's own line before it and behind it. */
export function besideCaret(host: HTMLElement, caret: Range): { before: boolean; after: boolean } {
  const block = blockAround(host, caret.startContainer);
  const keepsLines = /^(pre|break)/.test(getComputedStyle(host).whiteSpace);
  const walker = walkerIn(block, NodeFilter.SHOW_ALL);
  let before = '';
  let after = '';
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = shownAs(node, keepsLines);
    if (text === '') continue;
    // Where the caret stands in this very node it cuts it, else the whole node is on one side.
    const cut = node === caret.startContainer ? caret.startOffset : 0;
    if (cut === 0 && caret.comparePoint(node, 0) < 0) before += text;
    else {
      before += text.slice(0, cut);
      after += text.slice(cut);
    }
  }
  const line = { before: before.slice(before.lastIndexOf('\n') + 1), after: after.split('\n', 1)[0] ?? '' };
  return { before: squeezed(line.before) !== '', after: squeezed(line.after) !== '' };
}

function blockAround(host: HTMLElement, node: Node): Node {
  for (let at: Node | null = node; at && at !== host; at = parentNode(at)) {
    if (isElement(at) && !/^(inline|contents)/.test(getComputedStyle(at).display)) return at;
  }
  return host;
}

/** A line end in the text itself is one only where the page shows it as such. */
function shownAs(node: Node, keepsLines: boolean): string {
  if (node instanceof HTMLBRElement) return '\n';
  if (!(node instanceof Text)) return '';
  return keepsLines ? textContent(node) : textContent(node).replaceAll('\n', ' ');
}

function walkerIn(root: Node, show: number): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, show);
}
