import { browser } from './browser.ts';
import { injectEverywhere, type ReadRefusal, refusalOf } from './scripting.ts';

/** What the agent pointed at; or nothing, where they gave up or the page cannot be entered. */
export type PickedText = { picked: true; text: string } | { picked: false; why: ReadRefusal | 'gave-up' };

/** Nobody points for longer than this; then the page is as it was. */
const patience = 60_000;

/** Lets the agent point at an element of a tab. Never rejects. */
export async function pickOnPage(tabId: number): Promise<PickedText> {
  try {
    const frames = (await injectEverywhere(tabId, '/page-picker.js')).map(({ frameId }) => frameId);
    const run = (frameId: number, func: () => unknown) =>
      browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func });
    const timer = setTimeout(() => stopAll(), patience);
    const stopAll = () => Promise.allSettled(frames.map((frameId) => run(frameId, stopPicking)));
    // The first frame to answer is the one that was clicked in, or in which Escape was pressed.
    const answer = await Promise.race(
      frames.map(async (frameId) => (await run(frameId, startPicking))[0]?.result),
    );
    clearTimeout(timer);
    await stopAll();
    return typeof answer === 'string' ? { picked: true, text: answer } : { picked: false, why: 'gave-up' };
  } catch (error) {
    return { picked: false, why: (await refusalOf(error, tabId)).why };
  }
}

/** These are sent into the page as text, so they stand alone. */
function startPicking(): unknown {
  return (globalThis as { ringbackPick?: () => Promise<string | null> }).ringbackPick?.();
}
function stopPicking(): void {
  (globalThis as { ringbackStopPick?: () => void }).ringbackStopPick?.();
}
