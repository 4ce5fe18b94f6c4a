import { clickAt } from '../browsers/keys.ts';
import type { Screen } from '../browsers/screen.ts';
import { until } from '../wait.ts';

/**
 * Clicks into the panel with the real mouse, so that the page loses the keyboard as it does on a desk: the
 * clicks a browser is asked for over its protocol leave it where it is.
 */
export async function giveKeyboardTo(panel: Screen, from: Screen, display: string): Promise<void> {
  const place = await panel.run(() => {
    const firefox = window as Window & { mozInnerScreenX?: number; mozInnerScreenY?: number };
    // Chromium's panel reports the browser's window, and stands at its right edge.
    const x = firefox.mozInnerScreenX ?? screenX + outerWidth - innerWidth;
    const y = firefox.mozInnerScreenY ?? screenY + outerHeight - innerHeight;
    return { x: x + innerWidth / 2, y: y + innerHeight / 2 };
  });
  await clickAt(display, place.x, place.y);
  await until('the page to have lost the keyboard', () => from.run(() => !document.hasFocus()));
}
