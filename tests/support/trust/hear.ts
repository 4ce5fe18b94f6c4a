import type { ChromiumScreen } from '../browsers/chromium-screen.ts';

/**
 * Tells at once, from inside the page, whatever a status region says. A text that is looked for from outside
 * may have been said and gone with the browser before anybody looked.
 */
export async function hear(screen: ChromiumScreen, heard: (text: string) => void): Promise<void> {
  await screen.page.exposeFunction('tellTest', heard);
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
