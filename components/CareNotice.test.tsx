// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import type { CareNotice as Notice } from '../lib/stores/care-store.ts';
import { show } from '../tests/support/unit/screen.ts';
import { CareNotice } from './CareNotice.tsx';

function shown(notice: Notice | null) {
  const care = { notice: signal(notice), look: vi.fn(), later: vi.fn(), seen: vi.fn(), stop: vi.fn() };
  const [onBackUp, onRescue] = [vi.fn(), vi.fn()];
  const root = show(<CareNotice care={care} onBackUp={onBackUp} onRescue={onRescue} />);
  const press = (name: string) => {
    const found = [...root.querySelectorAll('button')].find((button) => button.textContent === name);
    if (!found) throw new Error(`no button ${name}`);
    found.click();
  };
  return { root, care, onBackUp, onRescue, press };
}

describe('how the list is kept', () => {
  test('is no word where all is well', () => {
    expect(shown(null).root.textContent).toBe('');
  });

  test.each<[Notice, RegExp]>([
    [
      { kind: 'storage', failure: 'migration' },
      /could not be brought up to date\. Nothing is lost, it is stored as it was/,
    ],
    [
      { kind: 'storage', failure: 'full' },
      /no room left, so nothing can be saved.*What you type stays in the form/,
    ],
    [{ kind: 'storage', failure: 'unavailable' }, /keeps nothing here, so nothing can be saved/],
    [{ kind: 'lost' }, /threw the list away.*import your latest backup/],
    [{ kind: 'nearly full', megabytes: 30 }, /little room left \(30 MB\)\. Make room, or saving will fail/],
  ])('is said at once and plainly: %o', (notice, words) => {
    const { root } = shown(notice);
    expect(root.querySelector('[role=alert]')?.textContent).toMatch(words);
  });

  test('where the list cannot be opened, what is stored can be saved', () => {
    const { press, onRescue } = shown({ kind: 'storage', failure: 'migration' });
    press('Save what is stored');
    expect(onRescue).toHaveBeenCalledOnce();
  });

  test('that it was lost is said until it was seen', () => {
    const { press, care } = shown({ kind: 'lost' });
    press('Dismiss');
    expect(care.seen).toHaveBeenCalledOnce();
  });

  test('a week without a backup is no alarm: it leads to one, or waits a day', () => {
    const { root, press, onBackUp, care } = shown({ kind: 'backup' });
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect(root.querySelector('section')?.getAttribute('aria-label')).toBe('How the list is kept');
    expect(root.textContent).toMatch(/^No backup for a week\. Removing Ringback would erase the list\./);
    press('Back up');
    press('Later');
    expect(onBackUp).toHaveBeenCalledOnce();
    expect(care.later).toHaveBeenCalledOnce();
  });
});
