/** Rows of a list as callers: who, which number, when, missed or not. */
import { callTime } from './call-time.ts';
import { isPlaceholder, isUnknownCaller, type LabelKind, readLabel } from './labels.ts';
import { cleanName, nameKey, nameShape } from './name-shape.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import type { Item, Page } from './page-model.ts';
import type { Row, RowGroup } from './row-groups.ts';
import { isMoment } from './side-lists.ts';
import { fold } from './text.ts';
import type { CallerRow, CaptureContext } from './types.ts';

/** Rows kept at most: more cannot be ticked by hand. */
const rowMax = 200;

const nameColumns: readonly LabelKind[] = [
  'caller',
  'customer',
  'requester',
  'contact',
  'name',
  'firstName',
  'calling',
  'company',
];
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
const notCallers: ReadonlySet<LabelKind> = new Set([
  'agent',
  'author',
  'agentPhone',
  'called',
  'other',
  'otherPhone',
]);

const missedWords =
  /\b(?:missed|abandon\w*|no answer|unanswered|voicemail|not answered|lost|perdida|perdidas|abandonad\w*|buzon|manque\w*|abandonne\w*|messagerie|verpasst\w*|entgangen\w*|perdid\w*|nao atendid\w*|pers[ae]|gemist\w*|nieodebran\w*|missat\w*)\b|不在|فائت|لم يرد/;
const answeredWords =
  /\b(?:answered|completed|connected|talked|atendida|contestada|repondu\w*|angenommen|beantwortet|atendid\w*|rispost\w*|beantwoord|odebran\w*|besvarat)\b|応答|通話済|مجابة|تم الرد/;

/** All rows of callers on the page, in page order. */
export function callerRows(
  page: Page,
  groups: readonly RowGroup[],
  phones: readonly PhoneOccurrence[],
  context: CaptureContext,
  noCallerPage: boolean,
): CallerRow[] {
  const callers: CallerRow[] = [];
  for (const group of groups) {
    if (!isAboutCallers(group, noCallerPage)) continue;
    const rows = readGroup(page, group, phones, context);
    if (rows.length > 0) callers.push(...rows);
  }
  return callers.slice(0, rowMax);
}

function isAboutCallers(group: RowGroup, noCallerPage: boolean): boolean {
  const kinds = [...group.headers.values()].map((header) => header.label?.kind);
  const named = kinds.some(
    (kind) => kind && nameColumns.includes(kind) && kind !== 'name' && kind !== 'company',
  );
  if (group.titleLabel && notCallers.has(group.titleLabel.kind) && !named) return false;
  if (noCallerPage && !named) return false;
  return true;
}

function readGroup(
  page: Page,
  group: RowGroup,
  phones: readonly PhoneOccurrence[],
  context: CaptureContext,
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
  const callers: CallerRow[] = [];
  const column = nameColumn(group);
  let named = 0;
  for (const { row, found } of parsed) {
    const phone = bestPhone(
      row,
      group,
      found.filter((one) => !ours(one.match.e164)),
    );
    const name = nameIn(page, row, group, column);
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
      time: timeIn(row, group, context, dayFirst),
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
  return callers.length >= 2 || (headed && callers.length > 0 && group.rows.length > 1) ? callers : [];
}

function headingText(page: Page): string {
  return page.items
    .filter((item) => item.heading === 1 && !item.hidden)
    .map((item) => item.text)
    .join(' ');
}

function headerOf(row: Row, group: RowGroup, item: Item): LabelKind | undefined {
  const column = row.columns[row.items.indexOf(item)] ?? -1;
  return group.headers.get(column)?.label?.kind;
}

/** The row's number to call back: by its column first, never from a column of our side. */
function bestPhone(row: Row, group: RowGroup, found: readonly PhoneOccurrence[]): PhoneOccurrence | null {
  let best: PhoneOccurrence | null = null;
  let rank = Number.POSITIVE_INFINITY;
  for (const phone of found) {
    const header = headerOf(row, group, phone.item);
    const kind = header ?? phone.label?.kind;
    if (
      kind &&
      (notCallers.has(kind) ||
        /^(fax|pager|id|recordNumber|accountNumber|time|amount|subject|note)$/.test(kind))
    )
      continue;
    const own = phone.label?.kind;
    if (own === 'fax' || own === 'called') continue;
    const place = kind ? phoneColumns.indexOf(kind) : -1;
    const score =
      (place < 0 ? 20 : place) +
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

/** The row's name; `seen` also when the row says that nobody is known. */
function nameIn(
  page: Page,
  row: Row,
  group: RowGroup,
  column: number | null,
): { value: string | null; seen: boolean } {
  const parts = partColumns(group);
  if (parts) {
    const text = (at: number): string =>
      row.items.find((item, place) => row.columns[place] === at && item.leaf.kind === 'text')?.text ?? '';
    const name = cleanName(`${text(parts.first)} ${text(parts.last)}`);
    if (nameShape(name) > 0) return { value: name, seen: true };
  }
  if (column !== null) {
    const cell = row.items.filter((_, at) => row.columns[at] === column);
    const kind = group.headers.get(column)?.label?.kind;
    const names = cell.filter((item) => !isNumberText(item.text)).flatMap((item) => nameOf(item, true) ?? []);
    // An avatar's letters stand before the name they are taken from.
    const name = names.find((text) => text.length > 3) ?? names[0];
    if (kind === 'firstName') {
      const last = row.items.find((item) => headerOf(row, group, item) === 'lastName');
      return { value: name ? cleanName(`${name} ${last?.text ?? ''}`) : null, seen: true };
    }
    return { value: name ?? null, seen: true };
  }
  let best: { name: string; shape: number } | null = null;
  for (const item of row.items) {
    const kind = headerOf(row, group, item);
    if (kind && kind !== 'field') continue;
    const name = nameOf(item, false);
    if (name === null) continue;
    const tag = page.boxes[item.box]?.tag ?? '';
    const apart = /^(a|b|strong|h\d)$/.test(tag) || item.heading > 0 ? 0.5 : 0;
    const shape =
      nameShape(name) + apart - (item.leaf.kind === 'icon' ? 0.1 : 0) - (name.length <= 3 ? 0.4 : 0);
    if (shape >= 0.45 && (!best || shape > best.shape + 0.2)) best = { name, shape };
  }
  if (best) return { value: best.name, seen: true };
  return {
    value: null,
    seen: row.items.some((item) => isPlaceholder(item.text) && /\p{L}/u.test(item.text)),
  };
}

/** Columns of first and last names, where a list has both ("Cognome" and "Nome", "Nom" and "Prénom"). */
function partColumns(group: RowGroup): { first: number; last: number } | null {
  const of = (kind: LabelKind): number | undefined =>
    [...group.headers].find(([, header]) => header.label?.kind === kind && header.label.share > 0.5)?.[0];
  const [first, last, name] = [of('firstName'), of('lastName'), of('name')];
  if (first !== undefined && last !== undefined) return { first, last };
  if (last !== undefined && name !== undefined) return { first: name, last };
  return first !== undefined && name !== undefined ? { first, last: name } : null;
}

/** The column that names the callers: by what its header says, then by how much its cells look like names. */
function nameColumn(group: RowGroup): number | null {
  let best: number | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [column, header] of group.headers) {
    const known = header.label && header.label.share > 0.5 ? header.label.kind : undefined;
    const rank = known ? nameColumns.indexOf(known) : unknownRank;
    if (rank < 0) continue;
    const cells = group.rows.flatMap((row) => row.items.filter((_, at) => row.columns[at] === column));
    const words = cells.filter((item) => !isNumberText(item.text) && item.text.length > 2);
    if (words.length === 0) continue;
    const shape = words.reduce((sum, item) => sum + nameShape(cleanName(item.text)), 0) / words.length;
    // A column whose header nobody knows has to look like names; each of its cells different from the next.
    if (!known && (shape < 0.4 || new Set(words.map((item) => item.text)).size < words.length * 0.6))
      continue;
    // A column of numbers headed "Caller" or "From" names nobody.
    const score = shape * 3 - rank * 0.35;
    if (score > bestScore) {
      best = column;
      bestScore = score;
    }
  }
  return best;
}

/** Where a column without a known header stands among the known ones. */
const unknownRank = 7;

function isNumberText(text: string): boolean {
  return /^[\d\s()+.\-/x]+$/.test(text);
}

/** A name that shares its cell with the number ("Dana Lee" <4155550132>). */
function withoutNumber(text: string): string {
  const bare = text
    .replace(/\s*[<(（[]\s*[+\d][\d\s().+\-/]{5,}[>)）\]]\s*$/u, '')
    .replace(/[\s,;:–-]+[+(]?\d[\d\s().\-/]{6,}$/u, '')
    .replace(/^["“„«']\s*|\s*["”“»']$/gu, '');
  return cleanName(bare);
}

/** A cell's text as a name; in a name column also lower-case and single names count. */
function nameOf(item: Item, inNameColumn: boolean): string | null {
  if (item.leaf.kind === 'tel' || item.leaf.kind === 'mail') return null;
  const name = withoutNumber(item.text);
  if (
    !/\p{L}/u.test(name) ||
    isPlaceholder(name) ||
    isUnknownCaller(name) ||
    name.length > 100 ||
    !nameKey(name)
  )
    return null;
  if (/@/.test(name)) return null;
  if (inNameColumn) return (readLabel(name)?.share ?? 0) > 0.99 && !/\p{Lu}.*\s/u.test(name) ? null : name;
  return nameShape(name) > 0 ? name : null;
}

function timeIn(
  row: Row,
  group: RowGroup,
  context: CaptureContext,
  dayFirst: boolean,
): { epoch: number } | null {
  const cells = row.items.filter((item) => {
    const kind = headerOf(row, group, item);
    return kind === 'time' || (kind === undefined && item.text.length <= 30);
  });
  const duration = /dur|length|wait|talk|dauer|longueur|durat|espera|attente|warte/;
  for (const item of cells) {
    const column = row.columns[row.items.indexOf(item)] ?? -1;
    if (duration.test(fold(group.headers.get(column)?.text ?? ''))) continue;
    const epoch = callTime(item.text, context.now, context.zone, dayFirst);
    if (epoch !== null) return { epoch };
  }
  return null;
}
