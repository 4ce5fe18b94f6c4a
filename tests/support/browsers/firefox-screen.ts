import { until } from '../wait.ts';
import type { Bidi, NodeReference } from './bidi.ts';
import { FirefoxControl } from './firefox-control.ts';
import * as inPage from './in-page.ts';
import { type Control, type Name, nameMatches, type Screen } from './screen.ts';

/** WebDriver's code points for keys that are not characters. */
const keyCodes: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
};

/**
 * What can have a role at all, for roles whose elements hold little. Firefox asks its accessibility tree about
 * every element below where it starts, about a millisecond each; started at these few it is done at once. The
 * tree still decides on role and name. Other roles are looked for in the whole document.
 */
const mayHaveRole: Record<string, string> = {
  alert: '[role=alert]',
  button: 'button, summary, input, [role=button]',
  checkbox: 'input, [role=checkbox]',
  combobox: 'select, input, [role=combobox]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  list: 'ul, ol, menu, [role=list]',
  link: 'a, area, [role=link]',
  menuitem: '[role=menuitem]',
  searchbox: 'input, [role=searchbox]',
  spinbutton: 'input, [role=spinbutton]',
  status: 'output, [role=status]',
  textbox: 'input, textarea, [contenteditable], [role=textbox]',
};

/** A document of Firefox: a tab, the sidebar or the pop-up. */
export class FirefoxScreen implements Screen {
  readonly context: string;
  readonly #bidi: Bidi;

  constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi;
    this.context = context;
  }

  async url(): Promise<string> {
    return this.run(() => location.href);
  }

  async find(role: string, name?: Name, within?: number): Promise<Control> {
    return until(
      `the ${role} ${name ?? ''} in Firefox`,
      async () => (await this.all(role, name))[0],
      within === undefined ? {} : { within },
    );
  }

  async all(role: string, name?: Name): Promise<Control[]> {
    return this.query(undefined, role, name);
  }

  /** Everything of this role and name, under a node or in the whole document. */
  async query(under: NodeReference | undefined, role: string, name?: Name): Promise<FirefoxControl[]> {
    const exact = typeof name === 'string' ? { name } : {};
    const below = under ? [under] : undefined;
    const selector = mayHaveRole[role];
    const candidates = selector ? await this.#locate({ type: 'css', value: selector }, below) : below;
    if (candidates?.length === 0) return [];
    const nodes = await this.#locate({ type: 'accessibility', value: { role, ...exact } }, candidates);
    const controls: FirefoxControl[] = [];
    // One candidate may stand inside another and is then found twice.
    for (const sharedId of new Set(nodes.map((node) => node.sharedId))) {
      const control = new FirefoxControl(this, this.#bidi, { sharedId });
      // BiDi finds whole names only; for a pattern the name is put together from label and words.
      if (name instanceof RegExp && !nameMatches(name, await control.call(inPage.simpleName))) continue;
      controls.push(control);
    }
    return controls;
  }

  async #locate(locator: object, startNodes?: NodeReference[]): Promise<NodeReference[]> {
    const { nodes } = await this.#bidi.send<{ nodes: NodeReference[] }>('browsingContext.locateNodes', {
      context: this.context,
      locator,
      ...(startNodes ? { startNodes: startNodes.map(({ sharedId }) => ({ sharedId })) } : {}),
    });
    return nodes;
  }

  async press(keys: string): Promise<void> {
    const parts = keys.split('+').map((key) => keyCodes[key] ?? key);
    await this.#keys([
      ...parts.map((value) => ({ type: 'keyDown', value })),
      ...parts.reverse().map((value) => ({ type: 'keyUp', value })),
    ]);
  }

  async type(text: string): Promise<void> {
    await this.#keys(
      Array.from(text).flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }

  async #keys(actions: object[]): Promise<void> {
    await this.act([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** Performs input in this document, with the browser's own trusted events. */
  async act(actions: object[]): Promise<void> {
    await this.#bidi.send('input.performActions', { context: this.context, actions });
  }

  async run<Args extends unknown[], T>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T> {
    return this.#bidi.call(this.context, work, ...args);
  }

  async picture(): Promise<Buffer> {
    const { data } = await this.#bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
    });
    return Buffer.from(data, 'base64');
  }

  async goto(url: string): Promise<void> {
    await this.#bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  async close(): Promise<void> {
    await this.#bidi.send('browsingContext.close', { context: this.context });
  }
}
