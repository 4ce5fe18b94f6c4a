import { guardCell } from './cell-guard.ts';
import { csvLines } from './csv-rows.ts';

/** Rows as a CSV text (RFC 4180) in which no cell is taken for a formula, whatever somebody is called. */
export function guardedCsv(rows: readonly (readonly string[])[]): string {
  return csvLines(rows.map((cells) => cells.map(guardCell)));
}
