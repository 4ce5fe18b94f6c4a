import { setTimeout as pause } from 'node:timers/promises';
import { ChromiumScreen } from '../browsers/chromium-screen.ts';
import type { Screen } from '../browsers/screen.ts';

/**
 * Tells whatever a status region says. A text that is looked for from outside may have been said and gone with the
 * browser before anybody looked: it is noted inside the page, which in Chromium tells at once, and in Firefox, which
 * has no way to, is asked all the time; what it said in its last few milliseconds is not heard then.
 */
export async function hear(screen: Screen, heard: (text: string) => void): Promise<void> {
  if (screen instanceof ChromiumScreen) await screen.page.exposeFunction('tellTest', heard);
  else {
    await screen.run(() => {
      const kept = globalThis as unknown as { said: string[]; tellTest(text: string): void };
      kept.said = [];
      kept.tellTest = (text) => kept.said.push(text);
    });
    void keepAsking(screen, heard);
  }
  await screen.run(() => {
    const { tellTest } = globalThis as unknown as { tellTest(text: string): void };
    const said = new WeakMap<Element, string>();
    const look = () => {
      for (const region of document.querySelectorAll('[role=status]')) {
        const text = region.textContent ?? '';
        if (said.get(region) === text) continue;
        said.set(region, text);
        tellTest(text);
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** Ends with the page. */
async function keepAsking(screen: Screen, heard: (text: string) => void): Promise<void> {
  try {
    for (;;) {
      const texts = await screen.run(() => (globalThis as unknown as { said: string[] }).said.splice(0));
      for (const text of texts) heard(text);
      await pause(10);
    }
  } catch {
    // The browser is gone, or the page.
  }
}
