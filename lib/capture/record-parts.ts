/** Parts of a record that are built like the rows of a list. */
import { fieldsOf } from './fields.ts';
import type { LabelKind } from './label-kind.ts';
import { isPlaceholder, readLabel } from './labels.ts';
import { cleanName, nameKey, nameShape } from './name-shape.ts';
import type { Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import type { Row, RowGroup } from './row-group.ts';
import { countDigits, plainDigits } from './text.ts';

/** Labels that give a card its part in the record. */
export const roleKinds: ReadonlySet<LabelKind> = new Set([
  'caller',
  'requester',
  'customer',
  'contact',
  'agent',
  'other',
  'company',
]);

/** Cards of people of one record, at most. */
const cardsMost = 3;

/** Whether each of a few cards is of somebody the record names in a field of its own: its contact, its company. */
export function areOfRecord(page: Page, group: RowGroup): boolean {
  if (group.rows.length > cardsMost) return false;
  const inside = new Set(group.rows.flatMap((row) => row.items));
  const named = new Set(
    [...fieldsOf(page).of]
      .filter(([item, label]) => !inside.has(item) && roleKinds.has(readLabel(label.text)?.kind ?? 'field'))
      .map(([item]) => nameKey(cleanName(item.text))),
  );
  const others = group.rows.filter((row) => !isOwnCard(page, row));
  // "Billing address" with the customer's name and numbers, and beside it the neighbour's: no list of two.
  if (others.length < group.rows.length && others.length < 2) return true;
  return group.rows.every((row) =>
    row.items.some((item) => nameShape(item.text) >= 0.45 && named.has(nameKey(cleanName(item.text)))),
  );
}

/** Whether a row holds labelled fields and names first whom the record is headed by. */
function isOwnCard(page: Page, row: Row): boolean {
  const heading = primaryHeading(page);
  const first = row.items.find((item) => item.heading === 0 && nameShape(cleanName(item.text)) >= 0.8);
  return (
    heading !== null &&
    first !== undefined &&
    first !== heading &&
    nameKey(cleanName(first.text)) === nameKey(cleanName(heading.text)) &&
    row.items.some((item) => fieldsOf(page).labels.has(item))
  );
}

/** Most sections a record has that could be taken for rows. */
const sectionRows = 5;

/** Whether a few blocks are sections of one record, each under a title of its own. */
export function isSections(page: Page, group: RowGroup): boolean {
  if (group.rows.length > sectionRows) return false;
  const heads = group.rows.flatMap((row) => row.items[0] ?? []);
  const titles = heads.filter(
    (item) => !isPlaceholder(item.text) && countDigits(plainDigits(item.text)) === 0,
  );
  const headed = titles.filter((item) => item.heading > 0 || readLabel(item.text));
  // People's cards are headed by names, sections by words.
  const words = titles.filter(
    (item) => (readLabel(item.text)?.share ?? 0) >= 0.5 || (item.heading > 0 && nameShape(item.text) < 0.3),
  );
  if (headed.length >= group.rows.length * 0.6 && words.length >= 1) return true;
  // Each block has a title of its own and a field for the name: the title is no name.
  const { labels } = fieldsOf(page);
  const named = group.rows.filter((row) => {
    const head = row.items[0];
    if (!head || labels.has(head) || !titles.includes(head)) return false;
    return row.items.some(
      (item) => labels.has(item) && /^(name|firstName)$/.test(readLabel(item.text)?.kind ?? ''),
    );
  });
  return named.length >= group.rows.length * 0.6;
}
