import * as z from 'zod/mini';
import { type Callback, limits } from '../domain/callback.ts';
import type { ClosedDay } from '../domain/close-day.ts';
import { emptyContents, type FileContents, refuse, takeEntry } from './contents.ts';
import { createJsonSplitter } from './json-splitter.ts';
import { BackupProblem, fileLimits } from './problem.ts';
import { type SealedItem, SealedItemSchema, sealedFormat, sealedVersion } from './sealed-file.ts';

/** The version of the format written now; README.md tells what each one holds. */
export const jsonVersion = 1;
const format = 'ringback-backup';

const count = z.int().check(z.gte(0));
const tally = { kept: count, late: count, carriedOver: count };
export const ClosedDaySchema = z.object({
  ...tally,
  day: z.iso.date(),
  closedAt: count,
  by: z.nullable(z.string().check(z.maxLength(limits.name))),
  leftOpen: count,
  leftOverdue: count,
  completed: count,
  people: z
    .array(z.object({ ...tally, name: z.string().check(z.maxLength(limits.name)) }))
    .check(z.maxLength(1000)),
});

interface BackupSource {
  /** All callbacks, in pages. */
  callbacks: AsyncIterable<readonly Callback[]>;
  closedDays: readonly ClosedDay[];
  settings: unknown;
  /** Epoch ms. */
  now: number;
}

/** The backup file, piece by piece: a callback a line, the nth on line n + 1. */
export async function* writeJson(source: BackupSource): AsyncGenerator<string> {
  const head = {
    format,
    version: jsonVersion,
    exportedAt: new Date(source.now).toISOString(),
    settings: source.settings ?? undefined,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"callbacks":[`;
  let first = true;
  for await (const page of source.callbacks) {
    if (page.length === 0) continue;
    yield `${first ? '\n' : ',\n'}${page.map((callback) => JSON.stringify(callback)).join(',\n')}`;
    first = false;
  }
  const days = source.closedDays.map((day) => JSON.stringify(day)).join(',\n');
  yield `\n],"closedDays":[\n${days}\n]}\n`;
}

/**
 * Reads a backup. @param text see readText @param unseal opens one row of a sealed backup, and throws where it cannot
 * @throws BackupProblem where it is none, or breaks off
 */
export async function readJson(
  text: AsyncIterable<string>,
  signal?: AbortSignal,
  unseal?: (list: string, item: SealedItem) => unknown,
): Promise<FileContents> {
  const contents = emptyContents();
  const seen = new Set<string>();
  const head = new Map<string, unknown>();
  const splitter = createJsonSplitter({
    onItem(list, raw, row) {
      const item = unseal ? unsealed(list, raw, row, unseal) : raw;
      if (list === 'callbacks') {
        if (row > fileLimits.rows) throw new BackupProblem('too-many-rows', row);
        takeEntry(contents, item, { row, ours: true, saysWhen: true }, seen);
      }
      if (list === 'closedDays') takeDay(contents, item, row);
    },
    onMember(name, value) {
      if (name === 'version') checkVersion(value, unseal ? sealedVersion : jsonVersion);
      head.set(name, value);
    },
  });
  try {
    for await (const chunk of text) {
      signal?.throwIfAborted();
      splitter.push(chunk);
    }
  } catch (error) {
    if (error instanceof BackupProblem && error.code === 'encoding') {
      throw new BackupProblem('encoding', splitter.row());
    }
    throw error;
  }
  splitter.end();
  if (head.get('format') !== (unseal ? sealedFormat : format) || !head.has('version'))
    throw new BackupProblem('not-a-backup');
  contents.settings = head.get('settings') ?? null;
  return contents;
}

function unsealed(
  list: string,
  raw: unknown,
  row: number,
  unseal: (list: string, item: SealedItem) => unknown,
): unknown {
  try {
    return unseal(list, SealedItemSchema.parse(raw));
  } catch {
    // Altered, or put together from two files: nothing of it is to be trusted.
    throw new BackupProblem('broken', row);
  }
}

function checkVersion(version: unknown, newest: number): void {
  if (!Number.isInteger(version) || Number(version) < 1) throw new BackupProblem('not-a-backup');
  if (Number(version) > newest) throw new BackupProblem('newer-version');
}

function takeDay(contents: FileContents, item: unknown, row: number): void {
  const day = ClosedDaySchema.safeParse(item);
  if (day.success) contents.closedDays.push(day.data);
  else refuse(contents, row, 'invalid', `closedDays.${day.error.issues[0]?.path.join('.') ?? ''}`);
}
