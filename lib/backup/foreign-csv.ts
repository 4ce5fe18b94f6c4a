import { type Callback, type Kind, kinds, type Phone, type Status, statuses } from '../domain/callback.ts';
import { type Act, type CallbackContent, composeCallback } from '../domain/compose.ts';
import { personNamed } from '../domain/people.ts';
import { foldForSearch } from '../domain/search.ts';
import { unguardCell } from './cell-guard.ts';
import { emptyContents, type FileContents, refuse, takeEntry } from './contents.ts';
import { type CellReaders, isBlank } from './csv-file.ts';
import type { CsvRows } from './csv-rows.ts';
import { type ColumnField, columnFields, headers } from './header-lexicon.ts';
import { readWhen } from './read-when.ts';
import { closedWords, notNeededWords } from './status-words.ts';

/** What each column is, by its place; null is left out. */
export type Mapping = (ColumnField | null)[];

export interface ForeignOptions extends CellReaders {
  mapping: Mapping;
  /** False where the first row is a row like the others. */
  hasHeader: boolean;
  /** The reason of rows that have none. */
  standInReason: (kind: Kind, happenedAt: number) => string;
  act: () => Act;
}

/** "E-Mail / Telefon-Nr.:" → "e mail telefon nr". */
function headerKey(header: string): string {
  return (foldForSearch(header).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Whether a first row names its columns, as far as words tell. */
export function looksLikeHeader(first: readonly string[]): boolean {
  return first.some((cell) => columnFields.some((field) => headers[field].includes(headerKey(cell))));
}

/** What the columns are likely to be: by their heads, and a column of numbers by what stands in it. */
export function guessMapping(first: readonly string[], samples: readonly (readonly string[])[]): Mapping {
  const mapping: Mapping = first.map(() => null);
  const keys = first.map(headerKey);
  const several = new Set<ColumnField>(['otherPhone', 'notes']);
  const assign = (fits: (key: string, word: string) => boolean) => {
    for (const field of columnFields) {
      for (const word of headers[field]) {
        const place = keys.findIndex((key, at) => mapping[at] === null && key !== '' && fits(key, word));
        if (place !== -1 && (several.has(field) || !mapping.includes(field))) mapping[place] = field;
      }
    }
  };
  assign((key, word) => key === word);
  // "Customer phone number" holds "phone number"; a single short word inside others says too little.
  assign((key, word) => word.length > 4 && ` ${key} `.includes(` ${word} `));
  if (!mapping.includes('phone')) {
    const place = first.findIndex((_, at) => mapping[at] === null && holdsNumbers(samples, at));
    if (place !== -1) mapping[place] = 'phone';
  }
  return mapping;
}

function holdsNumbers(samples: readonly (readonly string[])[], place: number): boolean {
  const cells = samples.map((row) => unguardCell(row[place] ?? '')).filter((cell) => cell.trim() !== '');
  const numbers = cells.filter(
    (cell) => /^\+?[\d\s().\-/]{7,20}$/.test(cell) && !/^\d{4}-\d\d-\d\d/.test(cell),
  );
  return cells.length > 0 && numbers.length * 2 > cells.length;
}

/** True where the mapping says whom to call. */
export function saysWho(mapping: Mapping): boolean {
  return mapping.some((field) =>
    ['callerName', 'firstName', 'lastName', 'phone', 'otherPhone'].includes(field ?? ''),
  );
}

/** Reads rows of another tool's CSV by a mapping. */
export async function readForeignCsv(
  rows: AsyncIterable<CsvRows>,
  options: ForeignOptions,
): Promise<FileContents> {
  const contents = emptyContents();
  const seen = new Set<string>();
  for await (const bunch of rows) {
    for (const [place, cells] of bunch.rows.entries()) {
      const row = bunch.first + place;
      if ((row === 1 && options.hasHeader) || isBlank(cells)) continue;
      if (bunch.misquoted.has(row)) refuse(contents, row, 'details', '"');
      else readRow(contents, row, cells, options, seen);
    }
  }
  return contents;
}

function readRow(
  contents: FileContents,
  row: number,
  cells: readonly string[],
  options: ForeignOptions,
  seen: Set<string>,
): void {
  const all = (field: ColumnField) =>
    options.mapping.flatMap((one, place) => (one === field ? [unguardCell(cells[place] ?? '').trim()] : []));
  const cell = (field: ColumnField) => all(field).find((text) => text !== '') ?? '';
  const times: Partial<Record<ColumnField, number>> = {};
  for (const field of ['happenedAt', 'promisedFrom', 'promisedUntil'] as const) {
    const text = cell(field);
    if (text === '') continue;
    const timeOfDates = field === 'promisedUntil' ? options.dayEndsAt : '00:00';
    const at = readWhen(text, { ...options, timeOfDates });
    if (at === null) {
      refuse(contents, row, 'time', text);
      return;
    }
    times[field] = at;
  }
  const act = options.act();
  const [phone = null, ...alternatePhones] = [...all('phone'), ...all('otherPhone')].flatMap(
    (text): Phone[] => {
      const reading = options.readPhone(text.replace(/^'+/, ''));
      return 'phone' in reading ? [reading.phone] : [];
    },
  );
  const happenedAt = times.happenedAt ?? act.now;
  const { promisedFrom: from = null, promisedUntil: until = null } = times;
  const promise = from === null && until === null ? null : { from, until, zone: options.zone, words: '' };
  const kind = readKind(cell('kind'));
  const reason = cell('reason');
  const content: CallbackContent = {
    callerName: cell('callerName') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' '),
    phone,
    alternatePhones: alternatePhones.slice(0, 10),
    reference: cell('reference'),
    reason: reason || options.standInReason(kind, happenedAt),
    reasonConfirmed: reason !== '',
    kind,
    promise,
    owner: personNamed(cell('owner')),
    status: readStatus(cell('status')),
    happenedAt,
    source: null,
  };
  const callback: Callback = {
    ...composeCallback(content, act),
    notes: all('notes').filter(Boolean).join('\n'),
  };
  takeEntry(contents, callback, { row, ours: false, saysWhen: times.happenedAt !== undefined }, seen);
}

/** A status in our words or in another tool's. One that is not known stays open: better seen than lost. */
function readStatus(text: string): Status {
  const key = headerKey(text);
  const ours = statuses.find((status) => status === key);
  if (ours) return ours;
  const means = (words: readonly string[]) =>
    words.some((word) => ` ${key} `.includes(` ${word} `) || key === word);
  if (means(notNeededWords)) return 'no longer needed';
  return means(closedWords) && !/^(?:not|nicht|pas|no) /.test(key) ? 'completed' : 'needs call';
}

function readKind(text: string): Kind {
  const key = foldForSearch(text).trim();
  return kinds.find((kind) => kind === key) ?? 'promised';
}
