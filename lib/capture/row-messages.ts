/** Rows that are pieces of a conversation: their numbers stand under sentences that somebody wrote. */
import { isCompanyName } from './name-shape.ts';
import type { Item, Page } from './page-items.ts';
import type { Row } from './row-group.ts';
import { wordCount } from './text.ts';

/** A sentence, or the beginning of one that closes a letter ("Thanks for calling me back,"). */
function isSentence(text: string): boolean {
  return /\p{L}[.!?,。]$/u.test(text) && wordCount(text) >= 3 && !isCompanyName(text);
}

/** Whether a row's number stands in a text that somebody wrote, under its sentences: a conversation, not a list. */
export function isMessage(page: Page, row: Row, numbers: ReadonlySet<Item>): boolean {
  return row.items.some((item) => {
    const box = page.boxes[item.box];
    const around = page.boxes[box?.parent ?? -1];
    if (!numbers.has(item) || !box || !around || box.column !== undefined) return false;
    return row.items.some((one) => one.at >= around.low && one.at < item.at && isSentence(one.text));
  });
}
