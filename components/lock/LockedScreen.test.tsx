// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import type { LockedPage } from '../../lib/stores/locked-page.ts';
import type { UnlockProblem } from '../../lib/stores/unlock-store.ts';
import { click, get, show } from '../../tests/support/unit/screen.ts';
import { LockedScreen } from './LockedScreen.tsx';

function theScreen(given: { open?: number; refused?: boolean } = {}) {
  const problem = signal<UnlockProblem>(null);
  const page = {
    store: { problem, trying: signal(false), unlock: vi.fn(async () => {}) },
    counts: signal(given.open === undefined ? null : { open: given.open, overdue: 1, today: 2 }),
    captureRefused: signal(given.refused ?? false),
    erase: vi.fn(async () => {}),
  } satisfies LockedPage;
  const root = show(<LockedScreen page={page} />);
  const field = root.querySelector<HTMLInputElement>('#passcode') as HTMLInputElement;
  return { page, problem, root, field };
}

describe('the way in', () => {
  test('has the focus, and takes the passcode with Enter', async () => {
    const { page, field, root } = theScreen();
    await vi.waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.type).toBe('password');
    field.value = 'correct horse';
    root.querySelector('form')?.requestSubmit();
    expect(page.store.unlock).toHaveBeenCalledWith('correct horse');
  });

  test.each<[UnlockProblem, RegExp]>([
    [{ why: 'wrong' }, /not right/],
    [{ why: 'wait', seconds: 4 }, /again in 4 seconds/],
    [{ why: 'damaged' }, /damaged/],
  ])('says what is wrong: %o', async (given, words) => {
    const { problem, field } = theScreen();
    problem.value = given;
    await vi.waitFor(() => expect(get('alert').textContent).toMatch(words));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toContain(get('alert').id);
  });
});

test('how much is open is said, and why nothing was captured', () => {
  const { root } = theScreen({ open: 3, refused: true });
  expect(root.textContent).toContain('3 open callbacks, 1 overdue, 2 due today');
  expect(get('status').textContent).toMatch(/Nothing was captured, because Ringback is locked/);
});

test('with the passcode forgotten everything is erased only by a second press, of another button', async () => {
  const { page } = theScreen();
  click(get('button', 'Erase everything…'));
  expect(page.erase).not.toHaveBeenCalled();
  click(get('button', 'Keep everything'));
  click(get('button', 'Erase everything…'));
  click(get('button', 'Erase it all now'));
  expect(page.erase).toHaveBeenCalledOnce();
});
