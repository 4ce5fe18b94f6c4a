import { type Callback, CallbackSchema } from '../domain/callback.ts';
import type { ClosedDay } from '../domain/close-day.ts';
import { fileLimits, type RefusalCode, type RefusedRow } from './problem.ts';

/** An entry of a file that can be taken. */
export interface ReadEntry {
  row: number;
  callback: Callback;
  /** Written by Ringback: it has an id and a history of its own. Another tool's row was given both here. */
  ours: boolean;
  /** The file says when the call came. */
  saysWhen: boolean;
}

/** What a file holds, read and checked. */
export interface FileContents {
  entries: ReadEntry[];
  /** The first of those left out, and how many there are. */
  refused: RefusedRow[];
  refusedCount: number;
  closedDays: ClosedDay[];
  /** Unchecked; null where the file has none. */
  settings: unknown;
}

export function emptyContents(): FileContents {
  return { entries: [], refused: [], refusedCount: 0, closedDays: [], settings: null };
}

/** Leaves a row out. */
export function refuse(contents: FileContents, row: number, code: RefusalCode, detail = ''): void {
  contents.refusedCount += 1;
  if (contents.refused.length < fileLimits.refusedShown) {
    contents.refused.push({ row, code, detail: detail.slice(0, 80) });
  }
}

/** Takes a row, or refuses it with the first thing that is wrong with it. */
export function takeEntry(
  contents: FileContents,
  raw: unknown,
  entry: Omit<ReadEntry, 'callback'>,
  idsSeen: Set<string>,
): void {
  const parsed = CallbackSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (issue?.message === 'name-or-number') refuse(contents, entry.row, 'no-name-or-number');
    else refuse(contents, entry.row, 'invalid', issue?.path.join('.') ?? '');
    return;
  }
  if (idsSeen.has(parsed.data.id)) {
    refuse(contents, entry.row, 'twice', parsed.data.id);
    return;
  }
  idsSeen.add(parsed.data.id);
  contents.entries.push({ ...entry, callback: parsed.data });
}
