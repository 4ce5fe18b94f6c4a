import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ColourScheme, showScheme } from '../axe.ts';
import type { ChromiumScreen } from '../browsers/chromium-screen.ts';
import { outputDir } from '../paths.ts';

/** Firefox's sidebar as it first opens, the narrowest that is promised, and Chromium's. */
const widths = [240, 320, 400];
const schemes: ColourScheme[] = ['light', 'dark'];
const directory = join(outputDir, 'screenshots');

/** The panel in one state, in every width and scheme. */
export async function takePanel(panel: ChromiumScreen, state: string): Promise<void> {
  for (const width of widths) await takeAt(panel, `panel-${state}-${width}`, width);
  await panel.page.setViewport(null);
}

/** A page of the extension in both schemes, as wide as it wants to be, or as wide as said. */
export async function takeAt(
  screen: ChromiumScreen,
  name: string,
  width?: number,
  shown = schemes,
): Promise<void> {
  for (const scheme of shown) {
    await showScheme(screen, scheme);
    if (width !== undefined) {
      await screen.page.setViewport({ width, height: 700 });
      // As tall as what it shows, so that nothing hides below the edge of the picture.
      const height = await screen.run(() => document.documentElement.scrollHeight);
      await screen.page.setViewport({ width, height: Math.max(height, 700) });
    }
    await keep(join(directory, `${name}-${scheme}.png`), await screen.picture());
  }
  await showScheme(screen, 'light');
}

/** Writes one picture and says so. */
export async function keep(file: string, picture: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, picture);
  console.log(file);
}
