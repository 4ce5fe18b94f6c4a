/** From scores to candidates as the panel shows them. */
import type { LabelKind } from './label-kind.ts';
import type { Item } from './page-items.ts';
import type { PhoneMatch } from './phone-shape.ts';
import type { Candidate, EvidenceNote, FieldCapture } from './types.ts';
import { phoneWeights } from './weights.ts';

/** A candidate before its confidence is known. */
export interface CandidateDraft {
  value: string;
  /** Same key, same person or number. */
  key: string;
  score: number;
  evidence: EvidenceNote[];
  kind?: LabelKind | undefined;
  items: Item[];
  e164?: string;
  extension?: string;
}

/** The readings of a number the agent selected or pointed at, likeliest first. */
export function toldNumbers(
  readings: readonly PhoneMatch[],
  told: Pick<CandidateDraft, 'score' | 'evidence' | 'items'>,
): CandidateDraft[] {
  return readings.map(({ shown, e164, extension, doubtful }) => ({
    ...told,
    value: shown,
    key: e164,
    e164,
    ...(extension ? { extension } : {}),
    evidence: doubtful ? [...told.evidence, { code: 'other-country' }] : told.evidence,
  }));
}

const noDoubt = (notes: readonly EvidenceNote[]): EvidenceNote[] =>
  notes.filter(({ code }) => code !== 'other-country');
const isDoubtful = ({ evidence }: CandidateDraft): boolean => noDoubt(evidence).length < evidence.length;

/**
 * The drafts with what the agent told in front. A number of two countries stays in doubt, and so is not filled in,
 * unless the page writes it out for one of them.
 */
export function inFront(
  drafts: readonly CandidateDraft[],
  told: readonly CandidateDraft[],
): CandidateDraft[] {
  const known = new Map(drafts.map((draft) => [draft.key, draft]));
  const [sure, ...more] = told.filter(({ key }) => {
    const draft = known.get(key);
    return draft && !isDoubtful(draft);
  });
  const meant = sure && more.length === 0 ? [{ ...sure, evidence: noDoubt(sure.evidence) }] : told;
  const front = meant.map((draft, at) => ({
    ...draft,
    ...(isDoubtful(draft)
      ? { score: at === 0 ? phoneWeights.doubtfulCountry : phoneWeights.otherCountry }
      : {}),
    evidence: [...draft.evidence, ...noDoubt(known.get(draft.key)?.evidence ?? [])],
  }));
  return [...front, ...drafts.filter(({ key }) => !meant.some((one) => one.key === key))];
}

const shownCandidates = 5;
const noteLabel = 60;

/** Log-odds to a share. */
export function confidenceOf(score: number): number {
  return Math.round((1 / (1 + Math.exp(-score))) * 1000) / 1000;
}

/** The field: its best candidates, and the first one chosen when it is above the threshold. */
export function fieldOf(drafts: readonly CandidateDraft[], threshold: number): FieldCapture {
  const candidates = drafts.slice(0, shownCandidates).map(toCandidate);
  const first = candidates[0];
  return { chosen: first && first.confidence >= threshold ? first : null, candidates };
}

function toCandidate(draft: CandidateDraft): Candidate {
  return {
    value: draft.value,
    ...(draft.e164 ? { e164: draft.e164 } : {}),
    ...(draft.extension ? { extension: draft.extension } : {}),
    confidence: confidenceOf(draft.score),
    evidence: draft.evidence
      .slice(0, 6)
      .map((note) =>
        note.label ? { code: note.code, label: note.label.slice(0, noteLabel) } : { code: note.code },
      ),
  };
}
