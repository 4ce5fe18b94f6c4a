/** Whose a number is: the caller's, somebody else's, or nobody's by what stands around it. */

import { fieldsOf } from './fields.ts';
import type { LabelKind } from './label-kind.ts';
import { readLabel } from './labels.ts';
import type { NameMention } from './name-mention.ts';
import { cleanName, nameKey, nameShape } from './name-shape.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import type { Item, Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { labelWeights } from './phone-labels.ts';
import { countDigits, fold, plainDigits } from './text.ts';
import { isUnknownCaller, saysUnknownCaller } from './unknown-caller.ts';

/** What is known of the page and its caller when numbers are scored. */
export interface PhoneContext {
  /** Key of the caller's name, '' when there is none. */
  subject: string;
  /** Keys of the names that may be the caller as well (a second requester, the caller's company). */
  alternates: ReadonlySet<string>;
  /** The caller is a company: its switchboard is the number to call. */
  company: boolean;
  /** The record says that its caller is not known. */
  nobody: boolean;
  mentions: readonly NameMention[];
  inRows: ReadonlySet<Item>;
  /** The page says of itself that it is a person's record or a matter of theirs. */
  ofSomebody: boolean;
  /** Index of the first item of a list of many callers, 0 where there is none. */
  crowd: number;
  noCallerPage: boolean;
  /** The number of the call in hand, on a page that shows one. */
  line: PhoneOccurrence | null;
  /** Whether a number is on many records of the site, whoever calls. */
  repeated(e164: string): boolean;
}

/** Labels of people: bare digits under them are the person's id as often as the number. */
export const peopleKinds: ReadonlySet<LabelKind> = new Set([
  'customer',
  'contact',
  'requester',
  'caller',
  'company',
]);

/** The caller's own name stands where the label would: "Dana Lee (415) 555-0132". */
export function isSubjectText(text: string, context: PhoneContext): boolean {
  return context.subject !== '' && nameKey(cleanName(text)) === context.subject;
}

/** Where people are named: item → keys. */
export type People = Map<number, { key: string; strong: boolean; agent: boolean; heads: boolean }[]>;

/** Where people are named on the page, by item. */
export function peopleItems(page: Page, mentions: readonly NameMention[], subject: string): People {
  const people: People = new Map();
  for (const mention of mentions) {
    const { item } = mention;
    if (!item || item.hidden || item.chrome) continue;
    const weak = mention.channel === 'text' && !isNamed(page, item);
    const never =
      mention.kind &&
      mention.weight < -1 &&
      mention.kind !== 'agent' &&
      mention.kind !== 'author' &&
      mention.kind !== 'other';
    // The caller's own name over an address is the caller's all the same.
    if ((never && mention.key !== subject) || nameShape(mention.name) < 0.45) continue;
    people.set(item.at, [
      ...(people.get(item.at) ?? []),
      {
        key: mention.key,
        strong: !weak && mention.channel !== 'heading' && mention.kind !== 'company',
        agent: mention.kind === 'agent' || mention.kind === 'author',
        heads: item.heading > 0,
      },
    ]);
  }
  return people;
}

/** Plain text that is set apart like a name: a link, bold, first in its row. */
function isNamed(page: Page, item: Item): boolean {
  const tag = page.boxes[item.box]?.tag ?? '';
  return /^(a|b|strong|h\d)$/.test(tag) && nameShape(item.text) >= 0.8;
}

/** Whose name is nearest above a number: the caller's, somebody else's, or nobody's. */
export function ownerOf(
  page: Page,
  one: PhoneOccurrence,
  context: PhoneContext,
  people: People,
): 'subject' | 'other' | null {
  if (one.prose) return null;
  const label = one.labelText;
  if (label && !one.label && nameShape(label) >= 0.8 && label.includes(' '))
    return nameKey(cleanName(label)) === context.subject ? 'subject' : 'other';
  let size = 0;
  for (const box of page.up(one.item.box)) {
    if (box.high - box.low > 90) return follows(one.item.at, context.subject, people) ? 'subject' : null;
    if (box.label && context.subject && nameKey(cleanName(box.label)) === context.subject) return 'subject';
    if (box.high - box.low === size) continue;
    size = box.high - box.low;
    let other = false;
    let alternate = false;
    for (let at = box.low; at < box.high; at++) {
      for (const person of people.get(at) ?? []) {
        if (isSubjects(person.key, context.subject))
          return at < one.item.at && isUnderOther(page, at, one.item, context.subject, people)
            ? 'other'
            : 'subject';
        if (context.alternates.has(person.key)) alternate = true;
        // The record's owner stands among its fields; only alone with a number, or at its head, is it the owner's.
        // What stands behind a number is the next one's name, unless the two are alone together.
        const over = at < one.item.at || box.high - box.low <= 5;
        if (person.strong && over && (!person.agent || person.heads || box.high - box.low <= 5)) other = true;
      }
    }
    if (alternate) return null;
    if (other) return box.high - box.low <= 12 ? 'other' : null;
  }
  return null;
}

/**
 * Whether a number's label names another party of the record ("Account holder phone", where "Account holder" is
 * somebody else than the caller).
 */
export function isOfOtherParty(one: PhoneOccurrence, { mentions, subject }: PhoneContext): boolean {
  const label = fold(one.labelText);
  if (!label || subject === '') return false;
  const parties = mentions.filter(({ channel, note }) => {
    const party = channel === 'label' && note?.label ? fold(note.label) : '';
    return party.length > 3 && label.length > party.length && label.startsWith(party);
  });
  return (
    parties.length > 0 &&
    parties.every(({ key, weight }) => weight > 0 && !isSubjects(key, subject) && !isSubjects(subject, key))
  );
}

/** "Relationship manager: Lysander Pike", and in the next field "Direct line": the manager's. */
export function followsAgent(page: Page, one: PhoneOccurrence, people: People): boolean {
  if (!/^(?:direct|extension)$/.test(one.label?.kind ?? 'field') || one.prose) return false;
  const { of } = fieldsOf(page);
  const label = of.get(one.item);
  if (!label) return false;
  const value = page.items.slice(Math.max(0, label.at - 3), label.at).findLast((item) => of.has(item));
  return value !== undefined && (people.get(value.at) ?? []).some((person) => person.agent);
}

/** The caller's own name, or a part of it that has a field of its own ("First name"). */
function isSubjects(key: string, subject: string): boolean {
  if (subject === '') return false;
  const words = subject.split(' ');
  return key === subject || key.split(' ').every((word) => words.includes(word));
}

/** Items of the smallest card of a caller. */
const cardItems = 9;

/** Whether a number is the only one in the small card that is headed by the caller's name. */
export function isOnlyInCard(
  page: Page,
  one: PhoneOccurrence,
  found: readonly PhoneOccurrence[],
  subject: string,
  people: People,
): boolean {
  for (const box of page.up(one.item.box)) {
    if (box.high - box.low > cardItems) return false;
    for (let at = box.low; at < one.item.at; at++) {
      if (!(people.get(at) ?? []).some((person) => person.key === subject)) continue;
      return found.every(
        (other) =>
          other.item.at < box.low || other.item.at >= box.high || other.match.e164 === one.match.e164,
      );
    }
  }
  return false;
}

/** Whether the caller's name stands between a number and the heading over it. */
export function isNamedIn(page: Page, item: Item, subject: string, people: People): boolean {
  for (let at = item.at - 1; at >= 0; at--) {
    if ((people.get(at) ?? []).some((person) => isSubjects(person.key, subject))) return true;
    if ((page.items[at]?.heading ?? 0) > 0) return false;
  }
  return false;
}

/** A heading between the caller and the number, with somebody else's name under it: a card of its own. */
function isUnderOther(page: Page, from: number, item: Item, subject: string, people: People): boolean {
  let heading = -1;
  for (let at = from + 1; at < item.at; at++) {
    const other = page.items[at];
    if (other && other.heading > 1 && !other.hidden) heading = at;
  }
  if (heading < 0) return false;
  for (let at = heading; at < item.at; at++) {
    const here = page.items[at];
    if (!here || (people.get(at) ?? []).some((person) => person.key === subject)) return false;
  }
  for (let at = heading + 1; at < item.at; at++) {
    const text = page.items[at]?.text ?? '';
    if ((people.get(at) ?? []).some((one) => !one.agent && one.key !== subject) && nameShape(text) >= 0.8)
      return true;
  }
  return false;
}

/** Items of the largest part of a page that says of one number that its caller is not known. */
const unknownItems = 8;

/** Whether "Unknown caller" stands beside a number, in a small part of the page: it called, whoever it is. */
export function isOfUnknown(page: Page, item: Item): boolean {
  if (item.hidden || item.chrome || item.feed) return false;
  // The link that dials the number stands before its text.
  const link = page.items[item.at - 1];
  const before = link?.leaf.kind === 'tel' ? page.items[item.at - 2] : link;
  if (before && !before.hidden && before.frame === item.frame && isUnknownCaller(before.text)) return true;
  for (const box of page.up(item.box)) {
    if (box.high - box.low > unknownItems) return false;
    const inside = page.items.slice(box.low, box.high).filter((one) => one !== item && !one.hidden);
    if (inside.length === 0) continue;
    // The next number of a list has words of its own.
    const above = inside.filter((one) => one.at < item.at).slice(-2);
    const near = [...above, ...inside.filter((one) => one.at > item.at).slice(0, 1)];
    if (near.some((one) => saysUnknownCaller(one.text)))
      return near.every((one) => countDigits(plainDigits(one.text)) < 7);
  }
  return false;
}

/** Items between a name and the number under it, on a page too large to look at whole. */
const reach = 30;

/** Whether the caller's name is the last one before a number. */
function follows(at: number, subject: string, people: People): boolean {
  if (!subject) return false;
  for (let before = at - 1; before >= Math.max(0, at - reach); before--) {
    const here = people.get(before) ?? [];
    if (here.some((person) => person.key === subject)) return true;
    if (here.some((person) => person.strong && !person.agent)) return false;
  }
  return false;
}

/** A word beside the number that takes it back: "husband Greg", "(shared)", "old". */
export function noteAgainst(page: Page, one: PhoneOccurrence, context: PhoneContext): boolean {
  if (one.prose) return false;
  for (const box of page.up(one.item.box)) {
    const others = page.items
      .slice(box.low, Math.min(box.high, box.low + 8))
      .filter((item) => item.text !== one.item.text && item.leaf.kind === 'text')
      // What holds a number of its own is about that one.
      .filter((item) => countDigits(plainDigits(item.text)) < 7);
    if (others.length === 0) continue;
    if (box.high - box.low > 6) return false;
    return others.some((item) => {
      const words = readLabel(item.text.slice(0, 60))?.words;
      return (
        Boolean(words?.has('other')) && item.text !== one.labelText && !isSubjectText(item.text, context)
      );
    });
  }
  return false;
}

/**
 * The places of one number, those without a label of which it stands before one of our lines: "+1 (928) 555-0186",
 * and behind it "Patient Support", where a field of the record says that the number is the caller's.
 */
export function withoutLines(page: Page, all: readonly PhoneOccurrence[]): PhoneOccurrence[] {
  const isField = all.some(
    ({ item, label }) => !item.chrome && (labelWeights[label?.kind ?? 'field'] ?? 0) > 0,
  );
  const isLine = ({ item, label, labelText }: PhoneOccurrence): boolean =>
    isField && label?.kind === 'called' && page.items[item.at + 1]?.text === labelText;
  return all.map((one) => (isLine(one) ? { ...one, label: null, labelText: '', labelled: false } : one));
}

/** Whether a number is our own, by any of the places it stands at. */
export function isOurs(page: Page, all: readonly PhoneOccurrence[]): boolean {
  const primary = primaryHeading(page);
  // The end of a trail ("Calls / 01 555 0163") says again what the page is headed by.
  return all.some(
    ({ item, label }) =>
      // "To (541) 555-0126" in a folded log is whom we called.
      (label?.kind === 'called' && !item.hidden) ||
      (item.chrome && !item.strip && item.text !== primary?.text),
  );
}
