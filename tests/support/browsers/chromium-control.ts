import type { CDPSession } from 'puppeteer-core';
import { until } from '../wait.ts';
import type { ChromiumScreen } from './chromium-screen.ts';
import * as inPage from './in-page.ts';
import type { Control, Name } from './screen.ts';

/** One element of a Chromium document, held by the number the browser gave its node. */
export class ChromiumControl implements Control {
  readonly #screen: ChromiumScreen;
  readonly #cdp: CDPSession;
  readonly #node: number;

  constructor(screen: ChromiumScreen, cdp: CDPSession, node: number) {
    this.#screen = screen;
    this.#cdp = cdp;
    this.#node = node;
  }

  async click(): Promise<void> {
    const point = await until('a place to click that nothing covers', async () => {
      // Each time anew: a list that is still moving takes it out of view again.
      await this.#call(inPage.scrollToMiddle);
      return this.#call(inPage.clickablePoint);
    });
    await this.#screen.page.mouse.click(point.x, point.y);
  }

  async focus(): Promise<void> {
    await this.#cdp.send('DOM.focus', { backendNodeId: this.#node });
  }

  async fill(text: string): Promise<void> {
    await this.click();
    await this.#call(inPage.selectContents);
    if (text === '') await this.#screen.press('Backspace');
    else await this.#screen.type(text);
  }

  async choose(option: string): Promise<void> {
    await this.#call(inPage.chooseOption, option);
  }

  async value(): Promise<string> {
    return this.#call(inPage.fieldValue);
  }

  async text(): Promise<string> {
    return this.#call(inPage.shownText);
  }

  async attribute(name: string): Promise<string | null> {
    return this.#call(inPage.attributeOf, name);
  }

  async all(role: string, name?: Name): Promise<Control[]> {
    const inside = await this.#screen.query({ backendNodeId: this.#node }, role, name);
    return inside.filter((control) => control.#node !== this.#node);
  }

  async find(role: string, name?: Name): Promise<Control> {
    return until(`the ${role} ${name ?? ''} inside it`, async () => (await this.all(role, name))[0]);
  }

  async #call<Args extends unknown[], T>(
    work: (element: HTMLElement, ...args: Args) => T,
    ...args: Args
  ): Promise<T> {
    const { object } = await this.#cdp.send('DOM.resolveNode', { backendNodeId: this.#node });
    const answer = await this.#cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId as string,
      functionDeclaration: `function (...args) { return (${work.toString()})(this, ...args); }`,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
    });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value as T;
  }
}
