import type { Chromium } from '../browsers/chromium.ts';
import { fillForm, save } from '../journey/form.ts';
import { day } from './day.ts';

/**
 * Writes the day down through the panel's own form. Each entry is written in a panel whose clock stands at
 * the time it was written down: that is how some of them come to be late.
 */
export async function writeDay(browser: Chromium): Promise<void> {
  for (const { minutesAgo, ...entry } of day) {
    const panel = await browser.openOwn(
      'sidepanel.html',
      `Date.now = ((now) => () => now() - ${minutesAgo * 60_000})(Date.now)`,
    );
    await fillForm(panel, entry);
    await save(panel);
    await panel.close();
  }
}
