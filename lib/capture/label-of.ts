/**
 * The label of a value: what the page ties to it, else what stands beside it in the smallest container that
 * holds anything else. Cards, grids, definition lists and rows of divs all come down to that.
 */

import { columnHeader, type FoundLabel } from './column-header.ts';
import { fieldsOf } from './fields.ts';
import { keyOf } from './key-fields.ts';
import { isPlaceholder, readLabel } from './labels.ts';
import { cleanName, initialsMatch, nameShape } from './name-shape.ts';
import type { Item, Page } from './page-items.ts';
import { onPage } from './read-on.ts';
import { countDigits, plainDigits, wordCount } from './text.ts';
import { isUnknownCaller } from './unknown-caller.ts';

/** Items a container may hold for its texts to be labels of each other. */
const containerItems = 14;

/** The same for a text that the vocabulary does not know. */
const unknownItems = 6;

/** How far up the neighbourhood is searched. */
const containerLevels = 6;

/** The label of an item, null when nothing beside it can be one. */
export function labelOf(page: Page, item: Item): FoundLabel | null {
  const found = labelBeside(page, item);
  return found?.label ? { ...found, label: onPage(page, found.label, found.text) } : found;
}

function labelBeside(page: Page, item: Item): FoundLabel | null {
  const key = keyOf(page, item);
  if (key) return key;
  const own = item.leaf.label;
  if (own) {
    const label = readLabel(own);
    // A placeholder or generic name ("Value") says less than what stands beside the control.
    if (label && !label.words.has('field')) return { text: own, label, tied: true };
  }
  const named = ownName(page, item);
  if (named) return named;
  const field = ofField(page, item);
  if (field) return field;
  const cell = columnHeader(page, item);
  // Under a column's header only what stands in the same cell says more.
  const beside = neighbour(page, item, cell?.column ? inCell(page, item) : undefined);
  if (beside?.label) return beside;
  if (cell) return cell;
  if (own) return { text: own, label: readLabel(own), tied: true };
  return beside ?? fieldName(item);
}

/** Whether another item stands in the same cell of a table. */
function inCell(page: Page, item: Item): (other: Item) => boolean {
  for (const box of page.up(item.box))
    if (box.column !== undefined) return (other) => other.at >= box.low && other.at < box.high;
  return () => true;
}

/** A small element named after what it holds (`<span aria-label="Mobile">555…</span>`). */
function ownName(page: Page, item: Item): FoundLabel | null {
  let level = 0;
  for (const box of page.up(item.box)) {
    if (++level > 3 || shownBetween(page, item, box.low, box.high) > 1) return null;
    if (!box.label || box.label === item.text) continue;
    const label = readLabel(box.label);
    if (label && label.share > 0.9 && label.kind !== 'field') return { text: box.label, label, tied: true };
  }
  return null;
}

/** Kinds that leave open which number it is: a word right beside it says more. */
const openKinds = /^(contact|customer|caller|requester|phone|number|name|field|note|email|company)$/;

/** The label of a value in a pattern of labels and values, known or not. */
function ofField(page: Page, item: Item): FoundLabel | null {
  const fields = fieldsOf(page);
  const from = fields.of.get(item);
  // A floating label is kept from screen readers, which are told of it otherwise.
  const floats = item.leaf.kind !== 'text' && page.boxes[from?.box ?? -1]?.tag === 'label';
  if (!from || (from.hidden !== item.hidden && !floats)) return null;
  const found = asLabel(from) ?? { text: from.text, label: null, tied: true };
  if (!found.label || openKinds.test(found.label.kind)) {
    const beside = neighbour(page, item, (other) => fields.of.get(other) === from);
    if (beside?.label && isPhoneType(beside.text)) return beside;
  }
  return { ...found, tied: !found.label || found.label.share >= 0.75 };
}

/** Words of a control's own name or id ("MobilePhone", "first_name"): its author's label. */
function fieldName(item: Item): FoundLabel | null {
  const name = item.leaf.name;
  if (!name) return null;
  for (const part of name.split(' ')) {
    const text = part
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
    const label = readLabel(text);
    if (label && label.share > 0.6) return { text, label, tied: true };
  }
  return null;
}

/** What stands beside an item, from the smallest container outwards. */
function neighbour(page: Page, item: Item, counts: (other: Item) => boolean = () => true): FoundLabel | null {
  let unknown: FoundLabel | null = null;
  let low = item.at;
  let high = item.at + 1;
  let level = 0;
  for (const box of page.up(item.box)) {
    if (level > containerLevels || box.high - box.low > containerItems * 3) break;
    const before = nearest(page, item, low - 1, box.low - 1, -1, counts);
    const after = nearest(page, item, high, box.high, 1, counts);
    if (before || after) level++;
    const pair = shownBetween(page, item, box.low, box.high) <= 3;
    const found = pick(
      before && isJobTitle(page, before) ? null : before,
      after && fitsAfter(item, after) ? after : null,
      pair,
      unknown !== null,
    );
    if (found) {
      if (found.label) return found;
      // A text nobody knows is a label only right beside the value.
      if (shownBetween(page, item, box.low, box.high) <= unknownItems) unknown ??= found;
    }
    if (shownBetween(page, item, box.low, box.high) > containerItems) break;
    low = box.low;
    high = box.high;
  }
  return unknown;
}

/** The nearest item of a direction that is not part of the value itself. */
function nearest(
  page: Page,
  item: Item,
  from: number,
  to: number,
  step: 1 | -1,
  counts: (other: Item) => boolean,
): Item | null {
  for (let at = from; at !== to; at += step) {
    const other = page.items[at];
    if (!other || other.hidden !== item.hidden || other.box === item.box || !other.text || other.menu)
      continue;
    if (other.leaf.kind === 'tel' || other.leaf.kind === 'mail' || !counts(other)) continue;
    if ((other.chrome && !item.chrome) || areLinks(page, other, item)) continue;
    // What a button says is what it does; a button that opens a part of the page heads that part.
    if (isInButton(page, other) && !isInButton(page, item) && !isPhoneType(other.text)) continue;
    // "M (415) 555-0132" is a mobile; the letter of an avatar before a name is nothing.
    if (/^(?:\+?\d|\p{Lu})$/u.test(other.text) && (other.at !== item.at - 1 || !readLabel(other.text)))
      continue;
    // An avatar's letters ("TO" beside "Thaddeus Okwuosa") are no label.
    if (other.text.length <= 3 && other.text[0] === item.text[0] && /^\p{L}+$/u.test(other.text)) continue;
    if (areInitials(page, other)) continue;
    if (/^[\p{P}\p{S}\s]+$/u.test(other.text)) continue;
    if (other.leaf.kind === 'icon' && toolsOf(page).has(other.text)) continue;
    // The picture of a telephone beside a name stands before the number under it.
    if (other.leaf.kind === 'icon' && isPhoneType(other.text) && countDigits(plainDigits(item.text)) === 0)
      continue;
    return other;
  }
  return null;
}

/** "PO" before "Padraig Olusanya": the letters of a name are no purchase order. */
function areInitials(page: Page, { text, at }: Item): boolean {
  const behind = page.items[at + 1];
  return behind !== undefined && /^\p{Lu}{2,3}$/u.test(text) && initialsMatch(text, cleanName(behind.text));
}

/** Icons of one kind from which on they are tools beside fields ("Help", "Copy"). */
const manyTools = 4;

/** What sets of icons call the picture of a person: from the second one on it says nothing of whom it is beside. */
const pictures =
  /^(?:users?|team|person|people|account|avatar|profile|contacts?|(?:user|account|person)-[a-z-]+)$/;
const manyPictures = 2;

const tools = new WeakMap<Page, ReadonlySet<string>>();

/** What the icons are called that stand beside field after field and say nothing of any. */
function toolsOf(page: Page): ReadonlySet<string> {
  const before = tools.get(page);
  if (before) return before;
  const icons = Map.groupBy(
    page.items.filter((item) => item.leaf.kind === 'icon' && !item.hidden),
    (item) => item.text,
  );
  const found = new Set(
    [...icons].flatMap(([text, all]) =>
      !isPhoneType(text) && all.length >= (pictures.test(text) ? manyPictures : manyTools) ? [text] : [],
    ),
  );
  tools.set(page, found);
  return found;
}

/** Links beside each other lead to different places; neither says what the other is. */
function areLinks(page: Page, one: Item, other: Item): boolean {
  const [a, b] = [page.boxes[one.box], page.boxes[other.box]];
  return (
    a?.tag === 'a' && b?.tag === 'a' && a.parent === b.parent && countDigits(plainDigits(other.text)) === 0
  );
}

const phoneTypes = /^(phone|mobile|home|work|main|direct|fax|pager|callback|switchboard)$/;

/** Whether a text is nothing but a kind of number. */
function isPhoneType(text: string): boolean {
  const label = readLabel(text);
  return label !== null && label.share > 0.9 && phoneTypes.test(label.kind);
}

/** Items of a button at most: its text and icons. */
const buttonItems = 3;

function isInButton(page: Page, item: Item): boolean {
  for (const box of page.up(item.box)) {
    if (box.high - box.low > buttonItems) return false;
    if (box.tag === 'button' || box.tag === 'summary' || box.role === 'button') return true;
  }
  return false;
}

function shownBetween(page: Page, item: Item, low: number, high: number): number {
  let count = 0;
  for (let at = low; at < high && count <= containerItems; at++) {
    const other = page.items[at];
    if (other && other.hidden === item.hidden && other.leaf.kind !== 'tel' && other.leaf.kind !== 'mail')
      count++;
  }
  return count;
}

/** "Dana Lee · Email": how somebody writes, no label of the name before it. */
function fitsAfter(item: Item, after: Item): boolean {
  // "To:" is about what comes behind it.
  if (/[:：]$/.test(after.text)) return false;
  return readLabel(after.text)?.kind !== 'email' || /@/.test(item.text);
}

/** "Dana Lee", and below it "Owner": what somebody is, no label of the number under it. */
function isJobTitle(page: Page, item: Item): boolean {
  const over = page.items[item.at - 1];
  return (
    over !== undefined &&
    over.hidden === item.hidden &&
    (readLabel(item.text)?.kind === 'agent' || isPosition(item.text)) &&
    !/[:：]$/.test(item.text) &&
    nameShape(over.text) >= 0.8 &&
    readLabel(over.text) === null
  );
}

/** "Homeowner, Unit 7": what somebody is, and of what; "Fax, office" says which number it is. */
function isPosition(text: string): boolean {
  const [first = ''] = text.split(/,\s(?=\p{L})/u);
  return first !== text && !isPhoneType(first) && !against.test(readLabel(first)?.kind ?? '');
}

function pick(before: Item | null, after: Item | null, pair: boolean, seen: boolean): FoundLabel | null {
  const first = before && asLabel(before);
  if (first?.label) return first;
  // A label after its value ("555-0126 · Mobile") only counts when the two are alone together.
  const second = after && pair ? asLabel(after) : null;
  if (second?.label && second.label.share > 0.4) return second;
  return seen ? null : first;
}

/** Kinds that take a value out of question: one word of them is enough ("Dispatch fax"). */
const against = /^(fax|called|otherPhone|other|agentPhone)$/;

/** Values by their own shape: addresses, links, days and times label nothing that stands beside them. */
const valueShapes =
  /\S@\S|:\/\/|^[\w-]+(?:\.[\w-]+)+$|^\d{1,2}[:h.]\d{2}|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^[$€£¥]|[€$£¥%]$/u;

/** States of a call or of a person's presence: chips, no labels. */
const states =
  /^(?:on (?:a )?call|in (?:a )?call|connected|live|online|offline|available|busy|away|en llamada|en ligne|en appel|im gespräch|em chamada|in chiamata|in gesprek|w rozmowie|i samtal|通話中|متصل)$/i;

/** A text as a label; null for texts that cannot be one. */
function asLabel(item: Item): FoundLabel | null {
  const text = item.text.replace(/[\s:：*]+$/u, '');
  if (valueShapes.test(text) || states.test(text)) return null;
  if (!text || text.length > 60 || wordCount(text) > 7 || countDigits(plainDigits(text)) > 2) return null;
  if (text.includes(' ') && (isPlaceholder(text) || isUnknownCaller(text))) return null;
  const label = readLabel(text);
  // A control's value is a label only when it is a kind of number ("Mobile" chosen beside the field).
  if ((item.leaf.kind === 'value' || item.leaf.kind === 'choice') && !isPhoneType(text)) return null;
  const enough =
    label &&
    // "Zubin Contractor", "Colegio Las Acacias": a name with a word for somebody in it.
    label.share >= (nameShape(text) >= 0.8 ? 0.75 : against.test(label.kind) ? 0.25 : 0.55);
  return { text, label: enough ? label : null, tied: false, ...(item.heading > 0 ? { heading: true } : {}) };
}
