import * as z from 'zod/mini';
import { fileLimits } from './problem.ts';

/** The version of the sealed format written now; README.md tells what it holds. */
export const sealedVersion = 1;
export const sealedFormat = 'ringback-sealed-backup';

/** One row, sealed as it lies in the database. */
export const SealedItemSchema = z.object({
  key: z.string().check(z.maxLength(200)),
  /** Base64. */
  sealed: z.string().check(z.maxLength(fileLimits.row)),
});
export type SealedItem = z.infer<typeof SealedItemSchema>;

interface SealedSource {
  /** What a passcode needs to open it (LockRecordSchema of lib/lock). */
  lock: unknown;
  callbacks: AsyncIterable<readonly SealedItem[]>;
  closedDays: AsyncIterable<readonly SealedItem[]>;
  settings: unknown;
  /** Epoch ms. */
  now: number;
}

/**
 * The backup of a list with a passcode, piece by piece: rows go out as they lie in the database, so that it can be
 * made while locked, and nothing of them can be read without the passcode.
 */
export async function* writeSealed(source: SealedSource): AsyncGenerator<string> {
  const head = {
    format: sealedFormat,
    version: sealedVersion,
    exportedAt: new Date(source.now).toISOString(),
    lock: source.lock,
    settings: source.settings ?? undefined,
  };
  yield JSON.stringify(head).slice(0, -1);
  for (const list of ['callbacks', 'closedDays'] as const) {
    yield `,"${list}":[`;
    let first = true;
    for await (const page of source[list]) {
      if (page.length === 0) continue;
      yield `${first ? '\n' : ',\n'}${page.map((item) => JSON.stringify(item)).join(',\n')}`;
      first = false;
    }
    yield '\n]';
  }
  yield '}\n';
}

/** Whether a file that begins like this says that it is sealed. */
export function looksSealed(beginning: string): boolean {
  return new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${sealedFormat}"`).test(beginning);
}

/** What stands under `lock` at the beginning of a sealed file, unchecked; null where it cannot be found. */
export function lockAtBeginning(beginning: string): unknown {
  // Written before the lists, flat, and with no text in it that holds a bracket.
  const lock = /^[^[]{0,2000}?"lock"\s*:\s*(\{[^{}[\]]{0,1000}\})/.exec(beginning)?.[1];
  if (lock === undefined) return null;
  try {
    return JSON.parse(lock);
  } catch {
    return null;
  }
}
