import type { Scripting } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { injectEverywhere, refusalOf } from './scripting.ts';

/**
 * - `no-access` the agent has not let Ringback into this tab, or into the frame that holds the focus
 * - `forbidden-page` the browser lets no extension write there (its own pages, its store, an error page)
 * - `no-tab` the tab is gone
 * - `no-field` no field to write notes in has the focus
 * - `read-only` the focused field takes no text now
 * - `not-taken` the page put its own text back, or has no room for the note
 * - `failed` the note could not be written for another reason
 */
export const noteRefusals = [
  'no-access',
  'forbidden-page',
  'no-tab',
  'no-field',
  'read-only',
  'not-taken',
  'failed',
] as const;
export type NoteRefusal = (typeof noteRefusals)[number];

export type NoteInsertion =
  | { inserted: true /** The field's label, as the page calls it: plain text, cut. */; where?: string }
  | { inserted: false; why: NoteRefusal };

/** Types a note into the field that was focused last in a tab. Never rejects. */
export async function insertNote(tabId: number, text: string): Promise<NoteInsertion> {
  try {
    const frame = focusedFrame(await injectEverywhere(tabId, '/note-inserter.js'));
    if (frame === null) return { inserted: false, why: 'no-access' };
    const target = { tabId, frameIds: [frame] };
    const [answer] = await browser.scripting.executeScript({ target, func: callInserter, args: [text] });
    return insertionOf(answer?.result);
  } catch (error) {
    return { inserted: false, why: (await refusalOf(error, tabId)).why };
  }
}

/**
 * Sent into the page as text, so it stands alone. The injected file cannot be given arguments; it leaves its
 * function in the extension's own world of that frame, where the page cannot put another in its place.
 */
function callInserter(text: string): unknown {
  return (globalThis as { ringbackInsertNote?: (text: string) => unknown }).ringbackInsertNote?.(text);
}

/** Where a frame stands, and which of its own frames has the focus (entrypoints/note-inserter.ts). */
interface FrameFocus {
  path: unknown[];
  next: number | null;
}

/** Follows the focus from the top frame down; null where it goes into a frame that cannot be entered. */
function focusedFrame(results: Scripting.InjectionResult[]): number | null {
  const frames = results.flatMap(({ frameId, result }) => (isFocus(result) ? [{ frameId, ...result }] : []));
  let path = '';
  for (;;) {
    const here = frames.filter((frame) => frame.path.join('/') === path);
    // Two frames in the same place are frames in shadow roots, which have no place of their own.
    if (here.length !== 1 || !here[0]) return null;
    if (here[0].next === null) return here[0].frameId;
    path = [...here[0].path, here[0].next].join('/');
  }
}

function isFocus(result: unknown): result is FrameFocus {
  if (typeof result !== 'object' || result === null) return false;
  const { path, next } = result as Partial<FrameFocus>;
  return Array.isArray(path) && (next === null || typeof next === 'number');
}

function insertionOf(result: unknown): NoteInsertion {
  if (typeof result !== 'object' || result === null) return { inserted: false, why: 'failed' };
  const { inserted, where, why } = result as { inserted?: unknown; where?: unknown; why?: unknown };
  if (inserted === true) return { inserted, ...(typeof where === 'string' ? { where } : {}) };
  return { inserted: false, why: noteRefusals.find((known) => known === why) ?? 'failed' };
}
