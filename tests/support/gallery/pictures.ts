import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CDPSession, launch, type Page } from 'puppeteer-core';
import { withMouse } from '../browsers/with-mouse.ts';
import { provideChromium } from '../need.ts';
import { outputDir } from '../paths.ts';
import { cutOff } from '../screenshots/cut-off.ts';
import { until } from '../wait.ts';
import { languages } from '../words-of.ts';
import { serveBuiltGallery } from './server.ts';

/** One way of looking at every scene. */
interface View {
  name: string;
  width: number;
  /** A language by its tag, or `long` or `rtl`; English where there is none. */
  words?: string;
  zoom?: number;
  media?: { name: string; value: string }[];
  /** Nothing is pointed at, as on a touch screen. */
  touch?: boolean;
  /** Taken only where it is asked for by name. */
  asked?: boolean;
}

const light = { name: 'prefers-color-scheme', value: 'light' };
const dark = { name: 'prefers-color-scheme', value: 'dark' };
const still = { name: 'prefers-reduced-motion', value: 'reduce' };
const forced = { name: 'forced-colors', value: 'active' };
const views: View[] = [
  ...[240, 320, 400, 600].flatMap((width) => [
    { name: `light-${width}`, width },
    { name: `dark-${width}`, width, media: [dark, still] },
  ]),
  // As a page has it in a window of its own.
  { name: 'light-1000', width: 1_000, asked: true },
  { name: 'touch-320', width: 320, touch: true },
  { name: 'zoom-200', width: 400, zoom: 2 },
  { name: 'zoom-200-narrow', width: 320, zoom: 2 },
  { name: 'forced-colours-light', width: 360, media: [light, forced] },
  { name: 'forced-colours-dark', width: 360, media: [dark, forced] },
  { name: 'long-words-320', width: 320, words: 'long' },
  { name: 'right-to-left-dark', width: 360, words: 'rtl', media: [dark] },
  ...Object.keys(languages).flatMap((words) =>
    [240, 320].map((width) => ({ name: `${words}-${width}`, width, words, asked: true })),
  ),
];
const directory = join(outputDir, 'gallery');
const tallest = 2_400;

/**
 * Takes the scenes of the gallery in each view into `.output/gallery/`, with a line for every text that is cut off, and
 * puts each view on one sheet, to be looked through.
 * @param asked names of views, and `scene=…` for the scenes whose name has that in it; where no view is named all are
 *   taken but those in one language each (`de-240`)
 */
export async function takeGallery(asked: readonly string[] = []): Promise<void> {
  const inName = asked.filter((one) => one.startsWith('scene=')).map((one) => one.slice('scene='.length));
  const named = asked.filter((one) => !one.startsWith('scene='));
  const unknown = named.filter((one) => !views.some(({ name }) => name === one));
  if (unknown.length > 0) throw new Error(`there is no view ${unknown.join(', ')}`);
  const chosen = views.filter((view) => (named.length > 0 ? named.includes(view.name) : !view.asked));
  const gallery = await serveBuiltGallery();
  const browser = await launch({
    executablePath: await provideChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(gallery.url);
    const every = await until('the list of scenes', async () => {
      const names = await page.$$eval('iframe', (frames) => frames.map(({ title }) => title));
      return names.length > 0 && names;
    });
    const scenes = every.filter(
      (scene) => inName.length === 0 || inName.some((part) => scene.includes(part)),
    );
    await mkdir(directory, { recursive: true });
    for (const alike of alikeToLoad(chosen)) {
      const pictures = new Map<View, Buffer[]>(alike.map((view) => [view, []]));
      for (const scene of scenes) {
        await open(page, gallery.url, scene, alike[0]);
        for (const view of alike) pictures.get(view)?.push(await take(page, scene, view));
      }
      for (const [view, taken] of pictures) await sheet(page, view, scenes, taken);
    }
  } finally {
    await browser.close();
    await gallery.close();
  }
}

/** The views by what a page must be loaded anew for: other words, and a screen that is touched. */
function alikeToLoad(chosen: readonly View[]): [View, ...View[]][] {
  const groups = new Map<string, [View, ...View[]]>();
  for (const view of chosen) {
    const key = `${view.words} ${view.touch}`;
    const group = groups.get(key);
    if (group) group.push(view);
    else groups.set(key, [view]);
  }
  return [...groups.values()];
}

/** As much fewer pixels of the page are as wide as the window as it is zoomed in. */
const sizeOf = ({ width, zoom = 1, touch = false }: View, height: number) => ({
  width: Math.round(width / zoom),
  height,
  deviceScaleFactor: zoom,
  hasTouch: touch,
});

async function open(page: Page, url: string, scene: string, view: View): Promise<void> {
  await emulate(page, view.media ?? []);
  await page.setViewport(sizeOf(view, 900));
  await page.goto(`${url}?scene=${encodeURIComponent(scene)}&words=${view.words ?? ''}`);
  await until(`the scene ${scene}`, () =>
    page.evaluate((wanted) => document.body.dataset.ready === wanted, scene),
  );
  if (!view.touch) await page.evaluate(withMouse);
}

async function take(page: Page, scene: string, view: View): Promise<Buffer> {
  await emulate(page, view.media ?? []);
  await page.setViewport(sizeOf(view, Math.round(900 / (view.zoom ?? 1))));
  // Charts and long lists draw themselves anew in the frame after they hear of their width.
  await page.evaluate(twoFrames);
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport(sizeOf(view, Math.min(tallest, Math.max(tall, 300))));
  await page.evaluate(twoFrames);
  for (const problem of new Set(await page.evaluate(cutOff)))
    console.log(`${view.name} · ${scene} · ${problem}`);
  const picture = Buffer.from(await page.screenshot());
  await writeFile(join(directory, `${view.name} ${scene}.png`), picture);
  return picture;
}

/** Sent into the page: it stands alone. */
function twoFrames(): Promise<void> {
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
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
