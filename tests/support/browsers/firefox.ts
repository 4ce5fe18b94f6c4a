import { bounded, until } from '../wait.ts';
import type { Badge, Command, RingbackBrowser } from './browser.ts';
import { stop } from './display.ts';
import { readBadge, readNotifications, readNotificationTitle } from './extension-api.ts';
import {
  adoptDocument,
  answerPlace,
  focusSidebar,
  middleOfAlert,
  pinToolbarButton,
  requestsSeen,
  stopBackground,
  toolbarButtonPlace,
  watchRequests,
} from './firefox-chrome.ts';
import {
  extensionKey,
  extensionUuid,
  type FirefoxOptions,
  type RunningFirefox,
  startFirefox,
} from './firefox-launch.ts';
import { FirefoxScreen } from './firefox-screen.ts';
import { browserWindow, clickAt, focusWindow, pressKeys } from './keys.ts';
import { mustStayHere } from './net-watch.ts';
import { type CpuTime, cpuTimeOf, descendants } from './processes.ts';
import type { Screen } from './screen.ts';

interface ContextTree {
  contexts: { context: string; url: string }[];
}

const origin = `moz-extension://${extensionUuid}/`;
const widget = 'ringback_ringback_example-browser-action';
const shortcuts: Record<Command, string> = { capture: 'alt+shift+c', 'call-dropped': 'alt+shift+d' };

/** Firefox with Ringback in it. Whenever it ends, it is seen whether Ringback asked the network for anything. */
export class Firefox implements RingbackBrowser {
  readonly name = 'firefox';
  readonly extensionId = extensionUuid;
  readonly #options: FirefoxOptions;
  #running: RunningFirefox;
  /** What Ringback asked the network for before the last restart. */
  readonly #asked: string[] = [];

  private constructor(options: FirefoxOptions, running: RunningFirefox) {
    this.#options = options;
    this.#running = running;
  }

  static async launch(options: FirefoxOptions): Promise<Firefox> {
    const firefox = new Firefox(options, await startFirefox(options));
    await firefox.#watch();
    return firefox;
  }

  async open(url: string): Promise<FirefoxScreen> {
    const { context } = await this.#running.bidi.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
    });
    const page = new FirefoxScreen(this.#running.bidi, context);
    await page.goto(url);
    await this.front(page);
    return page;
  }

  async front(page: Screen): Promise<void> {
    await this.#running.bidi.send('browsingContext.activate', { context: contextOf(page) });
  }

  async clickToolbar(page: Screen): Promise<void> {
    await this.front(page);
    // Firefox's own notifications lie over the toolbar until they fade, and would take the click.
    await until('no notification over the toolbar', async () => (await this.#alerts()).length === 0);
    const window = await this.#window();
    await this.#running.bidi.call(window, pinToolbarButton, widget);
    const place = await until('the toolbar button', () =>
      this.#running.bidi.call(window, toolbarButtonPlace, widget),
    );
    await clickAt(this.#options.display.name, place.x, place.y);
  }

  async pressCommand(command: Command): Promise<void> {
    const display = this.#options.display.name;
    const window = await browserWindow(display, 'firefox');
    await focusWindow(display, window);
    await pressKeys(display, shortcuts[command]);
  }

  async popup(): Promise<FirefoxScreen> {
    return this.#adopted('popup', `${origin}popup.html`);
  }

  async popupClosed(): Promise<void> {
    const { bidi } = this.#running;
    await until('the pop-up to close', async () => {
      return (await bidi.call(await this.#window(), adoptDocument, 'popup', origin)) === null;
    });
  }

  async panel(): Promise<FirefoxScreen> {
    return this.#adopted('sidebar', `${origin}sidepanel.html`);
  }

  async enterPanel(): Promise<void> {
    const display = this.#options.display.name;
    await focusWindow(display, await browserWindow(display, 'firefox'));
    await this.#running.bidi.call(await this.#window(), focusSidebar);
    const panel = await this.panel();
    await until('the panel to have the focus', () => panel.run(() => document.hasFocus()));
  }

  async openOwn(path: string): Promise<FirefoxScreen> {
    const { bidi } = this.#running;
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    const page = new FirefoxScreen(bidi, context);
    const url = `${origin}${path}`;
    // Navigation to an extension's page loads but is never reported as done, so it is looked at instead.
    await bidi.send('browsingContext.navigate', { context, url, wait: 'none' });
    await until(`${path} to be loaded`, () =>
      page.run((wanted) => location.href.startsWith(wanted) && document.readyState === 'complete', url),
    );
    return page;
  }

  async inExtension<Args extends unknown[], T>(
    work: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    // Firefox does not show its background page to BiDi; the panel has the same APIs.
    return (await this.panel()).run(work, ...args);
  }

  async badge(): Promise<Badge> {
    return this.inExtension(readBadge);
  }

  async notifications(): Promise<string[]> {
    return this.inExtension(readNotifications);
  }

  /** Firefox draws its own, one above the other; the one with this notification's title is clicked. */
  async clickNotification(id: string): Promise<void> {
    const title = await this.inExtension(readNotificationTitle, id);
    let last = '';
    const place = await until(`the notification "${title}" to rest on the screen`, async () => {
      const places = await Promise.all(
        (await this.#alerts()).map(({ context }) => this.#running.bidi.call(context, middleOfAlert, title)),
      );
      const middle = places.find((one) => one !== null);
      // It slides in: a click on the way would miss it.
      const rests = JSON.stringify(middle) === last;
      last = JSON.stringify(middle);
      return rests && middle;
    });
    await clickAt(this.#options.display.name, place.x, place.y);
  }

  /** Answers Firefox's own question about a permission with the real mouse. */
  async answerPrompt(answer: 'allow' | 'deny'): Promise<void> {
    const place = async () => this.#running.bidi.call(await this.#window(), answerPlace, answer);
    await until("the browser's question", place);
    // Its buttons take no click for a moment, lest one be hit by chance.
    await until('the question to be answered', async () => {
      const now = await place();
      if (now) await clickAt(this.#options.display.name, now.x, now.y);
      return !now;
    });
  }

  /** Stops the background as the browser does when it is idle. */
  async stopBackground(): Promise<void> {
    await this.#running.bidi.call(await this.#window(), stopBackground, extensionUuid);
  }

  async restart(how: 'quit' | 'kill' = 'quit'): Promise<void> {
    await this.#end(how);
    await this.start();
  }

  /** Starts it again with the same profile once it has ended. */
  async start(): Promise<void> {
    this.#running = await startFirefox(this.#options);
    await this.#watch();
  }

  /** Ends it at once, as a crash does; `start` begins again. */
  async kill(): Promise<void> {
    await this.#end('kill');
  }

  /** What Ringback has asked the network for, from pages and background alike. */
  async requests(): Promise<string[]> {
    return [...this.#asked, ...(await this.#requestsNow())];
  }

  /** Holds all its processes where they are, as a machine that falls asleep does; `wake` lets them go on. */
  sleep(): void {
    for (const pid of this.#pids()) process.kill(pid, 'SIGSTOP');
  }

  wake(): void {
    for (const pid of this.#pids()) process.kill(pid, 'SIGCONT');
  }

  /** What all its processes have computed so far. */
  cpuTime(): CpuTime {
    const [pid = 0] = this.#pids();
    return cpuTimeOf(pid);
  }

  async uninstall(): Promise<void> {
    await this.#running.bidi.send('webExtension.uninstall', { extension: extensionKey });
  }

  /** @throws where Ringback asked the network for anything that is not on this machine */
  async close(): Promise<void> {
    await this.#end('quit');
  }

  async #end(how: 'quit' | 'kill'): Promise<void> {
    const { process: child, bidi } = this.#running;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    try {
      this.#asked.push(...(await this.#requestsNow()));
    } finally {
      if (how === 'kill') {
        await stop(child, 'SIGKILL');
      } else {
        await bidi.send('browser.close');
        await bounded('the end of Firefox', gone, 30_000).catch(() => stop(child, 'SIGKILL'));
      }
    }
    mustStayHere(this.#asked);
  }

  async #watch(): Promise<void> {
    const window = await until("Firefox's window", () => this.#window());
    await this.#running.bidi.call(window, watchRequests, extensionKey);
  }

  async #requestsNow(): Promise<string[]> {
    const seen = await this.#running.bidi.call(await this.#window(), requestsSeen);
    if (!seen) throw new Error('nobody watches what Firefox asks the network for');
    return seen;
  }

  #pids(): number[] {
    const { pid } = this.#running.process;
    if (pid === undefined) throw new Error('Firefox has no process');
    return [pid, ...descendants(pid)];
  }

  async #window(): Promise<string> {
    const main = (await this.#chrome()).find((context) => context.url.endsWith('/browser.xhtml'));
    if (!main) throw new Error('Firefox shows no browser window');
    return main.context;
  }

  /** The notifications on the screen, each a window of its own. */
  async #alerts(): Promise<ContextTree['contexts']> {
    return (await this.#chrome()).filter(({ url }) => url.endsWith('/alert.xhtml'));
  }

  /** Firefox's own windows. */
  async #chrome(): Promise<ContextTree['contexts']> {
    const tree = { 'moz:scope': 'chrome', maxDepth: 0 };
    return (await this.#running.bidi.send<ContextTree>('browsingContext.getTree', tree)).contexts;
  }

  async #adopted(where: 'sidebar' | 'popup', url: string): Promise<FirefoxScreen> {
    const { bidi } = this.#running;
    return until(`the ${where}`, async () => {
      // Looked for anew each time: Firefox loads a pop-up ahead and then moves it to another browser element.
      const context = await bidi.call(await this.#window(), adoptDocument, where, url);
      if (context === null) return undefined;
      const screen = new FirefoxScreen(bidi, context);
      return (await screen.run(() => document.readyState === 'complete')) && screen;
    });
  }
}

function contextOf(screen: Screen): string {
  if (!(screen instanceof FirefoxScreen)) throw new Error('not a screen of Firefox');
  return screen.context;
}
