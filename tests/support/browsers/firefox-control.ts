import { until } from '../wait.ts';
import type { Bidi, NodeReference } from './bidi.ts';
import type { FirefoxScreen } from './firefox-screen.ts';
import * as inPage from './in-page.ts';
import type { Control, Name } from './screen.ts';

/** One element of a Firefox document. */
export class FirefoxControl implements Control {
  readonly #screen: FirefoxScreen;
  readonly #bidi: Bidi;
  readonly #node: NodeReference;

  constructor(screen: FirefoxScreen, bidi: Bidi, node: NodeReference) {
    this.#screen = screen;
    this.#bidi = bidi;
    this.#node = node;
  }

  async click(): Promise<void> {
    const { x, y } = await until('a place to click that nothing covers', async () => {
      // Each time anew: a list that is still moving takes it out of view again.
      await this.call(inPage.scrollToMiddle);
      return this.call(inPage.clickablePoint);
    });
    await this.#screen.act([
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ]);
  }

  async focus(): Promise<void> {
    await this.call((element) => element.focus());
  }

  async fill(text: string): Promise<void> {
    await this.click();
    await this.call(inPage.selectContents);
    if (text === '') await this.#screen.press('Backspace');
    else await this.#screen.type(text);
  }

  async choose(option: string): Promise<void> {
    await this.call(inPage.chooseOption, option);
  }

  async value(): Promise<string> {
    return this.call(inPage.fieldValue);
  }

  async text(): Promise<string> {
    return this.call(inPage.shownText);
  }

  async attribute(name: string): Promise<string | null> {
    return this.call(inPage.attributeOf, name);
  }

  async all(role: string, name?: Name): Promise<Control[]> {
    return this.#screen.query(this.#node, role, name);
  }

  async find(role: string, name?: Name): Promise<Control> {
    return until(`the ${role} ${name ?? ''} inside it`, async () => (await this.all(role, name))[0]);
  }

  /** Runs a function of in-page.ts on the element. */
  async call<Args extends unknown[], T>(
    work: (element: HTMLElement, ...args: Args) => T,
    ...args: Args
  ): Promise<T> {
    return this.#bidi.callOn(this.#screen.context, this.#node, work, ...args);
  }
}
