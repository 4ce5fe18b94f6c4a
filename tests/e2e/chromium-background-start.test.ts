import { describe, it } from 'vitest';
import { stopWorker } from '../support/browsers/stop-worker.ts';
import { timeStarts } from '../support/journey/background-start.ts';
import { useChromium } from './use-browser.ts';

describe('the background', () => {
  const workplace = useChromium();
  it('starts within a second', async () => {
    // Any page of ours can wake it; this one has no code of its own.
    const page = await workplace().browser.openOwn('icon/16.png');
    await timeStarts('Chromium', page, () => stopWorker(page));
  });
});
