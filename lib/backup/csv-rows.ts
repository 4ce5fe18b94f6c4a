import Papa from 'papaparse';
import { isOurHeader } from './csv-columns.ts';
import { BackupProblem, fileLimits } from './problem.ts';

/** Rows of a CSV file as they are read: `first` is the number of the first one, counted from 1. */
export interface CsvRows {
  first: number;
  rows: string[][];
  /** Numbers of rows whose quotation marks do not fit: they may hold what belongs to others. */
  misquoted: ReadonlySet<number>;
}

/** As much of a file as its separator is guessed from, in code units. */
const beginningLength = 1 << 16;

/** How the cells of a file are parted, as far as its beginning shows. A file of ours is known by its header. */
export function guessDelimiter(beginning: string): string {
  const [header = ''] = beginning.split('\n', 1);
  const ours = [',', ';', '\t'].find((delimiter) => isOurHeader(header.split(delimiter)));
  return (
    ours ??
    Papa.parse<string[]>(beginning, { preview: 20, newline: '\n', skipEmptyLines: true }).meta.delimiter
  );
}

/**
 * The rows of a CSV text, in bunches as it is read. @param text with '\n' for line breaks (see readText).
 * @throws BackupProblem with the row where the text breaks off, cannot be decoded or closes no quotation mark.
 */
export async function* csvRows(text: AsyncIterable<string>, delimiter?: string): AsyncGenerator<CsvRows> {
  let parser: Papa.Parser | null = null;
  let rest = '';
  let parseAgainAt = 0;
  let next = 1;

  function take(last: boolean): CsvRows | null {
    parser ??= new Papa.Parser({ delimiter: delimiter ?? guessDelimiter(rest), newline: '\n' });
    const { data, errors, meta } = parser.parse(rest, 0, !last) as Papa.ParseResult<string[]>;
    const open = errors.find(({ code }) => code === 'MissingQuotes');
    if (open) throw new BackupProblem('open-quote', next + (open.row ?? 0));
    rest = rest.slice(meta.cursor);
    // A row that is longer than what was read so far is looked at again once there is twice as much of it.
    parseAgainAt = data.length > 0 ? 0 : rest.length * 2;
    if (rest.length > fileLimits.csvRow) throw new BackupProblem('row-too-long', next + data.length);
    const first = next;
    const misquoted = new Set(errors.map(({ row = 0 }) => first + row));
    next += data.length;
    if (next > fileLimits.rows + 1) throw new BackupProblem('too-many-rows', fileLimits.rows + 1);
    return data.length > 0 ? { first, rows: data, misquoted } : null;
  }

  try {
    for await (const chunk of text) {
      rest += chunk;
      if (rest.length < (parser ? parseAgainAt : beginningLength)) continue;
      const rows = take(false);
      if (rows) yield rows;
    }
  } catch (error) {
    if (!(error instanceof BackupProblem) || error.code !== 'encoding') throw error;
    const rows = take(false);
    if (rows) yield rows;
    throw new BackupProblem('encoding', next);
  }
  const rows = rest === '' ? null : take(true);
  if (rows) yield rows;
}

/** Lines as RFC 4180 wants them, each ended. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`;
}
