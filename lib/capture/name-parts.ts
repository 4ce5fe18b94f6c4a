/** Names put together from their parts: fields for first and last name, pieces of a heading. */

import type { LabelKind } from './label-kind.ts';
import { labelOf } from './label-of.ts';
import { isPlaceholder, isVocabulary, type Label, readLabel } from './labels.ts';
import { add, isLabelItself } from './name-labels.ts';
import type { NameMention } from './name-mention.ts';
import { cleanName, isInfix, nameKey, nameShape } from './name-shape.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { nameWeights as w } from './weights.ts';

/** First and last name as pieces of one heading, each in an element of its own. */
export function headingParts(page: Page, mentions: NameMention[]): void {
  const primary = primaryHeading(page);
  if (!primary) return;
  for (const box of page.up(primary.box)) {
    const size = box.high - box.low;
    // Set large, and in no heading element: the box with nothing but the pieces in it.
    const isHeading = /^h[1-6]$/.test(box.tag) || box.role === 'heading';
    const isTitle =
      size > 1 && page.items.slice(box.low, box.high).every((item) => item.heading === primary.heading);
    if (!isHeading && !isTitle) {
      if (size > headingPieces) return;
      continue;
    }
    const pieces = page.items
      .slice(box.low, box.high)
      .filter((item) => !item.hidden && item.leaf.kind === 'text' && !isBeside(item.text));
    const plain = pieces.every(
      (item) => /^\p{L}[\p{L}\p{M}.'’ -]*$/u.test(item.text) && !readLabel(item.text),
    );
    if (pieces.length < 2 || pieces.length > headingPieces || !plain) return;
    // "宇佐美 晴彦" with a chip "利用中": a piece that is a whole name is no part of one.
    if (pieces.some((item) => isWhole(item.text))) return;
    const whole = pieces.map((item) => item.text).join(' ');
    if (nameShape(whole) >= 0.8) add(mentions, primary, whole, 'parts', w.parts, { code: 'heading' });
    return;
  }
}

/** Whether a text is a whole name; "van der Groot" is a part of one. */
function isWhole(text: string): boolean {
  const words = text.split(' ');
  const infix = words.findLastIndex((word) => isInfix(word)) + 1;
  return words.length - infix > 1 && nameShape(text) >= 0.8;
}

/**
 * A name written in elements of its own for each part, as products do that fill in "{first} {last}": the whole
 * for the first part, '' for the others, the text itself for any other item.
 */
export function joined(page: Page, item: Item): string {
  if (!isPart(item)) return item.text;
  let around: PageBox | null = null;
  for (const box of page.up(item.box)) {
    if (box.high - box.low < 2) continue;
    around = box;
    break;
  }
  if (!around || around.high - around.low > namePieces || around.column !== undefined) return item.text;
  const parts = page.items.slice(around.low, around.high);
  const inline = /^(?:span|b|i|em|strong|bdi|slot)$/.test(page.boxes[item.box]?.tag ?? '');
  if (!inline || parts[0]?.text.includes(' ')) return item.text;
  const alike = parts.every(
    (one) =>
      isPart(one) && one.hidden === item.hidden && page.boxes[one.box]?.tag === page.boxes[item.box]?.tag,
  );
  if (!alike || new Set(parts.map(({ text }) => text)).size < parts.length) return item.text;
  const whole = parts.map(({ text }) => text).join(' ');
  return nameShape(whole) < 0.8 ? item.text : parts[0] === item ? whole : '';
}

/** Pieces of a name at most. */
const namePieces = 3;

/** Whether a text can be a part of a name: a word or two, none that the vocabulary knows. */
function isPart({ leaf, text, heading }: Item): boolean {
  return (
    leaf.kind === 'text' &&
    heading === 0 &&
    /^\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+)?$/u.test(text) &&
    text.length > 1 &&
    // The letters of a picture stand before a name, and are no part of it.
    !/^\p{Lu}{1,3}$/u.test(text) &&
    !readLabel(text) &&
    !isPlaceholder(text)
  );
}

/** Pieces of a title at most. */
const headingPieces = 4;

/** What stands in a heading beside the parts of a name: words of screens ("Given"), ages, ids. */
function isBeside(text: string): boolean {
  return isVocabulary(text) || /\d/.test(text);
}

/** First and last name in fields of their own, put together. */
export function splitNames(page: Page, mentions: NameMention[]): void {
  const fields: { item: Item; text: string; kind: 'firstName' | 'lastName' | 'name' }[] = [];
  const columns = new Set<Item>();
  for (const item of page.items) {
    if (item.hidden || item.chrome || item.text.length > 60 || isLabelItself(page, item)) continue;
    if (item.leaf.kind !== 'value' && item.leaf.kind !== 'text') continue;
    const auto = item.leaf.autocomplete ?? '';
    const kind = /given-name/.test(auto)
      ? 'firstName'
      : /family-name/.test(auto)
        ? 'lastName'
        : partKind(page, item);
    if (kind !== 'firstName' && kind !== 'lastName' && kind !== 'name') continue;
    const text = cleanName(item.text);
    if (item.leaf.kind === 'text' && labelOf(page, item)?.column) columns.add(item);
    // What is typed into a field for a name is one, whatever else the word means.
    const isWord = item.leaf.kind === 'text' && readLabel(item.text)?.share === 1;
    if (isWord || isPlaceholder(item.text) || text.length > 50) continue;
    fields.push({ item, text, kind });
  }
  // Columns of a list have the names of many.
  if (fields.filter((one) => columns.has(one.item) && one.kind === 'lastName').length > 1)
    fields.splice(0, fields.length, ...fields.filter((one) => !columns.has(one.item)));
  const near = (one: Item, kind: 'firstName' | 'lastName' | 'name') =>
    fields
      .filter(
        (other) =>
          other.kind === kind &&
          other.item !== one &&
          other.item.frame === one.frame &&
          Math.abs(other.item.at - one.at) <= 12,
      )
      .sort((a, b) => Math.abs(a.item.at - one.at) - Math.abs(b.item.at - one.at))[0];
  for (const field of fields) {
    if (field.kind === 'name') {
      // "Nombre" with "Apellidos", "Nome" with "Cognome": here the plain name is the first one.
      const last = near(field.item, 'lastName');
      if (last && !near(field.item, 'firstName') && !isWithin(last.text, field.text))
        addParts(mentions, field.item, field.text, last.text);
    } else if (field.kind === 'firstName') {
      // "Nom" with "Prénom", "Name" with "Vorname": here the plain name is the last one.
      const whole = near(field.item, 'name');
      const last =
        near(field.item, 'lastName') ?? (whole && isWithin(field.text, whole.text) ? undefined : whole);
      const after = last?.text ?? besideIt(page, field.item, 1);
      const between = last ? infixBetween(page, field.item, last.item) : '';
      addParts(mentions, field.item, field.text, between ? `${between} ${after}` : after);
    } else if (!near(field.item, 'firstName') && !near(field.item, 'name')) {
      const first = besideIt(page, field.item, -1);
      if (first) addParts(mentions, field.item, first, field.text);
    }
  }
}

/** Whether a part is in a whole name already ("Common name: Dana Lee", "Last name: Lee"). */
function isWithin(part: string, whole: string): boolean {
  const words = nameKey(whole).split(' ');
  const parts = nameKey(part).split(' ');
  return parts.length < words.length && parts.every((word) => words.includes(word));
}

/** "de", "van der", "von": what a field of its own between first and last name holds ("Tussenvoegsel"). */
function infixBetween(page: Page, first: Item, last: Item): string {
  const between = page.items
    .slice(first.at + 1, last.at)
    .find((item) => item.leaf.kind === first.leaf.kind && !item.hidden && isInfix(item.text));
  return between?.text ?? '';
}

/** Items between a field and the next one of a form. */
const nextField = 6;

/**
 * The other half of a name: what the field right beside it holds, where nobody knows the words over that field.
 * @returns empty where it looks like no name, or its label says what else it is
 */
function besideIt(page: Page, item: Item, step: 1 | -1): string {
  if (item.leaf.kind !== 'value') return '';
  for (let away = 1; away <= nextField; away++) {
    const other = page.items[item.at + away * step];
    if (!other || other.frame !== item.frame) return '';
    if (other.leaf.kind === 'choice') return '';
    if (other.leaf.kind !== 'value' || other.hidden !== item.hidden) continue;
    const text = cleanName(other.text);
    if (saysMore(labelOf(page, other)?.label) || isPlaceholder(text) || isVocabulary(text)) return '';
    return /^\p{L}[\p{L}\p{M}.'’ -]*$/u.test(text) && nameShape(`${item.text} ${text}`) >= 0.8 ? text : '';
  }
  return '';
}

/** Whether a label says what else than a name a field holds; "… name" alone does not. */
function saysMore(label: Label | null | undefined): boolean {
  return Boolean(label && label.kind !== 'name' && label.kind !== 'field' && label.share >= partShare);
}

/** What part of a name a label makes of a value; "Last visited" makes it none. */
function partKind(page: Page, item: Item): LabelKind | undefined {
  const label = labelOf(page, item)?.label;
  if (!label || label.share < partShare) return undefined;
  // "Family" heads the relatives of a record, and in a form stands over the last name.
  return item.leaf.kind === 'value' && label.words.has('lastName') ? 'lastName' : label.kind;
}

/** How much of a label has to be known for its value to be a part of a name. */
const partShare = 0.75;

function addParts(mentions: NameMention[], item: Item, first: string, last: string): void {
  const name = !last
    ? first
    : /[\p{sc=Han}\p{sc=Hangul}]/u.test(last)
      ? `${last} ${first}`
      : `${first} ${last}`;
  if (name.length < 2) return;
  mentions.push({
    item,
    name,
    key: nameKey(name),
    channel: 'parts',
    weight: last ? w.parts : 1.5,
    note: { code: 'name-parts' },
  });
}
