/** Numbers in several pieces: digits set apart, a country code or an extension in a field of its own. */
import { extensionAlone } from './extension.ts';
import { labelOf } from './label-of.ts';
import type { Label } from './labels.ts';
import type { Item, Page } from './page-items.ts';
import type { PhoneMatch } from './phone-shape.ts';
import { countDigits, plainDigits } from './text.ts';

/** A number where it stands. */
interface Placed {
  item: Item;
  match: PhoneMatch;
  label: Label | null;
  prose: boolean;
}

/** How far behind its number an extension stands at most, and how many items hold the two. */
const reach = { behind: 6, together: 9 };

/** Gives numbers the extensions that stand in fields of their own behind them ("Phone", then "Ext."). */
export function addExtensions(page: Page, found: readonly Placed[]): void {
  if (found.length === 0) return;
  for (const item of page.items) {
    if (item.text.length > 30) continue;
    const digits = ownExtension(page, item);
    if (digits === null) continue;
    const before = found
      .filter((one) => !one.prose && one.item.at < item.at && item.at - one.item.at <= reach.behind)
      .sort((a, b) => b.item.at - a.item.at)[0];
    if (!before || before.match.extension || before.item.hidden !== item.hidden) continue;
    if (before.label?.kind === 'fax' || !together(page, before.item, item, reach.together)) continue;
    before.match = { ...before.match, extension: digits };
  }
}

function ownExtension(page: Page, item: Item): string | null {
  const text = plainDigits(item.text);
  if (!/\d/.test(text) || item.leaf.kind === 'tel') return null;
  const alone = extensionAlone(text);
  if (alone !== null || !/^\d{1,6}$/.test(text)) return alone;
  const label = labelOf(page, item)?.label;
  return label?.kind === 'extension' && label.share >= 0.9 ? text : null;
}

/** A national number beside a field that holds only its country code ("+34", "Spain (+34)"). */
export function withCountryCode(page: Page, item: Item, text: string): string {
  if (!/^[\d\s().\-/]{5,18}$/.test(plainDigits(text)) || countDigits(plainDigits(text)) < 6) return text;
  const before = page.items.slice(Math.max(0, item.at - 3), item.at).reverse();
  for (const other of before) {
    if (other.hidden !== item.hidden || other.leaf.kind === 'icon') continue;
    const code = /^[^\d+]{0,30}\(?(?:\+|00)(\d{1,3})\)?$/u.exec(plainDigits(other.text))?.[1];
    if (!code) return text;
    return together(page, item, other) ? `+${code} ${text.replace(/^\s*\(?0\)?(?=\d)/, '')}` : text;
  }
  return text;
}

/** Whether two items share a container that holds little else. @param most items of it */
function together(page: Page, one: Item, other: Item, most = 5): boolean {
  for (const box of page.up(one.box)) {
    if (box.high - box.low > most) return false;
    if (other.at >= box.low && other.at < box.high) return true;
  }
  return false;
}

/**
 * Numbers split over the pieces of one small element ("514" "555" "-" "0129"), keyed by their first piece.
 * The other pieces are mapped to '' so that they are not read again.
 */
export function joinedNumbers(page: Page): Map<Item, string> {
  const joined = new Map<Item, string>();
  for (const box of page.boxes) {
    const size = box.high - box.low;
    if (size < 2 || size > 10 || box.children === 0) continue;
    const pieces = page.items.slice(box.low, box.high).filter((item) => item.leaf.kind !== 'tel');
    if (pieces.length < 2 || pieces.some((item) => joined.has(item))) continue;
    if (!pieces.every((item) => item.leaf.kind === 'text' || item.leaf.kind === 'value')) continue;
    if (
      !pieces.every((item) =>
        /^(?:[\d\s()+./·‐-―-]{1,10}|x|ext\.?|extn\.?|dw|poste)$/i.test(plainDigits(item.text)),
      )
    )
      continue;
    const text = pieces
      .map((item) => item.text)
      .join(' ')
      .replace(/\s*-\s*/g, '-');
    const digits = countDigits(plainDigits(text));
    if (digits < 7 || digits > 18 || pieces.some((item) => countDigits(plainDigits(item.text)) > 8)) continue;
    if (!pieces.some((item) => countDigits(plainDigits(item.text)) <= 4)) continue;
    for (const [at, item] of pieces.entries()) joined.set(item, at === 0 ? text : '');
  }
  return joined;
}
