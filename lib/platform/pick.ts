import { browser } from './browser.ts';
import { injectEverywhere, type ReadRefusal, refusalOf } from './scripting.ts';

/** What the agent pointed at; or nothing, where they gave up or the page cannot be entered. */
export type PickedText = { picked: true; text: string } | { picked: false; why: ReadRefusal | 'gave-up' };

/** Nobody points for longer than this; then the page is as it was. */
const patience = 60_000;

/** Lets the agent point at an element of a tab. Never rejects. */
export async function pickOnPage(tabId: number): Promise<PickedText> {
  let frames: number[] = [];
  const run = (frameId: number, func: () => unknown) =>
    browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func });
  const stopAll = () => Promise.allSettled(frames.map((frameId) => run(frameId, stopPicking)));
  const timer = setTimeout(stopAll, patience);
  try {
    frames = (await injectEverywhere(tabId, '/page-picker.js')).map(({ frameId }) => frameId);
    // The first frame to answer is the one that was pressed in, or in which Escape was; one that is gone is none.
    const answer = await Promise.any(
      frames.map(async (frameId) => {
        const [ran] = await run(frameId, startPicking);
        if (ran?.result === undefined) throw new Error('the frame is gone');
        return ran.result;
      }),
    );
    return typeof answer === 'string' ? { picked: true, text: answer } : { picked: false, why: 'gave-up' };
  } catch (error) {
    const [first] = error instanceof AggregateError ? error.errors : [error];
    return { picked: false, why: (await refusalOf(first, tabId)).why };
  } finally {
    clearTimeout(timer);
    await stopAll();
  }
}

/** These are sent into the page as text, so they stand alone. */
function startPicking(): unknown {
  return (globalThis as { ringbackPick?: () => Promise<string | null> }).ringbackPick?.();
}
function stopPicking(): void {
  (globalThis as { ringbackStopPick?: () => void }).ringbackStopPick?.();
}
