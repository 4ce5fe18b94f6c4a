import { constants, setPriority } from 'node:os';
import { type Browser, type CDPSession, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemsOn } from '../support/axe.ts';
import { withMouse } from '../support/browsers/with-mouse.ts';
import { findChromium } from '../support/find-browser.ts';
import { serveBuiltGallery } from '../support/gallery/server.ts';
import { cutOff } from '../support/screenshots/cut-off.ts';
import { focusSeen, smallTargets, tabStops } from '../support/targets.ts';
import { type Language, languages, wordsOf } from '../support/words-of.ts';

/**
 * Every screen in every state it can be in, as the gallery shows it: the real components over the unit tests' stores,
 * so that empty, loading, failed, long and full screens and what opens over them are reached at once, and a team's
 * without a server.
 */
let gallery: Awaited<ReturnType<typeof serveBuiltGallery>>;
let browser: Browser;
let page: Page;
let cdp: CDPSession;
const broken: string[] = [];

beforeAll(async () => {
  // It runs beside files that go by the clock, which are not to wait for it; the browser inherits this.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not installed');
  gallery = await serveBuiltGallery();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await launch({ executablePath, args });
  page = await browser.newPage();
  page.on('pageerror', (error) => broken.push(String(error)));
  // What a session emulates ends with it.
  cdp = await page.createCDPSession();
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function show(scene: string, words = ''): Promise<void> {
  await page.goto(`${gallery.url}?scene=${encodeURIComponent(scene)}&words=${words}`);
  await page.waitForFunction((wanted) => document.body.dataset.ready === wanted, {}, scene);
  await page.evaluate(withMouse);
}

async function colours(scheme: 'light' | 'dark'): Promise<void> {
  const still = { name: 'prefers-reduced-motion', value: 'reduce' };
  const features = [{ name: 'prefers-color-scheme', value: scheme }, still];
  await cdp.send('Emulation.setEmulatedMedia', { features });
}

async function scenes(): Promise<string[]> {
  await show('controls');
  return page.evaluate(() => (document.body.dataset.scenes ?? '').split('|'));
}

it('every state of every screen is for everybody, in both themes, and whole where there is least room', async () => {
  const names = await scenes();
  // All of what the gallery is asked to show, and so of what is looked at here.
  for (const wanted of [
    'panel',
    'form',
    'review',
    'insights',
    'options',
    'import',
    'forget',
    'sheet',
    'locked',
  ])
    expect(names.filter((name) => name.startsWith(wanted)).length, wanted).toBeGreaterThan(1);
  const found: Record<string, string[]> = {};
  for (const name of names) {
    // The narrowest there is: Firefox's sidebar as it first opens.
    await page.setViewport({ width: 240, height: 720 });
    await colours('light');
    await show(name);
    const problems = [...(await problemsOn(page)), ...(await page.evaluate(smallTargets))];
    await colours('dark');
    problems.push(...(await problemsOn(page, 'colours')).map((problem) => `dark: ${problem}`));
    problems.push(...(await page.evaluate(sideways)));
    if (problems.length > 0) found[name] = problems;
  }
  expect(found).toEqual({});
  expect(broken).toEqual([]);
}, 400_000);

it('what has a tab of its own is whole where that is wide, however long its texts are', async () => {
  const found: Record<string, string[]> = {};
  for (const name of ['options', 'insights by owner', 'sheet of long texts']) {
    await page.setViewport({ width: 1_000, height: 720 });
    await show(name);
    const problems = await page.evaluate(sideways);
    if (problems.length > 0) found[name] = problems;
  }
  expect(found).toEqual({});
});

it.each([
  'options',
  'review of a day',
  'insights',
  'import, columns',
  'forget a caller',
  'in a team',
  'locked',
])('%s is walked through with Tab alone, and the focus is seen at every stop', async (name) => {
  await page.setViewport({ width: 400, height: 720 });
  await colours('light');
  await show(name);
  const stops = await page.evaluate(tabStops);
  expect(stops).toBeGreaterThan(1);
  const visited = new Map<string, boolean>();
  // A time of day has a stop for each of its parts.
  for (let pressed = 0; pressed < stops * 3 && visited.size < stops; pressed += 1) {
    await page.keyboard.press('Tab');
    const { at, seen } = await page.evaluate(focusSeen);
    if (at !== '') visited.set(at, seen);
  }
  expect([...visited].filter(([, seen]) => !seen)).toEqual([]);
  expect(visited.size).toBe(stops);
});

/** The screens an agent has in front of them all day. */
const everyDay = [
  'panel first minute',
  'panel a day',
  'form with problems',
  'entry edited',
  'review of a day',
];

it.each(Object.keys(languages) as Language[])(
  'in %s panel and review have all their words, none of them cut off',
  async (language) => {
    const words = await wordsOf(language);
    await page.setViewport({ width: 320, height: 720 });
    await colours('light');
    const found: Record<string, string[]> = {};
    for (const name of everyDay) {
      await show(name, language);
      const said = (await page.evaluate(() => document.body.textContent ?? '')).replace(/\s+/g, ' ');
      expect(said).toContain(words(name.startsWith('review') ? 'review.openPanel' : 'form.save'));
      // The stand-in puts the key of a text that is not there between brackets.
      const problems = [
        ...(said.match(/\([a-zA-Z]+(?:_[a-zA-Z]+)+\)/g) ?? []),
        ...(await page.evaluate(cutOff)),
      ];
      if (problems.length > 0) found[name] = problems;
    }
    expect(found).toEqual({});
  },
);

/** Says so where a page is wider than its window, with what sticks out; sent into the page, so it stands alone. */
function sideways(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > width + 1,
  );
  return [`scrolls sideways: ${wide.at(-1)?.outerHTML.slice(0, 120)}`];
}
