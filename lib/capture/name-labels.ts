/** Names by their labels: what a label makes of the text beside it. */

import { isHeaderCell } from './column-header.ts';
import { fieldsOf } from './fields.ts';
import type { LabelKind } from './label-kind.ts';
import { labelOf } from './label-of.ts';
import { isSettingWord, type Label, readLabel } from './labels.ts';
import type { NameMention } from './name-mention.ts';
import { cleanName, isFullName, isGreeting, nameKey, nameShape } from './name-shape.ts';
import type { Item, Page } from './page-items.ts';
import { recordType } from './record-type.ts';
import { isRelative, isSecondPerson } from './relatives.ts';
import { sectionOf } from './sections.ts';
import { fold, wordCount } from './text.ts';
import type { EvidenceNote } from './types.ts';
import { nameWeights as w } from './weights.ts';

/** What a label says of the name beside it, as a weight; kinds that say nothing are left out. */
export const nameLabels: Partial<Record<LabelKind, number>> = {
  caller: w.caller,
  requester: w.requester,
  customer: w.customer,
  contact: w.contact,
  name: w.name,
  calling: w.customer,
  company: w.company,
  agent: w.agent,
  author: w.author,
  agentPhone: w.agent,
  called: w.agent,
  other: w.other,
  siteContact: w.other,
  otherPhone: w.other,
};

/** Kinds whose values are never names. */
const neverNames: ReadonlySet<LabelKind> = new Set([
  'recordNumber',
  'accountNumber',
  'id',
  'subject',
  'email',
  'address',
  'time',
  'amount',
  'title',
  'note',
  'field',
]);

/** Adds a mention when the text looks like a name at all. */
export function add(
  to: NameMention[],
  item: Item | null,
  text: string,
  channel: NameMention['channel'],
  weight: number,
  note: EvidenceNote | null,
  kind?: LabelKind,
): void {
  const name = cleanName(text);
  if (nameShape(name) <= 0 || isGreeting(text)) return;
  to.push({ item, name, key: nameKey(name), channel, weight, note, ...(kind ? { kind } : {}) });
}

/** A label is no value: dt, a label outside table cells, text that ends in a colon. */
export function isLabelItself(page: Page, item: Item): boolean {
  if (/[:：]$/.test(item.text)) return true;
  const fields = fieldsOf(page);
  if (fields.labels.has(item) || fields.actions.has(item.text)) return true;
  let label = false;
  let level = 0;
  for (const box of page.up(item.box)) {
    if (box.tag === 'dt' || box.tag === 'legend') return true;
    if (box.tag === 'label') label = true;
    if (box.column !== undefined) return isHeaderCell(page, box);
    if (++level > 6) break;
  }
  return label && item.leaf.kind === 'text' && (readLabel(item.text)?.share ?? 0) > 0.5;
}

/** "Caller: Dana Lee" in the text itself, else a label beside it. Says whether a label was found. */
export function labelled(page: Page, item: Item, mentions: NameMention[]): boolean {
  const inline = /^([^:：]{2,40})[:：]\s*(\S.*)$/u.exec(item.text);
  const own = inline?.[1] ? readLabel(inline[1]) : null;
  if (own && own.share > 0.7 && inline?.[2])
    return mention(page, item, inline[2], own.kind, inline[1] ?? '', true, mentions);
  const found = labelOf(page, item);
  if (!found) return false;
  // "Outbound caller ID name" is what the telephone is set to say of us.
  if (found.label && isSettingWord(found.text)) {
    add(mentions, item, item.text, 'text', w.otherKind, null);
    return true;
  }
  // What stands in a button is what it does; a label before it speaks for something else.
  if (!found.tied && inButton(page, item)) {
    add(mentions, item, item.text, 'text', w.unknownLabel, null);
    return true;
  }
  if (!found.label || (!found.tied && found.label.share < 0.75)) {
    add(mentions, item, item.text, 'text', found.heading && !found.label ? 0 : w.unknownLabel, null);
    return true;
  }
  if (found.heading && !found.tied && (ofTwo.test(found.text) || isFurtherDown(page, item, found.text))) {
    add(mentions, item, item.text, 'text', 0, null);
    return true;
  }
  if (found.column && (nameLabels[found.label.kind] ?? 0) > 0) {
    // A column of a table names many people; its header makes none of them the caller.
    add(mentions, item, item.text, 'text', 0, null);
    return true;
  }
  return mention(page, item, item.text, found.label.kind, found.text, found.tied, mentions);
}

/** "Patient and client": the heading of two, and of neither more than of the other. */
const ofTwo = /\p{L}{3}\s(?:and|und|et|y|e|en|i|och|og|&|\/)\s\p{L}{3}/iu;

/** Whether another name stands between a heading and an item: "Contact info" heads the first name under it. */
function isFurtherDown(page: Page, item: Item, heading: string): boolean {
  for (let at = item.at - 1; at >= 0; at--) {
    const other = page.items[at];
    if (!other || other.hidden !== item.hidden) continue;
    if (other.text !== heading && nameShape(cleanName(other.text)) >= 0.8) return true;
    if (other.heading > 0) return false;
  }
  return false;
}

function isNameOnly(label: Label | null | undefined): boolean {
  return label?.kind === 'name' && label.share > 0.9;
}

/** Where an order is sent to, folded: whom it is for the attention of did not place it. */
const destinations =
  /^(?:destination|recipient|ship to|deliver to|delivery|destino|destinatario|destinataire|livraison|empfanger|ziel|entrega|bestemming|ontvanger|destinazione|odbiorca|mottagare|送付先|配送先)$/u;

/** Whether a text stands in a button. */
export function inButton(page: Page, item: Item): boolean {
  let level = 0;
  for (const box of page.up(item.box)) {
    if (box.tag === 'button' || box.role === 'button') return true;
    if (++level > 3) break;
  }
  return false;
}

/** Kinds of labels whose values have digits. */
const idKinds: ReadonlySet<LabelKind> = new Set(['id', 'recordNumber', 'accountNumber', 'number']);

/** Whose id a label asks for. */
function partyOf(words: string): LabelKind | undefined {
  const known = readLabel(words)?.words;
  return (['caller', 'requester', 'customer', 'contact'] as const).find((kind) => known?.has(kind));
}

/** Adds what a label of a known kind makes of a text; says whether the label settles it. */
export function mention(
  page: Page,
  item: Item,
  text: string,
  kind: LabelKind,
  words: string,
  tied: boolean,
  mentions: NameMention[],
): boolean {
  // "From" beside a text is a place as often as a person, unless the page ties the two together.
  // A message to "Dana Lee <dana@…>" is written to the customer.
  const recipient = kind === 'called' && /\S@\S/.test(text);
  // A message from "Dana Lee <dana@…>" is the customer's; in one being written, "From" is a choice of our own.
  const sender = kind === 'calling' && item.leaf.kind === 'text' && /\S@\S/.test(text);
  const plain = kind === 'name' && nameShape(cleanName(text)) < 0.45;
  const weight = recipient
    ? w.recipient
    : sender
      ? w.requester
      : plain
        ? w.plainName
        : kind === 'calling' && !tied
          ? undefined
          : kind === 'siteContact' && recordType(page) === 'event'
            ? w.siteContact
            : nameLabels[kind];
  // "Duty manager", "to be confirmed": words, not a name, unless a name is written all small.
  const length = wordCount(text);
  const capital = /^\p{Lu}\p{Ll}/u.test(text);
  if (
    weight !== undefined &&
    weight > 0 &&
    (length > 2 || (length === 2 && capital)) &&
    nameShape(cleanName(text)) < 0.2
  )
    return true;
  if (weight !== undefined) {
    const part = weight > 0 && kind !== 'caller' && kind !== 'requester' ? sectionOf(page, item) : null;
    const section = part?.label;
    if (
      section &&
      section.share > 0.6 &&
      (section.kind === 'other' ||
        section.kind === 'agent' ||
        (kind === 'contact' && section.kind !== 'customer' && destinations.test(fold(part.text)))) &&
      section.kind !== kind
    ) {
      add(mentions, item, text, 'label', w.otherSection, { code: 'other-person', label: words }, 'other');
      return true;
    }
    if (kind === 'name' && weight > 0 && isSecondPerson(page, item)) {
      add(mentions, item, text, 'label', w.contactOfAccount, { code: 'labelled', label: words }, 'contact');
      return true;
    }
    if (
      section &&
      section.share > 0.6 &&
      (section.kind === 'caller' || section.kind === 'requester') &&
      kind !== section.kind
    ) {
      add(
        mentions,
        item,
        text,
        'label',
        item.feed ? w.caller + w.feed : w.caller,
        { code: 'labelled', label: words },
        section.kind,
      );
      return true;
    }
    if ((kind === 'name' || kind === 'contact') && weight > 0 && isRelative(page, item)) {
      add(mentions, item, text, 'label', w.otherSection, { code: 'other-person', label: words }, 'other');
      return true;
    }
    // "Worker" under "Legal name": whoever it is that the page is about.
    if (kind === 'agent' && isNameOnly(sectionOf(page, item)?.label)) {
      add(mentions, item, text, 'label', w.name, { code: 'labelled', label: words }, 'name');
      return true;
    }
    const note: EvidenceNote =
      weight < 0
        ? { code: kind === 'agent' ? 'own-side' : 'other-person', label: words }
        : { code: 'labelled', label: words };
    add(mentions, item, text, 'label', item.feed && weight > 0 ? weight + w.feed : weight, note, kind);
    return true;
  }
  // "Contact Id" over the contact's name: products show whom an id stands for.
  const party = idKinds.has(kind) && isFullName(text) ? partyOf(words) : undefined;
  if (party) return mention(page, item, text, party, words, tied, mentions);
  // "ID" beside a link with the customer's name: what the page calls the link.
  const linked = idKinds.has(kind) && isFullName(text) ? sectionOf(page, item)?.label : null;
  if (linked && linked.share > 0.6 && (nameLabels[linked.kind] ?? 0) > 0)
    return mention(page, item, text, linked.kind, words, tied, mentions);
  if (neverNames.has(kind)) {
    if (kind !== 'field' && kind !== 'note') add(mentions, item, text, 'text', w.otherKind, null, kind);
    else add(mentions, item, text, 'text', w.unknownLabel, null, kind);
    return true;
  }
  add(mentions, item, text, 'text', 0, null, kind);
  return true;
}
