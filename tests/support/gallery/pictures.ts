import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CDPSession, launch, type Page } from 'puppeteer-core';
import { withMouse } from '../browsers/with-mouse.ts';
import { provideChromium } from '../need.ts';
import { outputDir } from '../paths.ts';
import { until } from '../wait.ts';
import { serveBuiltGallery } from './server.ts';

/** One way of looking at every scene. */
interface View {
  name: string;
  width: number;
  words?: 'long' | 'rtl';
  zoom?: number;
  media?: { name: string; value: string }[];
  /** Nothing is pointed at, as on a touch screen. */
  touch?: boolean;
}

const dark = { name: 'prefers-color-scheme', value: 'dark' };
const still = { name: 'prefers-reduced-motion', value: 'reduce' };
const views: View[] = [
  { name: 'light-240', width: 240 },
  { name: 'light-320', width: 320 },
  { name: 'touch-320', width: 320, touch: true },
  { name: 'dark-400', width: 400, media: [dark, still] },
  { name: 'light-600', width: 600 },
  { name: 'zoom-200', width: 400, zoom: 2 },
  { name: 'zoom-200-narrow', width: 320, zoom: 2 },
  { name: 'forced-colours-dark', width: 360, media: [dark, { name: 'forced-colors', value: 'active' }] },
  { name: 'long-words-320', width: 320, words: 'long' },
  { name: 'right-to-left-dark', width: 360, words: 'rtl', media: [dark] },
];
const directory = join(outputDir, 'gallery');
const tallest = 1_400;

/**
 * Takes every scene of the gallery in every view into `.output/gallery/`, and puts each view on one sheet, to be
 * looked through. @param only names of views; all where there are none
 */
export async function takeGallery(only: readonly string[] = []): Promise<void> {
  const gallery = await serveBuiltGallery();
  const browser = await launch({
    executablePath: await provideChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(gallery.url);
    const scenes = await until('the list of scenes', async () => {
      const names = await page.$$eval('iframe', (frames) => frames.map(({ title }) => title));
      return names.length > 0 && names;
    });
    if (only.length === 0) await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    for (const view of views.filter(({ name }) => only.length === 0 || only.includes(name))) {
      const pictures: Buffer[] = [];
      for (const scene of scenes) pictures.push(await take(page, gallery.url, scene, view));
      await sheet(page, view, scenes, pictures);
    }
  } finally {
    await browser.close();
    await gallery.close();
  }
}

async function take(page: Page, url: string, scene: string, view: View): Promise<Buffer> {
  const { name, width, words = '', zoom = 1, media = [], touch = false } = view;
  await emulate(page, media);
  // Zoomed in, as much fewer pixels of the page are as wide as the window.
  const size = { width: Math.round(width / zoom), deviceScaleFactor: zoom, hasTouch: touch };
  await page.setViewport({ ...size, height: Math.round(900 / zoom) });
  await page.goto(`${url}?scene=${encodeURIComponent(scene)}&words=${words}`);
  await until(`the scene ${scene}`, () =>
    page.evaluate((wanted) => document.body.dataset.ready === wanted, scene),
  );
  if (!touch) await page.evaluate(withMouse);
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ ...size, height: Math.min(tallest, Math.max(tall, 300)) });
  const picture = Buffer.from(await page.screenshot());
  await writeFile(join(directory, `${name} ${scene}.png`), picture);
  return picture;
}

/** Puppeteer's own call knows no forced colours; what a session emulates ends with it, so there is one. */
async function emulate(page: Page, features: { name: string; value: string }[]): Promise<void> {
  const cdp = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, cdp);
  await cdp.send('Emulation.setEmulatedMedia', { features });
}
const sessions = new WeakMap<Page, CDPSession>();

async function sheet(page: Page, view: View, scenes: string[], pictures: Buffer[]): Promise<void> {
  const figures = pictures.map(
    (picture, at) =>
      `<figure><figcaption>${scenes[at]}</figcaption><img src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
  );
  await emulate(page, []);
  await page.setViewport({ width: 2_000, height: 1_000 });
  await page.goto('about:blank');
  await page.setContent(
    `<style>body{display:grid;grid-template-columns:repeat(8,1fr);gap:12px;align-items:start;margin:12px;font:14px sans-serif;background:#999}figure{margin:0}img{width:100%;display:block}</style>${figures.join('')}`,
  );
  const file = join(directory, `sheet ${view.name}.png`);
  await writeFile(file, Buffer.from(await page.screenshot({ fullPage: true })));
  console.log(file);
}
