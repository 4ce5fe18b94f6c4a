import type { FileContents } from '../backup/contents.ts';
import type { Mapping } from '../backup/foreign-csv.ts';
import { readJson } from '../backup/json-file.ts';
import { BackupProblem } from '../backup/problem.ts';
import { readText, type SliceSource } from '../backup/read-text.ts';
import { lockAtBeginning, looksSealed } from '../backup/sealed-file.ts';
import { sealedPlace } from '../db/sealed-tables.ts';
import type { Kind } from '../domain/callback.ts';
import type { Act } from '../domain/compose.ts';
import { writesMonthFirst } from '../domain/promised-time/calendar-dates.ts';
import type { Settings } from '../domain/settings.ts';
import { type LockRecord, LockRecordSchema } from '../lock/lock-record.ts';
import type { RowCipher } from '../lock/row-cipher.ts';
import type { CsvTools } from './csv-tools.ts';

/** The first rows of another tool's CSV, and what its columns are taken for. */
export interface CsvPreview {
  /** The first row, and some of those after it. */
  rows: string[][];
  hasHeader: boolean;
  mapping: Mapping;
}

export type OpenedFile =
  | { format: 'json' | 'our-csv' }
  /** A sealed backup: `cipher` once its passcode was given. */
  | { format: 'sealed'; record: LockRecord; cipher: RowCipher | null }
  | { format: 'other-csv'; preview: CsvPreview };

export interface FileReaderDeps {
  settings: () => Settings;
  zone: () => string;
  act: () => Act;
  standInReason: (kind: Kind, happenedAt: number) => string;
  loadCsv: () => Promise<CsvTools>;
}

interface Reading {
  signal: AbortSignal;
  /** Bytes read so far. */
  onRead: (bytes: number) => void;
}

const previewRows = 6;
/** Reads files of every format that can be imported. Nothing is stored here. */
export function createFileReader(deps: FileReaderDeps) {
  /** What kind of file it is, by its first slice. */
  async function open(file: SliceSource, reading: Reading): Promise<OpenedFile> {
    const beginning = await firstOf(readText(file, reading));
    if (looksSealed(beginning)) {
      const record = LockRecordSchema.safeParse(lockAtBeginning(beginning));
      if (!record.success) throw new BackupProblem('broken');
      return { format: 'sealed', record: record.data, cipher: null };
    }
    if (/^\s*[{[]/.test(beginning)) return { format: 'json' };
    const csv = await deps.loadCsv();
    const rows = await firstRows(csv, file, reading);
    const [first = []] = rows;
    if (csv.isOurHeader(first)) return { format: 'our-csv' };
    if (first.length < 2 && !csv.looksLikeHeader(first)) throw new BackupProblem('not-a-backup');
    const hasHeader = csv.looksLikeHeader(first);
    return {
      format: 'other-csv',
      preview: {
        rows,
        hasHeader,
        mapping: csv.guessMapping(hasHeader ? first : first.map(() => ''), rows.slice(1)),
      },
    };
  }

  async function read(
    file: SliceSource,
    opened: OpenedFile,
    { signal, onRead }: Reading,
  ): Promise<FileContents> {
    const text = readText(file, { signal, onRead });
    if (opened.format === 'json') return readJson(text, signal);
    if (opened.format === 'sealed') {
      return readJson(text, signal, (list, { key, sealed }) =>
        opened.cipher?.open(sealedPlace(list, key), Uint8Array.fromBase64(sealed)),
      );
    }
    const csv = await deps.loadCsv();
    const { defaultCountry, workingHours } = deps.settings();
    const readers = {
      readPhone: (cell: string) => csv.readPhone(cell, defaultCountry),
      zone: deps.zone(),
      monthFirst: writesMonthFirst(defaultCountry),
      dayEndsAt: workingHours.endsAt,
    };
    if (opened.format !== 'other-csv') return csv.readOurCsv(csv.csvRows(text), readers);
    const { mapping, hasHeader } = opened.preview;
    const { standInReason, act } = deps;
    return csv.readForeignCsv(csv.csvRows(text), { ...readers, mapping, hasHeader, standInReason, act });
  }

  return { open, read };
}

async function firstOf(text: AsyncIterable<string>): Promise<string> {
  for await (const chunk of text) return chunk;
  return '';
}

async function firstRows(csv: CsvTools, file: SliceSource, reading: Reading): Promise<string[][]> {
  const found: string[][] = [];
  for await (const { rows } of csv.csvRows(readText(file, reading))) {
    for (const row of rows) if (row.some((cell) => cell.trim() !== '')) found.push(row.slice(0, 100));
    if (found.length >= previewRows) break;
  }
  return found.slice(0, previewRows);
}
