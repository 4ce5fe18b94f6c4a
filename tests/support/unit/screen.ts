import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';

/** What carries each role on our screens; the browser's own mapping, as far as we use it. */
const selectors = {
  button: 'button:not([role]), summary',
  menuitem: '[role=menuitem]',
  textbox: 'input:not([type]), input[type=text], input[type=tel], input[type=url], textarea',
  searchbox: 'input[type=search]',
  spinbutton: 'input[type=number]',
  checkbox: 'input[type=checkbox]',
  combobox: 'select, input[list]',
  time: 'input[type=time]',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  list: 'ul',
  listitem: 'li',
  group: 'fieldset',
  status: '[role=status]',
  alert: '[role=alert]',
} as const;
export type Role = keyof typeof selectors;

/** Renders into the document, as a page does, and takes it away when the test ends. */
export function show(screen: ComponentChild): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  act(() => render(screen, root));
  onTestFinished(() => {
    act(() => render(null, root));
    root.remove();
  });
  return root;
}

const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** The name a screen reader says: the label given, the label tied to it, or its own text. */
export function nameOf(element: Element): string {
  const given = element.getAttribute('aria-label');
  if (given !== null) return squeeze(given);
  const tied = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
  if (tied) return squeeze(tied.textContent);
  const around = element.closest('label');
  if (around && around !== element) return squeeze(around.textContent);
  if (element.tagName === 'FIELDSET') return squeeze(element.querySelector('legend')?.textContent);
  return squeeze(element.textContent);
}

/** All of a role, with that name where one is asked for, within `scope`. */
export function all<E extends HTMLElement = HTMLElement>(
  role: Role,
  name?: string | RegExp,
  scope: ParentNode = document,
): E[] {
  return [...scope.querySelectorAll<E>(selectors[role])].filter((element) => {
    if (name === undefined) return true;
    return typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element));
  });
}

/** The one element of that role and name. @throws where there is none, or more than one */
export function get<E extends HTMLElement = HTMLElement>(
  role: Role,
  name?: string | RegExp,
  scope: ParentNode = document,
): E {
  const found = all<E>(role, name, scope);
  const [only] = found;
  if (found.length === 1 && only) return only;
  const names = all(role, undefined, scope).map(nameOf);
  throw new Error(`${found.length} of role ${role} are named ${name}. There are: ${names.join(' | ')}`);
}

export const field = (name: string | RegExp, scope?: ParentNode) =>
  get<HTMLInputElement>('textbox', name, scope);
export const says = (scope: ParentNode = document) =>
  squeeze(scope.querySelector('[role=status]')?.textContent);
/** What a control is described by: hints and problems. */
export function described(element: Element): string {
  const id = element.getAttribute('aria-describedby');
  return squeeze(id === null ? '' : document.getElementById(id)?.textContent);
}

export function click(element: HTMLElement): void {
  act(() => element.click());
}

/** Types as an agent does: the field holds the text, then hears of it. */
export function type(element: HTMLElement, text: string): void {
  act(() => {
    (element as HTMLInputElement).value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Chooses a value that is kept on change: a select, a time, an option. */
export function choose(element: HTMLElement, value: string): void {
  act(() => {
    (element as HTMLInputElement).value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** Presses a key; true where the page took it for itself. */
export function press(element: HTMLElement, key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  act(() => {
    element.dispatchEvent(event);
  });
  return event.defaultPrevented;
}

export function leave(element: HTMLElement): void {
  act(() => {
    element.dispatchEvent(new FocusEvent('blur'));
    element.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });
}
