import { describe } from 'vitest';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { openPanel } from '../support/journey/panel.ts';
import { insertNotePath } from './insert-note.ts';
import { useChromium } from './use-browser.ts';

describe('a note typed into the page in Chromium, beside the real side panel', () => {
  // Real windows: only there does the page lose the keyboard to the panel as it does on a desk.
  const workplace = useChromium({ headed: true });

  insertNotePath({
    workplace,
    async allow(page) {
      const panel = await openPanel(workplace().browser, page);
      // Puppeteer makes every page believe that it has the keyboard.
      await (page as ChromiumScreen).page.emulateFocusedPage(false);
      return panel;
    },
    forbidden: 'chrome://version/',
    realClicks: false,
  });
});
