/** Candidates for the caller's name: everywhere a name stands, added up for each person or company. */
import type { CandidateDraft } from './candidates.ts';
import { cardHeads } from './contact-card.ts';
import { frameWeight } from './frame-weight.ts';
import { hasReading, isInAddress, isOwnLabel, isReporter, ofCustomers } from './name-marks.ts';
import type { NameMention } from './name-mention.ts';
import { cleanName, emailMatches, isAddressed, isCompanyName, nameKey, nameShape } from './name-shape.ts';
import { nearPhone } from './near-phone.ts';
import { isSessionName } from './no-caller.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import { isOpened } from './opened.ts';
import type { Item, Page } from './page-items.ts';
import { isAboveRecord, primaryHeading } from './page-model.ts';
import { preferNames } from './prefer-names.ts';
import type { RecordType } from './record-type.ts';
import { inLiveCall } from './sections.ts';
import type { EvidenceNote } from './types.ts';
import { nameWeights as w } from './weights.ts';

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
  // A part of a name begins with one of its words: long lists of names are not gone through for each.
  const byFirst = Map.groupBy(byKey.keys(), (key) => key.split(' ')[0] ?? '');
  for (const [key, group] of byKey) {
    const near = new Set(key.split(' ').flatMap((word) => byFirst.get(word) ?? []));
    const shorter = [...near]
      .filter((other) => other !== key && isPartOf(other, key))
      .flatMap((other) => byKey.get(other) ?? []);
    const draft = total(page, key, group, shorter, phones, emails, heads, context);
    if (draft) drafts.push(draft);
  }
  levelHeads(drafts, 'same-card');
  levelHeads(drafts, 'heading');
  preferNames(page, drafts, context.recordType);
  return drafts.sort((a, b) => b.score - a.score);
}

/** Heads that say as little, from which on they are a list of people and none of them is the record. */
const likeHeads = 3;
/** Log-odds between heads that are as good as each other. */
const headsApart = 0.1;

/** Names that only head a card or a part, one as good as the other: rows of a list that is not known for one. */
function levelHeads(drafts: readonly CandidateDraft[], code: 'same-card' | 'heading'): void {
  const heads = drafts.filter((one) => one.evidence.every((note) => note.code === code));
  const best = Math.max(...drafts.map((one) => one.score));
  const like = heads.filter((one) => one.evidence.length > 0 && best - one.score < headsApart);
  if (like.length < likeHeads) return;
  for (const one of heads) one.score = Math.min(one.score, w.onlyText);
}

export interface NameContext {
  /** Items in rows of a list. */
  inRows: ReadonlySet<Item>;
  /** What kind of record the page is, as far as it says. */
  recordType: RecordType | null;
  noCallerPage: boolean;
  /** Fields of how to reach somebody stand under the main heading. */
  reachable: boolean;
  /** The page says that the caller is not known. */
  nobody: boolean;
  /** The page shows a list of callers. */
  listed: boolean;
  /** Index of the first item of a list of many callers, 0 where there is none. */
  crowd: number;
  /** What stands over lists, as far as it does not head the page. */
  titles: ReadonlySet<string>;
  /** That list is of our own places. */
  places: boolean;
  /** Keys of names that are the product's or the agent's company, by the title's last part. */
  brands: ReadonlySet<string>;
  /** Whether a name is on many records of the site, whoever calls. */
  repeated(name: string): boolean;
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
      !isOpened(page, item) &&
      !(headline && !context.noCallerPage && !isSessionName(page, item)) &&
      !(kind && ofCustomers.has(kind) && note?.label && !isOwnLabel(page, item, note.label)),
  );
  // "Business account: Harbor AS", and again under "Contact info": the contact is one of its people.
  const isFirm = all.some(({ channel, kind }) => channel === 'label' && kind === 'company');
  const group = all.filter(
    (mention) =>
      !own.includes(mention) && !(isFirm && mention.channel === 'label' && mention.kind === 'contact'),
  );
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
  // "/settings/Voice_Lines": there the address names the part of the product.
  if (!context.noCallerPage && isInAddress(page, name)) {
    support += w.inAddress;
    evidence.push({ code: 'in-address' });
  }
  const email = emails.some((item) => emailMatches(item.text, name));
  const outside = phones.filter((phone) => !context.inRows.has(phone.item));
  const near = group.some(
    (mention) => mention.item && nearPhone(page, mention.item, outside, context.inRows),
  );
  if (email) support += w.email;
  if (group.some((one) => one.item && hasReading(page, one.item))) support += w.reading;
  if (near) support += w.nearPhone;
  const card = group.some((mention) => mention.item && heads.has(mention.item)) ? w.card : 0;
  if (card > 0) evidence.push({ code: 'same-card' });
  // A company's name over its own record needs no number of its own beside it.
  const titled = headline && context.recordType === 'account' && isCompanyName(name);
  if (!titled && !email && !near && avatar <= 0 && stated <= 0 && card <= 0)
    headed *= headline && context.reachable ? w.emptyHeading : w.bareHeading;

  const isFirmHead = near && of('heading') > 0 && isCompanyName(name);
  if (isFirmHead) support += w.firmHeading + (context.recordType === 'account' ? w.firmOfAccount : 0);
  let score = w.base + w.shape * shape + stated + headed + support + (stated > 0 ? 0 : card);
  // Nothing names it as the caller: it is offered, never filled in, unless an address is made of it.
  const cap =
    near && shape >= 0.8 && (email || group.some((one) => isAddressed(one.name)))
      ? w.textWithEmail
      : w.onlyText;
  if (stated <= 0 && card <= 0 && headed < w.heading2 * 0.8 && avatar <= 0 && !isFirmHead)
    score = Math.min(score, cap);
  const said = best.get('label')?.kind;
  if (context.nobody && said !== 'caller' && said !== 'requester' && of('parts') <= 0)
    score += said === 'calling' ? w.nobody * 2 : w.nobody;
  // The reporter of an issue is as often a colleague: a customer has a number or an address there.
  const reporter = said === 'requester' && isReporter(best.get('label')?.note?.label ?? '');
  if (reporter && !near && !email && card <= 0) score = Math.min(score, w.onlyText);
  if (
    context.listed &&
    stated <= 0 &&
    card <= 0 &&
    !email &&
    (context.places || outside.every((phone) => phone.item.chrome))
  )
    score += w.listHeading;
  else if (stated <= 0 && card <= 0 && group.every(({ item }) => item && context.titles.has(item.text)))
    score += w.listHeading;
  score += Math.min(0, ...group.map((mention) => (mention.channel === 'label' ? mention.weight : 0)));
  const unlabelled = best.get('text');
  if (best.size === 1 && unlabelled && unlabelled.weight < 0) score += unlabelled.weight;
  if (own.length > 0 || context.brands.has(key)) {
    score += w.ownSide;
    evidence.push({ code: 'own-side' });
  }
  // Whom the tab's title names, too, stands there as the record's ("Telephone Encounter – Lee, Dana").
  // So is who heads a card with a number below, whatever bar of open conversations names them, too.
  const named =
    Math.max(stated, of('heading'), of('title')) > 0 ||
    group.some(({ item }) => item && heads.has(item) && !isAbove(page, item, context));
  if (!named && group.some((one) => one.item && isAbove(page, one.item, context))) score += w.aboveRecord;
  // A call that rings on such a page is a call all the same.
  const rings = said === 'calling' && group.some(({ item }) => item && inLiveCall(page, item));
  if (context.noCallerPage && !rings) score += w.noCallerPage;
  if (context.repeated(name)) {
    score += w.repeatedOnSite;
    evidence.unshift({ code: 'repeated-on-site' });
  }
  const frames = group.flatMap((mention) =>
    mention.item ? [frameWeight(page.frames, mention.item.frame)] : [],
  );
  if (frames.length > 0) score += Math.max(...frames);
  return {
    value: name,
    key,
    score,
    evidence,
    kind: stated > 0 ? best.get('label')?.kind : undefined,
    items: group.flatMap((mention) => mention.item ?? []),
  };
}

/** Whether a name stands in a bar: over the record's heading, or over a list of many callers without one. */
function isAbove(page: Page, item: Item, { crowd }: NameContext): boolean {
  return isAboveRecord(page, item) || (item.at < crowd && (primaryHeading(page)?.at ?? crowd) >= item.at);
}

/** Whether all words of one key are in another, at least two of them or one long one. */
function isPartOf(part: string, whole: string): boolean {
  if (part.length >= whole.length) return false;
  const words = part.split(' ');
  const all = whole.split(' ');
  return (
    (words.length >= 2 || part.length >= 8) &&
    words.length < all.length &&
    words.every((word) => all.includes(word))
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
  // "Apolline BERTHELOT" is how forms file her, "Mme Apolline Berthelot" how she is written to.
  const mixed = sorted.filter((mention) => /\p{Ll}/u.test(mention.name));
  return (mixed.find((mention) => !/\p{Lu}{4}/u.test(mention.name)) ?? mixed[0] ?? sorted[0])?.name ?? '';
}
