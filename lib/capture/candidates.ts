/** From scores to candidates as the panel shows them. */
import type { LabelKind } from './label-kind.ts';
import type { Item } from './page-items.ts';
import type { Candidate, EvidenceNote, FieldCapture } from './types.ts';

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
