/** Whether a name stands beside a number that may be its own. */
import { labelOf } from './label-of.ts';
import { isPlaceholder } from './labels.ts';
import { isPhoneKind, othersNumbers, type PhoneOccurrence } from './occurrences.ts';
import type { Item, Page } from './page-items.ts';
import { isAboveRecord, primaryHeading } from './page-model.ts';

/** How much of a field's label has to be known for it to count. */
const fieldShare = 0.75;

/** Items under the record's heading where its own fields stand. */
const headingReach = 120;

/** A labelled number among the fields right under the record's heading. */
function isFieldUnder(page: Page, phone: PhoneOccurrence, heading: Item, inRows: ReadonlySet<Item>): boolean {
  const { item } = phone;
  // What comes behind a list is no field of the record.
  for (let at = heading.at; at < item.at; at++) if (inRows.has(page.items[at] as Item)) return false;
  return (
    item.at > heading.at &&
    item.at - heading.at <= headingReach &&
    item.frame === heading.frame &&
    !item.hidden &&
    !item.chrome &&
    !phone.prose &&
    isPhoneKind(phone.label?.kind) &&
    !othersNumbers.has(phone.label?.kind ?? 'field')
  );
}

/**
 * Whether a person's ways of being reached are among the fields under the page's main heading: an e-mail address, or
 * a field for a number that says there is none. A list, a product or a report is headed by a name of its own, too.
 */
export function hasContactFields(page: Page, inRows: ReadonlySet<Item>): boolean {
  const primary = primaryHeading(page);
  if (!primary) return false;
  for (const item of page.items.slice(primary.at + 1, primary.at + headingReach)) {
    if (inRows.has(item)) return false;
    if (item.hidden || item.chrome || item.frame !== primary.frame) continue;
    const label = labelOf(page, item)?.label;
    if (!label || label.share < fieldShare) continue;
    if (label.kind === 'email' && /\S@\S/.test(item.text)) return true;
    if (isPhoneKind(label.kind) && !othersNumbers.has(label.kind) && isPlaceholder(item.text)) return true;
  }
  return false;
}

/** Whether a labelled or linked number stands in the same small part of the page. */
export function nearPhone(
  page: Page,
  item: Item,
  phones: readonly PhoneOccurrence[],
  inRows: ReadonlySet<Item>,
): boolean {
  const primary = primaryHeading(page);
  if (
    primary &&
    Math.abs(primary.at - item.at) <= 2 &&
    item.heading > 0 &&
    phones.some((phone) => isFieldUnder(page, phone, item, inRows))
  )
    return true;
  for (const box of page.up(item.box)) {
    if (box.high - box.low > 40) return false;
    const near = phones.some(
      (phone) =>
        !phone.item.hidden &&
        !phone.prose &&
        !phone.item.chrome &&
        !(item.heading > 0 && isAboveRecord(page, phone.item)) &&
        // A number that heads a card of its own is nobody's under another heading.
        !(item.heading > 1 && phone.item.heading === item.heading && phone.item.box !== item.box) &&
        (phone.label || phone.telLink || phone.match.grouped) &&
        !phone.match.tollFree &&
        !othersNumbers.has(phone.label?.kind ?? 'field') &&
        phone.item.at >= box.low &&
        phone.item.at < box.high,
    );
    if (near) return true;
  }
  return false;
}
