/**
 * Real Chromium with the built page reader: pages are served at the address they claim to live at, frozen,
 * and read the way the product reads them, through `scripting.executeScript` of an extension.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { build } from 'wxt';
import type { CaptureContext, CaptureResult } from '../../lib/capture/types.ts';
import { NetWatch } from '../support/browsers/net-watch.ts';

/** A Chromium with the bench's own build of the extension, and one tab. */
export interface Bench {
  browser: Browser;
  page: Page;
  extensionId: string;
  /** Loads a page at an address; `html` is what the server would answer. */
  open(url: string, html: string): Promise<void>;
  /** Runs the built page reader in every frame of the tab; one answer a frame. */
  read(): Promise<unknown[]>;
  /** Runs the page reader in the tab's top frame; milliseconds from its first line to its answer, in the page. */
  timeRead(): Promise<{ ms: number; frame: unknown }>;
  /** Runs a function in the page reader's world of the tab's top frame. */
  inWorld<T>(run: () => T): Promise<T>;
  /** Waits until the page has nothing to do. */
  settled(): Promise<void>;
  /** From here on the page's long tasks are noted. */
  watchTasks(): Promise<void>;
  /** Milliseconds of each task over 50 ms since `watchTasks`. */
  longTasks(): Promise<number[]>;
  /** CPU milliseconds of each task of the renderers' main threads while `work` runs; waiting does not count. */
  taskTimes(work: () => Promise<unknown>): Promise<number[]>;
  /** The built page reader. */
  readerSource(): Promise<Buffer>;
  /** @throws where the extension asked the network for anything that is not on this machine */
  close(): Promise<void>;
}

/** A bench whose build holds the capture engine, too. */
export interface EngineBench extends Bench {
  /** What the built engine makes of the page reader's answers, in a page of the extension. */
  choose(answers: unknown[], context: CaptureContext): Promise<CaptureResult>;
}

/** Where the page keeps what watches its tasks. */
interface Watching {
  tasks: { watch: PerformanceObserver; seen: number[] };
}

/** Other documents a page may ask for, by address (frames of another origin). */
export type Extra = Map<string, string>;

/** A page of the bench's own in the build: the engine, which the product has inside its panel. */
const engine = {
  name: 'bench-engine',
  inputPath: join(import.meta.dirname, 'engine/index.html'),
  type: 'unlisted-page',
} as const;

/** Opens a bench that also chooses, with the engine as it is built. */
export async function openEngineBench(): Promise<EngineBench> {
  const bench = await openBench(new Map(), [engine]);
  // Beside the page that is read, which stays the one in front.
  const page = await bench.browser.newPage();
  await page.goto(`chrome-extension://${bench.extensionId}/${engine.name}.html`);
  await page.waitForFunction(() => globalThis.chooseFrom !== undefined);
  await bench.page.bringToFront();
  return {
    ...bench,
    choose: (answers, context) =>
      page.evaluate(
        (given, how) => {
          if (!globalThis.chooseFrom) throw new Error('the engine is not there');
          return globalThis.chooseFrom(given, how);
        },
        answers,
        context,
      ),
  };
}

/**
 * Builds the page reader with the product's own build, gives that build access to every site (the product
 * asks for a site at a time) and starts Chromium with it.
 */
export async function openBench(
  extra: Extra = new Map(),
  pages: readonly (typeof engine)[] = [],
): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), 'ringback-bench-'));
  await build({
    root: join(import.meta.dirname, '../..'),
    outDir: dir,
    filterEntrypoints: ['page-reader', 'background', ...pages.map(({ name }) => name)],
    logger: quiet,
    manifest: { host_permissions: ['http://*/*', 'https://*/*'] },
    hooks: { 'entrypoints:found': (_, found) => void found.push(...pages) },
  });
  const watch = await NetWatch.begin();
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    enableExtensions: [join(dir, 'chrome-mv3')],
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--log-net-log=${await watch.nextLog()}`,
    ],
  });
  const page = await browser.newPage();
  const served = new Map<string, string>();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const address = request.url().replace(/#.*$/, '');
    const body = served.get(address) ?? extra.get(address);
    if (body === undefined) void request.respond({ status: 404, body: '' });
    else void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body });
  });
  const worker = await extensionWorker(browser);
  const { hostname: extensionId } = new URL(worker.url());
  return {
    browser,
    page,
    extensionId,
    async open(url, html) {
      served.clear();
      served.set(new URL(url).href.replace(/#.*$/, ''), html);
      // A page of the same document (only the hash differs) would not load again.
      await page.goto('about:blank');
      await page.goto(url, { waitUntil: 'load' });
      // Agents capture pages that have been drawn: their styles are computed.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    },
    read: () => readTab(worker),
    async timeRead() {
      const reader = await readFile(join(dir, 'chrome-mv3', 'page-reader.js'), 'utf8');
      // The built file is one expression, a promise of the frame's evidence.
      const timed = `(async () => { const started = performance.now(); const frame = await ${reader.replace(/;\s*$/, '')}; return { ms: performance.now() - started, frame }; })()`;
      await writeFile(join(dir, 'chrome-mv3', 'timed.js'), timed);
      return inTab<{ ms: number; frame: unknown }>(worker, '/timed.js');
    },
    async inWorld(run) {
      // The extension's policy forbids code from strings: the function goes through a file of the build.
      await writeFile(join(dir, 'chrome-mv3', 'probe.js'), `(${run.toString()})()`);
      return inTab<ReturnType<typeof run>>(worker, '/probe.js');
    },
    settled: () =>
      page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 5000 }))),
    watchTasks: () =>
      page.evaluate(() => {
        const seen: number[] = [];
        const from = performance.now();
        const watch = new PerformanceObserver((list) => {
          for (const { startTime, duration } of list.getEntries()) if (startTime >= from) seen.push(duration);
        });
        watch.observe({ type: 'longtask' });
        (window as unknown as Watching).tasks = { watch, seen };
      }),
    longTasks: () =>
      page.evaluate(async () => {
        // A task's entry is made after it has ended.
        await new Promise((done) => setTimeout(done, 50));
        const { watch, seen } = (window as unknown as Watching).tasks;
        watch.disconnect();
        return seen;
      }),
    async taskTimes(work) {
      await page.tracing.start({ categories: ['toplevel'] });
      await work();
      return mainThreadTasks(await page.tracing.stop());
    },
    readerSource: () => readFile(join(dir, 'chrome-mv3', 'page-reader.js')),
    async close() {
      await browser.close();
      await watch.look(extensionId);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The part of a trace event that is read (times in µs). */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/** CPU ms of each task of the main threads in a trace of the category `toplevel`. */
export function mainThreadTasks(trace: Uint8Array | undefined): number[] {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  return traceEvents.flatMap((event) =>
    event.name.endsWith('RunTask') && event.tdur !== undefined && main.has(threadOf(event))
      ? [event.tdur / 1000]
      : [],
  );
}

/** A build's own words are not a bench's. */
export const quiet = {
  ...console,
  debug() {},
  log() {},
  info() {},
  warn() {},
  success() {},
  start() {},
  ready() {},
  box() {},
  fail() {},
  fatal: console.error,
  level: 0,
};

async function extensionWorker(browser: Browser): Promise<WebWorker> {
  const target = await browser.waitForTarget((found) => found.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('the extension has no service worker');
  return worker;
}

function readTab(worker: WebWorker): Promise<unknown[]> {
  return worker.evaluate(async () => {
    const { tabs, scripting } = (globalThis as unknown as { chrome: ChromeLike }).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    if (!tab) throw new Error('no tab');
    const answers = await scripting.executeScript({
      target: { tabId: tab.id, allFrames: true },
      files: ['/page-reader.js'],
    });
    return answers.map((answer) => answer.result ?? null);
  });
}

/** The little of the extension API the bench uses. */
interface ChromeLike {
  tabs: { query(what: object): Promise<{ id: number }[]> };
  scripting: { executeScript(what: object): Promise<{ result?: unknown }[]> };
}

/** Runs a file of the build in the active tab's top frame; gives the value of its last expression. */
function inTab<T>(worker: WebWorker, file: string): Promise<T> {
  return worker.evaluate(async (path) => {
    const { tabs, scripting } = (globalThis as unknown as { chrome: ChromeLike }).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const answers = await scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files: [path] });
    return answers[0]?.result as T;
  }, file) as Promise<T>;
}
