import { describe } from 'vitest';
import { captureFromToolbar, openPanel } from '../support/journey/panel.ts';
import { mainPath } from './main-path.ts';
import { useChromium } from './use-browser.ts';

describe('the main path in Chromium, with the real toolbar button and the real side panel', () => {
  const workplace = useChromium();

  mainPath({
    workplace,
    capture: (page) => captureFromToolbar(workplace().browser, page),
    reopen: (page) => openPanel(workplace().browser, page),
    // The browser would stop an idle worker after half a minute, were the test not attached to it.
    sleep: () => workplace().browser.killWorker(),
  });
});
