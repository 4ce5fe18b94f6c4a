import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { root } from '../paths.ts';
import type { Scene } from '../tour/scene.ts';

const paper = 'background:#0b5c6b;color:#fff;font-family:system-ui,sans-serif;margin:0';

/** A picture of a store's page: 1280×800, a line of words over the screen it is about. */
export async function storePicture(browser: Browser, title: string, scene: Scene): Promise<Buffer> {
  const image = (part: Buffer | undefined, style: string) =>
    part ? `<img style="${style}" src="data:image/png;base64,${part.toString('base64')}">` : '';
  return drawn(
    browser,
    { width: 1280, height: 800 },
    `<body style="${paper}"><h1 style="margin:0;height:96px;display:grid;place-items:center;font-size:34px;font-weight:600">${title}</h1>
      <div style="position:absolute;top:96px;left:0;right:0;bottom:0;display:flex;justify-content:center;gap:1px;overflow:hidden">
        <div style="position:relative;display:flex;gap:1px;height:704px;background:#9aa0a6;box-shadow:0 8px 40px #0006">
          ${image(scene.page, 'height:704px;object-fit:cover;object-position:top left')}
          ${image(scene.panel, 'height:704px')}
          ${image(scene.popup, 'position:absolute;top:12px;right:12px;max-height:680px;box-shadow:0 8px 32px #0008')}
        </div>
      </div></body>`,
  );
}

/** The small tile, 440×280: the sign, the name, one line. */
export async function promoTile(browser: Browser): Promise<Buffer> {
  const icon = readFileSync(join(root, '.github', 'icon.svg')).toString('base64');
  return drawn(
    browser,
    { width: 440, height: 280 },
    `<body style="${paper};height:280px;display:grid;place-content:center;justify-items:center;gap:10px">
      <img style="width:96px;height:96px" src="data:image/svg+xml;base64,${icon}">
      <strong style="font-size:40px">Ringback</strong>
      <span style="font-size:19px">Call-backs you promised, kept</span></body>`,
  );
}

async function drawn(
  browser: Browser,
  size: { width: number; height: number },
  html: string,
): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    await page.setViewport(size);
    await page.setContent(html, { waitUntil: 'load' });
    return Buffer.from(await page.screenshot());
  } finally {
    await page.close();
  }
}
