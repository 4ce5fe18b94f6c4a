import type { Browser, Extension, Page, Target } from 'puppeteer-core';
import { bounded, until } from '../wait.ts';
import type { Badge, Command, RingbackBrowser } from './browser.ts';
import { type ChromiumOptions, startChromium } from './chromium-launch.ts';
import { ChromiumScreen } from './chromium-screen.ts';
import { announceNotificationClick, readBadge, readNotifications } from './extension-api.ts';
import { browserWindow, clickAt, focusWindow, openMenuAt, pressKeys } from './keys.ts';
import { NetWatch } from './net-watch.ts';
import { type CpuTime, cpuTimeOf } from './processes.ts';
import type { Screen } from './screen.ts';

/** Chromium, Chrome and Edge, as their windows call themselves. */
const windowClass = 'chrom|edge';
// Chromium 156 keeps Alt+Shift+C for its own tab groups; the alternative key of the same command is pressed.
const shortcuts: Record<Command, string> = { capture: 'alt+shift+k', 'call-dropped': 'alt+shift+d' };

/** Chromium with Ringback in it. Whenever it ends, it is seen whether Ringback asked the network for anything. */
export class Chromium implements RingbackBrowser {
  readonly name = 'chromium';
  #options: ChromiumOptions;
  #browser: Browser;
  #id: string;
  /** Null where a person sits at it: where they go is their own business. */
  readonly #watch: NetWatch | null;
  #hasEnded = false;

  private constructor(options: ChromiumOptions, browser: Browser, id: string, watch: NetWatch | null) {
    this.#options = options;
    this.#browser = browser;
    this.#id = id;
    this.#watch = watch;
  }

  static async launch(options: ChromiumOptions): Promise<Chromium> {
    const watch = options.desktop ? null : await NetWatch.begin();
    const { browser, id } = await startChromium(options, (await watch?.nextLog()) ?? null);
    return new Chromium(options, browser, id, watch);
  }

  get extensionId(): string {
    return this.#id;
  }

  /** Puppeteer's own handle, for what only Chromium has (network watch, CPU throttling). */
  get browser(): Browser {
    return this.#browser;
  }

  async open(url: string): Promise<ChromiumScreen> {
    // The blank tab a browser starts with is used like a person would.
    const [first, ...others] = await this.#browser.pages();
    const isBlank = first && others.length === 0 && first.url() === 'about:blank';
    const page = isBlank ? first : await this.#browser.newPage();
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
    const display = this.#display();
    await focusWindow(display, await browserWindow(display, windowClass));
    await pressKeys(display, shortcuts[command]);
  }

  /** Picks Ringback's item of the page's context menu, with the real mouse and keys. */
  async chooseFromContextMenu(page: Screen): Promise<void> {
    const display = this.#display();
    await this.front(page);
    await focusWindow(display, await browserWindow(display, windowClass));
    await openMenuAt(display, 560, 560);
    // Under an extension's item stand "View page source" and "Inspect", and nothing else.
    await pressKeys(display, 'Up', 'Up', 'Up', 'Return');
  }

  /**
   * Answers the browser's own question about a site with the real mouse and keys. It is drawn inside the
   * browser's window, where only the page behind it can tell that it is there: it has lost the focus.
   */
  async answerPrompt(page: Screen, answer: 'allow' | 'deny'): Promise<void> {
    const display = this.#display();
    const isThere = async () => !(await page.run(() => document.hasFocus()));
    await until("the browser's question", isThere);
    const middle = (await page.run(() => window.outerWidth)) / 2;
    let height = 0;
    await until('the question to be answered', async () => {
      // `Allow` takes no click for a moment, lest it be hit by chance, and its height depends on the text above
      // it: so the column it stands in, where there is no other button, is clicked down and down again.
      if (answer === 'allow') await clickAt(display, middle + 168, 200 + (height++ % 20) * 8);
      else await pressKeys(display, 'Escape');
      return !(await isThere());
    });
  }

  async popup(): Promise<ChromiumScreen> {
    return this.#own('popup.html');
  }

  async popupClosed(): Promise<void> {
    await until('the pop-up to close', () => this.#ownTargets('popup.html').length === 0);
  }

  async panel(): Promise<ChromiumScreen> {
    return this.#own('sidepanel.html');
  }

  /** @param prelude script that runs before the page's own */
  /** The keys of the tests reach each document by itself. */
  async enterPanel(): Promise<void> {}

  async openOwn(path: string, prelude?: string): Promise<ChromiumScreen> {
    const page = await this.#browser.newPage();
    if (prelude) await page.evaluateOnNewDocument(prelude);
    await page.goto(`chrome-extension://${this.#id}/${path}`, { waitUntil: 'load' });
    return ChromiumScreen.on(page);
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

  async clickNotification(id: string): Promise<void> {
    await this.inExtension(announceNotificationClick, id);
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
    await this.start();
  }

  /** Starts it again with the same profile once it has ended. @param change what is different from now on */
  async start(change: Partial<ChromiumOptions> = {}): Promise<void> {
    this.#options = { ...this.#options, ...change };
    const { browser, id } = await startChromium(this.#options, (await this.#watch?.nextLog()) ?? null);
    this.#browser = browser;
    this.#id = id;
    this.#hasEnded = false;
  }

  /** Ends all its processes at once, as a crash or a power cut does; `start` begins again. */
  async kill(): Promise<void> {
    await this.#end('kill');
  }

  /** Holds all its processes where they are, as a machine that falls asleep does; `wake` lets them go on. */
  sleep(): void {
    process.kill(-this.#pid(), 'SIGSTOP');
  }

  wake(): void {
    process.kill(-this.#pid(), 'SIGCONT');
  }

  /** What all its processes have computed so far. */
  cpuTime(): CpuTime {
    return cpuTimeOf(this.#pid());
  }

  async uninstall(): Promise<void> {
    await this.#browser.uninstallExtension(this.#id);
  }

  /** Quits and starts in another language, as after changing the system's. @param locale such as 'pt-BR'. */
  async speak(locale: string): Promise<void> {
    await this.#end('quit');
    await this.start({ locale });
  }

  /** @throws where Ringback asked the network for anything that is not on this machine */
  async close(): Promise<void> {
    if (!this.#hasEnded) await this.#end('quit');
  }

  /** What Ringback has asked the network for, and whatever host anybody has, in starts that have ended. */
  get requests(): Pick<NetWatch, 'asked' | 'hosts'> {
    if (!this.#watch) throw new Error('nobody watches what Chromium asks the network for');
    return this.#watch;
  }

  async #end(how: 'quit' | 'kill'): Promise<void> {
    if (how === 'quit') await this.#browser.close();
    else await this.#kill();
    this.#hasEnded = true;
    await this.#watch?.look(this.#id);
  }

  async #kill(): Promise<void> {
    const pid = this.#pid();
    const child = this.#browser.process();
    const gone = new Promise<void>((resolve) => child?.once('exit', () => resolve()));
    process.kill(-pid, 'SIGKILL');
    await bounded('the killed browser', gone, 30_000);
  }

  /** Puppeteer starts it as the head of its own group, in which its helpers are. */
  #pid(): number {
    const pid = this.#browser.process()?.pid;
    if (pid === undefined) throw new Error('the browser has no process');
    return pid;
  }

  #display(): string {
    if (!this.#options.display) throw new Error('real keys need a display: launch with one');
    return this.#options.display.name;
  }

  async #extension(): Promise<Extension> {
    return until('the extension to be loaded', async () => (await this.#browser.extensions()).get(this.#id));
  }

  #ownTargets(path: string): Target[] {
    const url = `chrome-extension://${this.#id}/${path}`;
    return this.#browser.targets().filter((target) => target.url().split(/[?#]/, 1)[0] === url);
  }

  async #own(path: string): Promise<ChromiumScreen> {
    const page: Page = await until(`${path} to open`, async () => {
      // Asked for anew each time: a pop-up may close while it is looked at.
      const found = await this.#ownTargets(path)[0]?.asPage();
      const ready = found && (await found.evaluate(() => document.readyState === 'complete'));
      return ready ? found : undefined;
    });
    return ChromiumScreen.on(page);
  }
}

function pageOf(screen: Screen): Page {
  if (!(screen instanceof ChromiumScreen)) throw new Error('not a screen of Chromium');
  return screen.page;
}
