import type { CellReaders } from '../../../lib/backup/csv-file.ts';
import { csvRows } from '../../../lib/backup/csv-rows.ts';
import { type ForeignOptions, guessMapping, readForeignCsv } from '../../../lib/backup/foreign-csv.ts';
import type { BackupProblem } from '../../../lib/backup/problem.ts';
import { readText } from '../../../lib/backup/read-text.ts';
import { readPhone } from '../../../lib/domain/phone.ts';
import { countingIds, wednesday } from './entries.ts';

/** The whole of something written piece by piece. */
export async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** What is in one page. */
export async function* onePage<T>(page: T): AsyncGenerator<T> {
  yield page;
}

export const cellReaders: CellReaders = {
  readPhone: (text) => readPhone(text, 'US'),
  zone: 'Europe/Berlin',
  monthFirst: false,
  dayEndsAt: '18:00',
};

/** A file as a text or bytes, read as a text. */
export function read(content: string | Uint8Array<ArrayBuffer>, sliceSize = 64): AsyncGenerator<string> {
  return readText(new Blob([content]), { sliceSize });
}

/** Reads another tool's CSV as the screen does: columns guessed by the first row. */
export function readForeign(content: string, changes: Partial<ForeignOptions> = {}) {
  const [first = '', ...rest] = content.split('\n').map((line) => line.split(','));
  const newId = countingIds();
  return readForeignCsv(csvRows(read(content)), {
    ...cellReaders,
    mapping: guessMapping(first as string[], rest),
    hasHeader: true,
    standInReason: () => 'stand-in',
    act: () => ({ now: wednesday, by: 'Sam Agent', newId }),
    ...changes,
  });
}

/** The problem a reading ends with, as `code row`. */
export async function problemOf(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'none',
    ({ code, row }: BackupProblem) => (row === null ? code : `${code} ${row}`),
  );
}
