/**
 * Fields of the record that are built like rows of a list: told apart by what stands in them, for where the
 * vocabulary knows none of their labels.
 */
import { fieldsOf } from './fields.ts';
import { isPlaceholder, readLabel } from './labels.ts';
import { nameShape } from './name-shape.ts';
import { isPhoneKind } from './occurrences.ts';
import type { Item, Page } from './page-items.ts';
import type { Row } from './row-group.ts';
import { isMoment } from './side-lists.ts';
import { countDigits, plainDigits } from './text.ts';

/** From this shape on a text is a name, whatever the vocabulary does not know. */
const fullName = 0.8;
/** Most sections of a record, each with a title of its own. */
const sectionsMost = 5;

/**
 * Whether rows without column headers are the record's own fields.
 * @param numbers items that hold a telephone number
 */
export function areFields(page: Page, rows: readonly Row[], numbers: ReadonlySet<Item>): boolean {
  const timed = rows.filter((row) => row.items.some((item) => isMoment(item.text))).length;
  if (timed >= rows.length * 0.6) return false;
  return areMixed(rows, numbers) || areApart(rows, numbers) || areParts(page, rows, numbers);
}

const isName = (item: Item): boolean => nameShape(item.text) >= fullName;

/** A name, or what stands in its place. */
const isWho = (item: Item): boolean => isName(item) || isNobody(item.text);

/** Scripts without capitals: any word may be a name there. */
const isUncased = (row: Row): boolean =>
  row.items.some((item) => isName(item) && !/\p{Lu}|\p{Ll}/u.test(item.text));

/** What kind of thing a text is, as far as its letters and digits say. */
function kindOf(item: Item, numbers: ReadonlySet<Item>): string {
  if (numbers.has(item)) return 'phone';
  if (/@/.test(item.text)) return 'mail';
  return countDigits(plainDigits(item.text)) >= 3 ? 'digits' : 'words';
}

/** People's rows hold the same kinds of things, each with a name; fields hold a number here, a date or an id there. */
function areMixed(rows: readonly Row[], numbers: ReadonlySet<Item>): boolean {
  const named = rows.some(isUncased) ? [] : rows.filter((row) => row.items.some(isWho));
  const called = rows.filter((row) => row.items.some((item) => numbers.has(item)));
  const builds = new Set(
    rows.map((row) => [...new Set(row.items.map((item) => kindOf(item, numbers)))].sort().join(' ')),
  );
  return builds.size >= 3 && named.length < rows.length * 0.6 && called.length <= rows.length * 0.7;
}

/** Numbers in rows of their own, names in others: one person's name and numbers, or nobody's. */
function areApart(rows: readonly Row[], numbers: ReadonlySet<Item>): boolean {
  const called = rows.filter((row) => row.items.some((item) => numbers.has(item)));
  return !called.some((row) => row.items.some(isWho));
}

/** A few blocks, each under another word, with a name or labelled fields below it: parts of one record. */
function areParts(page: Page, rows: readonly Row[], numbers: ReadonlySet<Item>): boolean {
  if (rows.length > sectionsMost) return false;
  const { labels } = fieldsOf(page);
  if (areApartByLabels(rows, labels)) return true;
  // Each with another's name and number, under words nobody knows: jobs or visits as well as parts.
  const people = rows.filter(({ items }) => items.some(isName) && items.some((item) => numbers.has(item)));
  if (people.length >= 2 && !rows.some(({ items }) => isRole(items[0]))) return false;
  const heads = rows.flatMap((row) => row.items[0] ?? []);
  const titled = rows.filter(({ items: [head, ...rest] }) => {
    if (!head || head.text.length <= 3 || countDigits(plainDigits(head.text)) > 0 || isNobody(head.text))
      return false;
    const known = (readLabel(head.text)?.share ?? 0) > 0.9;
    if (isName(head) && !known) return false;
    return isNamed(rest) || rest.filter((item) => labels.has(item)).length >= 2;
  });
  return new Set(heads.map((item) => item.text)).size === rows.length && titled.length >= rows.length * 0.6;
}

/** Whether a text says which part somebody has in a record. */
function isRole(head: Item | undefined): boolean {
  const label = head ? readLabel(head.text) : null;
  return (
    label !== null &&
    label.share > 0.6 &&
    /^(?:caller|requester|customer|contact|siteContact|agent|other|otherPhone|company)$/.test(label.kind)
  );
}

/** Cards of people have the same fields; parts of a record have others each. */
function areApartByLabels(rows: readonly Row[], labels: ReadonlySet<Item>): boolean {
  const sets = rows.map(
    ({ items }) => new Set(items.filter((item) => labels.has(item)).map((item) => item.text)),
  );
  if (sets.length < 2 || sets.some((set) => set.size < 2)) return false;
  return sets.every((set, at) =>
    sets.slice(at + 1).every((other) => {
      const common = [...set].filter((text) => other.has(text)).length;
      return common < Math.min(set.size, other.size) * 0.5;
    }),
  );
}

const isNamed = ([first, second]: readonly Item[]): boolean =>
  first !== undefined && (isName(first) || (second !== undefined && isName(second)));

/** Whether a text stands where a name would; "Private" beside a number is also a kind of number. */
export function isNobody(text: string): boolean {
  return isPlaceholder(text) && /\p{L}{4}/u.test(text) && !isPhoneKind(readLabel(text)?.kind);
}
