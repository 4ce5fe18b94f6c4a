/** Rows that repeat: tables, grids, lists and cards with a number in each. */

import { areContactPoints } from './contact-points.ts';
import { fieldsOf } from './fields.ts';
import { isVocabulary, readLabel } from './labels.ts';
import { nameShape } from './name-shape.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import { areOfRecord, isSections, roleKinds } from './record-parts.ts';
import { isAlike, kindOf, siblings } from './row-alike.ts';
import { areFields, isNobody } from './row-fields.ts';
import type { Row, RowGroup } from './row-group.ts';
import { alignHeaders, columnOf, headerBefore, headersIn, isHeader, nameKinds } from './row-headers.ts';
import { isMessage } from './row-messages.ts';
import { isMoment } from './side-lists.ts';
import { isUnknownCaller } from './unknown-caller.ts';

/** Groups of at least two rows that hold numbers, or a table whose headers announce them. */
export function rowGroups(page: Page, phones: readonly PhoneOccurrence[]): RowGroup[] {
  const containers = new Map<number, { kind: string; boxes: Set<number> }>();
  const repeats = new Map<PageBox, boolean>();
  for (const phone of phones) {
    if (phone.item.hidden || phone.item.chrome || phone.prose) continue;
    const row = rowBox(page, phone.item, phones, repeats);
    if (!row) continue;
    const container = containerOf(page, row);
    const known = containers.get(container.at) ?? { kind: kindOf(row), boxes: new Set<number>() };
    if (known.kind === kindOf(row)) known.boxes.add(row.at);
    containers.set(container.at, known);
  }
  const groups: RowGroup[] = [];
  for (const [at, { kind }] of containers) {
    const container = page.boxes[at];
    if (container) groups.push(group(page, container, kind));
  }
  const lists = groups.filter((one) => isList(page, one, phones));
  // Two parts of a page of which one is a list are no list of two.
  return lists.filter((one) => !lists.some((other) => other !== one && isWithin(other, one)));
}

/** Parts of a page that can be taken for the rows of a list, at most. */
const partsMost = 3;

/** Whether a row of one group holds several rows of another. */
function isWithin(inner: RowGroup, outer: RowGroup): boolean {
  if (outer.rows.length > partsMost || outer.headers.size > 0) return false;
  return outer.rows.some((row) => {
    const items = new Set(row.items);
    return inner.rows.filter((one) => one.items.every((item) => items.has(item))).length >= 2;
  });
}

/** A list has a header that names its columns, or at least two rows with a number and a name each. */
function isList(page: Page, group: RowGroup, phones: readonly PhoneOccurrence[]): boolean {
  if (group.rows.length === 0) return false;
  if (areContactPoints(group)) return false;
  if (group.headers.size === 0 && areOfRecord(page, group)) return false;
  const heads = [...group.headers.values()].filter((header) => header.label && header.label.share > 0.6);
  if (heads.length >= 2 && heads.some((header) => header.label && nameKinds.has(header.label.kind)))
    return true;
  const numbers = new Set(phones.filter((phone) => !phone.prose).map((phone) => phone.item));
  const withNumber = group.rows.filter((row) => row.items.some((item) => numbers.has(item)));
  const full = withNumber.filter((row) =>
    row.items.some((item) => !item.leaf.label && (nameShape(item.text) >= 0.45 || isNobody(item.text))),
  );
  // Labels and values in rows are the record's own fields.
  const { labels } = fieldsOf(page);
  const fields = group.rows.filter((row) => row.items[0] && labels.has(row.items[0]));
  const known = fields.filter((row) =>
    row.items.some((item) => labels.has(item) && isVocabulary(item.text) && !isUnknownCaller(item.text)),
  );
  if (group.headers.size === 0 && fields.length >= group.rows.length * 0.6 && known.length >= 2) return false;
  // A few blocks under headings of their own, each with labelled fields, are the record's sections.
  if (group.headers.size === 0 && isSections(page, group)) return false;
  if (group.headers.size === 0 && areFields(page, group.rows, numbers)) return false;
  // Cards that each begin with another role ("Requester", "Assigned to") are fields, not rows.
  const roles = group.rows.filter(
    ({ items: [head] }) =>
      head && !isUnknownCaller(head.text) && roleKinds.has(readLabel(head.text)?.kind ?? 'field'),
  );
  if (roles.length >= group.rows.length * 0.5) return false;
  if (withNumber.filter((row) => isMessage(page, row, numbers)).length >= withNumber.length * 0.5)
    return false;
  return (full.length >= 2 && full.length >= withNumber.length * 0.5) || isCallLog(withNumber, phones);
}

/** Rows of different numbers with a time each: a log of calls, whether or not it names anybody. */
function isCallLog(rows: readonly Row[], phones: readonly PhoneOccurrence[]): boolean {
  if (rows.length < 2) return false;
  const timed = rows.filter((row) => row.items.some((item) => isMoment(item.text)));
  const numbers = new Set(
    phones.filter((phone) => rows.some((row) => row.items.includes(phone.item))).map((one) => one.match.e164),
  );
  return timed.length >= rows.length * 0.6 && numbers.size >= 2 && numbers.size >= rows.length * 0.5;
}

const rowRole = /^(listitem|option|treeitem)$/;

/**
 * The row an item is in: a real one, else the smallest box that repeats beside itself with a number each.
 * @param repeats what was found of boxes before: those of a list are asked of for each number under them
 */
function rowBox(
  page: Page,
  item: Item,
  phones: readonly PhoneOccurrence[],
  repeats: Map<PageBox, boolean>,
): PageBox | null {
  for (const box of page.up(item.box)) {
    if (box.tag === 'tr' || box.role === 'row') return box;
    if (rowRole.test(box.role ?? '') || (box.tag === 'li' && box.role !== 'presentation'))
      return outermost(page, box);
    if (box.tag === 'dl' || box.tag === 'body') return null;
    const known = repeats.get(box) ?? isRepeating(page, box, phones);
    repeats.set(box, known);
    if (known) return box;
  }
  return null;
}

/** A row of a custom element stands alone in its root: the element around it, and nothing else, is what repeats. */
function outermost(page: Page, row: PageBox): PageBox {
  for (const box of page.up(row.at)) {
    if (box.low !== row.low || box.high !== row.high) break;
    const parent = page.boxes[box.parent];
    if (parent && siblings(page, parent, box).length > 1) return box;
  }
  return row;
}

/** Whether at least two boxes beside each other, itself among them, are built alike and hold a number and a name. */
function isRepeating(page: Page, box: PageBox, phones: readonly PhoneOccurrence[]): boolean {
  if (box.high - box.low < 2) return false;
  const parent = page.boxes[box.parent];
  if (!parent || parent.tag === 'dl') return false;
  let found = 0;
  for (const one of siblings(page, parent, box)) {
    if (holds(one, phones) && holdsName(page, one) && isAlike(page, box, one)) found++;
    if (found === 2) return true;
  }
  return false;
}

function holds(box: PageBox, phones: readonly PhoneOccurrence[]): boolean {
  return phones.some((phone) => !phone.prose && phone.item.at >= box.low && phone.item.at < box.high);
}

const named = new WeakMap<PageBox, boolean>();

function holdsName(page: Page, box: PageBox): boolean {
  const known =
    named.get(box) ??
    page.items.slice(box.low, box.high).some((item) => !item.hidden && nameShape(item.text) >= 0.45);
  named.set(box, known);
  return known;
}

/** What holds the rows: the table or grid, else the row's parent. */
function containerOf(page: Page, row: PageBox): PageBox {
  const table = row.tag === 'tr' || row.role === 'row';
  for (const box of page.up(row.parent)) {
    if (!table || box.tag === 'table' || /^(grid|table|treegrid)$/.test(box.role ?? '')) return box;
  }
  return page.boxes[row.parent] ?? row;
}

function group(page: Page, container: PageBox, kind: string): RowGroup {
  const headers = new Map();
  const headerItems: Item[] = [];
  const rows: Row[] = [];
  const byIndex = new Map<number, Row>();
  const table = isTableRow(kind);
  for (const box of rowsIn(page, container, kind)) {
    const items = page.items.slice(box.low, box.high).filter((item) => !item.hidden && item.text !== '');
    if (items.length === 0) continue;
    const columns = items.map((item) => columnOf(page, item, box));
    if (isHeader(page, box, items) && (table || (rows.length === 0 && !isField(page, items)))) {
      headerItems.push(...items);
      for (const [at, item] of items.entries()) {
        const column = columns[at] ?? -1;
        const only =
          item.leaf.kind !== 'icon' || items.every((one, other) => one === item || columns[other] !== column);
        if (only && !headers.has(column))
          headers.set(column, { text: item.text, label: readLabel(item.text) });
      }
      continue;
    }
    const joined = box.row === undefined ? undefined : byIndex.get(box.row);
    if (joined) {
      joined.items.push(...items);
      joined.columns.push(...columns);
      continue;
    }
    const row = { items, columns };
    if (box.row !== undefined) byIndex.set(box.row, row);
    rows.push(row);
  }
  if (!table) dropOdd(rows);
  if (headers.size === 0) headersIn(page, container, headers, table ? [] : rows);
  if (headers.size === 0) headerBefore(page, container, headers, headerItems);
  alignHeaders(headers, rows);
  const title = headOf(page, container, rows) ?? titleOf(page, container);
  return { rows, headerItems, headers, title, titleLabel: readLabel(title) };
}

/** Whether rows of a kind are those of a table or grid, whose headers may come again further down. */
function isTableRow(kind: string): boolean {
  return /^(tr|.*\|row$)/.test(kind);
}

/** A label and its value ("Source", "Phone") are known words both, and head nothing. */
function isField(page: Page, [label, value, ...more]: readonly Item[]): boolean {
  return (
    label !== undefined && value !== undefined && more.length === 0 && fieldsOf(page).of.get(value) === label
  );
}

/** A card among the rows that holds far more than they do is a section of the record. */
function dropOdd(rows: Row[]): void {
  const sizes = rows.map((row) => row.items.length).sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  for (let at = rows.length - 1; at >= 0; at--) {
    if ((rows[at]?.items.length ?? 0) > Math.max(middle * 2.5, 8)) rows.splice(at, 1);
  }
}

function rowsIn(page: Page, container: PageBox, kind: string): PageBox[] {
  const rows: PageBox[] = [];
  const deep = kind.startsWith('tr|') || kind.endsWith('|row');
  for (let at = container.at + 1; at < page.boxes.length; at++) {
    const box = page.boxes[at];
    if (!box) break;
    if (box.low >= container.high) break;
    if (box.low < 0) continue;
    if (
      deep
        ? isIn(page, box, container) && kindOf(box) === kind
        : box.parent === container.at && kindOf(box) === kind
    ) {
      rows.push(box);
    }
  }
  return rows;
}

function isIn(page: Page, box: PageBox, container: PageBox): boolean {
  for (const up of page.up(box.parent)) {
    if (up.at === container.at) return true;
    if (up.tag === 'table') return false;
  }
  return false;
}

/** The heading inside the rows' container, before the first of them. */
function headOf(page: Page, container: PageBox, rows: readonly Row[]): string | null {
  const first = rows[0]?.items[0];
  const head = page.items
    .slice(container.low, first?.at ?? container.low)
    .findLast((item) => item.heading > 0 && !item.hidden);
  return head?.text ?? null;
}

/** The nearest heading or short label before the rows, within their card. */
function titleOf(page: Page, container: PageBox): string {
  let level = 0;
  for (const box of page.up(container.at)) {
    if (box.label && level < 3) return box.label;
    for (let at = container.low - 1; at >= Math.max(box.low, container.low - 20); at--) {
      const item = page.items[at];
      if (item && !item.hidden && item.heading > 0) return item.text;
    }
    if (++level > 5) break;
  }
  const before = page.items[container.low - 1];
  return before && !before.hidden && (readLabel(before.text)?.share ?? 0) > 0.5 ? before.text : '';
}
