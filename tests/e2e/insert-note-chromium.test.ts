import { describe } from 'vitest';
import { openPanel } from '../support/journey/panel.ts';
import { insertNotePath } from './insert-note.ts';
import { useChromium } from './use-browser.ts';

describe('a note typed into the page in Chromium, beside the real side panel', () => {
  // Real windows: only there does the page lose the keyboard to the panel as it does on a desk.
  const workplace = useChromium({ headed: true });

  insertNotePath({
    workplace,
    allow: (page) => openPanel(workplace().browser, page),
    forbidden: 'chrome://version/',
  });
});
