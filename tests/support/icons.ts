import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';

const root = new URL('../../', import.meta.url);

/** The sizes browsers and their stores ask for, in px. */
export const iconSizes = [16, 32, 48, 96, 128] as const;

/** The icon at one size, as PNG bytes. @param size width and height in px. */
export async function renderIcon(size: number): Promise<Buffer> {
  const svg = await readFile(new URL('.github/icon.svg', root), 'utf8');
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/** Where the icon of a size lies; WXT puts what is there into the manifest. */
export function iconFile(size: number): URL {
  return new URL(`public/icon/${size}.png`, root);
}

if (import.meta.main) {
  await mkdir(new URL('public/icon/', root), { recursive: true });
  for (const size of iconSizes) await writeFile(iconFile(size), await renderIcon(size));
}
