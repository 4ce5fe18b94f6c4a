import { fileURLToPath } from 'node:url';
import type { NoteInsertion } from '../../../lib/platform/note.ts';
import type { RingbackBrowser } from '../browsers/browser.ts';
import { bundle } from './bundle.ts';

const platform = fileURLToPath(new URL('../../../lib/platform/note.ts', import.meta.url));

/** Inserts a note into a tab, the one in front unless said. */
export type Insert = (browser: RingbackBrowser, text: string, tabId?: number) => Promise<NoteInsertion>;

/**
 * The platform's own `insertNote`, run where the extension's APIs are. What is sent into a browser must stand
 * alone, so it goes there as one bundled function; here it is never called.
 */
export async function insertIn(): Promise<Insert> {
  const code = await bundle(platform, 'note');
  const work = new Function(
    'text',
    'tabId',
    `${code}
    const front = async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].id;
    return (async () => note.insertNote(tabId ?? (await front()), text))();`,
  ) as (text: string, tabId: number | null) => Promise<NoteInsertion>;
  return (browser, text, tabId) => browser.inExtension(work, text, tabId ?? null);
}
