// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { show } from '../tests/support/unit/screen.ts';
import { Later } from './Later.tsx';

test('the page stands without it, and it comes once', async () => {
  const load = vi.fn(async () => <p>Back up your list</p>);
  const root = show(<Later load={load} />);
  expect(root.textContent).toBe('');
  await vi.waitFor(() => expect(root.textContent).toBe('Back up your list'));
  expect(load).toHaveBeenCalledOnce();
});
