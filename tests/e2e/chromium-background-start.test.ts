import { describe, expect, it } from 'vitest';
import type { ChromiumScreen } from '../support/browsers/chromium-screen.ts';
import { stopWorker } from '../support/browsers/stop-worker.ts';
import { useChromium } from './use-browser.ts';

/** Starts that are timed. */
const starts = 5;

describe('the background', () => {
  const workplace = useChromium();
  it('starts within a second', async () => {
    const { browser } = workplace();
    // Any page of ours can wake it; this one has no code of its own.
    const page: ChromiumScreen = await browser.openOwn('icon/16.png');
    await page.run(askBackground);
    const took: number[] = [];
    for (let start = 0; start < starts; start += 1) {
      await stopWorker(page);
      took.push(await page.run(askBackground));
    }
    took.sort((a, b) => a - b);
    console.log(`background start to first answer: ${took.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    // Others on the machine make a start slower, never faster.
    expect(took[0]).toBeLessThanOrEqual(1_000);
  });
});

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** From asking to the answer, ms: what is no message of ours is refused without a look at the list. Stands alone. */
async function askBackground(): Promise<number> {
  const began = performance.now();
  if ((await chrome.runtime.sendMessage({ type: 'are you there' })) !== false) throw new Error('no answer');
  return performance.now() - began;
}
