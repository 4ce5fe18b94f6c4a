// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pickElement, textOf } from './pick-element.ts';

function element(html: string): HTMLElement {
  document.body.innerHTML = html;
  const first = document.body.firstElementChild;
  if (!(first instanceof HTMLElement)) throw new Error('no element');
  return first;
}

beforeEach(() => {
  document.body.innerHTML = '';
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
  test('takes the element clicked, and the page hears nothing of the click', async () => {
    const link = element('<a href="#gone">(415) 555-0132</a>');
    const clicked = vi.fn();
    link.addEventListener('click', clicked);
    const picking = pickElement();
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link.dispatchEvent(click);
    expect(await picking.text).toBe('(415) 555-0132');
    expect(click.defaultPrevented).toBe(true);
    expect(clicked).not.toHaveBeenCalled();
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
