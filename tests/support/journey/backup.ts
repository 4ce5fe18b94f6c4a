import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chromium } from '../browsers/chromium.ts';
import type { ChromiumScreen } from '../browsers/chromium-screen.ts';
import type { Screen } from '../browsers/screen.ts';
import { until } from '../wait.ts';

/** A folder for the files of one test. */
export async function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'ringback-files-'));
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** The options page, with what it downloads going into this folder. */
export async function openOptions(browser: Chromium, folder: string): Promise<ChromiumScreen> {
  const session = await browser.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const options = (await browser.openOwn('options.html')) as ChromiumScreen;
  await options.find('heading', 'Backup');
  return options;
}

/** Presses an export button and waits for the file. */
export async function exportFile(options: Screen, button: string, folder: string): Promise<string> {
  const extension = button.endsWith('CSV') ? '.csv' : '.json';
  await (await options.find('button', button)).click();
  const name = await until(`a ${extension} file in ${folder}`, async () =>
    (await readdir(folder)).find((one) => one.endsWith(extension)),
  );
  const path = join(folder, name);
  await until('the whole file', async () => /\n$/.test(await readFile(path, 'utf8')));
  return path;
}

/** Chooses a file for import, as its button's picker would. */
export async function chooseFile(options: ChromiumScreen, path: string): Promise<void> {
  const input = await until('the file input', () => options.page.$('input[type=file]'));
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

/** Chooses a file that holds this text, in any browser and without its picker. */
export async function chooseText(options: Screen, content: string): Promise<void> {
  await until('the file input', () => options.run(() => document.querySelector('input[type=file]') !== null));
  await options.run((text) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'backup.json', { type: 'application/json' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, content);
}

/** Writes a file and chooses it. */
export async function chooseContent(
  options: ChromiumScreen,
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  await chooseFile(options, path);
}

/** What the database holds of the callbacks, in the order of ids: the truth behind every screen. */
export async function storedRows(screen: ChromiumScreen): Promise<unknown[]> {
  const read = () =>
    screen.run(
      () =>
        new Promise<unknown[]>((resolve, reject) => {
          const opening = indexedDB.open('ringback');
          opening.onerror = () => reject(opening.error);
          // Ringback has not made its database yet: opened here it would be an empty one in Ringback's way.
          opening.onupgradeneeded = () => opening.transaction?.abort();
          opening.onsuccess = () => {
            const request = opening.result.transaction('callbacks').objectStore('callbacks').getAll();
            request.onsuccess = () => {
              opening.result.close();
              resolve(request.result);
            };
            request.onerror = () => reject(request.error);
          };
        }),
    );
  return until("Ringback's database", read);
}
