// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { all, click, get, press, show } from '../../tests/support/unit/screen.ts';
import { KeysHelp } from './KeysHelp.tsx';

function shown() {
  const singleKeys = signal(true);
  const setSingleKeys = vi.fn((on: boolean) => {
    singleKeys.value = on;
  });
  show(
    <>
      <div class="search">
        <input type="search" aria-label="Search" />
      </div>
      <KeysHelp
        keys={{
          shortcuts: async () => ({ capture: 'Alt+Shift+K', 'call-dropped': '' }),
          singleKeys,
          setSingleKeys,
        }}
      />
    </>,
  );
  return { setSingleKeys };
}
const sheet = () => document.querySelector('dialog');

test('? opens the list of keys as the browser has them now', async () => {
  shown();
  expect(press(document.body, '?')).toBe(true);
  await vi.waitFor(() => expect(sheet()?.open).toBe(true));
  await vi.waitFor(() => expect(sheet()?.textContent).toContain('Alt+Shift+K'));
  expect(sheet()?.textContent).toContain('not set');
  click(get('button', 'Close'));
  await vi.waitFor(() => expect(sheet()).toBeNull());
});

test('/ leads to the search, and neither key is taken from who is typing', () => {
  shown();
  const search = get('searchbox');
  expect(press(search, '/')).toBe(false);
  expect(press(search, '?')).toBe(false);
  expect(press(document.body, '?', { ctrlKey: true })).toBe(false);
  expect(press(document.body, '/')).toBe(true);
  expect(document.activeElement).toBe(search);
});

test('single keys can be turned off; the button still leads to the list', async () => {
  const { setSingleKeys } = shown();
  click(get('button', /Keyboard shortcuts/));
  await vi.waitFor(() => expect(sheet()).not.toBeNull());
  click(get('checkbox', 'Single keys (? and /)'));
  expect(setSingleKeys).toHaveBeenCalledWith(false);
  click(get('button', 'Close'));
  await vi.waitFor(() => expect(all('checkbox')).toEqual([]));
  expect(press(document.body, '?')).toBe(false);
});
