import type { Screen } from '../browsers/screen.ts';

/** More controls than any screen of the tests has. */
const most = 150;

/** Presses Tab until the control of this name has the focus, as somebody without a mouse does. */
export async function tabTo(screen: Screen, name: string): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await screen.press('Tab');
    if ((await focused(screen)) === name) return;
  }
  throw new Error(`no control named "${name}" is reached with Tab; the last was "${await focused(screen)}"`);
}

/** The name of what has the focus. */
function focused(screen: Screen): Promise<string> {
  return screen.run(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0]?.textContent;
    const name = element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    return name.replace(/\s+/g, ' ').trim();
  });
}
