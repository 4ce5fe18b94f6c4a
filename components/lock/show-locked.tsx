import { render } from 'preact';
import { createLockedPage } from '../../lib/stores/locked-page.ts';
import { LockedScreen } from './LockedScreen.tsx';
import './lock.css';

/** Shows that it is locked, in place of the page; resolves once it is unlocked and the page may go there. */
export function showLocked(root: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const page = createLockedPage(() => {
      render(null, root);
      resolve();
    });
    render(<LockedScreen page={page} />, root);
  });
}
