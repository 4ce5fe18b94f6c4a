/** Writes into inputs and textareas. */
import { getter } from '../capture/page/dom.ts';
import type { Field } from './field.ts';
import { outcomeOf } from './taken.ts';

type TextField = Extract<Field, { kind: 'text' }>;
type TextElement = TextField['element'];

/** Writes a note at the caret of an input or textarea, keeping what is there; true once the page kept it. */
export async function insertIntoText({ element, lines }: TextField, text: string): Promise<boolean> {
  const prototype = lines ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  const value = getter<string>(prototype, 'value');
  const before = value(element);
  // The end of what is selected: a note never replaces anything.
  const caret = getter<number | null>(prototype, 'selectionEnd')(element) ?? before.length;
  const note = apart(lines ? text : text.replace(/\s+/g, ' '), before, caret, lines ? '\n' : ' ');
  const most = getter<number>(prototype, 'maxLength')(element);
  if (most >= 0 && before.length + note.length > most) return false;
  prototype.setSelectionRange.call(element, caret, caret);
  // A real edit: it can be undone, and the browser itself tells the page of it.
  Document.prototype.execCommand.call(document, 'insertText', false, note);
  if (value(element) === before) putIn(element, prototype, note, caret);
  return (await outcomeOf(() => value(element), before, text)) === 'taken';
}

/** The note with what keeps it apart from the text before and after it. */
function apart(note: string, value: string, caret: number, gap: string): string {
  const before = value.slice(0, caret).replace(/[^\S\n]+$/, '');
  const after = value.slice(caret).replace(/^[^\S\n]+/, '');
  const needs = gap === '\n' ? [/[^\n]$/, /^[^\n]/] : [/\S$/, /^\S/];
  const [end, start] = gap === '\n' ? [before, after] : [value.slice(0, caret), value.slice(caret)];
  return `${needs[0]?.test(end) ? gap : ''}${note}${needs[1]?.test(start) ? gap : ''}`;
}

/**
 * Where the command does nothing: the value through the browser's own method, which frameworks that shadow
 * the `value` property of an element do not notice, and then the events they listen to.
 * https://github.com/facebook/react/issues/10135
 */
function putIn(
  element: TextElement,
  prototype: typeof HTMLInputElement.prototype | typeof HTMLTextAreaElement.prototype,
  note: string,
  caret: number,
): void {
  prototype.setRangeText.call(element, note, caret, caret, 'end');
  const input = new InputEvent('input', {
    bubbles: true,
    composed: true,
    inputType: 'insertText',
    data: note,
  });
  EventTarget.prototype.dispatchEvent.call(element, input);
  EventTarget.prototype.dispatchEvent.call(element, new Event('change', { bubbles: true }));
}
