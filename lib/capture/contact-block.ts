/** Numbers beside an e-mail address: a block of contact details. */
import type { PhoneOccurrence } from './occurrences.ts';
import type { Item, Page } from './page-items.ts';
import { type PhoneContext, peopleKinds } from './phone-owner.ts';

/** Items on either side of a number that its block of contact details reaches. */
const blockReach = 5;

/** Whether an e-mail address stands beside a number, in the same part of the page. */
export function inContactBlock(page: Page, item: Item): boolean {
  for (const box of page.up(item.box)) {
    if (box.high - box.low > 24) return false;
    for (
      let at = Math.max(box.low, item.at - blockReach);
      at < Math.min(box.high, item.at + blockReach + 1);
      at++
    ) {
      const other = page.items[at];
      if (other && other.hidden === item.hidden && /^\S+@\S+\.\S+$/.test(other.text)) return true;
    }
  }
  return false;
}

/** Whether bare digits stand by themselves in the caller's own block of contact details, and can be a number. */
export function isInBlock(
  page: Page,
  one: PhoneOccurrence,
  context: PhoneContext,
  whose: 'subject' | 'other' | null,
): boolean {
  return (
    whose === 'subject' &&
    one.match.valid &&
    one.item.text === one.shown &&
    (!one.labelled || peopleKinds.has(one.label?.kind ?? 'field')) &&
    !context.inRows.has(one.item) &&
    inContactBlock(page, one.item)
  );
}
