import * as z from 'zod/mini';
import {
  type Callback,
  type CallbackPromise,
  limits,
  OwnerSchema,
  type Phone,
  PhoneSchema,
  PromiseSchema,
  SourceSchema,
} from '../domain/callback.ts';
import { personNamed } from '../domain/people.ts';
import type { PhoneReading } from '../domain/phone.ts';
import { guardCell, unguardCell } from './cell-guard.ts';
import { emptyContents, type FileContents, refuse, takeEntry } from './contents.ts';
import { csvColumns, lastColumn } from './csv-columns.ts';
import { type CsvRows, csvLines } from './csv-rows.ts';
import { readWhen } from './read-when.ts';

/** What reading a cell needs besides the cell. */
export interface CellReaders {
  readPhone: (text: string) => PhoneReading;
  /** IANA. */
  zone: string;
  monthFirst: boolean;
  /** 'HH:MM': what a day means as a deadline. */
  dayEndsAt: string;
}

/** Fields kept as they are. */
const texts = [
  'callerName',
  'reference',
  'reason',
  'notes',
  'objective',
  'missing',
  'kind',
  'status',
] as const;
const instants = ['happenedAt', 'createdAt', 'updatedAt', 'closedAt'] as const;
const RestSchema = z.looseObject({
  phone: z.nullable(PhoneSchema),
  alternatePhones: z.array(PhoneSchema).check(z.maxLength(limits.alternatePhones)),
  owner: z.nullable(OwnerSchema),
  promise: z.nullable(PromiseSchema),
  source: z.nullable(SourceSchema),
});
type Rest = z.infer<typeof RestSchema>;

type Column = (typeof csvColumns)[number];
type Cells = Record<Column, string>;

/** The CSV file, piece by piece. It begins with a byte order mark: without one, spreadsheets guess the encoding. */
export async function* writeCsv(pages: AsyncIterable<readonly Callback[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLines([csvColumns])}`;
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield csvLines(
      page.map((callback) => {
        const cells = cellsOf(callback);
        return csvColumns.map((column) => guardCell(oneLineEnd(cells[column])));
      }),
    );
  }
}

function cellsOf(callback: Callback): Cells {
  const { id, alternatePhones, owner, promise, source, phone } = callback;
  const text = Object.fromEntries(texts.map((field) => [field, callback[field]]));
  const times = Object.fromEntries(instants.map((field) => [field, timeCell(callback[field])]));
  return {
    ...(text as Pick<Cells, (typeof texts)[number]>),
    ...(times as Pick<Cells, (typeof instants)[number]>),
    id,
    phone: phone ? phoneCell(phone) : '',
    otherPhones: othersCell(alternatePhones),
    owner: owner?.name ?? '',
    promisedFrom: timeCell(promise?.from ?? null),
    promisedUntil: timeCell(promise?.until ?? null),
    page: source?.url ?? '',
    [lastColumn]: JSON.stringify(restOf(callback)),
  };
}

/** Everything that has no column of its own, and exactly what those columns show that tell less. */
function restOf(callback: Callback): Partial<Callback> {
  const shown = new Set<string>(['id', ...texts, ...instants]);
  return Object.fromEntries(Object.entries(callback).filter(([field]) => !shown.has(field)));
}

function timeCell(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}

function phoneCell({ asShown, e164, extension }: Phone): string {
  const number = asShown || (e164 ?? '');
  return extension === null || number.includes(extension) ? number : `${number} x${extension}`;
}

function othersCell(phones: readonly Phone[]): string {
  return phones.map(phoneCell).join('\n');
}

/** Reads rows of our own CSV; cells edited in a spreadsheet count, all else comes back exactly as it was. */
export async function readOurCsv(rows: AsyncIterable<CsvRows>, readers: CellReaders): Promise<FileContents> {
  const contents = emptyContents();
  const seen = new Set<string>();
  for await (const bunch of rows) {
    for (const [place, cells] of bunch.rows.entries()) {
      const row = bunch.first + place;
      if (row === 1 || isBlank(cells)) continue;
      if (bunch.misquoted.has(row)) refuse(contents, row, 'details', '"');
      else readRow(contents, row, cells, readers, seen);
    }
  }
  return contents;
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function readRow(
  contents: FileContents,
  row: number,
  cells: readonly string[],
  readers: CellReaders,
  seen: Set<string>,
): void {
  const own = Object.fromEntries(
    csvColumns.map((column, place) => [column, unguardCell(cells[place] ?? '')]),
  ) as Cells;
  const rest = parsedRest(own[lastColumn]);
  if (!rest) {
    refuse(contents, row, 'details', lastColumn);
    return;
  }
  const times: Record<string, number | null> = {};
  for (const field of [...instants, 'promisedFrom', 'promisedUntil'] as const) {
    const cell = own[field];
    times[field] = cell === '' ? null : timeOf(cell, readers);
    if (cell !== '' && times[field] === null) {
      refuse(contents, row, 'time', cell);
      return;
    }
  }
  const { promisedFrom = null, promisedUntil = null, ...instantsRead } = times;
  takeEntry(
    contents,
    {
      ...rest,
      ...Object.fromEntries(texts.map((field) => [field, own[field]])),
      ...instantsRead,
      id: own.id,
      ...phonesOf(own, rest, readers),
      owner: (rest.owner?.name ?? '') === own.owner ? rest.owner : personNamed(own.owner),
      promise: promiseOf(promisedFrom, promisedUntil, rest.promise, readers.zone),
      source: oneLineEnd(rest.source?.url ?? '') === own.page ? rest.source : null,
    },
    { row, ours: true, saysWhen: true },
    seen,
  );
}

/** The last column's JSON, null where it is damaged: what it alone holds is not to be lost without a word. */
function parsedRest(cell: string): Rest | null {
  try {
    return RestSchema.parse(JSON.parse(cell));
  } catch {
    return null;
  }
}

/** As line breaks come when a file is read. */
function oneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function timeOf(cell: string, { zone, monthFirst, dayEndsAt }: CellReaders): number | null {
  return readWhen(cell, { zone, monthFirst, timeOfDates: dayEndsAt });
}

function phonesOf(
  cells: Cells,
  rest: Rest,
  readers: CellReaders,
): Pick<Callback, 'phone' | 'alternatePhones'> {
  const known = [rest.phone, ...rest.alternatePhones].flatMap((phone) => phone ?? []);
  const read = (cell: string): Phone[] => {
    const same = known.find((phone) => phoneCell(phone) === cell);
    if (same) return [same];
    const reading = readers.readPhone(cell);
    return 'phone' in reading ? [reading.phone] : [];
  };
  const unchanged = othersCell(rest.alternatePhones) === cells.otherPhones;
  return {
    phone:
      (rest.phone ? phoneCell(rest.phone) : '') === cells.phone ? rest.phone : (read(cells.phone)[0] ?? null),
    alternatePhones: unchanged
      ? rest.alternatePhones
      : cells.otherPhones.split('\n').flatMap(read).slice(0, limits.alternatePhones),
  };
}

function promiseOf(
  from: number | null,
  until: number | null,
  before: CallbackPromise | null,
  zone: string,
): CallbackPromise | null {
  if (before && before.from === from && before.until === until) return before;
  if (from === null && until === null) return null;
  return { from, until, zone: before?.zone ?? zone, words: '' };
}
