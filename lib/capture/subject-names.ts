/** Candidates for the caller's name: everywhere a name stands, added up for each person or company. */
import type { CandidateDraft } from './candidates.ts';
import { cardHeads } from './contact-card.ts';
import { fieldsOf } from './fields.ts';
import { inLiveCall, isHeaderCell, labelOf, sectionOf } from './label-of.ts';
import { isPlaceholder, isVocabulary, type LabelKind, readLabel } from './labels.ts';
import type { NameMention } from './name-mention.ts';
import {
  cleanName,
  emailMatches,
  initialsMatch,
  isAddressed,
  isCompanyName,
  nameKey,
  nameShape,
  titlePieces,
} from './name-shape.ts';
import { besideItems, isSessionName } from './no-caller.ts';
import { isPhoneKind, type PhoneOccurrence } from './occurrences.ts';
import { type Item, isAboveRecord, type Page, primaryHeading } from './page-model.ts';
import type { RecordType } from './record-type.ts';
import { structuredPeople } from './structured.ts';
import { fold, wordCount } from './text.ts';
import type { EvidenceNote } from './types.ts';
import { nameWeights as w } from './weights.ts';

const nameLabels: Partial<Record<LabelKind, number>> = {
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
    mentionsOf(page, item, primary, mentions);
  }
  splitNames(page, mentions);
  headingParts(page, mentions);
  return mentions;
}

function add(
  to: NameMention[],
  item: Item | null,
  text: string,
  channel: NameMention['channel'],
  weight: number,
  note: EvidenceNote | null,
  kind?: LabelKind,
): void {
  const name = cleanName(text);
  if (nameShape(name) <= 0) return;
  to.push({ item, name, key: nameKey(name), channel, weight, note, ...(kind ? { kind } : {}) });
}

function mentionsOf(page: Page, item: Item, primary: Item | null, mentions: NameMention[]): void {
  if (item.heading > 0) {
    // An h1 can hold the kind of record and the name as separate pieces.
    const isPrimary =
      primary !== null && item.heading === primary.heading && Math.abs(item.at - primary.at) <= 2;
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
    if (nameShape(cleanName(item.text)) >= 0.5 && !inButton(page, item))
      add(mentions, item, item.text, 'avatar', w.avatar, null);
    return;
  }
  const named = initialsOf(page, item);
  if (named) {
    if (item.text.length >= 2) add(mentions, named, named.text, 'avatar', w.avatar, null);
    return;
  }
  const box = page.boxes[item.box];
  for (const up of page.up(box?.at ?? -1)) {
    // An avatar: a small box named after the person, with the initials in it.
    if (up.label && up.label !== item.text && initialsMatch(item.text, cleanName(up.label))) {
      add(mentions, item, up.label, 'avatar', w.avatar, null);
      return;
    }
    if (up.prop === 'name') {
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
  const part = labelOf(page, item)?.label ? null : inNamedPart(page, item);
  if (part) {
    add(mentions, item, item.text, 'label', nameLabels[part] ?? 0, { code: 'labelled' }, part);
    return;
  }
  if (!labelled(page, item, mentions)) add(mentions, item, item.text, 'text', 0, null);
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
    const label = box.label ? readLabel(box.label) : null;
    if (!label || label.share < 0.5 || !/^(caller|requester|customer|contact)$/.test(label.kind)) continue;
    const first = page.items
      .slice(box.low, box.high)
      .find((one) => !one.hidden && nameShape(cleanName(one.text)) >= 0.45);
    return first === item ? label.kind : null;
  }
  return null;
}

/** Largest part of a page whose name speaks for the first name in it. */
const namedItems = 20;

/** What a property is a property of. */
function ownType(page: Page, box: number): string {
  for (const up of page.up(box)) if (up.type) return up.type;
  return '';
}

/** First and last name as pieces of one heading, each in an element of its own. */
function headingParts(page: Page, mentions: NameMention[]): void {
  const primary = primaryHeading(page);
  if (!primary) return;
  for (const box of page.up(primary.box)) {
    if (!/^h[1-6]$/.test(box.tag) && box.role !== 'heading') continue;
    const pieces = page.items
      .slice(box.low, box.high)
      .filter((item) => !item.hidden && item.leaf.kind === 'text' && !isBeside(item.text));
    const plain = pieces.every(
      (item) => /^\p{L}[\p{L}\p{M}.'’ -]*$/u.test(item.text) && !readLabel(item.text),
    );
    if (pieces.length < 2 || pieces.length > 4 || !plain) return;
    const whole = pieces.map((item) => item.text).join(' ');
    if (nameShape(whole) >= 0.8) add(mentions, primary, whole, 'parts', w.parts, { code: 'heading' });
    return;
  }
}

/** What stands in a heading beside the parts of a name: words of screens ("Given"), ages, ids. */
function isBeside(text: string): boolean {
  return isVocabulary(text) || /\d/.test(text);
}

/** The name an avatar's letters stand for, when this item is such letters. */
function initialsOf(page: Page, item: Item): Item | null {
  if (item.text.length > 3 || item.leaf.kind !== 'text' || !/^\p{L}+$/u.test(item.text)) return null;
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

/** A label is no value: dt, a label outside table cells, text that ends in a colon. */
function isLabelItself(page: Page, item: Item): boolean {
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

function inButton(page: Page, item: Item): boolean {
  let level = 0;
  for (const box of page.up(item.box)) {
    if (box.tag === 'button' || box.role === 'button') return true;
    if (++level > 3) break;
  }
  return false;
}

/** "Caller: Dana Lee" in the text itself, else a label beside it. Says whether a label was found. */
function labelled(page: Page, item: Item, mentions: NameMention[]): boolean {
  const inline = /^([^:：]{2,40})[:：]\s*(\S.*)$/u.exec(item.text);
  const own = inline?.[1] ? readLabel(inline[1]) : null;
  if (own && own.share > 0.7 && inline?.[2])
    return mention(page, item, inline[2], own.kind, inline[1] ?? '', true, mentions);
  const found = labelOf(page, item);
  if (!found) return false;
  if (!found.label || (!found.tied && found.label.share < 0.75)) {
    add(mentions, item, item.text, 'text', found.heading && !found.label ? 0 : w.unknownLabel, null);
    return true;
  }
  if (found.column && (nameLabels[found.label.kind] ?? 0) > 0) {
    // A column of a table names many people; its header makes none of them the caller.
    add(mentions, item, item.text, 'text', 0, null);
    return true;
  }
  return mention(page, item, item.text, found.label.kind, found.text, found.tied, mentions);
}

function mention(
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
  const plain = kind === 'name' && nameShape(cleanName(text)) < 0.45;
  const weight = recipient
    ? w.recipient
    : plain
      ? w.plainName
      : kind === 'calling' && !tied
        ? undefined
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
    const section =
      weight > 0 && kind !== 'caller' && kind !== 'requester' ? sectionOf(page, item)?.label : null;
    if (
      section &&
      section.share > 0.6 &&
      (section.kind === 'other' || section.kind === 'agent') &&
      section.kind !== kind
    ) {
      add(mentions, item, text, 'label', w.otherSection, { code: 'other-person', label: words }, 'other');
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
    const note: EvidenceNote =
      weight < 0
        ? { code: kind === 'agent' ? 'own-side' : 'other-person', label: words }
        : { code: 'labelled', label: words };
    add(mentions, item, text, 'label', item.feed && weight > 0 ? weight + w.feed : weight, note, kind);
    return true;
  }
  if (neverNames.has(kind)) {
    if (kind !== 'field' && kind !== 'note') add(mentions, item, text, 'text', w.otherKind, null, kind);
    else add(mentions, item, text, 'text', w.unknownLabel, null, kind);
    return true;
  }
  add(mentions, item, text, 'text', 0, null, kind);
  return true;
}

/** First and last name in fields of their own, put together. */
function splitNames(page: Page, mentions: NameMention[]): void {
  const fields: { item: Item; text: string; kind: 'firstName' | 'lastName' | 'name' }[] = [];
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
    if (readLabel(item.text)?.share === 1 || isPlaceholder(item.text) || text.length > 50) continue;
    fields.push({ item, text, kind });
  }
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
      if (last && !near(field.item, 'firstName')) addParts(mentions, field.item, field.text, last.text);
    } else if (field.kind === 'firstName') {
      // "Nom" with "Prénom", "Name" with "Vorname": here the plain name is the last one.
      const last = near(field.item, 'lastName') ?? near(field.item, 'name');
      addParts(mentions, field.item, field.text, last?.text ?? '');
    }
  }
}

/** What part of a name a label makes of a value; "Last visited" makes it none. */
function partKind(page: Page, item: Item): LabelKind | undefined {
  const label = labelOf(page, item)?.label;
  return label && label.share >= partShare ? label.kind : undefined;
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

/** What the mentions of one name add up to. */
export function nameDrafts(
  page: Page,
  mentions: readonly NameMention[],
  phones: readonly PhoneOccurrence[],
  context: NameContext,
): CandidateDraft[] {
  const byKey = new Map<string, NameMention[]>();
  for (const mention of mentions) {
    if (!mention.key) continue;
    byKey.set(mention.key, [...(byKey.get(mention.key) ?? []), mention]);
  }
  const emails = page.items.filter(
    (item) => !item.hidden && !item.chrome && /\S@\S+\.\S/.test(item.text) && item.text.length < 120,
  );
  const heads = cardHeads(page, mentions, phones, context.inRows);
  const drafts: CandidateDraft[] = [];
  for (const [key, group] of byKey) {
    const shorter = [...byKey]
      .filter(([other]) => other !== key && isPartOf(other, key))
      .flatMap(([, mentions]) => mentions);
    const draft = total(page, key, group, shorter, phones, emails, heads, context);
    if (draft) drafts.push(draft);
  }
  preferContact(drafts, context);
  return drafts.sort((a, b) => b.score - a.score);
}

/** On a matter the person to talk to is its contact; the customer beside it is whom the work is for. */
function preferContact(drafts: readonly CandidateDraft[], context: NameContext): void {
  if (context.recordType === 'account') return;
  const contact = drafts.find((draft) => draft.kind === 'contact' && draft.score > 0);
  if (!contact) return;
  for (const draft of drafts) {
    if (
      draft.kind === 'customer' &&
      draft.score > 0 &&
      (context.recordType === 'event' || isCompanyName(draft.value))
    )
      draft.score = Math.min(draft.score, contact.score - w.contactFirst);
  }
}

export interface NameContext {
  /** Items in rows of a list. */
  inRows: ReadonlySet<Item>;
  /** What kind of record the page is, as far as it says. */
  recordType: RecordType | null;
  noCallerPage: boolean;
  /** The page says that the caller is not known. */
  nobody: boolean;
  /** The page shows a list of callers. */
  listed: boolean;
  /** Keys of names that are the product's or the agent's company, by the title's last part. */
  brands: ReadonlySet<string>;
  penalty(name: string): number;
}

function total(
  page: Page,
  key: string,
  all: readonly NameMention[],
  shorter: readonly NameMention[],
  phones: readonly PhoneOccurrence[],
  emails: readonly Item[],
  heads: ReadonlySet<Item>,
  context: NameContext,
): CandidateDraft | null {
  // The record's own heading may be said again in a bar; beside "Log out" it is the agent.
  const primary = primaryHeading(page);
  const headline = primary !== null && nameKey(cleanName(primary.text)) === key;
  const own = all.filter(
    ({ item, channel, kind, note }) =>
      item?.chrome &&
      channel !== 'strip' &&
      !(headline && !isSessionName(page, item)) &&
      !(kind && ofCustomers.has(kind) && note?.label && !isOwnLabel(page, item, note.label)),
  );
  const group = all.filter((mention) => !own.includes(mention));
  const name = bestSpelling(group);
  const shape = nameShape(name);
  if (shape <= 0) return null;
  const best = strongest(group, context);
  const evidence: EvidenceNote[] = [];
  const say = (mention: NameMention | undefined): void => {
    if (mention?.note) evidence.push(mention.note);
  };
  const of = (channel: NameMention['channel']): number => Math.max(0, best.get(channel)?.weight ?? 0);

  const stated = Math.max(of('label'), of('parts'), of('structured'));
  for (const channel of ['parts', 'label', 'structured'] as const)
    if (of(channel) > 0) say(best.get(channel));
  // A heading names the record; on a ticket or job the record is the matter, not the person.
  const fits = Math.min(1, shape / 0.8) * headingFactor(context.recordType);
  let headed = (of('heading') + of('title')) * fits;
  if (headed > 0.5)
    for (const channel of ['heading', 'title'] as const) if (of(channel) > 0) say(best.get(channel));
  const avatar = of('avatar');

  let support = avatar + of('strip');
  // "Xiadani Cuevas" in the tab speaks for "Xiadani Cuevas Tlapale" on the card.
  support += Math.min(
    1.5,
    Math.max(0, ...shorter.map((one) => (/title|strip|heading/.test(one.channel) ? one.weight : 0))),
  );
  const places = new Set(
    group.filter((one) => one.item && !context.inRows.has(one.item)).map((one) => one.item?.at),
  ).size;
  if (places > 1) {
    support += w.agrees * Math.min(places - 1, 3);
    evidence.push({ code: 'agrees' });
  }
  if (isInAddress(page, name)) {
    support += w.inAddress;
    evidence.push({ code: 'in-address' });
  }
  const email = emails.some((item) => emailMatches(item.text, name));
  const outside = phones.filter((phone) => !context.inRows.has(phone.item));
  const near = group.some(
    (mention) => mention.item && nearPhone(page, mention.item, outside, context.inRows),
  );
  if (email) support += w.email;
  if (near) support += w.nearPhone;
  const card = group.some((mention) => mention.item && heads.has(mention.item)) ? w.card : 0;
  if (card > 0) evidence.push({ code: 'same-card' });
  if (!email && !near && avatar <= 0 && stated <= 0 && card <= 0) headed *= w.bareHeading;

  let score = w.base + w.shape * shape + stated + headed + support + (stated > 0 ? 0 : card);
  // Nothing names it as the caller: it is offered, never filled in, unless an address is made of it.
  const cap =
    near && shape >= 0.8 && (email || group.some((one) => isAddressed(one.name)))
      ? w.textWithEmail
      : w.onlyText;
  if (stated <= 0 && card <= 0 && headed < w.heading2 * 0.8 && avatar <= 0) score = Math.min(score, cap);
  const said = best.get('label')?.kind;
  if (context.nobody && said !== 'caller' && said !== 'requester' && of('parts') <= 0) score += w.nobody;
  if (context.listed && stated <= 0 && card <= 0 && !email && outside.every((phone) => phone.item.chrome))
    score += w.listHeading;
  score += Math.min(0, ...group.map((mention) => (mention.channel === 'label' ? mention.weight : 0)));
  const unlabelled = best.get('text');
  if (best.size === 1 && unlabelled && unlabelled.weight < 0) score += unlabelled.weight;
  if (own.length > 0 || context.brands.has(key)) {
    score += w.ownSide;
    evidence.push({ code: 'own-side' });
  }
  if (stated <= 0 && of('heading') <= 0 && group.some((one) => one.item && isAboveRecord(page, one.item)))
    score += w.aboveRecord;
  if (context.noCallerPage && said !== 'calling') score += w.noCallerPage;
  score += context.penalty(name);
  return {
    value: name,
    key,
    score,
    evidence,
    kind: stated > 0 ? best.get('label')?.kind : undefined,
    items: group.flatMap((mention) => mention.item ?? []),
  };
}

/** Kinds that make a name a customer's wherever it stands ("Patient: …" in the product's bar). */
const ofCustomers: ReadonlySet<LabelKind> = new Set(['caller', 'requester', 'customer']);

/** "User: …" in a bar, and what stands right beside "Log out", is the one who is signed in. */
function isOwnLabel(page: Page, item: Item, label: string): boolean {
  return (
    /user|usuari|usager|utilisat|benutzer|utent|utilizador|gebruik|uzytk|użytk|anvand|användare|ユーザ|مستخدم/iu.test(
      label,
    ) || isSessionName(page, item, besideItems)
  );
}

/** Whether the page's address ends in the name, as products do that file records by name. */
function isInAddress(page: Page, name: string): boolean {
  if (name.length < 5) return false;
  let path: string;
  try {
    const { pathname, hash } = new URL(page.frames[0]?.url ?? '');
    path = decodeURIComponent(`${pathname}${hash}`);
  } catch {
    return false;
  }
  return path.split(/[/#?]/).some((part) => nameKey(part.replace(/[-_+]/g, ' ')) === nameKey(name));
}

/** Whether all words of one key are in another, at least two of them or one long one. */
function isPartOf(part: string, whole: string): boolean {
  const words = part.split(' ');
  const all = new Set(whole.split(' '));
  return (
    (words.length >= 2 || part.length >= 8) && words.length < all.size && words.every((word) => all.has(word))
  );
}

function headingFactor(type: RecordType | null): number {
  if (type === 'thing') return w.thingHeading;
  return type === 'event' ? 0.3 : type === null ? 0.8 : 1.15;
}

/** The best mention of each channel, list rows and drafts counted down. */
function strongest(
  group: readonly NameMention[],
  context: NameContext,
): Map<NameMention['channel'], NameMention> {
  const best = new Map<NameMention['channel'], NameMention>();
  for (const mention of group) {
    const at = mention.item;
    const ofAccount =
      context.recordType === 'account' && (mention.kind === 'contact' || mention.kind === 'name');
    const base =
      ofAccount && mention.channel === 'label'
        ? Math.min(mention.weight, w.contactOfAccount)
        : mention.weight;
    const weight = base + (at?.draft ? w.draft : 0) + (at && context.inRows.has(at) ? w.row : 0);
    const known = best.get(mention.channel);
    if (!known || weight > known.weight) best.set(mention.channel, { ...mention, weight });
  }
  return best;
}

/** The spelling to fill in: the one of the strongest place; "SMITH JOHN" gives way to mixed case. */
function bestSpelling(group: readonly NameMention[]): string {
  const order = ['parts', 'label', 'heading', 'structured', 'avatar', 'text', 'strip', 'title'];
  const sorted = [...group].sort(
    (a, b) => order.indexOf(a.channel) - order.indexOf(b.channel) || b.weight - a.weight,
  );
  return (sorted.find((mention) => /\p{Ll}/u.test(mention.name)) ?? sorted[0])?.name ?? '';
}

/** Items under the record's heading where its own fields stand. */
const headingReach = 120;

/** A labelled number among the fields right under the record's heading. */
function isFieldUnder(page: Page, phone: PhoneOccurrence, heading: Item, inRows: ReadonlySet<Item>): boolean {
  const { item } = phone;
  // What comes behind a list is no field of the record.
  for (let at = heading.at; at < item.at; at++) if (inRows.has(page.items[at] as Item)) return false;
  return (
    item.at > heading.at &&
    item.at - heading.at <= headingReach &&
    item.frame === heading.frame &&
    !item.hidden &&
    !item.chrome &&
    !phone.prose &&
    isPhoneKind(phone.label?.kind) &&
    !notNear.has(phone.label?.kind ?? 'field')
  );
}

/** Numbers that say nothing about whom they stand beside. */
const notNear: ReadonlySet<LabelKind> = new Set([
  'called',
  'fax',
  'agentPhone',
  'otherPhone',
  'other',
  'agent',
  'id',
  'recordNumber',
  'accountNumber',
]);

/** Whether a labelled or linked number stands in the same small part of the page. */
function nearPhone(
  page: Page,
  item: Item,
  phones: readonly PhoneOccurrence[],
  inRows: ReadonlySet<Item>,
): boolean {
  const primary = primaryHeading(page);
  if (
    primary &&
    Math.abs(primary.at - item.at) <= 2 &&
    item.heading > 0 &&
    phones.some((phone) => isFieldUnder(page, phone, item, inRows))
  )
    return true;
  for (const box of page.up(item.box)) {
    if (box.high - box.low > 40) return false;
    const near = phones.some(
      (phone) =>
        !phone.item.hidden &&
        !phone.prose &&
        !phone.item.chrome &&
        !(item.heading > 0 && isAboveRecord(page, phone.item)) &&
        (phone.label || phone.telLink || phone.match.grouped) &&
        !phone.match.tollFree &&
        !notNear.has(phone.label?.kind ?? 'field') &&
        phone.item.at >= box.low &&
        phone.item.at < box.high,
    );
    if (near) return true;
  }
  return false;
}
