/** Candidates for the number to call: every place a number stands is scored, the best place speaks for it. */

import type { CandidateDraft } from './candidates.ts';
import { inContactBlock, isInBlock } from './contact-block.ts';
import { fieldsOf } from './fields.ts';
import { frameWeight } from './frame-weight.ts';
import type { LabelKind } from './label-kind.ts';
import { readLabel } from './labels.ts';
import { nameShape } from './name-shape.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import { isOwnDesk } from './own-desk.ts';
import type { Item, Page } from './page-items.ts';
import { isAboveRecord, primaryHeading } from './page-model.ts';
import { labelWeights } from './phone-labels.ts';
import {
  followsAgent,
  isNamedIn,
  isOfOtherParty,
  isOfUnknown,
  isOnlyInCard,
  isOurs,
  isSubjectText,
  noteAgainst,
  ownerOf,
  type People,
  type PhoneContext,
  peopleItems,
  peopleKinds,
  withoutLines,
} from './phone-owner.ts';
import { inLiveCall, sectionOf } from './sections.ts';
import { countDigits } from './text.ts';
import type { EvidenceNote } from './types.ts';
import { phoneWeights as w } from './weights.ts';

/** One draft a number, best first. */
export function phoneDrafts(
  page: Page,
  readings: readonly PhoneOccurrence[],
  context: PhoneContext,
): CandidateDraft[] {
  const byNumber = Map.groupBy(readings, (one) => one.match.e164);
  for (const [e164, told] of byNumber) byNumber.set(e164, withoutLines(page, told));
  const found = [...byNumber.values()].flat();
  const people = peopleItems(page, context.mentions, context.subject);
  const drafts: CandidateDraft[] = [];
  for (const [e164, all] of byNumber) {
    const shown = all.some((one) => !one.item.hidden && !one.item.chrome && one.label?.kind !== 'called');
    const scored = all
      .map((one) => score(page, one, found, context, people, shown))
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
    if (isOurs(page, all)) {
      sum += w.ownSide;
      evidence.unshift({ code: 'own-side' });
    }
    if (context.repeated(e164)) {
      sum += w.repeatedOnSite;
      evidence.unshift({ code: 'repeated-on-site' });
    }
    if (all.every((one) => one.match.doubtful)) {
      // Offered, never filled in: the country is a guess.
      sum = Math.min(sum, best.one.match.other ? w.otherCountry : w.doubtfulCountry);
      evidence.unshift({ code: 'other-country' });
    }
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
  addOnly(
    drafts,
    found.filter((one) => !one.match.doubtful),
    context,
  );
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
  if (only && (context.subject || (context.ofSomebody && only.kind === 'phone'))) only.score += w.only;
}

/** Kinds a label may have that names a desk of the organisation whose record it is. */
const deskKinds: ReadonlySet<LabelKind> = new Set(['work', 'other', 'otherPhone', 'agent', 'agentPhone']);

interface Scored {
  one: PhoneOccurrence;
  score: number;
  evidence: EvidenceNote[];
}

function score(
  page: Page,
  one: PhoneOccurrence,
  found: readonly PhoneOccurrence[],
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
  const whose = followsAgent(page, one, people) ? 'other' : ownerOf(page, one, context, people);
  const site = kind === 'siteContact' && whose === 'subject';
  // "Caller: unknown", and under it "Number": the caller's.
  const ofNobody = context.nobody && kind === 'number' && !one.prose;
  const weight = site || ofNobody ? w.phone - 0.5 : kind ? labelWeights[kind] : undefined;
  const inHeading = item.heading > 0 && item.heading <= 3;
  const section =
    one.prose || kind === 'calling' || kind === 'callback' ? null : sectionOf(page, item)?.label;
  const incoming =
    section?.kind === 'calling' || (!item.hidden && (inLiveCall(page, item) || isOfUnknown(page, item)));
  if (weight !== undefined && weight > 0 && one.prose)
    say(w.proseLabel, { code: 'labelled', label: one.labelText });
  else if (weight !== undefined && kind) {
    const shared =
      kind === 'main' || kind === 'switchboard' || (deskKinds.has(kind) && isOwnDesk(one.labelText));
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

  if ((weight ?? 0) > 0 && /\p{L}\s?[2-9]$/u.test(one.labelText)) sum += w.second;
  if (one.telLink) say(w.telLink, { code: 'tel-link' });
  if (one.fieldType) say(w.fieldType, { code: 'field-type' });
  if (one.structured) say(w.structured, { code: 'structured' });
  if (match.conventional && !/\p{L}{2}/u.test(item.text.replace(one.shown, ''))) sum += w.conventional;
  if (match.international) say(w.international, { code: 'international' });
  else if (match.grouped) say(w.grouped, { code: 'grouped' });
  else if (
    !(weight !== undefined && weight > 0 && !peopleKinds.has(kind ?? 'field')) &&
    !one.telLink &&
    !one.fieldType &&
    !incoming
  )
    say(isInBlock(page, one, context, whose) ? w.bareInBlock : w.bare, { code: 'no-label' });
  sum += frameWeight(page.frames, item.frame);
  if (match.tollFree) say(w.tollFree, { code: 'switchboard' });
  if (!match.valid && !match.grouped) say(w.notInPlan, { code: 'invalid' });

  if (item.chrome) say(w.chrome, { code: 'outside-main' });
  else if (
    !incoming &&
    (isAboveRecord(page, item) || (!context.subject && (weight ?? 0) <= 0 && item.at < context.crowd))
  )
    say(w.aboveRecord, { code: 'outside-main' });
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
    if (
      whose === 'subject' &&
      /^(?:other|agent)$/.test(section.kind) &&
      (isNamedIn(page, item, context.subject, people) || (context.company && inFirstPart(page, item)))
    ) {
      good.push({ code: 'same-card' });
    } else if (section.kind === 'other' || section.kind === 'otherPhone' || section.kind === 'agent')
      say(w.otherSection, { code: 'other-person' });
    else if (section.kind === 'calling' && !one.labelled) say(w.calling, { code: 'labelled' });
  }
  if (one === context.line && kind !== 'calling' && kind !== 'callback' && kind !== 'caller')
    say(w.line, { code: 'labelled' });
  else if (
    incoming &&
    one.alone &&
    section?.kind !== 'calling' &&
    (weight === undefined || kind === 'number')
  )
    say(w.calling, { code: 'labelled' });
  if (item.hidden) say(shown && whose === 'subject' ? w.folded : w.hidden, { code: 'hidden' });
  if (!one.prose && !item.chrome && !context.inRows.has(item) && inContactBlock(page, item))
    sum += w.contactBlock;
  if (whose === 'subject') {
    say(w.sameCard, { code: 'same-card' });
    const written = match.conventional || match.international;
    if (weight === undefined && written && isOnlyInCard(page, one, found, context.subject, people))
      sum += w.onlyInCard;
  }
  // The town under the number of a caller nobody knows is no other person.
  if (whose === 'other' && !(incoming && context.nobody)) say(w.otherPerson, { code: 'other-person' });
  else if (isOfOtherParty(one, context)) say(w.otherPhone, { code: 'other-person', label: one.labelText });
  if (noteAgainst(page, one, context)) say(w.noteAgainst, { code: 'other-person' });
  if (
    !context.subject &&
    !incoming &&
    !ofNobody &&
    // Where nobody is known, the record's own "Phone" is all there is to know of who called.
    !(context.nobody && kind === 'phone' && !one.prose) &&
    one !== context.line &&
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

/** Whether a number stands in the first part under the record's own heading, whatever that part is called. */
function inFirstPart(page: Page, item: Item): boolean {
  const primary = primaryHeading(page);
  if (!primary) return false;
  const between = page.items.slice(primary.at + 1, item.at).filter((one) => one.heading > 0 && !one.hidden);
  return between.length <= 1;
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
