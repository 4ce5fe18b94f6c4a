import type { CDPSession, KeyInput, Page } from 'puppeteer-core';
import { until } from '../wait.ts';
import { ChromiumControl } from './chromium-control.ts';
import { type Control, collapsed, type Name, nameMatches, type Screen } from './screen.ts';
import { withMouse } from './with-mouse.ts';

/** A document of Chromium, asked through its accessibility tree as a screen reader would. */
export class ChromiumScreen implements Screen {
  readonly page: Page;
  readonly #cdp: CDPSession;

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
  }

  static async on(page: Page): Promise<ChromiumScreen> {
    return new ChromiumScreen(page, await page.createCDPSession());
  }

  async url(): Promise<string> {
    return this.page.url();
  }

  async find(role: string, name?: Name, within?: number): Promise<Control> {
    return until(
      `the ${role} ${name ?? ''} on ${this.page.url()}`,
      async () => (await this.all(role, name))[0],
      within === undefined ? {} : { within },
    );
  }

  async all(role: string, name?: Name): Promise<Control[]> {
    const { root } = await this.#cdp.send('DOM.getDocument', { depth: 0 });
    return this.query({ nodeId: root.nodeId }, role, name);
  }

  /** Everything of this role and name under a node. */
  async query(
    under: { nodeId: number } | { backendNodeId: number },
    role: string,
    name?: Name,
  ): Promise<ChromiumControl[]> {
    const { nodes } = await this.#cdp.send('Accessibility.queryAXTree', { ...under, role });
    const controls: ChromiumControl[] = [];
    for (const node of nodes) {
      if (node.ignored || node.backendDOMNodeId === undefined) continue;
      if (!nameMatches(name, collapsed(String(node.name?.value ?? '')))) continue;
      controls.push(new ChromiumControl(this, this.#cdp, node.backendDOMNodeId));
    }
    return controls;
  }

  async press(keys: string): Promise<void> {
    const parts = keys.split('+') as KeyInput[];
    const key = parts.pop() as KeyInput;
    for (const modifier of parts) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key);
    for (const modifier of parts.reverse()) await this.page.keyboard.up(modifier);
  }

  async type(text: string): Promise<void> {
    // Key by key as an agent types; a megabyte goes in as a paste would.
    if (text.length < 500) await this.page.keyboard.type(text);
    else await this.page.keyboard.sendCharacter(text);
  }

  async run<Args extends unknown[], T>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T> {
    return (await this.page.evaluate(work as (...args: unknown[]) => unknown, ...args)) as T;
  }

  async picture(): Promise<Buffer> {
    // What is shown is what an agent with a mouse sees.
    await this.run(withMouse);
    return Buffer.from(await this.page.screenshot());
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
