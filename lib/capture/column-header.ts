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

function headerAt(page: Page, table: PageBox, column: number, before: number): FoundLabel | null {
  let text = '';
  const rows = new Set<number>();
  for (let at = table.low; at < before; at++) {
    const item = page.items[at];
    if (!item || item.hidden) continue;
    for (const box of page.up(item.box)) {
      if (box.at === table.at) break;
      if (box.column === undefined) continue;
      if (box.column === column && isHeaderCell(page, box)) text = item.text;
      break;
    }
  }
  for (let at = table.low; at < table.high; at++) {
    for (const box of page.up(page.items[at]?.box ?? -1)) {
      if (box.at === table.at) break;
      if ((box.tag === 'td' || box.role === 'gridcell' || box.role === 'cell') && box.column === column)
        rows.add(box.parent);
    }
  }
  return text ? { text, label: readLabel(text), tied: true, column: rows.size > 1 } : null;
}

/** A th that heads a column: a th with td beside it in the same row heads the row instead. */
export function isHeaderCell(page: Page, box: PageBox): boolean {
  if (box.role === 'columnheader') return true;
  if (box.tag !== 'th') return false;
  const row = page.boxes[box.parent];
  if (!row) return false;
  for (let at = row.low; at < row.high; at++) {
    for (const up of page.up(page.items[at]?.box ?? -1)) {
      if (up.at === row.at) break;
      if (up.tag === 'td') return false;
    }
  }
  return true;
}
