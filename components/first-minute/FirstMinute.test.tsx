// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { defaultSettings } from '../../lib/domain/settings.ts';
import type { FirstMinuteStore } from '../../lib/stores/first-minute-store.ts';
import { choose, click, get, show } from '../../tests/support/unit/screen.ts';
import { FirstMinute } from './FirstMinute.tsx';

function firstSteps(pinned: boolean | null = false, firefox = false) {
  const shown = signal(true);
  const store = {
    shown,
    settings: signal({ ...defaultSettings('US'), yourName: 'Sam' }),
    pinned: signal(pinned),
    countries: signal(['DE', 'US']),
    change: vi.fn(async () => {}),
    trySample: vi.fn(),
    done: vi.fn(async () => {
      shown.value = false;
    }),
  } satisfies FirstMinuteStore;
  show(
    <>
      <FirstMinute store={store} firefox={firefox} />
      <form class="callback-form">
        <input aria-label="Caller name" />
      </form>
    </>,
  );
  return store;
}

const strip = () => document.querySelector('section[aria-label="First steps"]');

test('the first steps ask for name and country, say that no site can be read yet, and offer a page to try', () => {
  const store = firstSteps();
  expect(strip()).not.toBeNull();
  choose(get('textbox', 'Your name'), 'Zoë');
  expect(store.change).toHaveBeenLastCalledWith({ yourName: 'Zoë' });
  choose(get('combobox', 'Default country'), 'DE');
  expect(store.change).toHaveBeenLastCalledWith({ defaultCountry: 'DE' });
  expect(document.body.textContent).toContain('No site was asked for at install.');
  click(get('button', 'Try it on a sample page'));
  expect(store.trySample).toHaveBeenCalledOnce();
});

test('put away they are gone, and the form has the keyboard', async () => {
  const store = firstSteps();
  click(get('button', 'Got it'));
  expect(store.done).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(strip()).toBeNull());
  expect(document.activeElement).toBe(get('textbox', 'Caller name'));
});

test('the hint about the icon is for who has not pinned it, in the words of the browser', () => {
  firstSteps(true);
  expect(document.body.textContent).not.toMatch(/pin/i);
  document.body.replaceChildren();
  firstSteps(false);
  const chromium = document.body.textContent;
  expect(chromium).toMatch(/pin/i);
  document.body.replaceChildren();
  firstSteps(false, true);
  expect(document.body.textContent).toMatch(/pin/i);
  expect(document.body.textContent).not.toBe(chromium);
});
