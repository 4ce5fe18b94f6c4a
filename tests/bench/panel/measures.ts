import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChromiumScreen } from '../../support/browsers/chromium-screen.ts';
import { stopWorker } from '../../support/browsers/stop-worker.ts';
import { until } from '../../support/wait.ts';
import { mainThreadTasks } from '../browser.ts';
import { oldestName } from './entries.ts';
import type { Place } from './place.ts';

const megabyte = 1_048_576;

/** When the form and the first entry were there, ms from the start of the page; the probe notes it. */
interface Seen {
  interactive?: number;
}

/** The panel opened anew: ms until form and list are drawn and the page can be used. */
export async function timeOpen(place: Place): Promise<number> {
  const panel = await place.panel(`(${noteInteractive})()`);
  const at = await until('the panel to be ready', () =>
    panel.run(() => (window as unknown as { seen: Seen }).seen.interactive ?? false),
  );
  await panel.close();
  return at;
}

/** The background from nothing: ms from what wakes it to the badge it sets. */
export async function timeBadge(place: Place): Promise<number> {
  const page = await place.browser.openOwn('icon/16.png');
  await page.run(clearBadge);
  await stopWorker(page);
  const took = await page.run(wakeUntilBadge);
  await page.close();
  return took;
}

/** A key of the search, ms from it to a frame. */
export interface KeyTook {
  /** To the one that shows what it left of the open entries. */
  paint: number;
  /** To the last one in which something came of it: closed entries are looked through meanwhile. */
  last: number;
}

/** Keys typed into the search. */
export async function timeSearch(panel: ChromiumScreen): Promise<KeyTook[]> {
  await (await panel.find('searchbox', 'Search callbacks')).click();
  await panel.run(noteFrames);
  const took: KeyTook[] = [];
  for (const query of ['garcia', '5550042', 'NG-77', 'refund', oldestName]) {
    for (const key of query) {
      await panel.type(key);
      await pause(250);
      took.push(await panel.run(lastTook));
    }
    if (query === oldestName) {
      await until('the entry closed first', async () => (await panel.all('button', oldestName)).length > 0);
    }
    await panel.press('Escape');
    await pause(250);
  }
  return took;
}

/** CPU ms of each task of the page while the closed list is scrolled, by wheel and by jumps. */
export async function scrollTasks(panel: ChromiumScreen): Promise<number[]> {
  const { page } = panel;
  await page.tracing.start({ categories: ['toplevel'] });
  await page.mouse.move(300, 400);
  for (const jump of [0.02, 0.4, 0.9, 0.1]) {
    await panel.run((share) => scrollTo(0, document.documentElement.scrollHeight * share), jump);
    for (let turn = 0; turn < 25; turn++) {
      await page.mouse.wheel({ deltaY: 240 });
      await pause(30);
    }
    await until('the rows to be read', () =>
      panel.run(() => document.querySelector('[aria-busy=true]') === null),
    );
  }
  return mainThreadTasks(await page.tracing.stop());
}

/** MB of the panel's own objects: what is not needed any more left out. */
export async function heapOf({ page }: ChromiumScreen): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / megabyte;
}

/** MB that the process of Ringback's pages and background has for itself, as the system counts them (Linux). */
export async function processMemory({ browser }: Place): Promise<number> {
  const cdp = await browser.browser.target().createCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  let kilobytes = 0;
  for (const { id } of processInfo) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (!command.includes('--extension-process')) continue;
    const memory = await readFile(`/proc/${id}/smaps_rollup`, 'utf8');
    for (const [, size] of memory.matchAll(/^Private_\w+:\s+(\d+) kB/gm)) kilobytes += Number(size);
  }
  return kilobytes / 1_024;
}

// What runs in the browser stands alone: it is sent as text.

interface Chrome {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  action: { getBadgeText(of: object): Promise<string>; setBadgeText(to: object): Promise<void> };
}
declare const chrome: Chrome;

function noteInteractive(): void {
  const seen: Seen = {};
  (window as unknown as { seen: Seen }).seen = seen;
  const look = (): void => {
    const isThere =
      document.querySelector('input[type=tel]') && document.querySelector('.callback-list > li');
    if (!isThere) requestAnimationFrame(look);
    // After the frame that shows it, in a task of its own: by then the page answers.
    else setTimeout(() => (seen.interactive = performance.now()));
  };
  requestAnimationFrame(look);
}

async function clearBadge(): Promise<void> {
  await chrome.action.setBadgeText({ text: '' });
}

async function wakeUntilBadge(): Promise<number> {
  const began = performance.now();
  const wake = () => void chrome.runtime.sendMessage({ type: 'callbacks-changed' }).catch(() => {});
  wake();
  // A message that comes while the worker is still stopping goes with it.
  const again = setInterval(wake, 1_000);
  while ((await chrome.action.getBadgeText({})) === '') {
    if (performance.now() - began > 20_000) throw new Error('no badge');
    await new Promise((go) => setTimeout(go, 2));
  }
  clearInterval(again);
  return performance.now() - began;
}

interface Frames {
  pressed: number;
  first: number;
  drawn: number;
}

function noteFrames(): void {
  const frames: Frames = { pressed: 0, first: 0, drawn: 0 };
  (window as unknown as { frames: Frames }).frames = frames;
  const drawn = (): void => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        frames.drawn = performance.now();
        frames.first ||= frames.drawn;
      }),
    );
  };
  document.addEventListener(
    'keydown',
    (event) => {
      frames.pressed = event.timeStamp;
      frames.first = 0;
      drawn();
    },
    true,
  );
  new MutationObserver(drawn).observe(document.querySelector('.callbacks') ?? document.body, {
    childList: true,
    subtree: true,
    characterData: true,
  });
}

function lastTook(): KeyTook {
  const { pressed, first, drawn } = (window as unknown as { frames: Frames }).frames;
  return { paint: first - pressed, last: drawn - pressed };
}
