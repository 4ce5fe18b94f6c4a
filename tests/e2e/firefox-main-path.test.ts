import { describe, it } from 'vitest';
import { timeStarts } from '../support/journey/background-start.ts';
import { statusSays } from '../support/journey/form.ts';
import { until } from '../support/wait.ts';
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

  it('would be seen asking the network for anything', async () => {
    const { browser } = workplace();
    await (await browser.panel()).run(() => void new WebSocket('ws://localhost:65500/'));
    await until('it to be noted', async () => (await browser.requests()).join().includes('localhost:65500'));
  });
});
