import { expect } from 'vitest';
import type { Screen } from '../browsers/screen.ts';

/** Starts that are timed. */
const starts = 5;
/** Longest time to the first answer, ms. */
const limit = 1_000;

/**
 * Stops the background and asks it something, several times over; prints how long each start took.
 * @param page one of our own @param stop ends the background as the browser does when it is idle
 */
export async function timeStarts(browser: string, page: Screen, stop: () => Promise<void>): Promise<void> {
  await page.run(askBackground);
  const took: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    await stop();
    took.push(await page.run(askBackground));
  }
  took.sort((a, b) => a - b);
  console.log(
    `${browser}: background start to first answer ${took.map((ms) => ms.toFixed(0)).join(', ')} ms (limit ${limit})`,
  );
  // Others on the machine make a start slower, never faster.
  expect(took[0]).toBeLessThanOrEqual(limit);
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** From asking to the answer, ms: what is no message of ours is refused without a look at the list. Stands alone. */
async function askBackground(): Promise<number> {
  const began = performance.now();
  if ((await chrome.runtime.sendMessage({ type: 'are you there' })) !== false) throw new Error('no answer');
  return performance.now() - began;
}
