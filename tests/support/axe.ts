import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import type { ChromiumScreen } from './browsers/chromium-screen.ts';
import { until } from './wait.ts';

export type ColourScheme = 'light' | 'dark';

/** Shows a screen as it is for people who chose this scheme. */
export async function showScheme(screen: ChromiumScreen, scheme: ColourScheme): Promise<void> {
  await screen.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  // Colours may glide from one scheme to the other, and between them nothing can be read.
  await until('the colours to have settled', () =>
    screen.run(() => document.getAnimations().every((animation) => animation.playState !== 'running')),
  );
}

/** Shows a screen in the colours of the system's contrast theme, or in its own again. */
export async function showForcedColours(screen: ChromiumScreen, on: boolean): Promise<void> {
  const cdp = await screen.page.createCDPSession();
  await cdp.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: on ? 'active' : 'none' }],
  });
  await cdp.detach();
}

/** Every accessibility rule axe knows, over the whole screen; one line for each element that breaks one. */
export async function accessibilityProblems(screen: ChromiumScreen): Promise<string[]> {
  // Evaluated by the browser's debugger, which the extension's own policy does not bind.
  return problemsOn(screen.page);
}

/** What axe looks for that is about colours, of what it looks for by itself: the rest no theme can break. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** The same of any page. @param only 'colours' where but the theme is another */
export async function problemsOn(page: Page, only?: 'colours'): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = { resultTypes: ['violations'], ...(only ? { runOnly: ofColours } : {}) };
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}: ${node.html.slice(0, 160)} (${node.failureSummary?.split('\n').pop()?.trim()})`,
    ),
  );
}
