/** Headers of columns: in the table, in a row element of its own, or before the rows. */

import { isHeaderCell } from './column-header.ts';
import type { LabelKind } from './label-kind.ts';
import { readLabel } from './labels.ts';
import { nameShape } from './name-shape.ts';
import { isPhoneKind } from './occurrences.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import type { Headers, Row } from './row-group.ts';
import { countDigits, plainDigits, wordCount } from './text.ts';

/** Headers of columns that name callers, best first. */
export const nameColumns: readonly LabelKind[] = [
  'caller',
  'customer',
  'requester',
  'contact',
  'name',
  'firstName',
  'calling',
  'company',
];

/** Headers over names; a table of one person's numbers (type, number, note) has none. */
export const nameKinds: ReadonlySet<LabelKind> = new Set([...nameColumns, 'agent']);

/** A row of column headers: th, columnheader, or nothing but known words without digits. */
export function isHeader(page: Page, row: PageBox, items: readonly Item[]): boolean {
  const cells = items.map((item) => {
    for (const box of page.up(item.box)) {
      if (box.at === row.at) return '';
      if (box.tag === 'th' || box.role === 'columnheader') return 'head';
      if (box.tag === 'td' || box.role === 'gridcell' || box.role === 'cell') return 'data';
    }
    return '';
  });
  const heads = cells.filter((cell) => cell === 'head').length;
  if (page.boxes[row.parent]?.tag === 'thead' && heads >= cells.length / 2) return true;
  // "Full name | Dana Lee | Phone | …": labels in cells for heads, each before its value.
  if (cells.includes('data') && cells.includes('head')) return false;
  if (cells.includes('data')) {
    // Old tables head their columns in plain cells: the first row, known words only, and no numbers.
    const table = page.boxes[row.parent];
    if (!table || row.index !== 0 || items.length < 3 || row.low !== table.low) return false;
  }
  if (cells.length > 1 && cells.every((cell) => cell === 'head')) return true;
  if (items.length < 2 || items.some((item) => countDigits(plainDigits(item.text)) > 2)) return false;
  // "Dana Lee", "Call", "Delete" over the parts of her record.
  if (items.some((item) => nameShape(item.text) >= 0.8 && wordCount(item.text) > 1 && !readLabel(item.text)))
    return false;
  const known = items.filter((item) => (readLabel(item.text)?.share ?? 0) >= 0.6);
  return known.length >= Math.max(2, items.length * 0.7);
}

/**
 * Column headers inside the container in rows of another kind (a header row element of its own).
 * @param rows rows whose texts are no headers of theirs: a list inside one of them has its own
 */
export function headersIn(page: Page, container: PageBox, headers: Headers, rows: readonly Row[]): void {
  const inner = new Set(rows.flatMap((row) => row.items));
  for (const item of page.items.slice(container.low, container.high)) {
    if (item.hidden || item.leaf.kind === 'icon' || inner.has(item)) continue;
    for (const box of page.up(item.box)) {
      if (box.at === container.at) break;
      if (box.column === undefined) continue;
      if (isHeaderCell(page, box) && !headers.has(box.column)) {
        headers.set(box.column, { text: item.text, label: readLabel(item.text) });
      }
      break;
    }
  }
}

/** Headers of a grid whose header row lives outside the rows' container, right before it. */
export function headerBefore(page: Page, container: PageBox, headers: Headers, headerItems: Item[]): void {
  const around = page.boxes[container.parent];
  if (!around) return;
  // The rows may stand in wrappers of their own, beside those of the header.
  let both: PageBox | undefined = around;
  for (let up = 0; up < 4 && both && both.low >= container.low; up++) both = page.boxes[both.parent];
  for (let at = Math.max(both?.low ?? around.low, container.low - 14); at < container.low; at++) {
    const item = page.items[at];
    if (!item || item.hidden) continue;
    // Heads of a table that has cells of its own before the rows are over those.
    if (page.items.slice(at + 1, container.low).some((one) => standsInCell(page, one))) continue;
    for (const box of page.up(item.box)) {
      if (box.at === both?.at) break;
      if (box.column !== undefined && (box.tag === 'th' || box.role === 'columnheader')) {
        headers.set(box.column, { text: item.text, label: readLabel(item.text) });
      }
    }
  }
  if (headers.size > 0) return;
  // Divs: the sibling before the rows, when it holds nothing but known words.
  let before: PageBox | null = null;
  for (const box of page.boxes) {
    if (box.parent === around.at && box.high <= container.low && box.high > box.low) before = box;
  }
  if (!before || before.high - before.low > 12) return;
  // The row itself may stand in wrappers of its own.
  for (const box of page.boxes) {
    if (
      box.low === before.low &&
      box.high === before.high &&
      box.parent === before.at &&
      box.high - box.low > 1
    )
      before = box;
  }
  const items = page.items.slice(before.low, before.high).filter((item) => !item.hidden);
  // Tabs and the product's own bar over a record head nothing.
  if (items.some((item) => item.strip)) return;
  if (items.some((item) => item.chrome && !page.items[container.low]?.chrome)) return;
  if (areCards(page, container, items.length)) return;
  const kinds = items.flatMap((item) => readLabel(item.text)?.kind ?? []);
  if (!isHeader(page, before, items) || !kinds.some((kind) => nameKinds.has(kind) || isPhoneKind(kind)))
    return;
  const columns = new Map(items.map((item) => [columnOf(page, item, before as PageBox), item]));
  // Headers stand one over each column; a bar with a menu and a name in it does not.
  if (columns.size < items.length * 0.8) return;
  headerItems.push(...items);
  for (const [column, item] of columns) headers.set(column, { text: item.text, label: readLabel(item.text) });
}

/** Whether rows have headings of their own and hold more than there are heads: what stands before them are tabs. */
function areCards(page: Page, container: PageBox, heads: number): boolean {
  const shown = (box: PageBox): Item[] =>
    page.items.slice(box.low, box.high).filter((item) => !item.hidden && item.leaf.kind !== 'tel');
  if ((shown(container)[0]?.heading ?? 0) === 0) return false;
  return page.boxes.some((box) => box.parent === container.at && shown(box).length > heads);
}

/** Whether an item stands in a cell of a table's body. */
function standsInCell(page: Page, item: Item): boolean {
  for (const box of page.up(item.box))
    if (box.column !== undefined) return !item.hidden && !isHeaderCell(page, box);
  return false;
}

/** Puts headers over the columns they head where the header row, or each row under it, has a cell more before them. */
export function alignHeaders(headers: Headers, rows: readonly Row[]): void {
  const over = [...headers.keys()].filter((column) => column >= 0);
  const under = rows.flatMap((row) => row.columns).filter((column) => column >= 0);
  if (over.length < 3 || under.length === 0) return;
  const shift = Math.min(...under) - Math.min(...over);
  if (shift !== 1 && (shift !== -1 || Math.max(...over) - Math.max(...under) !== 1)) return;
  const moved: Headers = new Map([...headers].map(([column, header]) => [column + shift, header]));
  if (fitting(moved, rows) <= fitting(headers, rows)) return;
  headers.clear();
  for (const [column, header] of moved) headers.set(column, header);
}

/** How many headers stand over what they announce: numbers, times, addresses of mail. */
function fitting(headers: Headers, rows: readonly Row[]): number {
  return [...headers].filter(([column, { label }]) => {
    const cells = rows.flatMap((row) => row.items.filter((_, at) => row.columns[at] === column));
    const fits = (text: string): boolean =>
      label?.kind === 'time'
        ? /\d{1,2}[:.h]\d{2}|\d{4}/.test(plainDigits(text))
        : label?.kind === 'email'
          ? text.includes('@')
          : (label?.kind === 'number' || isPhoneKind(label?.kind)) && countDigits(plainDigits(text)) >= 7;
    return label !== null && cells.filter((item) => fits(item.text)).length > cells.length / 2;
  }).length;
}

/** The row itself inside wrappers that hold nothing else. */
function innermost(page: Page, row: PageBox): PageBox {
  let inner = row;
  for (let at = row.at + 1; at < page.boxes.length; at++) {
    const box = page.boxes[at];
    if (!box || box.parent !== inner.at || box.low !== row.low || box.high !== row.high) break;
    if (box.children < 1) break;
    inner = box;
  }
  return inner;
}

/** A cell's column: its own, else its place in the row. */
export function columnOf(page: Page, item: Item, wrapped: PageBox): number {
  const row = innermost(page, wrapped);
  let child = -1;
  for (const box of page.up(item.box)) {
    if (box.at === row.at) break;
    if (box.column !== undefined) return box.column;
    child = box.index;
  }
  return child;
}
