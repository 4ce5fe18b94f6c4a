/** Bars, menus and titles that pages build without saying so. */
import { isSessionWord, readLabel } from './labels.ts';
import { cleanName, initialsMatch, nameKey, nameShape } from './name-shape.ts';
import type { Item, PageBox } from './page-items.ts';
import { countDigits, fold, plainDigits } from './text.ts';

/** Fewest links beside each other that are a menu, how long each may be, and the share the vocabulary knows. */
const menuLinks = 3;

const menuLength = 30;

const menuKnown = 0.5;

/** Rows of links or buttons, one short text without a number each, most of them words of screens; gives the links. */
export function markMenus(boxes: readonly PageBox[], items: Item[]): ReadonlySet<Item> {
  const links = new Set<Item>();
  const runs = new Map<number, Item[]>();
  for (const item of items) {
    const entry = linkOf(boxes, item);
    if (!entry) continue;
    const run = runs.get(entry) ?? [];
    run.push(item);
    runs.set(entry, run);
  }
  for (const run of runs.values()) {
    const known = run.filter((item) => (readLabel(item.text)?.share ?? 0) >= 0.75);
    if (run.length < menuLinks) continue;
    if (known.length < run.length * menuKnown && !isMainMenu(boxes, run)) continue;
    for (const item of run) {
      item.menu = true;
      // Buttons stand in records too, links in a row lead around the product.
      if (isLink(boxes, item)) links.add(item);
    }
  }
  return links;
}

/** Links of a main menu at least, and how far from a page's beginning it starts at most. */
const mainMenu = { links: 5, start: 12 };

/** The links a page begins with are its menu, whatever its places are called; people's names are none. */
function isMainMenu(boxes: readonly PageBox[], run: readonly Item[]): boolean {
  if (run.length < mainMenu.links || (run[0]?.at ?? 0) > mainMenu.start) return false;
  return (
    run.every((item) => item.text.split(' ').length <= 3 && isLink(boxes, item)) &&
    run.filter((item) => nameShape(cleanName(item.text)) >= 0.8).length < run.length * 0.5
  );
}

/** Whether an item is all that a link, or an entry of a menu, holds. */
export function isLink(boxes: readonly PageBox[], item: Item): boolean {
  for (let at = item.box; at >= 0; at = boxes[at]?.parent ?? -1) {
    const box = boxes[at];
    if (!box || box.high - box.low > 1) return false;
    if (box.tag === 'a' || /^(?:link|menuitem|treeitem)$/.test(box.role ?? '')) return true;
  }
  return false;
}

/** What holds the row an item is a link of: the parent of the largest box with nothing but the link in it. */
function linkOf(boxes: readonly PageBox[], item: Item): number | null {
  if (!/^(text|icon)$/.test(item.leaf.kind) || item.text.length > menuLength || countDigits(item.text) > 0)
    return null;
  let link = false;
  for (let at = item.box; at >= 0; ) {
    const box = boxes[at];
    if (!box) return null;
    if (box.high - box.low > 1) return link ? at : null;
    if (
      box.tag === 'a' ||
      box.tag === 'button' ||
      /^(?:button|link|tab|menuitem|treeitem)$/.test(box.role ?? '')
    )
      link = true;
    if (box.tag === 'td' || box.tag === 'dd' || box.role === 'gridcell') return null;
    at = box.parent;
  }
  return null;
}

/** Largest part of a page that can be its bar, in items and as a share. */
const barItems = 40;

const barShare = 0.4;

/**
 * Bars built of plain divs: what stands together with the product's search field or navigation, as far up as
 * no heading and no form value joins it, is the product's and the agent's own.
 */
export function markBars(boxes: readonly PageBox[], items: Item[], links: ReadonlySet<Item>): void {
  const most = Math.min(barItems, items.filter((item) => !item.hidden).length * barShare);
  const marked = new Set<number>();
  const outside = items.some((item) => item.chrome && !item.hidden && !isWithin(boxes, item, 'main'));
  for (const item of items) {
    const bar =
      item.leaf.type === 'search' ||
      ((item.chrome || links.has(item)) && item.at < 30) ||
      isSessionWord(item.text);
    if (!bar || item.hidden || item.dialog) continue;
    // Tabs of a card are a menu of the card; the product's own stands before its main part.
    if (item.chrome && outside && isWithin(boxes, item, 'main')) continue;
    let top = -1;
    for (let at = item.box; at >= 0; at = boxes[at]?.parent ?? -1) {
      const box = boxes[at];
      if (!box || box.high - box.low > most) break;
      const inside = items.slice(box.low, box.high);
      const titles = inside.filter((one) => one.heading > 0);
      // The product's name over its menu.
      const brand =
        titles.length === 1 && titles[0] === inside[0] && inside.slice(1).every((one) => one.menu);
      if (
        (titles.length > 0 && !brand) ||
        inside.some((one) => one.leaf.kind === 'value' && one.leaf.type !== 'search')
      )
        break;
      top = at;
    }
    if (top >= 0) marked.add(top);
  }
  for (const at of marked) {
    const box = boxes[at];
    for (const item of items.slice(box?.low ?? 0, box?.high ?? 0)) item.chrome = true;
  }
}

/** Whether an item stands in an element of that name, or one that has its role. */
function isWithin(boxes: readonly PageBox[], item: Item, landmark: 'main' | 'nav'): boolean {
  const role = landmark === 'nav' ? 'navigation' : landmark;
  for (let at = item.box; at >= 0; at = boxes[at]?.parent ?? -1)
    if (boxes[at]?.tag === landmark || boxes[at]?.role === role) return true;
  return false;
}

/** Items of the bar at the top of a page at most, of a page that has one at least, and before it at most. */
const topItems = { most: 12, page: 20, start: 24 };

/**
 * The bar a page begins with, where nothing says that it is one: the product's name first, then the agent's
 * name and number, none of them labelled, large, or in the page's title.
 */
export function markTop(boxes: readonly PageBox[], items: readonly Item[], title: string): void {
  const shown = items.filter((item) => !item.hidden);
  const first = shown.find((item) => item.leaf.kind !== 'icon' && !item.chrome);
  if (!first || first.at > topItems.start || shown.length < topItems.page) return;
  const begun = shown.some((item) => item.chrome && item.at < first.at);
  let bar: PageBox | undefined;
  for (let at = first.box; at >= 0; at = boxes[at]?.parent ?? -1) {
    const box = boxes[at];
    if (!box || box.high - box.low > topItems.most) break;
    if (box.high - box.low >= 3) bar = box;
  }
  if (!bar) return;
  const inside = items.slice(bar.low, bar.high).filter((item) => !item.hidden);
  // In an element for menus that is not the product's own: a trail to the record.
  const trail = new Set(inside.filter((item) => item.strip || isWithin(boxes, item, 'nav')));
  const sizes = shown.flatMap((item) => item.leaf.size ?? []).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const names = inside.filter((item) => item !== first && nameShape(cleanName(item.text)) >= 0.8);
  const isRecord = inside.some(
    (item) =>
      !trail.has(item) &&
      (item.dialog ||
        (item.heading > 0 && item.heading <= 3) ||
        item.leaf.kind === 'value' ||
        item.leaf.kind === 'tel' ||
        item.text.includes('@') ||
        /^(phone|mobile|home|work|direct|callback|calling|caller|customer|contact|requester)$/.test(
          readLabel(item.text.replace(/[\s:：]+$/u, ''))?.kind ?? '',
        )),
  );
  const isTitle = names.some(
    (item) => title.includes(item.text) || (usual > 0 && (item.leaf.size ?? 0) >= usual * titleRatio),
  );
  if (isRecord || isTitle || names.length === 0) return;
  // Behind the product's own menu: a trail, and beside it whose letters and number these are.
  const lettered = inside.some((item) =>
    names.some((name) => item !== name && initialsMatch(item.text, cleanName(name.text))),
  );
  if (begun && !(trail.size > 0 && lettered)) return;
  if (inside.some((item) => countDigits(plainDigits(item.text)) >= 7))
    for (const item of inside) item.chrome = true;
}

/** Items a page has at least, and the share of them that stand beside the line it ends in. */
const foot = { page: 20, beside: 0.6, length: 140 };

/** The line a page ends in, words and numbers after the whole record: the company's, where nothing says so. */
export function markFoot(boxes: readonly PageBox[], items: readonly Item[]): void {
  const shown = items.filter((item) => !item.hidden);
  const last = shown.at(-1);
  if (!last || last.chrome || last.dialog || last.leaf.kind !== 'text' || shown.length < foot.page) return;
  if (last.text.length > foot.length || countDigits(plainDigits(last.text)) < 6) return;
  if (!/\p{L}{3}.*\p{L}{3}/u.test(last.text)) return;
  let own = boxes[last.box];
  while (own && own.high - own.low === 1) own = boxes[own.parent];
  const around = own ? shown.filter((item) => item.at >= own.low && item.at < own.high).length : 0;
  if (around >= shown.length * foot.beside) last.chrome = true;
}

/** What products say of the agent who is signed in, folded. */
const presence =
  /^(?:available|ready|not ready|idle|away|busy|online|offline|on queue|off queue|on break|break|lunch|training|meeting|wrap up|after call work|acw|do not disturb|disponible|ocupado|ausente|en pausa|occupe|absent|en pause|verfugbar|bereit|nicht bereit|abwesend|beschaftigt|pause|disponivel|indisponivel|em pausa|disponibile|occupato|assente|in pausa|beschikbaar|afwezig|bezet|dostepny|dostepna|niedostepny|zajety|przerwa|tillganglig|upptagen|borta|tilgjengelig|optaget|対応可能|離席中|受付可|متاح|مشغول|غير متاح)$/u;

/** Items of one task in a bar at most. */
const taskItems = 8;

/**
 * Calls and chats the agent has open, listed in the product's bar with the time each runs: like tabs they name
 * open records, and nothing in them is the agent's own.
 */
export function markTasks(boxes: readonly PageBox[], items: readonly Item[]): void {
  for (const item of items) {
    if (!item.chrome || item.hidden || !/^\d{1,2}:\d{2}(?::\d{2})?$/.test(item.text)) continue;
    for (let at = item.box; at >= 0; at = boxes[at]?.parent ?? -1) {
      const box = boxes[at];
      if (!box || box.high - box.low > taskItems) break;
      if (box.high - box.low < 3) continue;
      const inside = items.slice(box.low, box.high);
      // "Available 01:12": how long the agent has been so.
      if (!presence.test(fold(items[item.at - 1]?.text ?? ''))) for (const one of inside) one.strip = true;
      break;
    }
  }
}

/** Pixels a title has at least, and how much larger than the page's usual text it is. */
const titleSize = 17;

const titleRatio = 1.25;

/**
 * Titles of pages that have no headings: the largest short texts. The largest is the record's own title, the
 * other large ones are titles of sections.
 */
export function markTitles(items: readonly Item[]): void {
  const shown = items.filter(
    (item) => !item.hidden && !item.chrome && !item.strip && item.leaf.kind === 'text',
  );
  if (shown.some((item) => item.heading === 1 || item.heading === 2)) return;
  const sizes = shown.flatMap((item) => item.leaf.size ?? []).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const large = shown.filter(
    (item) =>
      (item.leaf.size ?? 0) >= Math.max(titleSize, usual * titleRatio) &&
      item.heading === 0 &&
      /\p{L}/u.test(item.text) &&
      !isAvatar(item.text),
  );
  const largest = Math.max(...large.map((item) => item.leaf.size ?? 0));
  for (const item of large) item.heading = item.leaf.size === largest ? 1 : 3;
}

/** An avatar's one or two letters, which are often set large; names of two signs are written in other scripts. */
function isAvatar(text: string): boolean {
  return /^[\p{Lu}\p{Ll}]{1,2}$/u.test(text);
}

/** Items of the part of a page that names who is signed in, at most: a picture's letters, name, line. */
const sessionPart = 4;

/**
 * The part of a page that begins with the letters the product's header shows for who is signed in, and says who that
 * is: the header's, though it stands below it.
 */
export function markSession(boxes: readonly PageBox[], items: readonly Item[]): void {
  const letters = new Set(
    items.filter((item) => item.chrome && /^\p{Lu}{2,3}$/u.test(item.text)).map((item) => item.text),
  );
  if (letters.size === 0) return;
  const named = items.filter((item) => item.chrome && nameShape(cleanName(item.text)) >= 0.8);
  /** Whether somebody else has the same letters. */
  const isOther = (box: PageBox, initials: string): boolean => {
    const own = named.filter((item) => initialsMatch(initials, cleanName(item.text)));
    const here = items.slice(box.low, box.high).filter((item) => nameShape(cleanName(item.text)) >= 0.8);
    const isOwn = (item: Item): boolean =>
      own.some((one) => nameKey(cleanName(one.text)) === nameKey(cleanName(item.text)));
    return own.length > 0 && here.length > 0 && !here.some(isOwn);
  };
  for (const item of items) {
    if (item.chrome || item.hidden || !letters.has(item.text)) continue;
    for (let at = item.box; at >= 0; at = boxes[at]?.parent ?? -1) {
      const box = boxes[at];
      if (!box || box.high - box.low > sessionPart || box.low < item.at) break;
      if (box.high - box.low === 1) continue;
      if (isOther(box, item.text)) break;
      for (const own of items.slice(box.low, box.high)) own.chrome = true;
    }
  }
}
