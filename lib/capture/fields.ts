/**
 * Labels by the page's own pattern: where several short texts that the vocabulary knows repeat in one shape
 * before their values, every text in that shape is a label, also those nobody knows. A value with a label of
 * its own is never read by a label further away.
 */
import { isKnown, isLabels, isPairs, type Place, placeOf, precede } from './field-patterns.ts';
import type { Item, Page, PageBox } from './page-items.ts';

export interface Fields {
  /** Items that are labels of others. */
  labels: ReadonlySet<Item>;
  /** Value → its label. */
  of: ReadonlyMap<Item, Item>;
  /** Texts that stand beside several different values ("Change", "Edit"): they say nothing about any. */
  actions: ReadonlySet<string>;
}

/** Largest part of a page looked at for one pattern, in items. */
const patternItems = 150;

/** Share of a pattern's labels that have to be known. */
const knownShare = 0.4;

/** The same where labels and values stand loose in one container, without a row of their own. */
const looseShare = 0.6;

/** Most pieces of one value. */
const labelValues = 5;

/** Longest value; what is longer is text that somebody wrote. */
const valueLength = 160;

/** Different labels a text stands under before it is taken for an action. */
const actionLabels = 3;

const known = new WeakMap<Page, Fields>();

/** The page's label patterns, read once a page. */
export function fieldsOf(page: Page): Fields {
  const before = known.get(page);
  if (before) return before;
  const labels = new Set<Item>();
  const of = new Map<Item, Item>();
  // Deepest first: the nearest pattern says what a value is.
  for (let at = page.boxes.length - 1; at >= 0; at--) {
    const box = page.boxes[at];
    if (!box || box.low < 0 || box.high - box.low < 2) continue;
    if (box.tag === 'dl') definitions(page, box, labels, of);
    else if (box.high - box.low >= 4 && box.high - box.low <= patternItems && box.children > 0)
      patterns(page, box, labels, of);
  }
  controls(page, labels, of);
  const fields = { labels, of, actions: actionsIn(of) };
  known.set(page, fields);
  return fields;
}

/** Items of a control with its label and its buttons at most. */
const controlItems = 4;

/** A label element alone with one control in a part of the page is that control's, before it or behind it. */
function controls(page: Page, labels: Set<Item>, of: Map<Item, Item>): void {
  for (const label of page.items) {
    if (page.boxes[label.box]?.tag !== 'label' || label.leaf.kind !== 'text') continue;
    for (const box of page.up(page.boxes[label.box]?.parent ?? -1)) {
      const inside = page.items.slice(box.low, box.high);
      if (inside.length > controlItems) break;
      const values = inside.filter((item) => /^(?:value|choice)$/.test(item.leaf.kind));
      if (values.length === 0) continue;
      const others = inside.filter((item) => item !== label && page.boxes[item.box]?.tag === 'label');
      const [value] = values;
      if (values.length === 1 && value && others.length === 0) {
        labels.add(label);
        of.set(value, label);
      }
      break;
    }
  }
}

/** dt and dd: the page says itself what belongs together. */
function definitions(page: Page, list: PageBox, labels: Set<Item>, of: Map<Item, Item>): void {
  let label: Item | null = null;
  for (const item of page.items.slice(list.low, list.high)) {
    for (const box of page.up(item.box)) {
      if (box.at === list.at) break;
      if (box.tag === 'dt') {
        label = item;
        labels.add(item);
        break;
      }
      if (box.tag === 'dd') {
        if (label && label.hidden === item.hidden && !of.has(item)) of.set(item, label);
        break;
      }
    }
  }
}

function patterns(page: Page, around: PageBox, labels: Set<Item>, of: Map<Item, Item>): void {
  const items = page.items
    .slice(around.low, around.high)
    .filter((item) => item.leaf.kind !== 'tel' && item.leaf.kind !== 'mail' && item.text !== '');
  const places = new Map(items.map((item) => [item, placeOf(page, item, around)]));
  const shapes = new Map<string, Item[]>();
  for (const item of items) {
    const shape = /\p{L}/u.test(item.text) ? (places.get(item)?.shape ?? '') : '';
    shapes.set(shape, [...(shapes.get(shape) ?? []), item]);
  }
  const all = new Set<Item>();
  for (const [shape, group] of shapes) {
    if (shape === '') continue;
    if (
      (isLabels(group, items, shape.includes('>') ? knownShare : looseShare) ||
        isPairs(group, items, shape, places)) &&
      precede(group, items, shape, places) &&
      (shape.includes('>') || items.length <= group.length * 4)
    ) {
      if (!shape.includes('>')) {
        assign(new Set(group), items, places, labels, of);
        return;
      }
      // "Species | Canine | Owner | Dana Lee": a row may hold two labels with their values.
      for (const item of group) all.add(item);
    }
  }
  if (all.size > 0) {
    assign(all, items, places, labels, of);
    return;
  }
  alternating(page, items, places, labels, of);
}

/** One kind of element for both: label, value, label, value. */
function alternating(
  page: Page,
  items: readonly Item[],
  places: ReadonlyMap<Item, Place>,
  labels: Set<Item>,
  of: Map<Item, Item>,
): void {
  const units: Item[][] = [];
  let last = -1;
  for (const item of items) {
    const child = places.get(item)?.child ?? -1;
    if (child < 0) return;
    if (child === last) units.at(-1)?.push(item);
    else units.push([item]);
    last = child;
  }
  const tags = new Set(units.map((unit) => page.boxes[places.get(unit[0] as Item)?.child ?? -1]?.tag));
  if (units.length < 4 || tags.size !== 1) return;
  const before = units.filter((_, at) => at % 2 === 0).slice(0, Math.floor(units.length / 2));
  const after = units.filter((_, at) => at % 2 === 1);
  if (before.some((unit) => unit.length !== 1)) return;
  const first = before.flat();
  if (
    isLabels(first, items, looseShare) &&
    after.filter((unit) => unit[0] && isKnown(unit[0])).length < after.length * 0.4
  )
    assign(new Set(first), items, places, labels, of);
}

function assign(
  group: ReadonlySet<Item>,
  items: readonly Item[],
  places: ReadonlyMap<Item, Place>,
  labels: Set<Item>,
  of: Map<Item, Item>,
): void {
  let label: Item | null = null;
  let values = 0;
  for (const item of items) {
    if (group.has(item)) {
      label = item;
      values = 0;
      if (!of.has(item)) labels.add(item);
      continue;
    }
    if (!label || of.has(item) || labels.has(item) || item.hidden !== label.hidden) continue;
    // The next heading, or a label in another dress, ends what a label speaks for.
    if (
      (item.heading > 0 && item.heading < 4) ||
      /[:：]$/.test(item.text) ||
      ++values > labelValues ||
      item.text.length > valueLength
    ) {
      label = null;
      continue;
    }
    const own = places.get(label);
    if (own?.shape.includes('>') && places.get(item)?.child !== own.child) continue;
    of.set(item, label);
  }
}

function actionsIn(of: ReadonlyMap<Item, Item>): Set<string> {
  const under = new Map<string, Set<string>>();
  for (const [item, label] of of) {
    const texts = under.get(item.text) ?? new Set();
    under.set(item.text, texts.add(label.text));
  }
  return new Set([...under].filter(([, texts]) => texts.size >= actionLabels).map(([text]) => text));
}
