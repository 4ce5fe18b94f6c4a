/** Names that are the product's, or of the company that works with it. */
import { cleanName, nameKey, unswapped } from './name-shape.ts';
import { isOpened } from './opened.ts';
import type { Page } from './page-items.ts';
import { lastOfTitle, partsOfTitle, primaryHeading } from './page-model.ts';

/** What products and those who use them call the place where they work. */
const placeWords = /\b(?:desk|portal|helpdesk|support|service|services|center|centre|system|hub|intranet)$/i;

/** Whether an address leads to nothing but the product itself. */
function isFirstPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return pathname === '/' && search === '' && hash === '';
}

/** Keys of such names: the last part of a title of several parts, and what the product's menu leads to. */
export function brandsOf(page: Page): Set<string> {
  const parts = partsOfTitle(page);
  const last = lastOfTitle(page);
  const primary = primaryHeading(page);
  // "Telephone Encounter – Lee, Dana": filed by name.
  const key = last && unswapped(last) === null ? nameKey(cleanName(last)) : '';
  // "Halvorsen Marine Service Desk" on the first page of it: its own name.
  const alone = parts.length === 1 && isFirstPage(page.frames[0]?.url ?? '') ? (parts[0] ?? '') : '';
  const whole = placeWords.test(alone) ? nameKey(cleanName(alone)) : '';
  // The picture a page begins with and its whole title, and nothing else on it: the company's own name.
  const logo = parts.length === 1 ? logoOf(page, parts[0] ?? '') : '';
  // "Tickets – Dana Lee": unless the heading says the same.
  const brands = key && !(primary && nameKey(cleanName(primary.text)) === key) ? [key] : [];
  // What the product's menu leads to is a page of it.
  const places = page.items.filter(
    (item) => item.chrome && !item.strip && (item.menu || !item.text.includes(' ')) && !isOpened(page, item),
  );
  const keys = places.map((item) => nameKey(cleanName(item.text))).filter(Boolean);
  // "Communication" is one of what the menu calls "Communications".
  return new Set([
    ...brands,
    ...(whole ? [whole] : []),
    ...(logo ? [logo] : []),
    ...keys,
    ...keys.flatMap((place) => singularsOf(place)),
  ]);
}

/** Items a page begins with, its logo among them. */
const logoItems = 4;

/** The key of a title that only the picture a page begins with says again, else ''. */
function logoOf(page: Page, title: string): string {
  const key = nameKey(cleanName(title));
  const same = page.items.filter((item) => nameKey(cleanName(item.text)) === key);
  return same.length > 0 && same.every((item) => item.leaf.kind === 'icon' && item.at < logoItems) ? key : '';
}

/** A word for several things cut down to one of them, as far as its ending tells. */
function singularsOf(word: string): string[] {
  return ['s', 'es', 'n', 'en', 'e'].flatMap((end) =>
    word.length - end.length >= 4 && word.endsWith(end) ? [word.slice(0, -end.length)] : [],
  );
}
