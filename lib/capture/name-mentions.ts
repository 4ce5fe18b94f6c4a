/** Everywhere a name stands on the page, with what its surroundings say about it. */

import type { LabelKind } from './label-kind.ts';
import { labelOf } from './label-of.ts';
import type { Label } from './labels.ts';
import { add, inButton, isLabelItself, labelled, nameLabels } from './name-labels.ts';
import type { NameMention } from './name-mention.ts';
import { headingParts, joined, splitNames } from './name-parts.ts';
import { cleanName, initialsMatch, nameKey, nameShape, titlePieces } from './name-shape.ts';
import { isNamedUnder } from './named-under.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { readOn } from './read-on.ts';
import { cardTitle, inLiveCall, sectionOf } from './sections.ts';
import { structuredPeople } from './structured.ts';
import { fold } from './text.ts';
import { nameWeights as w } from './weights.ts';

/** All mentions of names, visible ones; hidden views are somebody else's record. */
export function nameMentions(page: Page): NameMention[] {
  const mentions: NameMention[] = [];
  const primary = primaryHeading(page);
  const own = new Set(
    page.items.filter((item) => item.chrome && !item.text.includes(' ')).map((item) => fold(item.text)),
  );
  const top = page.frames[0];
  for (const piece of titlePieces(top?.title ?? '')) {
    add(mentions, null, piece.text, 'title', w.title, { code: 'page-title' });
    if (piece.from) add(mentions, null, piece.text, 'label', w.from, { code: 'page-title' }, 'requester');
  }
  for (const person of structuredPeople(page))
    add(mentions, null, person.name, 'structured', w.structured, { code: 'structured' });
  for (const item of page.items) {
    if (item.hidden || item.leaf.kind === 'tel' || item.leaf.kind === 'mail' || item.text.length > 200)
      continue;
    if (item.menu && !item.strip && !item.heading) continue;
    const login = /^(\S+) \(([^()]+)\)$/.exec(item.text);
    if (login?.[1] && login[2] && own.has(fold(login[1]))) {
      // "dlee (Dana Lee)" where the bar says "Logged in as dlee".
      add(mentions, item, login[2], 'label', w.ownSide, { code: 'own-side' }, 'agent');
      continue;
    }
    const from = mentions.length;
    mentionsOf(page, item, primary, mentions);
    const whole = joined(page, item);
    if (whole !== item.text)
      for (const one of mentions.splice(from)) {
        const name = cleanName(whole);
        if (name) mentions.push({ ...one, name, key: nameKey(name) });
      }
  }
  splitNames(page, mentions);
  headingParts(page, mentions);
  return mentions;
}

function mentionsOf(page: Page, item: Item, primary: Item | null, mentions: NameMention[]): void {
  if (item.heading > 0) {
    // "Caller" names the part of the page that this is the heading of.
    const part = inNamedPart(page, item);
    if (part && nameShape(cleanName(item.text)) >= 0.8)
      add(mentions, item, item.text, 'label', nameLabels[part] ?? 0, { code: 'labelled' }, part);
    // "Brightwell contact" over a card that is headed by one of us.
    if (item !== primary && isOurs(page, item) && nameShape(cleanName(item.text)) >= 0.8) {
      add(mentions, item, item.text, 'label', w.agent, { code: 'own-side' }, 'agent');
      return;
    }
    // An h1 can hold the kind of record and the name as separate pieces.
    const isPrimary =
      primary !== null && item.heading === primary.heading && Math.abs(item.at - primary.at) <= 2;
    if (isNamedUnder(page, item, primary))
      add(mentions, item, item.text, 'label', w.namedUnder, { code: 'heading' }, 'contact');
    const weight = isPrimary ? w.heading1 : w.heading2;
    const pieces = titlePieces(item.text);
    for (const [at, piece] of pieces.entries()) {
      add(mentions, item, piece.text, 'heading', at === 0 ? weight : weight * 0.8, { code: 'heading' });
      if (piece.from && isPrimary)
        add(mentions, item, piece.text, 'label', w.from, { code: 'heading' }, 'requester');
    }
    // A chip or crumb beside a heading may say that it is a customer; what else it says is not about the name.
    const chip = besideHeading(page, item);
    const beside = chip ? (nameLabels[labelOf(page, item)?.label?.kind ?? 'field'] ?? 0) : 0;
    if (chip && (beside > 0 || !isPrimary) && pieces.some((piece) => nameShape(piece.text) >= 0.45))
      labelled(page, item, mentions);
    return;
  }
  if (item.strip) {
    const weight = item.current || page.boxes[item.box]?.role !== 'tab' ? w.strip : 0;
    for (const piece of titlePieces(item.text)) {
      add(mentions, item, piece.text, 'strip', weight, { code: 'breadcrumb' });
    }
    return;
  }
  if (item.leaf.kind === 'icon') {
    if (nameShape(cleanName(item.text)) >= 0.5 && !inButton(page, item) && !isTool(page, item))
      add(mentions, item, item.text, 'avatar', w.avatar, null);
    return;
  }
  const named = initialsOf(page, item);
  if (named) {
    // A single letter beside whom the page's title names is an avatar, too.
    if (
      item.text.length >= 2 ||
      mentions.some((one) => one.channel === 'title' && one.key === nameKey(cleanName(named.text)))
    )
      add(mentions, named, named.text, 'avatar', w.avatar, null);
    return;
  }
  const box = page.boxes[item.box];
  for (const up of page.up(box?.at ?? -1)) {
    // An avatar: a small box named after the person, with the initials in it.
    if (up.label && up.label !== item.text && initialsMatch(item.text, cleanName(up.label))) {
      add(mentions, item, up.label, 'avatar', w.avatar, null);
      return;
    }
    if (up.prop === 'name' && !item.strip && ofParty.test(ownType(page, up.at))) {
      const organization =
        ownType(page, up.at) === 'Organization' && page.boxes.some((one) => one.type === 'Person');
      add(mentions, item, item.text, 'structured', organization ? w.company : w.structured, {
        code: 'structured',
      });
    }
    if (up.high - up.low > 2) break;
  }
  if (item.text.length > 100 || isLabelItself(page, item)) return;
  if (inLiveCall(page, item) && nameShape(cleanName(item.text)) >= 0.8 && !saysOther(labelOf(page, item))) {
    add(mentions, item, item.text, 'label', w.customer, { code: 'labelled' }, 'calling');
    return;
  }
  const beside = labelOf(page, item);
  // "Spanish", and under it "Preferred language": no name in a part that is called "Contact details".
  const isLabelled =
    Boolean(beside?.label) && (beside?.tied === true || language.test(fold(beside?.text ?? '')));
  const part = saysOther(beside) || isLabelled ? null : inNamedPart(page, item);
  if (part) {
    add(mentions, item, item.text, 'label', nameLabels[part] ?? 0, { code: 'labelled' }, part);
    return;
  }
  if (!labelled(page, item, mentions)) add(mentions, item, item.text, 'text', 0, null);
}

/** Pictures with the same words behind them from which on they are a menu of what can be done. */
const manyTools = 5;

const menus = new WeakMap<Page, boolean>();

/** "Rename" in a picture before the link "Rename", and others like it: no picture of anybody. */
function isTool(page: Page, icon: Item): boolean {
  const isPair = (one: Item): boolean =>
    one.leaf.kind === 'icon' && !one.hidden && page.items[one.at + 1]?.text === one.text;
  if (!isPair(icon)) return false;
  // Once a page: pages of thousands of people have a picture for each.
  const isWord = (one: Item): boolean => isPair(one) && nameShape(cleanName(one.text)) < 0.8;
  const isMenu = menus.get(page) ?? page.items.filter(isWord).length >= manyTools;
  menus.set(page, isMenu);
  return isMenu;
}

/** Labels of the language somebody speaks, folded: what it is called is written like a name. */
const language =
  /\b(?:language|languages|sprache|sprachen|langue|langues|idioma|idiomas|lingua|lingue|taal|talen|jezyk|jezyki|sprak)\b|言語|لغ/u;

/** Whether an item stands under a heading that is of our own people. */
function isOurs(page: Page, item: Item): boolean {
  const section = sectionOf(page, item)?.label;
  return section?.kind === 'agent' && section.share > 0.9;
}

/** Whether a label says what a name is; the state of a call ("Ringing") does not. */
function saysOther(found: ReturnType<typeof labelOf>): boolean {
  return Boolean(found?.label && found.label.kind !== 'field');
}

/** Items around a heading within which a chip or crumb is about it. */
const chipItems = 8;

/** Whether something else stands right beside a heading, in a small part of the page. */
function besideHeading(page: Page, item: Item): boolean {
  if (item.leaf.label) return true;
  for (const box of page.up(item.box)) {
    const size = box.high - box.low;
    if (size > chipItems) return false;
    if (size > 1 || box.label) return true;
  }
  return false;
}

/** A part of the page that is itself named after the customer or caller ("Patient banner"): its first name. */
function inNamedPart(page: Page, item: Item): LabelKind | null {
  for (const box of page.up(item.box)) {
    if (box.high - box.low > namedItems) return null;
    const label = box.label ? readOn(page, box.label) : (headOf(page, box) ?? cardTitle(page, box)?.label);
    if (!label || label.share < 0.5 || !/^(caller|requester|customer|contact)$/.test(label.kind)) continue;
    const least = box.label ? 0.45 : 0.8;
    const first = page.items
      .slice(box.low, box.high)
      .find((one) => !one.hidden && nameShape(cleanName(one.text)) >= least);
    // Under a heading only what stands right behind it is meant by it.
    return first === item && (box.label || item.at - box.low <= underHeading) ? label.kind : null;
  }
  return null;
}

/** Items between a heading and the name under it. */
const underHeading = 3;

/** What the heading that a part of the page begins with says. */
function headOf(page: Page, box: PageBox): Label | null {
  const first = page.items[box.low];
  if (!first || first.hidden || first.heading < 2 || box.high - box.low < 3) return null;
  const label = readOn(page, first.text);
  return label && label.share > 0.9 ? label : null;
}

/** Largest part of a page whose name speaks for the first name in it. */
const namedItems = 26;

/** Types whose name is somebody's, or none given; a breadcrumb's, a product's or a page's is not. */
const ofParty =
  /^(?:|Person|Patient|Organization|Corporation|LocalBusiness|NGO|.*(?:Organization|Business))$/;

/** What a property is a property of. */
function ownType(page: Page, box: number): string {
  for (const up of page.up(box)) if (up.type) return up.type;
  return '';
}

/** The name an avatar's letters stand for, when this item is such letters. */
function initialsOf(page: Page, item: Item): Item | null {
  if (item.text.length > 3 || item.leaf.kind !== 'text' || !/^\p{L}+$/u.test(item.text)) return null;
  // "Bus" is a word beside a name, "BS" are its letters.
  if (/^\p{Lu}\p{Ll}{2}$/u.test(item.text)) return null;
  for (const at of [item.at + 1, item.at + 2, item.at - 1]) {
    const beside = page.items[at];
    if (!beside || beside.hidden) continue;
    const key = nameKey(cleanName(beside.text));
    const shape = nameShape(cleanName(beside.text));
    if (shape < 0.45 || beside.text.length <= item.text.length + 1) continue;
    const starts =
      key.split(' ').some((word) => word[0] === item.text[0]?.toLowerCase()) ||
      beside.text.startsWith(item.text[0] ?? '?');
    if (item.text.length === 1 ? starts : starts || initialsMatch(item.text, key)) return beside;
  }
  return null;
}
