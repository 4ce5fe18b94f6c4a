import type { Screen } from '../browsers/screen.ts';

/** What a page noted of itself; asking for it waits until it has happened. Epoch ms. */
export type Noted = () => Promise<number>;

type Notes = Record<string, Promise<number>>;
let count = 0;

async function note<Args extends unknown[]>(
  panel: Screen,
  begin: (name: string, ...args: Args) => void,
  ...args: Args
): Promise<Noted> {
  const name = `noted-${++count}`;
  await panel.run(begin, name, ...args);
  return () => panel.run((one) => (globalThis as unknown as Notes)[one] as Promise<number>, name);
}

/**
 * Has a panel note when an entry with these words stands in its list. The page itself watches for it: asking a
 * browser from outside takes longer than an entry is under way, and has the page stand still meanwhile.
 * @param words each the whole text of something in the item, or the name of a picture
 */
export function noteShown(panel: Screen, words: string[]): Promise<Noted> {
  return note(
    panel,
    (name, wanted) => {
      const isThere = () =>
        [...document.querySelectorAll('[data-callback]')].some((item) => {
          // Whole texts: an open editor tells of earlier owners, and offers every status.
          const inside = [...item.querySelectorAll(':not(option)')].map((one) =>
            one.role === 'img' ? one.ariaLabel : one.textContent.trim(),
          );
          return wanted.every((word) => inside.includes(word));
        });
      (globalThis as unknown as Notes)[name] = new Promise((resolve, reject) => {
        const look = () => {
          if (!isThere()) return;
          watch.disconnect();
          resolve(Date.now());
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
        setTimeout(() => reject(new Error(`not shown: ${wanted.join(', ')}`)), 30_000);
        look();
      });
    },
    words,
  );
}

/** Has a panel note when somebody next clicks in it or presses Enter. */
export function noteAct(panel: Screen): Promise<Noted> {
  return note(panel, (name) => {
    (globalThis as unknown as Notes)[name] = new Promise((resolve, reject) => {
      const over = new AbortController();
      const heard = (event: Event) => {
        if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
        over.abort();
        resolve(Date.now());
      };
      const how = { capture: true, signal: over.signal };
      document.addEventListener('click', heard, how);
      document.addEventListener('keydown', heard, how);
      setTimeout(() => reject(new Error('nobody did anything')), 30_000);
    });
  });
}
