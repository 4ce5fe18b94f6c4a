/** Candidates for the account or ticket reference. */
import type { CandidateDraft } from './candidates.ts';
import { labelOf } from './label-of.ts';
import { type LabelKind, readLabel } from './labels.ts';
import type { Item, Page } from './page-model.ts';
import type { EvidenceNote } from './types.ts';

/** Weights in log-odds, as in weights.ts. */
const weights = {
  base: -3,
  recordNumber: 3.6,
  accountNumber: 3,
  /** "Ticket #58901" in a heading or title. */
  heading: 3.4,
  title: 2.6,
  /** The page's own address holds it. */
  inAddress: 1.8,
  /** "External ID", "GUID": somebody else's reference. */
  external: -2,
  row: -4,
  chrome: -4,
  hidden: -5,
  feed: -2,
} as const;

/** A reference: letters and digits without spaces, at least one digit. */
const shape = /^[#]?(?=[^\s]*\d)[\p{L}\d][\p{L}\d\-_/.]{1,29}$/u;
const inHeading = /(?:#|n[º°o]\.?\s*|no\.\s*|nr\.?\s*)?\s*#?([A-Z]{0,6}[-_]?\d[\p{L}\d\-_/]{2,24})/u;

/** One draft a value, best first. */
export function referenceDrafts(
  page: Page,
  inRows: ReadonlySet<Item>,
  phones: ReadonlySet<string>,
): CandidateDraft[] {
  const drafts = new Map<string, CandidateDraft>();
  const address = ` ${plainly(page.frames[0]?.url ?? '')} `;
  const offer = (raw: string, weight: number, note: EvidenceNote, item: Item | null): void => {
    const value = raw.replace(/^#/, '').replace(/[.,;:]$/, '');
    if (!shape.test(value) || /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/.test(value)) return;
    const key = value.toLowerCase();
    let score = weights.base + weight;
    const evidence = [note];
    if (address.includes(` ${plainly(key)} `)) {
      score += weights.inAddress;
      evidence.push({ code: 'in-address' });
    }
    if (item?.chrome) score += weights.chrome;
    if (item?.hidden) score += weights.hidden;
    if (item?.feed) score += weights.feed;
    if (item && inRows.has(item)) score += weights.row;
    const known = drafts.get(key);
    if (known) {
      known.score = Math.max(known.score, score) + 0.4;
      known.evidence.push(...evidence.filter((one) => !known.evidence.some((old) => old.code === one.code)));
    } else drafts.set(key, { value, key, score, evidence, items: item ? [item] : [] });
  };

  const title = page.frames[0]?.title ?? '';
  headingReference(title, (value) => offer(value, weights.title, { code: 'page-title' }, null));
  for (const item of page.items) {
    if (item.text.length > 120 || !/\d/.test(item.text)) continue;
    if (item.leaf.kind === 'tel' || item.leaf.kind === 'mail' || phones.has(item.text)) continue;
    if (item.heading > 0 && item.heading <= 2) {
      headingReference(item.text, (value) => offer(value, weights.heading, { code: 'heading' }, item));
      continue;
    }
    const inline =
      /^([^\d:：#]{2,30})[:：#\s]+#?(\S+)$/u.exec(item.text) ?? /([\p{L} ]{2,20})\s#(\d\S*)/u.exec(item.text);
    const own = inline?.[1] ? readLabel(inline[1].trim()) : null;
    if (own && inline?.[2] && own.share > 0.5) {
      offerKind(own.kind, inline[2], inline[1]?.trim() ?? '', item, offer);
      continue;
    }
    if (!shape.test(item.text.replace(/^#/, ''))) continue;
    const found = labelOf(page, item);
    if (found?.label && found.label.share > 0.4)
      offerKind(found.label.kind, item.text, found.text, item, offer);
  }
  return [...drafts.values()].sort((a, b) => b.score - a.score);
}

type Offer = (raw: string, weight: number, note: EvidenceNote, item: Item | null) => void;

function offerKind(kind: LabelKind, value: string, label: string, item: Item, offer: Offer): void {
  const external = /extern|legacy|parent|related|old/i.test(label) ? weights.external : 0;
  if (kind === 'recordNumber')
    offer(value, weights.recordNumber + external, { code: 'labelled', label }, item);
  else if (kind === 'accountNumber')
    offer(value, weights.accountNumber + external, { code: 'labelled', label }, item);
}

/** "Job 60255509917", "#48201: Meter", "Case CAS-01988". */
function headingReference(text: string, offer: (value: string) => void): void {
  const match = inHeading.exec(text);
  if (!match?.[1]) return;
  const before = text.slice(0, match.index).trim();
  const words = readLabel(
    before
      .split(/[:–—|·-]/)
      .pop()
      ?.trim() ?? '',
  );
  if (
    /^#|\s#/.test(match[0]) ||
    match[0].startsWith('#') ||
    words?.kind === 'recordNumber' ||
    words?.kind === 'accountNumber' ||
    words?.kind === 'id'
  ) {
    offer(match[1]);
  }
}

/** Letters and digits only, so that "BPT-33120" is found in an address however it is joined. */
function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
