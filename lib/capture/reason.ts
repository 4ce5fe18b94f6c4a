/** Why the caller wants to be called, as far as the page says: offered, never filled in by itself. */
import type { CandidateDraft } from './candidates.ts';
import type { LabelKind } from './label-kind.ts';
import { labelOf } from './label-of.ts';
import { readLabel } from './labels.ts';
import { cleanName, isCompanyName, nameKey, nameShape } from './name-shape.ts';
import type { Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import type { RecordType } from './record-type.ts';
import { fold } from './text.ts';
import type { ReasonSuggestion } from './types.ts';

const reasonMax = 200;

/** "Job type", "Reason code": a choice of few, not what this one is about. */
const sortOf =
  /(?:^| )(?:type|typ|tipo|typu|kind|category|categorie|categoria|kategorie|kategoria|class|code|art|soort|rodzaj|status|priority|source)(?: |$)|(?:art|typ|soort|kategorie)$|種別|区分|分類|نوع/;

/** At least two words, or as much of a script that does not part them. */
const sentence = /\p{L}{2}.*\P{L}\p{L}{2}|[\u3040-\u30ff\u4e00-\u9fff]{4}/u;

/** "お湯が出ません": a sentence, though it stands in one word as names do. */
const japaneseVerb = /.{2}(?:ます|ません|ました|です|ない|たい|する|した|れた)$/u;

/** Labels of whoever asked for something. */
const asking: ReadonlySet<LabelKind | undefined> = new Set(['caller', 'requester']);

/** What the agent selected, else what the ticket or job says it is about. @param caller the likeliest name */
export function reasonOf(
  page: Page,
  selection: string,
  type: RecordType | null,
  caller: CandidateDraft | null,
): ReasonSuggestion | null {
  if (selection) return { text: selection.slice(0, reasonMax), from: 'selection' };
  for (const item of page.items) {
    if (item.hidden || item.chrome || item.feed || item.text.length < 4 || item.text.length > reasonMax)
      continue;
    if (item.leaf.kind === 'icon' || item.leaf.kind === 'tel' || item.leaf.kind === 'mail' || item.heading)
      continue;
    const found = labelOf(page, item);
    if (found?.label?.kind === 'subject' && found.label.share > 0.6 && !sortOf.test(fold(found.text)))
      return { text: item.text, from: 'subject' };
  }
  return heading(page, type, caller);
}

/** "Boiler makes a noise" over a ticket: its heading, where that names neither somebody nor a part of the product. */
function heading(
  page: Page,
  type: RecordType | null,
  caller: CandidateDraft | null,
): ReasonSuggestion | null {
  if (type !== 'event' && !asking.has(caller?.kind)) return null;
  const text = (primaryHeading(page)?.text ?? '')
    .replace(/^\[[^\]]{1,20}\]\s*/u, '')
    .replace(/^(?:\p{L}+\s*)?(?:#|n[ro°º]\.?)?\s*[A-Z]{0,5}-?\d{2,}\s*[:–—·|-]\s*/iu, '')
    .trim();
  if (text.length > reasonMax || !sentence.test(text)) return null;
  const name = cleanName(text);
  if (caller && (nameKey(name) === caller.key || fold(text).includes(fold(caller.value)))) return null;
  if (
    (nameShape(name) >= 0.6 && !japaneseVerb.test(text)) ||
    isCompanyName(name) ||
    (readLabel(text)?.share ?? 0) > 0.6
  )
    return null;
  return { text, from: 'subject' };
}
