import { browser } from './browser.ts';

/** True where the browser lets us save files by ourselves. Optional: asked for with the daily backup. */
export async function mayDownload(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['downloads'] });
}

/** Asks for it with the browser's own prompt. Call it synchronously in the click. */
export async function requestDownload(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}

export async function giveUpDownload(): Promise<void> {
  await browser.permissions.remove({ permissions: ['downloads'] });
}

/** A download that does not end is given up after this. */
const patience = 5 * 60_000;

/**
 * Saves a file under the browser's downloads folder, over one of the same name; resolves once it is on disk.
 * @throws where it could not be written. @param path such as 'Ringback/list.json'
 */
export async function saveFile(path: string, file: Blob): Promise<void> {
  const { url, release } = await addressOf(file);
  try {
    const ended = Promise.withResolvers<void>();
    let started: number | null = null;
    const states = new Map<number, string>();
    const look = () => {
      const state = started === null ? undefined : states.get(started);
      if (state === 'complete') ended.resolve();
      else if (state) ended.reject(new Error(state));
    };
    const onChanged = ({
      id,
      state,
      error,
    }: {
      id: number;
      state?: { current?: string };
      error?: { current?: string };
    }) => {
      if (state?.current === 'complete') states.set(id, 'complete');
      if (state?.current === 'interrupted') states.set(id, error?.current ?? 'interrupted');
      look();
    };
    // Before it begins: a small file may be saved before its id is known.
    browser.downloads.onChanged.addListener(onChanged);
    const timer = setTimeout(() => ended.reject(new Error('no answer')), patience);
    try {
      started = await browser.downloads.download({
        url,
        filename: path,
        conflictAction: 'overwrite',
        saveAs: false,
      });
      look();
      await ended.promise;
      // The browser's list of downloads keeps addresses, and this one holds all that is in the file.
      if (url.startsWith('data:')) await browser.downloads.erase({ id: started });
    } finally {
      clearTimeout(timer);
      browser.downloads.onChanged.removeListener(onChanged);
    }
  } finally {
    release();
  }
}

/** Firefox downloads no data: address; Chromium's background worker cannot make a blob: one. */
async function addressOf(file: Blob): Promise<{ url: string; release: () => void }> {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(file);
    return { url, release: () => URL.revokeObjectURL(url) };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  // A multiple of three, so that the parts join into one base64 text.
  for (let from = 0; from < bytes.length; from += 0x6000) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 0x6000))));
  }
  return { url: `data:${file.type};base64,${parts.join('')}`, release: () => {} };
}
