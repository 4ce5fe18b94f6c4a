import type { Browser } from 'puppeteer-core';

/** What is on the screen at one step: the page, and what is open beside or over it. */
export interface Scene {
  page?: Buffer;
  /** Beside the page. */
  panel?: Buffer;
  /** Over its right upper corner, where the toolbar button is. */
  popup?: Buffer;
}

/** Puts the parts of a scene together as a person would see them; the browser gives no picture of itself. */
export async function compose(browser: Browser, scene: Scene): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    const image = (part: Buffer | undefined, style: string) =>
      part ? `<img style="${style}" src="data:image/png;base64,${part.toString('base64')}">` : '';
    const beside = [scene.page, scene.panel].filter((part) => part !== undefined);
    const height = Math.min(...beside.map(heightOf));
    // A page reaches a little lower than the panel beside it: both are cut where the shorter one ends.
    const cut = beside.length > 0 ? `height:${height}px;overflow:hidden;` : '';
    await page.setContent(
      `<body style="margin:0;display:inline-flex;gap:1px;align-items:flex-start;background:#9aa0a6;${cut}">
        <div style="position:relative">${image(scene.page, 'display:block')}${image(
          scene.popup,
          scene.page ? 'position:absolute;top:8px;right:8px;box-shadow:0 4px 24px #0008' : 'display:block',
        )}</div>${image(scene.panel, 'display:block')}</body>`,
      { waitUntil: 'load' },
    );
    const body = await page.$('body');
    if (!body) throw new Error('nothing to take a picture of');
    return Buffer.from(await body.screenshot());
  } finally {
    await page.close();
  }
}

/** A PNG's height stands at the same place in each of them. */
function heightOf(png: Buffer): number {
  return png.readUInt32BE(20);
}
