/** Candidates for the number to call: every place a number stands is scored, the best place speaks for it. */
import type { CandidateDraft } from './candidates.ts';
import { fieldsOf } from './fields.ts';
import { inLiveCall, sectionOf } from './label-of.ts';
import { type LabelKind, readLabel } from './labels.ts';
import type { NameMention } from './name-mention.ts';
import { cleanName, nameKey, nameShape } from './name-shape.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import { type Item, isAboveRecord, type Page } from './page-model.ts';
import { countDigits } from './text.ts';
import type { EvidenceNote } from './types.ts';
import { phoneWeights as w } from './weights.ts';

export interface PhoneContext {
  /** Key of the caller's name, '' when there is none. */
  subject: string;
  /** Keys of the names that may be the caller as well (a second requester, the caller's company). */
  alternates: ReadonlySet<string>;
  /** The caller is a company: its switchboard is the number to call. */
  company: boolean;
  mentions: readonly NameMention[];
  inRows: ReadonlySet<Item>;
  noCallerPage: boolean;
  penalty(e164: string): number;
}

const labelWeights: Partial<Record<LabelKind, number>> = {
  callback: w.callback,
  calling: w.calling,
  mobile: w.mobile,
  direct: w.direct,
  phone: w.phone,
  home: w.home,
  work: w.work,
  main: w.main,
  switchboard: w.switchboard,
  number: w.number,
  pager: w.pager,
  fax: w.fax,
  called: w.called,
  other: w.otherPhone,
  otherPhone: w.otherPhone,
  agentPhone: w.agentPhone,
  agent: w.agentPhone,
  caller: w.calling,
  contact: w.phone - 0.5,
  customer: w.phone - 0.5,
  requester: w.phone - 0.5,
  recordNumber: w.otherKind,
  accountNumber: w.otherKind,
  id: w.otherKind,
  amount: w.otherKind,
  time: w.otherKind,
  subject: w.otherKind,
};

/** Labels of people: bare digits under them are the person's id as often as the number. */
const peopleKinds: ReadonlySet<LabelKind> = new Set([
  'customer',
  'contact',
  'requester',
  'caller',
  'company',
]);

/** One draft a number, best first. */
export function phoneDrafts(
  page: Page,
  found: readonly PhoneOccurrence[],
  context: PhoneContext,
): CandidateDraft[] {
  const byNumber = new Map<string, PhoneOccurrence[]>();
  for (const one of found) {
    byNumber.set(one.match.e164, [...(byNumber.get(one.match.e164) ?? []), one]);
  }
  const people = peopleItems(page, context.mentions);
  const drafts: CandidateDraft[] = [];
  for (const [e164, all] of byNumber) {
    const shown = all.some((one) => !one.item.hidden && !one.item.chrome && one.label?.kind !== 'called');
    const scored = all
      .map((one) => score(page, one, context, people, shown))
      .sort((a, b) => b.score - a.score);
    const best = scored[0];
    if (!best) continue;
    let sum = best.score;
    const evidence = [...best.evidence];
    const places = scored.filter(
      (one) => one.score > -3 && !one.one.item.hidden && one.one.item.box !== best.one.item.box,
    );
    if (places.length > 0) {
      sum += w.agrees * Math.min(places.length, 2);
      evidence.push({ code: 'agrees' });
    }
    if (all.some((one) => one.label?.kind === 'called' || (one.item.chrome && !one.item.strip))) {
      sum += w.ownSide;
      evidence.unshift({ code: 'own-side' });
    }
    sum += context.penalty(e164);
    const extension = scored.find((one) => one.one.match.extension)?.one.match.extension;
    drafts.push({
      value: best.one.shown,
      key: e164,
      e164,
      ...(extension ? { extension } : {}),
      score: sum,
      evidence,
      kind: best.one.label?.kind,
      items: all.map((one) => one.item),
    });
  }
  addOnly(drafts, found, context);
  return drafts.sort((a, b) => b.score - a.score);
}

/** The one number among the record's own fields, neither in rows nor in prose nor labelled as something else. */
function addOnly(
  drafts: readonly CandidateDraft[],
  found: readonly PhoneOccurrence[],
  context: PhoneContext,
): void {
  const fields = found.filter(
    (one) =>
      !one.item.hidden &&
      !one.item.chrome &&
      !one.item.feed &&
      !one.prose &&
      !context.inRows.has(one.item) &&
      (one.match.grouped || one.telLink) &&
      (labelWeights[one.label?.kind ?? 'field'] ?? 0) >= 0,
  );
  const numbers = new Set(fields.map((one) => one.match.e164));
  const only = numbers.size === 1 ? drafts.find((draft) => draft.e164 && numbers.has(draft.e164)) : undefined;
  if (only && context.subject) only.score += w.only;
}

interface Scored {
  one: PhoneOccurrence;
  score: number;
  evidence: EvidenceNote[];
}

function score(
  page: Page,
  one: PhoneOccurrence,
  context: PhoneContext,
  people: People,
  shown: boolean,
): Scored {
  const { item, match } = one;
  let sum: number = w.base;
  const good: EvidenceNote[] = [];
  const bad: EvidenceNote[] = [];
  const say = (weight: number, note: EvidenceNote): void => {
    sum += weight;
    (weight >= 0 ? good : bad).push(note);
  };
  const kind = one.label?.kind;
  const weight = kind ? labelWeights[kind] : undefined;
  const whose = ownerOf(page, one, context, people);
  const inHeading = item.heading > 0 && item.heading <= 3;
  const section =
    one.prose || kind === 'calling' || kind === 'callback' ? null : sectionOf(page, item)?.label;
  const incoming = section?.kind === 'calling' || (!item.hidden && inLiveCall(page, item));
  if (weight !== undefined && weight > 0 && one.prose)
    say(w.proseLabel, { code: 'labelled', label: one.labelText });
  else if (weight !== undefined && kind) {
    const shared = kind === 'main' || kind === 'switchboard';
    const value = shared && context.company ? w.phone : weight;
    say(value, { code: value > 0 ? 'labelled' : 'other-label', label: one.labelText });
    if (kind === 'mobile' || kind === 'direct') good.push({ code: 'mobile-or-direct' });
  } else if (one.words && !isSubjectText(one.words, context))
    say(w.otherWords, { code: 'other-label', label: one.words });
  else if (one.labelled && !one.label && !inHeading && !isSubjectText(one.labelText, context)) {
    const field = isField(page, one) && (match.conventional || match.international);
    say(field ? w.unknownLabelField : w.unknownLabel, {
      code: field ? 'labelled' : 'other-label',
      label: one.labelText,
    });
  } else if (!one.labelled) bad.push({ code: 'no-label' });

  if (one.telLink) say(w.telLink, { code: 'tel-link' });
  if (one.fieldType) say(w.fieldType, { code: 'field-type' });
  if (one.structured) say(w.structured, { code: 'structured' });
  if (match.conventional && !/\p{L}{2}/u.test(item.text)) sum += w.conventional;
  if (match.international) say(w.international, { code: 'international' });
  else if (match.grouped) say(w.grouped, { code: 'grouped' });
  else if (
    !(weight !== undefined && weight > 0 && !peopleKinds.has(kind ?? 'field')) &&
    !one.telLink &&
    !one.fieldType &&
    !incoming
  )
    say(isInBlock(page, one, context, whose) ? w.bareInBlock : w.bare, { code: 'no-label' });
  if (match.tollFree) say(w.tollFree, { code: 'switchboard' });
  if (!match.valid && !match.grouped) say(w.notInPlan, { code: 'invalid' });

  if (item.chrome) say(w.chrome, { code: 'outside-main' });
  else if (isAboveRecord(page, item)) say(w.aboveRecord, { code: 'outside-main' });
  if (item.draft) say(w.draft, { code: 'own-side' });
  if (one.prose && !inHeading) say(w.prose, { code: 'in-prose' });
  if (item.feed) sum += w.feed;
  if (item.dialog) sum += w.dialog;
  // "43 15 550" over a card is a count as often as a number: written out, or said to be a call.
  const stated = match.international || (match.grouped && countDigits(match.e164) >= 10);
  if (inHeading && !one.prose && stated && isHeadline(item.text, one.shown, kind))
    say(w.heading, { code: 'heading' });
  else if (inHeading && !one.prose && !one.telLink && !match.international)
    say(w.headingId, { code: 'heading' });
  if (context.inRows.has(item)) say(w.row, { code: 'in-list' });
  if (item.leaf.focused) say(w.focused, { code: 'focused' });

  if (section && section.share > 0.6) {
    // "Billing" with the caller's own name in it is the caller's.
    if (whose === 'subject' && section.kind === 'other' && isNamedIn(page, item, context.subject, people)) {
      good.push({ code: 'same-card' });
    } else if (section.kind === 'other' || section.kind === 'otherPhone' || section.kind === 'agent')
      say(w.otherSection, { code: 'other-person' });
    else if (section.kind === 'calling' && !one.labelled) say(w.calling, { code: 'labelled' });
  }
  if (incoming && one.alone && section?.kind !== 'calling' && weight === undefined)
    say(w.calling, { code: 'labelled' });
  if (item.hidden) say(shown && whose === 'subject' ? w.folded : w.hidden, { code: 'hidden' });
  if (!one.prose && !item.chrome && !context.inRows.has(item) && inContactBlock(page, item))
    sum += w.contactBlock;
  if (whose === 'subject') say(w.sameCard, { code: 'same-card' });
  else if (whose === 'other') say(w.otherPerson, { code: 'other-person' });
  if (noteAgainst(page, one, context)) say(w.noteAgainst, { code: 'other-person' });
  if (
    !context.subject &&
    !incoming &&
    kind !== 'calling' &&
    kind !== 'callback' &&
    kind !== 'caller' &&
    !inHeading
  )
    sum += w.noSubject;
  // A call that rings on a wallboard or a settings page is a call all the same.
  if (context.noCallerPage && !incoming) sum += w.noCallerPage;
  return { one, score: sum, evidence: [...good, ...bad] };
}

/** A heading that is the number itself, or a call from it; after any other word ("Booking 512-555-0147") it is an id. */
function isHeadline(heading: string, shown: string, kind: LabelKind | undefined): boolean {
  const rest = heading
    .replace(shown, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return (
    rest === '' ||
    (kind !== undefined && (labelWeights[kind] ?? 0) > 0) ||
    readLabel(rest)?.kind === 'calling'
  );
}

/** The caller's own name stands where the label would: "Dana Lee (415) 555-0132". */
function isSubjectText(text: string, context: PhoneContext): boolean {
  return context.subject !== '' && nameKey(cleanName(text)) === context.subject;
}

/** A value beside a label by the page's own build: a pattern of fields, a pair alone together, a control. */
function isField(page: Page, one: PhoneOccurrence): boolean {
  const { item } = one;
  if (item.feed || item.draft || nameShape(one.labelText) >= 0.8) return false;
  if (item.leaf.label || fieldsOf(page).of.has(item)) return true;
  for (const box of page.up(item.box)) {
    const size = box.high - box.low;
    if (size > 3) return false;
    if (size > 1) return page.items[item.at - 1]?.text.startsWith(one.labelText) ?? false;
  }
  return false;
}

/** Where people are named: item → keys. */
type People = Map<number, { key: string; strong: boolean; agent: boolean }[]>;

function peopleItems(page: Page, mentions: readonly NameMention[]): People {
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
    if (never || nameShape(mention.name) < 0.45) continue;
    people.set(item.at, [
      ...(people.get(item.at) ?? []),
      {
        key: mention.key,
        strong: !weak && mention.channel !== 'heading' && mention.kind !== 'company',
        agent: mention.kind === 'agent' || mention.kind === 'author',
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
function ownerOf(
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
        if (context.subject && person.key === context.subject)
          return at < one.item.at && isUnderOther(page, at, one.item, context.subject, people)
            ? 'other'
            : 'subject';
        if (context.alternates.has(person.key)) alternate = true;
        // The record's owner stands among its fields; only alone with a number is it the owner's.
        // What stands behind a number is the next one's name, unless the two are alone together.
        const over = at < one.item.at || box.high - box.low <= 5;
        if (person.strong && over && (!person.agent || box.high - box.low <= 5)) other = true;
      }
    }
    if (alternate) return null;
    if (other) return box.high - box.low <= 12 ? 'other' : null;
  }
  return null;
}

/** Whether bare digits stand by themselves in the caller's own block of contact details, and can be a number. */
function isInBlock(
  page: Page,
  one: PhoneOccurrence,
  context: PhoneContext,
  whose: 'subject' | 'other' | null,
): boolean {
  return (
    whose === 'subject' &&
    one.match.valid &&
    one.item.text === one.shown &&
    (!one.labelled || peopleKinds.has(one.label?.kind ?? 'field')) &&
    !context.inRows.has(one.item) &&
    inContactBlock(page, one.item)
  );
}

/** Whether the caller's name stands between a number and the heading over it. */
function isNamedIn(page: Page, item: Item, subject: string, people: People): boolean {
  for (let at = item.at - 1; at >= 0; at--) {
    if ((people.get(at) ?? []).some((person) => person.key === subject)) return true;
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

/** Items on either side of a number that its block of contact details reaches. */
const blockReach = 5;

/** Whether an e-mail address stands beside a number, in the same part of the page. */
function inContactBlock(page: Page, item: Item): boolean {
  for (const box of page.up(item.box)) {
    if (box.high - box.low > 24) return false;
    for (
      let at = Math.max(box.low, item.at - blockReach);
      at < Math.min(box.high, item.at + blockReach + 1);
      at++
    ) {
      const other = page.items[at];
      if (other && other.hidden === item.hidden && /^\S+@\S+\.\S+$/.test(other.text)) return true;
    }
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
function noteAgainst(page: Page, one: PhoneOccurrence, context: PhoneContext): boolean {
  if (one.prose) return false;
  for (const box of page.up(one.item.box)) {
    const others = page.items
      .slice(box.low, Math.min(box.high, box.low + 8))
      .filter((item) => item.text !== one.item.text && item.leaf.kind === 'text');
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
