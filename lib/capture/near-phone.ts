/** Whether a name stands beside a number that may be its own. */
import { isPhoneKind, othersNumbers, type PhoneOccurrence } from './occurrences.ts';
import type { Item, Page } from './page-items.ts';
import { isAboveRecord, primaryHeading } from './page-model.ts';

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
