import { describe, it } from 'vitest';
import { timeStarts } from '../support/journey/background-start.ts';
import { statusSays } from '../support/journey/form.ts';
import { mainPath } from './main-path.ts';
import { useFirefox } from './use-browser.ts';

describe('the main path in Firefox, with the real key and the real sidebar', () => {
  const workplace = useFirefox();

  mainPath({
    workplace,
    async capture() {
      const { browser } = workplace();
      await browser.pressCommand('capture');
      const panel = await browser.panel();
      await statusSays(panel, /^(Captured|No caller found)/);
      return panel;
    },
    // Firefox keeps the sidebar open over a restart.
    reopen: () => workplace().browser.panel(),
    sleep: async () => {},
  });

  it('its background starts within a second', async () => {
    const { browser } = workplace();
    await timeStarts('Firefox', await browser.panel(), () => browser.stopBackground());
  });
});
