/** One capture: from the evidence of all frames to name, number, reference, rows and what to tell the agent. */
import { brandsOf } from './brands.ts';
import { isOfPlaces } from './caller-lists.ts';
import { callerRows, rowMax } from './caller-rows.ts';
import { type CandidateDraft, confidenceOf, fieldOf, inFront, toldNumbers } from './candidates.ts';
import { ownRows } from './contact-points.ts';
import { hintedDrafts } from './corrections.ts';
import type { FrameEvidence } from './evidence.ts';
import { fieldsOf } from './fields.ts';
import { isPlaceholder, readLabel } from './labels.ts';
import { crowdStart, isHalfNamed, isStaff, titlesOf } from './list-marks.ts';
import { isLiveCall, lineNumber } from './live-call.ts';
import { nameListItems } from './name-lists.ts';
import { nameMentions } from './name-mentions.ts';
import { cleanName, isCompanyName, nameKey, nameShape } from './name-shape.ts';
import { hasContactFields } from './near-phone.ts';
import { isNoCallerPage } from './no-caller.ts';
import { phoneOccurrences } from './occurrences.ts';
import { countriesOf } from './page-country.ts';
import type { Item, Page } from './page-items.ts';
import { pageModel, primaryHeading } from './page-model.ts';
import { phoneDrafts } from './phone-candidates.ts';
import { firstPhone } from './phone-shape.ts';
import { reasonOf } from './reason.ts';
import { recordType } from './record-type.ts';
import { recordKey, sanitizePageUrl } from './record-url.ts';
import { referenceDrafts } from './references.ts';
import { rowGroups } from './row-groups.ts';
import { inLiveCall } from './sections.ts';
import { otherPeopleItems, sideListItems } from './side-lists.ts';
import { isRepeated } from './site-memory.ts';
import { statesName } from './stated-names.ts';
import { nameDrafts } from './subject-names.ts';
import { plainDigits, visible } from './text.ts';
import type { CaptureContext, CaptureNotice, CaptureResult, Countries, SiteHint } from './types.ts';
import { isUnknownCaller, saysElsewhere, saysNotKept, saysUnknownCaller } from './unknown-caller.ts';
import { nameWeights, phoneWeights, thresholds } from './weights.ts';

/** A name that is at least this likely is taken for the caller's when numbers are looked at. */
const subjectLeast = 0.45;

/**
 * Chooses the caller. Pure: same evidence and context, same result.
 * @param frames evidence that passed `parseFrames`, top frame first; may be empty
 */
export function chooseCaller(frames: readonly FrameEvidence[], context: CaptureContext): CaptureResult {
  const page = pageModel(frames);
  const top = frames[0];
  const noCallerPage = isNoCallerPage(page);
  const countries = countriesOf(page, context.defaultCountry);
  const readings = phoneOccurrences(page, countries);
  const phones = readings.filter((one) => !one.match.other);
  const groups = rowGroups(page, phones);
  const inRows = new Set<Item>(
    groups
      .filter((group) => group.rows.length > 1)
      .flatMap((group) => {
        const own = new Set(ownRows(group));
        return [
          ...group.headerItems,
          ...group.rows.filter((row) => !own.has(row)).flatMap((row) => row.items),
        ];
      }),
  );
  const numbers = new Set(readings.map((one) => one.item));
  for (const item of [...sideListItems(page), ...otherPeopleItems(page), ...nameListItems(page, numbers)])
    inRows.add(item);
  const crowd = crowdStart(groups, phones);
  const type = recordType(page);

  const nobody = saysNobody(page, inRows);
  const mentions = nameMentions(page);
  const names = nameDrafts(page, mentions, phones, {
    inRows,
    recordType: type,
    reachable: hasContactFields(page, inRows),
    noCallerPage,
    nobody,
    listed: groups.some((group) => group.rows.length > 2),
    crowd,
    titles: titlesOf(page, groups),
    places: groups.some((group) => group.rows.length > 2 && isOfPlaces(group)),
    brands: brandsOf(page),
    repeated: (name) => isRepeated(context.siteMemory, name),
  });
  // Where the page says that nobody is known, a name only offered is a guess of the product's.
  const least = nobody ? thresholds.name : subjectLeast;
  const subject = names[0] && confidenceOf(names[0].score) >= least ? names[0] : null;
  const candidates = phoneDrafts(page, readings, {
    subject: subject?.key ?? '',
    company:
      type === 'account' ||
      groups.some((group) => isStaff(group) || isHalfNamed(group)) ||
      subject?.kind === 'company' ||
      isCompanyName(subject?.value ?? ''),
    alternates: new Set(
      names
        .slice(1, 4)
        .filter((draft) => draft.kind !== 'company' && confidenceOf(draft.score) >= thresholds.name)
        .map((draft) => draft.key),
    ),
    nobody,
    mentions,
    inRows,
    crowd,
    ofSomebody: (type === 'person' || type === 'event') && crowd === 0,
    noCallerPage,
    line: isLiveCall(page, nobody, inRows) ? lineNumber(phones, inRows) : null,
    repeated: (e164) => isRepeated(context.siteMemory, e164),
  });
  const hinted = (field: SiteHint['field']) => hintedDrafts(page, context.siteMemory, field, countries);
  const selection = selected(
    frames,
    countries,
    inFront(names, hinted('name')),
    inFront(candidates, hinted('phone')),
  );
  const rows = callerRows(page, groups, phones, context, {
    noCallerPage,
    hasSubject: subject !== null && !nobody,
  });
  const callers = rows.slice(0, rowMax);
  const name = fieldOf(selection.names, thresholds.name);
  const phone = fieldOf(selection.numbers, thresholds.phone);
  const alone = new Set(phones.filter((one) => one.alone).map((one) => one.item.text));
  // The number that is filled in as the caller's is not their reference as well, though an address holds it.
  const references = referenceDrafts(page, inRows, alone).filter(
    ({ value }) => !isSameDigits(value, phone.chosen?.e164 ?? ''),
  );
  const reference = fieldOf(inFront(references, hinted('reference')), thresholds.reference);
  return {
    page: {
      url: sanitizePageUrl(top?.url ?? ''),
      title: visible(top?.title ?? ''),
      site: siteOf(top?.url ?? ''),
      recordKey: recordKey(top?.url ?? ''),
    },
    name,
    phone,
    reference,
    countries,
    callers,
    reasonSuggestion: reasonOf(page, selection.text, type, subject),
    notices: notices(frames, rows.length > rowMax, !name.chosen && !phone.chosen && callers.length === 0),
    stats: {
      scanMs: Math.max(0, ...frames.map((frame) => frame.stats.ms)),
      nodes: frames.reduce((sum, frame) => sum + frame.stats.nodes, 0),
      frames: frames.length,
    },
  };
}

/** Digits a value has at least to be a number to call. */
const numberDigits = 7;

/** Whether a value is nothing but a number to call, however it is written. */
function isSameDigits(value: string, e164: string): boolean {
  const digits = plainDigits(value).replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= numberDigits && !/\p{L}/u.test(value) && e164.endsWith(digits);
}

function siteOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}

/** Labels of the one who calls. */
const ofCallers = /^(?:name|caller|calling|contact|customer|requester)$/;

/** Whether the record itself says that its caller is unknown, outside lists and conversations. */
function saysNobody(page: Page, inRows: ReadonlySet<Item>): boolean {
  const { of } = fieldsOf(page);
  const isName = (item: Item): boolean => {
    const label = of.get(item);
    return label !== undefined && readLabel(label.text)?.kind === 'name';
  };
  // The name of a second party of the record (the other driver) may be unknown while the first is known.
  const named = page.items.find((item) => isName(item) && nameShape(cleanName(item.text)) >= 0.45);
  // "Phone: not on file" on a record headed by a name is about the number.
  const primary = primaryHeading(page);
  const headed = primary !== null && nameShape(cleanName(primary.text)) >= 0.8;
  const isOtherField = (item: Item): boolean => {
    const label = of.get(item);
    return (
      (headed || named !== undefined) &&
      label !== undefined &&
      !ofCallers.test(readLabel(label.text)?.kind ?? '')
    );
  };
  const isNamed = headed || statesName(page);
  return page.items.some(
    (item) =>
      !(named && named.at < item.at && isName(item)) &&
      !(isOtherField(item) && saysNotKept(item.text)) &&
      !(isNamed && saysElsewhere(item.text)) &&
      !item.hidden &&
      !item.chrome &&
      !item.feed &&
      !inRows.has(item) &&
      item.leaf.kind !== 'icon' &&
      (isUnknownCaller(item.text) || (inLiveCall(page, item) && saysUnknownCaller(item.text))),
  );
}

interface Selected {
  names: CandidateDraft[];
  numbers: CandidateDraft[];
  text: string;
}

/** What the agent had selected wins over everything found. */
function selected(
  frames: readonly FrameEvidence[],
  countries: Countries,
  names: CandidateDraft[],
  numbers: CandidateDraft[],
): Selected {
  const frame = frames.find((one) => one.focused && one.selection) ?? frames.find((one) => one.selection);
  const text = visible(frame?.selection ?? '');
  if (!text) return { names, numbers, text };
  const readings = text.length <= 60 ? firstPhone(text, countries) : [];
  if (readings.length > 0) {
    const told = { score: phoneWeights.selected, evidence: [{ code: 'selected' as const }], items: [] };
    return { names, numbers: inFront(numbers, toldNumbers(readings, told)), text: '' };
  }
  const name = cleanName(text);
  if (nameShape(name) >= 0.5 && !isPlaceholder(name)) {
    const known = names.find((one) => one.key === nameKey(name));
    const draft: CandidateDraft = {
      value: name,
      key: nameKey(name),
      score: known ? nameWeights.selected : nameWeights.onlyText,
      evidence: [{ code: 'selected' }, ...(known?.evidence ?? [])],
      items: known?.items ?? [],
    };
    if (known) return { names: [draft, ...names.filter((one) => one !== known)], numbers, text: '' };
    // "Water Heater" looks like a name, too: only what the page names as somebody is one.
    return { names: [...names, draft].sort((a, b) => b.score - a.score), numbers, text };
  }
  return { names, numbers, text };
}

function notices(frames: readonly FrameEvidence[], cut: boolean, nothing: boolean): CaptureNotice[] {
  const list: CaptureNotice[] = [];
  if (frames.some((frame) => frame.stats.stopped)) list.push({ code: 'stopped-early' });
  if (cut || frames.some((frame) => frame.stats.cut)) list.push({ code: 'too-large' });
  const read = new Set(frames.map((frame) => originOf(frame.url)));
  const skipped = new Set(frames.flatMap((frame) => frame.foreign).filter((origin) => !read.has(origin)));
  for (const origin of skipped) list.push({ code: 'frame-skipped', origin });
  // One that answered nothing and is not known by its address: it went elsewhere, or the browser let nobody in.
  const expected = frames.reduce((sum, frame) => sum + (frame.inside ?? 0), 1);
  if (skipped.size === 0 && expected > frames.filter((frame) => !frame.hidden).length)
    list.push({ code: 'frame-skipped' });
  if (nothing) list.push({ code: 'nothing-found' });
  return list;
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return '';
  }
}
