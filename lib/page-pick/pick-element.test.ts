// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pickElement, textOf } from './pick-element.ts';

function element(html: string): HTMLElement {
  document.body.innerHTML = html;
  const first = document.body.firstElementChild;
  if (!(first instanceof HTMLElement)) throw new Error('no element');
  return first;
}

const pressed = ['pointermove', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];

/** Where the pointer is; this document draws nothing. */
let under: Element | null = null;
function press(on: Element, button = 0): Event[] {
  under = on;
  const events = pressed.map(
    (type) => new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, button }),
  );
  for (const event of events) on.dispatchEvent(event);
  return events;
}

beforeEach(() => {
  document.body.innerHTML = '';
  document.elementFromPoint = () => under;
});

describe('what an element says', () => {
  test.each([
    ['<p>  Dana\n Lee </p>', 'Dana Lee'],
    ['<input value="(415) 555-0132">', '(415) 555-0132'],
    ['<select><option>Mr</option><option selected>Mrs</option></select>', 'Mrs'],
    ['<div></div>', null],
    [`<div>${'x'.repeat(5_000)}</div>`, 'x'.repeat(200)],
  ])('%s', (html, said) => {
    expect(textOf(element(html))).toBe(said);
  });
});

describe('pointing', () => {
  test('takes the element pressed; the page hears nothing of that press, and of the next', async () => {
    const link = element('<a href="#gone">(415) 555-0132</a>');
    const heard = vi.fn();
    for (const type of pressed.slice(1)) link.addEventListener(type, heard);
    const picking = pickElement();
    const click = press(link).at(-1);
    expect(await picking.text).toBe('(415) 555-0132');
    expect(click?.defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
    press(link);
    expect(heard).toHaveBeenCalledTimes(pressed.length - 1);
  });

  test('takes nothing for another button of the mouse', async () => {
    const picking = pickElement();
    press(element('<p>Dana Lee</p>'), 2);
    press(element('<p>Omar Haddad</p>'));
    expect(await picking.text).toBe('Omar Haddad');
  });

  test('looks into closed roots', async () => {
    const host = element('<div>what is slotted</div>');
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<input disabled value="INV-77">';
    root.elementFromPoint = () => root.firstElementChild;
    // As Firefox gives it to content scripts; Chromium has a function for it.
    Object.defineProperty(Element.prototype, 'openOrClosedShadowRoot', {
      configurable: true,
      get() {
        return this === host ? root : null;
      },
    });
    vi.resetModules();
    const { pickElement: pickAnew } = await import('./pick-element.ts');
    const picking = pickAnew();
    press(host);
    expect(await picking.text).toBe('INV-77');
  });

  test('is given up with Escape, and leaves the page as it was', async () => {
    const before = element('<p>Dana Lee</p>').ownerDocument.documentElement.outerHTML;
    const picking = pickElement();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    expect(await picking.text).toBeNull();
    expect(document.documentElement.outerHTML).toBe(before);
    const later = vi.fn();
    document.body.addEventListener('click', later);
    document.body.firstElementChild?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(later).toHaveBeenCalled();
  });

  test('ends when it is stopped', async () => {
    const picking = pickElement();
    picking.stop();
    expect(await picking.text).toBeNull();
  });
});
