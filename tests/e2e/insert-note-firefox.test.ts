import { describe } from 'vitest';
import { statusSays } from '../support/journey/form.ts';
import { insertNotePath } from './insert-note.ts';
import { useFirefox } from './use-browser.ts';

describe('a note typed into the page in Firefox, beside the real sidebar', () => {
  const workplace = useFirefox();

  insertNotePath({
    workplace,
    async allow() {
      const { browser } = workplace();
      await browser.pressCommand('capture');
      const panel = await browser.panel();
      await statusSays(panel, /^(Captured|No caller found)/);
      return panel;
    },
    forbidden: 'about:support',
    realClicks: true,
  });
});
