// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { click, get, press, show } from '../../tests/support/unit/screen.ts';
import { Menu } from './Menu.tsx';

function aMenu() {
  const chosen = vi.fn();
  const root = show(
    <Menu
      label="More"
      groups={[
        [
          { label: 'One', onChoose: () => chosen('one') },
          { label: 'Two', onChoose: () => chosen('two'), disabled: true },
        ],
        [{ label: 'Three', onChoose: () => chosen('three') }],
      ]}
    />,
  );
  const items = () => [...root.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const item = (name: string) => items().find(({ textContent }) => textContent === name) as HTMLElement;
  return { chosen, items, item, button: get('button', 'More') };
}

test('opens with its first item in focus, and goes round by the arrows, Home and End', () => {
  const { button, items, item } = aMenu();
  expect(items()).toEqual([]);
  press(button, 'ArrowDown');
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(item('One'));
  press(item('One'), 'ArrowUp');
  expect(document.activeElement).toBe(item('Three'));
  press(item('Three'), 'ArrowDown');
  expect(document.activeElement).toBe(item('One'));
  press(item('One'), 'End');
  expect(document.activeElement).toBe(item('Three'));
  press(item('Three'), 'Home');
  expect(document.activeElement).toBe(item('One'));
});

test('does what is chosen and gives the focus back', () => {
  const { button, chosen, items, item } = aMenu();
  click(button);
  click(item('Three'));
  expect(chosen.mock.calls).toEqual([['three']]);
  expect(items()).toEqual([]);
  expect(document.activeElement).toBe(button);
});

test('stays open over what can do nothing now', () => {
  const { button, chosen, items, item } = aMenu();
  click(button);
  expect(item('Two').getAttribute('aria-disabled')).toBe('true');
  click(item('Two'));
  expect(chosen).not.toHaveBeenCalled();
  expect(items()).toHaveLength(3);
});

test('closes by Escape, Tab and a press elsewhere; Escape goes no further', () => {
  const { button, items, item } = aMenu();
  const heard = vi.fn();
  document.addEventListener('keydown', heard, { once: true });
  click(button);
  press(item('One'), 'Escape');
  expect([items(), document.activeElement]).toEqual([[], button]);
  expect(heard).not.toHaveBeenCalled();
  document.removeEventListener('keydown', heard);
  click(button);
  press(item('One'), 'Tab');
  expect(items()).toEqual([]);
  click(button);
  act(() => {
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  });
  expect(items()).toEqual([]);
});
