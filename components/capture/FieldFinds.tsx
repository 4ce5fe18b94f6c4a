import { i18n } from '#i18n';
import type { Candidate, CaptureResult } from '../../lib/capture/types.ts';
import type { CaptureField } from '../../lib/domain/draft.ts';
import { evidenceWords } from '../../lib/i18n/evidence-words.ts';
import { usePanel } from '../app-context.ts';

interface FieldFindsProps {
  field: CaptureField;
  /** The field's name on the screen. */
  label: string;
}

/**
 * Below this share of being right a find is noise under the field, not help. There are few numbers on a page
 * and many words: any number may be the one.
 */
const worthOffering: Record<CaptureField, number> = { callerName: 0.1, phone: 0, reference: 0.1 };

function findsOf(result: CaptureResult, field: CaptureField) {
  return { callerName: result.name, phone: result.phone, reference: result.reference }[field];
}

/**
 * What the page offers for a field: where the value that stands there came from with its alternatives, one click
 * away, or the candidates as chips where the field is empty.
 */
export function FieldFinds({ field, label }: FieldFindsProps) {
  const { capture, draft } = usePanel();
  const result = capture.result.value;
  if (!result || draft.draft.value.record?.recordKey !== result.page.recordKey) return null;
  const { chosen, candidates } = findsOf(result, field);
  const value = draft.draft.value.fields[field];
  const stands = (candidate: Candidate) => capture.written(field, candidate) === value;
  // What was filled in is offered again once something else stands there.
  const others = candidates.filter(
    (candidate) =>
      !stands(candidate) && (candidate === chosen || candidate.confidence >= worthOffering[field]),
  );
  const standing = candidates.find(stands);
  // One number read in two countries: what tells them apart is what would be put in.
  const isShared = ({ value }: Candidate) => candidates.filter((one) => one.value === value).length > 1;
  const chips = others.map((candidate) => (
    <FindChip
      key={[candidate.e164 ?? candidate.value, candidate.extension].join(' ')}
      text={isShared(candidate) ? capture.written(field, candidate) : candidate.value}
      why={evidenceWords(candidate.evidence)}
      onTake={() => capture.take(field, candidate)}
    />
  ));
  const pick = (
    <button
      type="button"
      class="chip"
      disabled={capture.picking.value}
      aria-label={i18n.t('capture.pick', [label])}
      onClick={() => capture.pick(field)}
    >
      {i18n.t('capture.pickShort')}
    </button>
  );
  if (value === '') {
    return (
      <div class="chips">
        {chips}
        {pick}
      </div>
    );
  }
  return (
    <details class="finds" open={capture.offered.value === field}>
      <summary>{i18n.t('capture.from')}</summary>
      {standing ? <p>{evidenceWords(standing.evidence)}</p> : null}
      {!standing && draft.draft.value.typed.includes(field) ? <p>{i18n.t('capture.byHand')}</p> : null}
      {chips.length > 0 ? <p>{i18n.t('capture.alternatives')}</p> : null}
      <div class="chips">
        {chips}
        {pick}
      </div>
    </details>
  );
}

function FindChip({ text, why, onTake }: { text: string; why: string; onTake: () => void }) {
  return (
    <button
      type="button"
      class="chip"
      title={why}
      onClick={onTake}
      aria-label={i18n.t('capture.useThis', [text])}
    >
      <span class="clip">{text}</span>
    </button>
  );
}
