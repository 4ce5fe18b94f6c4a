/** Cards of a relative on somebody's record: told by a field that holds nothing but what they are to them. */
import { fieldsOf } from './fields.ts';
import { readLabel } from './labels.ts';
import { cleanName, isCompanyName, nameKey, nameShape } from './name-shape.ts';
import { isPhoneKind } from './occurrences.ts';
import type { Item, Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { sectionOf } from './sections.ts';
import { countDigits, plainDigits } from './text.ts';

/** Items of such a card at most. */
const cardItems = 12;

/**
 * Whether a name is that of a relative of the one the page is headed by: "Name: Aarne", and in the same card
 * "Relationship: spouse".
 */
export function isRelative(page: Page, item: Item): boolean {
  const own = nameKey(cleanName(item.text));
  const isHeaded = page.items.some(
    (one) =>
      one.at < item.at &&
      (one.heading === 1 || one.heading === 2) &&
      !one.hidden &&
      !one.chrome &&
      nameShape(cleanName(one.text)) >= 0.8 &&
      nameKey(cleanName(one.text)) !== own,
  );
  if (!isHeaded) return false;
  if (isBesideRelation(page, item)) return true;
  const { of } = fieldsOf(page);
  for (const box of page.up(item.box)) {
    if (box.high - box.low > cardItems) return false;
    const says = page.items
      .slice(box.low, box.high)
      .some((other) => other !== item && !other.hidden && of.has(other) && isRelation(other.text));
    if (says) return true;
  }
  return false;
}

/**
 * Whether a name is that of a second person on a record that is headed by one and has their numbers under it: a
 * "Contact person" in a part of its own, further down.
 */
export function isSecondPerson(page: Page, item: Item): boolean {
  const primary = primaryHeading(page);
  const head = cleanName(primary?.text ?? '');
  if (!primary || primary.at >= item.at || nameShape(head) < 0.8 || isCompanyName(head)) return false;
  if (nameKey(head) === nameKey(cleanName(item.text)) || !sectionOf(page, item)?.label?.words.has('contact'))
    return false;
  const part = page.items.findLastIndex((one) => one.at < item.at && one.heading > 0 && !one.hidden);
  return [...fieldsOf(page).of].some(
    ([value, label]) =>
      value.at > primary.at &&
      value.at < part &&
      isPhoneKind(readLabel(label.text)?.kind) &&
      countDigits(plainDigits(value.text)) >= 6,
  );
}

/** Items of a line that says of somebody what they are: a picture's letters, the name, the relation. */
const lineItems = 3;

/** "Annika Brandt · Spouse": in a line of their own. */
function isBesideRelation(page: Page, item: Item): boolean {
  const { labels } = fieldsOf(page);
  for (const box of page.up(item.box)) {
    if (box.high - box.low > lineItems) return false;
    const [next] = page.items.slice(item.at + 1, box.high);
    if (next) return next.hidden === item.hidden && !labels.has(next) && isRelation(next.text);
  }
  return false;
}

function isRelation(text: string): boolean {
  const label = readLabel(text);
  return label !== null && label.kind === 'other' && label.share > 0.99;
}
