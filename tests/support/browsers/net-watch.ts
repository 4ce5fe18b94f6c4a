import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNetLog } from './net-log.ts';

const here = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** @throws where an address is not on this machine, where sample pages and the tests' own servers are */
export function mustStayHere(asked: readonly string[]): void {
  const elsewhere = asked.filter((url) => !here.has(new URL(url).hostname));
  if (elsewhere.length > 0) throw new Error(`Ringback asked the network for ${elsewhere.join(', ')}`);
}

/**
 * Watches what an extension asks the network for, from its pages and its background alike, over every start of one
 * Chromium. Whoever starts Chromium through it cannot forget to look: each end of the browser is a look.
 */
export class NetWatch {
  readonly #folder: string;
  readonly #asked = new Set<string>();
  readonly #hosts = new Set<string>();
  #logs = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async begin(): Promise<NetWatch> {
    return new NetWatch(await mkdtemp(join(tmpdir(), 'ringback-net-')));
  }

  /** Where Chromium is to write its log of the network from its next start on. */
  async nextLog(): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    this.#logs += 1;
    return join(this.#folder, `${this.#logs}.json`);
  }

  /** Reads the logs of a browser that has ended. @throws where the extension asked for anything but this machine */
  async look(extensionId: string): Promise<void> {
    const logs = await readdir(this.#folder).catch(() => []);
    if (logs.length === 0) throw new Error('Chromium wrote no log of the network');
    for (const log of logs) {
      const { asked, hosts } = await readNetLog(join(this.#folder, log), extensionId);
      for (const url of asked) this.#asked.add(url);
      for (const host of hosts) this.#hosts.add(host);
    }
    await rm(this.#folder, { recursive: true, force: true });
    mustStayHere(this.asked);
  }

  /** All that the extension has asked for in starts that have ended. */
  get asked(): string[] {
    return [...this.#asked];
  }

  /** Every host anybody asked for in them, see readNetLog. */
  get hosts(): string[] {
    return [...this.#hosts];
  }
}
