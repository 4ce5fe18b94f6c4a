import { describe, expect, it } from 'vitest';
import { BackupProblem } from '../../lib/backup/problem.ts';
import type { SliceSource } from '../../lib/backup/read-text.ts';
import { defaultSettings } from '../../lib/domain/settings.ts';
import { loadCsvTools } from '../../lib/stores/csv-tools.ts';
import { createFileReader } from '../../lib/stores/import-file.ts';
import { publish } from '../support/trust/figures.ts';
import { aCallback, idAt, wednesday } from '../support/unit/entries.ts';

const megabyte = 1_000_000;
const size = 100 * megabyte;
/** Longer than it takes here on two busy cores, shorter than anybody waits for. */
const withinSeconds = 90;

/** A file of 100 MB that stands on no disk: `head`, then `row` again and again, then `tail` to its last byte. */
function fileOf(
  head: string,
  row: (place: number) => string,
  tail: string | Uint8Array,
): SliceSource & { rows: number } {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [encoder.encode(head)];
  let length = pieces[0]?.length ?? 0;
  const end = typeof tail === 'string' ? encoder.encode(tail) : tail;
  let rows = 0;
  while (length + end.length < size) {
    const bytes = encoder.encode(row(rows));
    pieces.push(bytes);
    length += bytes.length;
    rows += 1;
  }
  pieces.push(end);
  const blob = new Blob(pieces as BlobPart[]);
  return { rows, size: blob.size, slice: (from, to) => blob.slice(from, to) };
}

const reader = createFileReader({
  settings: () => defaultSettings('US'),
  zone: () => 'UTC',
  act: () => ({ now: wednesday, by: 'Chris', me: null, newId: () => crypto.randomUUID() }),
  standInReason: () => 'Missed call',
  loadCsv: loadCsvTools,
});

/** What comes of it: how many entries, or why not and at which row. */
async function comesTo(file: SliceSource): Promise<number | string> {
  const reading = { signal: new AbortController().signal, onRead: () => {} };
  try {
    const opened = await reader.open(file, reading);
    return (await reader.read(file, opened, reading)).entries.length;
  } catch (error) {
    if (error instanceof BackupProblem) return `${error.code} ${error.row}`;
    throw error;
  }
}

const long = 'Wants the boiler looked at before the weekend. '.repeat(20);
const entry = (place: number) =>
  JSON.stringify(aCallback({ id: idAt(place + 1), callerName: `Caller ${place}`, reason: long }));
const head = '{"format":"ringback-backup","version":1,"callbacks":[\n';
const jsonRow = (place: number) => `${place === 0 ? '' : ',\n'}${entry(place)}`;
const csvHead = 'Name,Phone,Reason\n';
const csvRow = (place: number) =>
  `Caller ${place},+1415555${String(place % 10_000).padStart(4, '0')},"${long}"\n`;

describe('a file of 100 MB', () => {
  const files: [string, () => SliceSource & { rows: number }, (rows: number) => number | string][] = [
    ['of our own JSON is read whole', () => fileOf(head, jsonRow, '],"closedDays":[]}\n'), (rows) => rows],
    [
      'that ends in the middle says so',
      () => fileOf(head, jsonRow, ',\n{"id":"'),
      (rows) => `truncated ${rows + 1}`,
    ],
    [
      'with one byte of another encoding at its end names the row',
      () => fileOf(csvHead, csvRow, new Uint8Array([0x4d, 0xfc, 0x6c, 0x2c, 0x31, 0x0a])),
      (rows) => `encoding ${rows + 2}`,
    ],
    [
      'of another tool’s CSV is read whole',
      () => fileOf(csvHead, csvRow, 'Dana,+14155550132,Call\n'),
      (rows) => rows + 1,
    ],
    [
      'with a quotation mark that is never closed names the row',
      () => fileOf(csvHead, (place) => (place === 3 ? `Caller,1,"${long}` : long), ''),
      () => 'row-too-long 2',
    ],
    [
      'of brackets alone is refused',
      () => fileOf('[', () => '['.repeat(1_000), ''),
      () => 'not-a-backup null',
    ],
    [
      'of quotation marks alone is refused',
      () => fileOf('', () => '"'.repeat(1_000), ''),
      () => 'row-too-long 1',
    ],
    [
      'of empty lines is refused',
      () => fileOf('', () => '\n'.repeat(1_000), ''),
      () => 'too-many-rows 200001',
    ],
  ];

  it.each(files)('%s', { timeout: 240_000 }, async (what, make, expected) => {
    const file = make();
    expect(file.size).toBeGreaterThanOrEqual(size * 0.99);
    const began = performance.now();
    const came = await comesTo(file);
    const seconds = (performance.now() - began) / 1_000;
    console.log(`${what}: ${came}, ${seconds.toFixed(1)} s`);
    await publish(`huge-${what.replaceAll(/\W+/g, '-')}`, 0, { rows: file.rows, came, seconds });
    expect(came).toEqual(expected(file.rows));
    expect(seconds).toBeLessThan(withinSeconds);
  });
});
