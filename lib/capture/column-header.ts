/** The header of a table's or grid's column. */
import { type Label, readLabel } from './labels.ts';
import type { Item, Page, PageBox } from './page-items.ts';

/** A label found for an item. */
export interface FoundLabel {
  text: string;
  /** null when the vocabulary does not know it. */
  label: Label | null;
  /** Tied by the page (for, aria, th, dt) rather than by neighbourhood. */
  tied: boolean;
  /** It is a heading over what follows, no label of one value. */
  heading?: boolean;
  /** It heads a column with more than one row under it. */
  column?: boolean;
}

/** The header of a table's or grid's column, from the nearest rows above that are headers. */
export function columnHeader(page: Page, item: Item): FoundLabel | null {
  let column: number | undefined;
  for (const box of page.up(item.box)) {
    if (box.column !== undefined) {
      if (box.tag === 'th' || box.role === 'columnheader') return null;
      column ??= box.column;
    }
    if (column !== undefined && (box.tag === 'table' || /^(grid|table|treegrid)$/.test(box.role ?? ''))) {
      const header = headerAt(page, box, column, item.at);
      if (header) return header;
      column = undefined;
    }
  }
  return null;
}

/** What is known of a table's columns, read once a page: large tables ask for it once a cell. */
interface Columns {
  /** Header cells in page order. */
  heads: { at: number; column: number; text: string }[];
  /** Column → the rows with a cell of data in it. */
  rows: Map<number, Set<number>>;
}

const known = new WeakMap<PageBox, Columns>();

function columnsOf(page: Page, table: PageBox): Columns {
  const before = known.get(table);
  if (before) return before;
  const columns: Columns = { heads: [], rows: new Map() };
  for (let at = table.low; at < table.high; at++) {
    const item = page.items[at];
    let innermost = true;
    for (const box of page.up(item?.box ?? -1)) {
      if (box.at === table.at) break;
      if (box.column === undefined) continue;
      if (innermost && item && !item.hidden && isHeaderCell(page, box))
        columns.heads.push({ at, column: box.column, text: item.text });
      innermost = false;
      if (box.tag === 'td' || box.role === 'gridcell' || box.role === 'cell')
        columns.rows.set(box.column, (columns.rows.get(box.column) ?? new Set()).add(box.parent));
    }
  }
  known.set(table, columns);
  return columns;
}

function headerAt(page: Page, table: PageBox, column: number, before: number): FoundLabel | null {
  const { heads, rows } = columnsOf(page, table);
  const text = heads.findLast((head) => head.column === column && head.at < before)?.text;
  return text
    ? { text, label: readLabel(text), tied: true, column: (rows.get(column)?.size ?? 0) > 1 }
    : null;
}

/** A th that heads a column: a th with td beside it in the same row heads the row instead. */
export function isHeaderCell(page: Page, box: PageBox): boolean {
  if (box.role === 'columnheader') return true;
  if (box.tag !== 'th') return false;
  const row = page.boxes[box.parent];
  if (!row) return false;
  // A table says itself which of its rows are heads, whatever stands before them (a box to tick, "Modify").
  if (page.boxes[row.parent]?.tag === 'thead') return true;
  for (let at = row.low; at < row.high; at++) {
    for (const up of page.up(page.items[at]?.box ?? -1)) {
      if (up.at === row.at) break;
      if (up.tag === 'td') return false;
    }
  }
  return true;
}
