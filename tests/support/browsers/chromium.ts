import type { Browser, Extension, Page, Target } from 'puppeteer-core';
import { bounded, until } from '../wait.ts';
import type { Badge, Command, RingbackBrowser } from './browser.ts';
import { type ChromiumOptions, startChromium } from './chromium-launch.ts';
import { ChromiumScreen } from './chromium-screen.ts';
import { readBadge, readNotifications } from './extension-api.ts';
import { browserWindow, focusWindow, pressKeys } from './keys.ts';
import type { Screen } from './screen.ts';

const shortcuts: Record<Command, string> = { capture: 'alt+shift+c', 'call-dropped': 'alt+shift+d' };

/** Chromium with Ringback in it. */
export class Chromium implements RingbackBrowser {
  readonly name = 'chromium';
  readonly #options: ChromiumOptions;
  #browser: Browser;
  #id: string;

  private constructor(options: ChromiumOptions, browser: Browser, id: string) {
    this.#options = options;
    this.#browser = browser;
    this.#id = id;
  }

  static async launch(options: ChromiumOptions): Promise<Chromium> {
    const { browser, id } = await startChromium(options);
    return new Chromium(options, browser, id);
  }

  get extensionId(): string {
    return this.#id;
  }

  /** Puppeteer's own handle, for what only Chromium has (network watch, CPU throttling). */
  get browser(): Browser {
    return this.#browser;
  }

  async open(url: string): Promise<ChromiumScreen> {
    const page = await this.#browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return ChromiumScreen.on(page);
  }

  async front(page: Screen): Promise<void> {
    await pageOf(page).bringToFront();
  }

  async clickToolbar(page: Screen): Promise<void> {
    await pageOf(page).triggerExtensionAction(await this.#extension());
  }

  async pressCommand(command: Command): Promise<void> {
    const display = this.#options.display;
    if (!display) throw new Error('real keys need a display: launch with one');
    const window = await browserWindow(display.name, 'chromium');
    await focusWindow(display.name, window);
    await pressKeys(display.name, shortcuts[command]);
  }

  async popup(): Promise<ChromiumScreen> {
    return this.#own('popup.html');
  }

  async panel(): Promise<ChromiumScreen> {
    return this.#own('sidepanel.html');
  }

  async openOwn(path: string): Promise<ChromiumScreen> {
    return this.open(`chrome-extension://${this.#id}/${path}`);
  }

  async inExtension<Args extends unknown[], T>(
    work: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    // A sleeping worker is not woken by being asked for; any page of the extension has the same APIs.
    const asked = await until('the background worker or a page of the extension', async () => {
      const [worker] = await (await this.#extension()).workers();
      return worker ?? (await this.#ownTargets('sidepanel.html')[0]?.asPage());
    });
    const answer = asked.evaluate(work as (...args: unknown[]) => unknown, ...args);
    return (await bounded('the extension', answer, 15_000)) as T;
  }

  async badge(): Promise<Badge> {
    return this.inExtension(readBadge);
  }

  async notifications(): Promise<string[]> {
    return this.inExtension(readNotifications);
  }

  /** Stops the background worker as the browser does when it is idle. */
  async killWorker(): Promise<void> {
    const target = this.#ownTargets('background.js')[0];
    if (!target) return;
    const worker = await target.worker();
    await worker?.close();
    await until('the worker to be gone', () => this.#ownTargets('background.js').length === 0);
  }

  async restart(how: 'quit' | 'kill' = 'quit'): Promise<void> {
    await this.#end(how);
    const { browser, id } = await startChromium(this.#options);
    this.#browser = browser;
    this.#id = id;
  }

  async close(): Promise<void> {
    await this.#end('quit');
  }

  async #end(how: 'quit' | 'kill'): Promise<void> {
    if (how === 'quit') {
      await this.#browser.close();
      return;
    }
    const child = this.#browser.process();
    if (child?.pid === undefined) throw new Error('the browser has no process to kill');
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    // Puppeteer starts it as the head of its own group, so its helpers end with it.
    process.kill(-child.pid, 'SIGKILL');
    await bounded('the killed browser', gone, 10_000);
  }

  async #extension(): Promise<Extension> {
    return until('the extension to be loaded', async () => (await this.#browser.extensions()).get(this.#id));
  }

  #ownTargets(path: string): Target[] {
    const url = `chrome-extension://${this.#id}/${path}`;
    return this.#browser.targets().filter((target) => target.url().split(/[?#]/, 1)[0] === url);
  }

  async #own(path: string): Promise<ChromiumScreen> {
    const page: Page = await until(`${path} to open`, async () => this.#ownTargets(path)[0]?.asPage());
    await until(`${path} to be loaded`, () => page.evaluate(() => document.readyState === 'complete'));
    return ChromiumScreen.on(page);
  }
}

function pageOf(screen: Screen): Page {
  if (!(screen instanceof ChromiumScreen)) throw new Error('not a screen of Chromium');
  return screen.page;
}
