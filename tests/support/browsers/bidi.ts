/** What a remote function gave back, as WebDriver BiDi writes values. */
interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}

interface CallAnswer {
  type: 'success' | 'exception';
  result?: RemoteValue;
  exceptionDetails?: { text: string };
}

/** A reference to an element of a document. */
export interface NodeReference {
  sharedId: string;
}

/**
 * A WebDriver BiDi connection, as small as the tests need. Puppeteer speaks BiDi too, but knows only
 * pages in tabs; the sidebar and the pop-up are neither.
 */
export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #listeners = new Map<string, ((params: never) => void)[]>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', (event) => this.#receive(JSON.parse(String(event.data))));
    socket.addEventListener('close', () => this.#failAll('Firefox closed the connection'));
  }

  static async connect(url: string): Promise<Bidi> {
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`no connection to ${url}`)));
    });
    return new Bidi(socket);
  }

  send<T>(method: string, params: object = {}): Promise<T> {
    const id = ++this.#last;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer.promise as Promise<T>;
  }

  on<Params>(event: string, listener: (params: Params) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  /** Calls a function in a document with plain data, and gives plain data back. */
  async call<Args extends unknown[], T>(
    context: string,
    work: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    return this.callSource(context, work.toString(), [], args);
  }

  /** The same with an element as first argument. */
  async callOn<Args extends unknown[], T>(
    context: string,
    node: NodeReference,
    work: (element: HTMLElement, ...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    return this.callSource(context, work.toString(), [node], args);
  }

  private async callSource<T>(
    context: string,
    source: string,
    nodes: NodeReference[],
    args: unknown[],
  ): Promise<T> {
    // Arguments and answer travel as JSON: BiDi's own encoding of objects is lists of pairs.
    const answer = await this.send<CallAnswer>('script.callFunction', {
      functionDeclaration: `async (json, ...nodes) => JSON.stringify({ value: await (${source})(...nodes, ...JSON.parse(json)) })`,
      target: { context },
      awaitPromise: true,
      arguments: [{ type: 'string', value: JSON.stringify(args) }, ...nodes],
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'script failed');
    return (JSON.parse(String(answer.result?.value)) as { value: T }).value;
  }

  close(): void {
    this.#socket.close();
  }

  #receive(message: {
    id?: number;
    type: string;
    result?: unknown;
    error?: string;
    message?: string;
    method?: string;
    params?: unknown;
  }): void {
    if (message.method) {
      for (const listener of this.#listeners.get(message.method) ?? []) listener(message.params as never);
    }
    if (message.id === undefined) return;
    const answer = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'error') answer?.reject(new Error(`${message.error}: ${message.message}`));
    else answer?.resolve(message.result);
  }

  #failAll(reason: string): void {
    for (const answer of this.#waiting.values()) answer.reject(new Error(reason));
    this.#waiting.clear();
  }
}
