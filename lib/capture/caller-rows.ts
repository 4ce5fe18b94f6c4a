/** Rows of a list as callers: who, which number, when, missed or not. */
import { callTime, isBareClock } from './call-time.ts';
import { isCallerList, missedWords, notCallers } from './caller-lists.ts';
import type { LabelKind } from './label-kind.ts';
import { readLabel } from './labels.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import type { Item, Page } from './page-items.ts';
import type { Row, RowGroup } from './row-group.ts';
import { headerOf, nameColumn, nameIn, nameOf } from './row-names.ts';
import { isMoment } from './side-lists.ts';
import { fold, plainDigits } from './text.ts';
import type { CallerRow, CaptureContext } from './types.ts';

/** Rows kept at most: more cannot be ticked by hand. */
export const rowMax = 200;

const phoneColumns: readonly LabelKind[] = [
  'callback',
  'calling',
  'mobile',
  'direct',
  'phone',
  'home',
  'work',
  'main',
  'switchboard',
  'caller',
  'contact',
  'customer',
  'number',
];

const answeredWords =
  /\b(?:answered|completed|connected|talked|atendida|contestada|repondu\w*|angenommen|beantwortet|atendid\w*|rispost\w*|beantwoord|odebran\w*|besvarat)\b|応答|通話済|مجابة|تم الرد/;

/**
 * All rows of callers on the page, in page order; `rowMax` of them are shown.
 * @param about see isCallerList
 */
export function callerRows(
  page: Page,
  groups: readonly RowGroup[],
  phones: readonly PhoneOccurrence[],
  context: CaptureContext,
  about: { noCallerPage: boolean; hasSubject: boolean },
): CallerRow[] {
  const callers: CallerRow[] = [];
  for (const group of groups) {
    if (!isCallerList(page, group, context, about)) continue;
    const rows = readGroup(page, group, phones, context, about.hasSubject);
    if (rows.length > 0) callers.push(...rows);
  }
  return callers;
}

function readGroup(
  page: Page,
  group: RowGroup,
  phones: readonly PhoneOccurrence[],
  context: CaptureContext,
  hasSubject: boolean,
): CallerRow[] {
  const dayFirst = !/^(US|PH|CA)$/.test(context.defaultCountry);
  const missedTitle = missedWords.test(
    fold(`${group.title} ${page.frames[0]?.title ?? ''} ${headingText(page)}`),
  );
  const counts = new Map<string, number>();
  const parsed = group.rows.map((row) => {
    const found = phones.filter((phone) => row.items.includes(phone.item));
    for (const e164 of new Set(found.map((phone) => phone.match.e164)))
      counts.set(e164, (counts.get(e164) ?? 0) + 1);
    return { row, found };
  });
  // A number in most rows is our own line, not a caller.
  const ours = (e164: string): boolean =>
    group.rows.length >= 3 && (counts.get(e164) ?? 0) > group.rows.length * 0.6;
  const own = ownColumns(group, parsed);
  const callers: CallerRow[] = [];
  const column = nameColumn(group);
  let named = 0;
  const orders = new Map<string, boolean>();
  const inOrder = (cell: number, at: number): boolean => {
    const place = cell < 0 ? `item ${at}` : `column ${cell}`;
    const known = orders.get(place) ?? runsInOrder(group, cell, at);
    orders.set(place, known);
    return known;
  };
  for (const { row, found } of parsed) {
    const theirs = found.filter((one) => !ours(one.match.e164));
    const called = outgoing(row, group, found, theirs);
    const phone =
      called?.phone ??
      bestPhone(
        row,
        group,
        theirs.filter((one) => !own.has(row.columns[row.items.indexOf(one.item)] ?? -1)),
      );
    const name = called?.name ?? nameIn(page, row, group, column);
    if (name.seen) named++;
    if (!phone) continue;
    const text = fold(row.items.map((item) => item.text).join(' '));
    callers.push({
      name: name.value,
      phone: {
        value: phone.shown,
        e164: phone.match.e164,
        ...(phone.match.extension ? { extension: phone.match.extension } : {}),
      },
      time: timeIn(row, group, context, dayFirst, inOrder),
      missed: missedWords.test(text) ? true : answeredWords.test(text) ? false : missedTitle ? true : null,
    });
  }
  const headed = [...group.headers.values()].some(
    (header) => header.label && phoneColumns.includes(header.label.kind),
  );
  const timed = group.rows.filter((row) => row.items.some((item) => isMoment(item.text))).length;
  // A log of calls may name nobody; any other list of callers names most of them.
  const isLog = timed >= parsed.length * 0.6 && new Set(callers.map((one) => one.phone?.e164)).size >= 2;
  if (named < parsed.length * 0.4 && !(headed && named > 0) && !isLog) return [];
  if (callers.length >= 2 || (headed && callers.length > 0 && group.rows.length > 1)) return callers;
  // A log of one call is known by its columns: whom, which number, when.
  const kinds = [...group.headers.values()].map((header) => header.label?.kind);
  const ofOne = !hasSubject && headed && column !== null && kinds.includes('time');
  return ofOne && group.rows.length === 1 ? callers : [];
}

/** What lists of calls say of those we made ourselves, folded. */
const outgoingWords =
  /^(?:outgoing|outbound|outgoing call|outbound call|dialed|dialled|saliente|saida|efetuada|realizada|sortant|emis|ausgehend|getatigt|in uscita|effettuata|uitgaand|wychodzace|utgaende|発信|صادرة|صادر)$/;

/** Of a call we made, in a list with a column of numbers for each side: whom we called. */
function outgoing(
  row: Row,
  group: RowGroup,
  found: readonly PhoneOccurrence[],
  theirs: readonly PhoneOccurrence[],
): { phone: PhoneOccurrence; name: { value: string | null; seen: boolean } | null } | null {
  if (!row.items.some((item) => outgoingWords.test(fold(item.text)))) return null;
  const side = (item: Item): LabelKind | undefined => headerOf(row, group, item);
  const phone = theirs.find((one) => side(one.item) === 'called');
  if (!phone || !found.some((one) => side(one.item) === 'calling')) return null;
  const sides = /^(?:called|other|contact|customer|name)$/;
  const names = row.items
    .filter((item) => item !== phone.item && sides.test(side(item) ?? ''))
    .flatMap((item) => nameOf(item, true) ?? []);
  return { phone, name: names[0] ? { value: names[0], seen: true } : null };
}

/** Whether what reads as a number's label stands behind it: "Closed" is how the call ended, not when. */
function isState(row: Row, { item, label, labelText }: PhoneOccurrence): boolean {
  return label?.kind === 'time' && row.items.some((one) => one.at > item.at && one.text === labelText);
}

/** Rows from which a column of few different numbers beside one of many says something. */
const columnRows = 4;

/** Columns that hold the same few numbers over and over, beside one with another in each row: our own lines. */
function ownColumns(
  group: RowGroup,
  parsed: readonly { row: Row; found: readonly PhoneOccurrence[] }[],
): ReadonlySet<number> {
  const numbers = new Map<number, string[]>();
  for (const { row, found } of parsed)
    for (const one of found) {
      const column = row.columns[row.items.indexOf(one.item)] ?? -1;
      numbers.set(column, [...(numbers.get(column) ?? []), one.match.e164]);
    }
  const share = (list: readonly string[]): number => new Set(list).size / list.length;
  const many = [...numbers].filter(([, list]) => list.length >= columnRows && share(list) > 0.7);
  if (many.length === 0 || group.rows.length < columnRows) return new Set();
  return new Set(
    [...numbers].flatMap(([at, list]) => (list.length >= columnRows && share(list) <= 0.5 ? [at] : [])),
  );
}

function headingText(page: Page): string {
  return page.items
    .filter((item) => item.heading === 1 && !item.hidden)
    .map((item) => item.text)
    .join(' ');
}

/** Columns for people, in which their numbers may stand as well. */
const people: ReadonlySet<LabelKind> = new Set(['caller', 'contact', 'customer']);

/** How much of a label beside a number of a row has to be known. */
const labelShare = 0.75;

/** The row's number to call back: by its column first, never from a column of our side. */
function bestPhone(row: Row, group: RowGroup, found: readonly PhoneOccurrence[]): PhoneOccurrence | null {
  let best: PhoneOccurrence | null = null;
  let rank = Number.POSITIVE_INFINITY;
  for (const phone of found) {
    const header = headerOf(row, group, phone.item);
    // "Call back: 512 550 142", "Missed call +48 …": a subject that is nothing but the number to call.
    // What stands in a row beside a number ("Front desk · Hung up") is a label only where most of it is one.
    const isLabel = phone.label && phone.label.share >= labelShare && !isState(row, phone);
    const own = isLabel ? phone.label?.kind : undefined;
    const asked =
      header === 'subject' &&
      (missedWords.test(fold(phone.item.text)) || (own !== undefined && phoneColumns.includes(own)));
    const kind = asked ? (own ?? 'phone') : isValue(header, phone) ? undefined : (header ?? own);
    if (
      kind &&
      (notCallers.has(kind) ||
        /^(fax|pager|id|recordNumber|accountNumber|time|amount|subject|note)$/.test(kind))
    )
      continue;
    if (own === 'fax' || own === 'called' || (isValue(header, phone) && saysFax(row))) continue;
    const place = kind ? phoneColumns.indexOf(kind) : -1;
    // Bare digits in a column for people are whose id it is, where another column has a number.
    const isId = kind !== undefined && people.has(kind) && !phone.match.grouped && !phone.telLink;
    const score =
      (place < 0 ? 20 : place) +
      (isId ? 5 : 0) +
      (phone.prose ? 30 : 0) -
      (phone.telLink ? 0.5 : 0) +
      (phone.match.valid ? 0 : 10);
    if (phone.prose && place < 0) continue;
    if (place < 0 && !phone.telLink && !phone.match.grouped) continue;
    if (score < rank) {
      best = phone;
      rank = score;
    }
  }
  return best;
}

/** A column headed "Value" holds whatever the row says it is. */
function isValue(header: LabelKind | undefined, phone: PhoneOccurrence): boolean {
  return header === 'amount' && phone.alone && phone.match.grouped;
}

/** Whether a row says of its value that nobody speaks on it. */
function saysFax(row: Row): boolean {
  return row.items.some((item) => /^(?:fax|pager)$/.test(readLabel(item.text)?.kind ?? ''));
}

/** When the row's call came. A bare "2:31" in a column nothing names is a time only where the column runs in order. */
function timeIn(
  row: Row,
  group: RowGroup,
  context: CaptureContext,
  dayFirst: boolean,
  inOrder: (column: number, at: number) => boolean,
): { epoch: number } | null {
  const duration = /dur|length|wait|talk|dauer|longueur|durat|espera|attente|warte/;
  const read = (item: Item): { epoch: number } | null => {
    const epoch = callTime(item.text, context.now, context.zone, dayFirst);
    return epoch === null ? null : { epoch };
  };
  let bare: { epoch: number } | null = null;
  for (const [at, item] of row.items.entries()) {
    const kind = headerOf(row, group, item);
    if (kind !== 'time' && (kind !== undefined || item.text.length > 30)) continue;
    const column = row.columns[at] ?? -1;
    if (duration.test(fold(group.headers.get(column)?.text ?? ''))) continue;
    const time = read(item);
    if (time && (kind === 'time' || !isBareClock(item.text))) return time;
    bare ??= time && inOrder(column, at) ? time : null;
  }
  return bare;
}

/** Whether a column's times of day only rise or only fall, as those of a log do and durations do not. */
function runsInOrder(group: RowGroup, column: number, at: number): boolean {
  const minutes = group.rows.flatMap((row) => {
    const item = column < 0 ? row.items[at] : row.items[row.columns.indexOf(column)];
    const [, hour, minute] = /^\s*(\d{1,2}):(\d{2})/.exec(plainDigits(item?.text ?? '')) ?? [];
    return hour ? [Number(hour) * 60 + Number(minute)] : [];
  });
  if (minutes.length < timesLeast || new Set(minutes).size < timesLeast) return false;
  const steps = minutes.slice(1).map((one, before) => one - (minutes[before] ?? 0));
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}

/** Times a column shows at least before their order says anything. */
const timesLeast = 3;
