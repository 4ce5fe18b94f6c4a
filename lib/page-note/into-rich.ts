/** Writes into contenteditable elements and the editors built on them. */
import { getter } from '../capture/page/dom.ts';
import { besideCaret, caretBehind, caretIn } from './caret.ts';
import { pasteOf } from './paste-event.ts';
import { outcomeOf, squeezed } from './taken.ts';

const textContent = getter<string>(Node.prototype, 'textContent');

/** Writes a note on a line of its own at the caret of an editor; true once the page kept it. */
export async function insertIntoRich(host: HTMLElement, text: string): Promise<boolean> {
  const caret = await caretIn(host);
  const beside = caret ? besideCaret(host, caret) : { before: false, after: false };
  const note = `${beside.before ? '\n' : ''}${text}${beside.after ? '\n' : ''}`;
  const read = () => textContent(host);
  for (const write of [paste, type]) {
    const before = read();
    if (!write(host, note)) continue;
    const outcome = await outcomeOf(read, before, text);
    if (outcome === 'taken') caretBehind(host, text);
    if (outcome !== 'ignored') return outcome === 'taken';
  }
  return false;
}

/**
 * Editors with a model of their own take plain text with line ends from a paste, as one step that can be
 * undone and that no typing rule turns into something else. True where one took the event.
 */
function paste(host: HTMLElement, note: string): boolean {
  const event = pasteOf(note);
  return event !== null && !EventTarget.prototype.dispatchEvent.call(host, event);
}

/** Where nothing takes a paste: as if typed. A line end is the one of Shift+Enter, which sends nothing. */
function type(host: HTMLElement, note: string): boolean {
  for (const [at, line] of note.split('\n').entries()) {
    if (at > 0) edit(host, 'insertLineBreak', null);
    if (line !== '') edit(host, 'insertText', line);
  }
  return squeezed(note) !== '';
}

/** Editors that write by themselves are told first and stop the event; the rest is the browser's own edit. */
function edit(host: HTMLElement, inputType: string, data: string | null): void {
  const event = new InputEvent('beforeinput', {
    bubbles: true,
    cancelable: true,
    composed: true,
    inputType,
    data,
  });
  if (!EventTarget.prototype.dispatchEvent.call(host, event)) return;
  Document.prototype.execCommand.call(document, inputType, false, data ?? undefined);
}
