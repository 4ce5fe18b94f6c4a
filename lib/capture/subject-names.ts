/** Candidates for the caller's name: everywhere a name stands, added up for each person or company. */
import type { CandidateDraft } from './candidates.ts';
import { labelOf } from './label-of.ts';
import { isPlaceholder, type LabelKind, readLabel } from './labels.ts';
import { cleanName, emailMatches, initialsMatch, nameKey, nameShape, titlePieces } from './name-shape.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import type { Item, Page } from './page-model.ts';
import type { EvidenceNote } from './types.ts';
import { nameWeights as w } from './weights.ts';

/** One place where a name stands. */
export interface NameMention {
  item: Item | null;
  name: string;
  key: string;
  channel: 'label' | 'parts' | 'heading' | 'title' | 'strip' | 'avatar' | 'text' | 'structured';
  weight: number;
  note: EvidenceNote | null;
  kind?: LabelKind;
}

const nameLabels: Partial<Record<LabelKind, number>> = {
  caller: w.caller,
  requester: w.requester,
  customer: w.customer,
  contact: w.contact,
  name: w.name,
  calling: w.customer,
  company: w.company,
  agent: w.agent,
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
  const top = page.frames[0];
  for (const piece of titlePieces(top?.title ?? '')) {
    add(mentions, null, piece, 'title', w.title, { code: 'page-title' });
  }
  for (const item of page.items) {
    if (item.hidden || item.leaf.kind === 'tel' || item.leaf.kind === 'mail' || item.text.length > 200)
      continue;
    mentionsOf(page, item, mentions);
  }
  splitNames(page, mentions);
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

function mentionsOf(page: Page, item: Item, mentions: NameMention[]): void {
  if (item.heading > 0) {
    const weight = item.heading === 1 ? w.heading1 : w.heading2;
    const pieces = titlePieces(item.text);
    for (const [at, piece] of pieces.entries()) {
      add(mentions, item, piece, 'heading', at === 0 ? weight : weight * 0.8, { code: 'heading' });
    }
    if (item.heading > 1) labelled(page, item, mentions);
    return;
  }
  if (item.strip) {
    for (const piece of titlePieces(item.text))
      add(mentions, item, piece, 'strip', w.strip, { code: 'breadcrumb' });
    return;
  }
  if (item.leaf.kind === 'icon') {
    add(mentions, item, item.text, 'avatar', w.avatar, null);
    return;
  }
  const box = page.boxes[item.box];
  for (const up of page.up(box?.at ?? -1)) {
    // An avatar: a small box named after the person, with the initials in it.
    if (up.label && up.label !== item.text && initialsMatch(item.text, cleanName(up.label))) {
      add(mentions, item, up.label, 'avatar', w.avatar, null);
      return;
    }
    if (up.prop === 'name')
      add(mentions, item, item.text, 'structured', w.structured, { code: 'structured' });
    if (up.high - up.low > 2) break;
  }
  if (item.text.length > 100) return;
  if (!labelled(page, item, mentions)) add(mentions, item, item.text, 'text', 0, null);
}

/** "Caller: Dana Lee" in the text itself, else a label beside it. Says whether a label was found. */
function labelled(page: Page, item: Item, mentions: NameMention[]): boolean {
  const inline = /^([^:：]{2,40})[:：]\s*(\S.*)$/u.exec(item.text);
  const own = inline?.[1] ? readLabel(inline[1]) : null;
  if (own && own.share > 0.7 && inline?.[2])
    return mention(item, inline[2], own.kind, inline[1] ?? '', mentions);
  const found = labelOf(page, item);
  if (!found) return false;
  if (!found.label) {
    add(mentions, item, item.text, 'text', w.unknownLabel, null);
    return true;
  }
  return mention(item, item.text, found.label.kind, found.text, mentions);
}

function mention(item: Item, text: string, kind: LabelKind, words: string, mentions: NameMention[]): boolean {
  const weight = nameLabels[kind];
  if (weight !== undefined) {
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
  const firsts: { item: Item; text: string }[] = [];
  const lasts: { item: Item; text: string }[] = [];
  for (const item of page.items) {
    if (item.hidden || item.heading || item.text.length > 60) continue;
    if (item.leaf.kind !== 'value' && item.leaf.kind !== 'text') continue;
    const auto = item.leaf.autocomplete ?? '';
    const found = labelOf(page, item);
    const kind = /given-name/.test(auto)
      ? 'firstName'
      : /family-name/.test(auto)
        ? 'lastName'
        : found?.label?.kind;
    if ((kind !== 'firstName' && kind !== 'lastName') || readLabel(item.text)?.share === 1) continue;
    if (isPlaceholder(item.text)) continue;
    (kind === 'firstName' ? firsts : lasts).push({ item, text: cleanName(item.text) });
  }
  for (const first of firsts) {
    const last = lasts
      .filter(
        (other) => other.item.frame === first.item.frame && Math.abs(other.item.at - first.item.at) <= 12,
      )
      .sort((a, b) => Math.abs(a.item.at - first.item.at) - Math.abs(b.item.at - first.item.at))[0];
    const name = !last
      ? first.text
      : /[\p{sc=Han}\p{sc=Hangul}]/u.test(last.text)
        ? `${last.text} ${first.text}`
        : `${first.text} ${last.text}`;
    if (name.length < 2) continue;
    mentions.push({
      item: first.item,
      name,
      key: nameKey(name),
      channel: 'parts',
      weight: last ? w.parts : 1.5,
      note: { code: 'name-parts' },
    });
  }
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
  const drafts: CandidateDraft[] = [];
  for (const [key, group] of byKey) {
    const draft = total(page, key, group, phones, emails, context);
    if (draft) drafts.push(draft);
  }
  return drafts.sort((a, b) => b.score - a.score);
}

export interface NameContext {
  /** Items in rows of a list. */
  inRows: ReadonlySet<Item>;
  /** What kind of record the page is, as far as it says. */
  recordType: 'person' | 'account' | 'event' | null;
  noCallerPage: boolean;
  penalty(name: string): number;
}

function total(
  page: Page,
  key: string,
  all: readonly NameMention[],
  phones: readonly PhoneOccurrence[],
  emails: readonly Item[],
  context: NameContext,
): CandidateDraft | null {
  const own = all.filter((mention) => mention.item?.chrome && mention.channel !== 'strip');
  const group = all.filter((mention) => !own.includes(mention));
  if (group.length === 0) return null;
  const best = new Map<NameMention['channel'], NameMention>();
  let against = 0;
  let places = 0;
  for (const mention of group) {
    const at = mention.item;
    const weight = mention.weight + (at?.draft ? w.draft : 0) + (at && context.inRows.has(at) ? w.row : 0);
    if (weight <= w.other) against = Math.min(against, weight);
    const known = best.get(mention.channel);
    if (!known || weight > known.weight) best.set(mention.channel, { ...mention, weight });
    if (mention.channel !== 'title' && mention.channel !== 'heading' && !(at && context.inRows.has(at)))
      places++;
  }
  let name = bestSpelling(group);
  const shape = nameShape(name);
  if (shape <= 0) return null;
  let score = w.base + w.shape * shape + against;
  const evidence: EvidenceNote[] = [];
  let label: LabelKind | undefined;
  for (const mention of [...best.values()].sort((a, b) => b.weight - a.weight)) {
    let weight = mention.weight;
    if (weight < 0) {
      if (weight > w.other && best.size === 1) score += weight;
      continue;
    }
    if (mention.channel === 'label') label = mention.kind;
    if (mention.channel === 'heading' && context.recordType === 'event' && !context.recordType) weight = 0;
    if (mention.channel === 'heading' || mention.channel === 'title') {
      if (context.recordType === 'event') weight *= 0.35;
      else if (context.recordType && mention.channel === 'heading') weight += w.headingOfCard;
    }
    score += weight;
    if (mention.note && weight > 0.3) evidence.push(mention.note);
  }
  if (places > 1) {
    score += w.agrees * Math.min(places - 1, 3);
    evidence.push({ code: 'agrees' });
  }
  if (emails.some((item) => emailMatches(item.text, name))) score += w.email;
  if (group.some((mention) => mention.item && nearPhone(page, mention.item, phones))) score += w.nearPhone;
  if (own.length > 0) {
    score += w.ownSide;
    evidence.push({ code: 'own-side' });
  }
  if (context.noCallerPage) score += w.noCallerPage;
  score += context.penalty(name);
  if (label === 'company' || /^company$/.test(label ?? '')) name = name.trim();
  return {
    value: name,
    key,
    score,
    evidence,
    kind: label,
    items: group.flatMap((mention) => mention.item ?? []),
  };
}

/** The spelling to fill in: the one of the strongest place; "SMITH JOHN" gives way to mixed case. */
function bestSpelling(group: readonly NameMention[]): string {
  const order = ['parts', 'label', 'heading', 'structured', 'avatar', 'text', 'strip', 'title'];
  const sorted = [...group].sort(
    (a, b) => order.indexOf(a.channel) - order.indexOf(b.channel) || b.weight - a.weight,
  );
  return (sorted.find((mention) => /\p{Ll}/u.test(mention.name)) ?? sorted[0])?.name ?? '';
}

/** Whether a labelled or linked number stands in the same small part of the page. */
function nearPhone(page: Page, item: Item, phones: readonly PhoneOccurrence[]): boolean {
  let level = 0;
  for (const box of page.up(item.box)) {
    if (box.high - box.low > 40 || ++level > 8) return false;
    const near = phones.some(
      (phone) =>
        !phone.item.hidden &&
        !phone.prose &&
        (phone.label || phone.telLink) &&
        phone.item.at >= box.low &&
        phone.item.at < box.high,
    );
    if (near) return true;
  }
  return false;
}
