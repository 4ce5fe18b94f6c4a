/** Of several names that may be the caller's, which one comes first. */
import { isAnimal } from './animals.ts';
import type { CandidateDraft } from './candidates.ts';
import type { LabelKind } from './label-kind.ts';
import { isCompanyName } from './name-shape.ts';
import type { Page } from './page-items.ts';
import type { RecordType } from './record-type.ts';
import { nameWeights as w } from './weights.ts';

/** Settles who comes first among a page's names; changes the scores of the others. */
export function preferNames(page: Page, drafts: readonly CandidateDraft[], type: RecordType | null): void {
  preferContact(drafts, type);
  preferRequester(drafts);
  preferOwner(page, drafts);
  preferFirst(drafts);
  preferWhole(drafts);
}

/** Who asked for something or called comes before the customer it is for. */
function preferRequester(drafts: readonly CandidateDraft[]): void {
  const asker = drafts.find(({ kind, score }) => (kind === 'requester' || kind === 'caller') && score > 0);
  if (!asker) return;
  for (const draft of drafts)
    if (draft.kind === 'customer') draft.score = Math.min(draft.score, asker.score - w.contactFirst);
}

/** On an animal's record its owner is whom to talk to; the patient is the animal. */
function preferOwner(page: Page, drafts: readonly CandidateDraft[]): void {
  const owner = isAnimal(page) && drafts.find((draft) => draft.kind === 'requester' && draft.score > 0);
  if (!owner) return;
  for (const draft of drafts)
    if (draft.kind !== 'requester') draft.score = Math.min(draft.score, owner.score - w.ownerFirst);
}

/** On a matter the person to talk to is its contact; the customer beside it is whom the work is for. */
function preferContact(drafts: readonly CandidateDraft[], type: RecordType | null): void {
  if (type === 'account') return;
  const contact =
    drafts.find((draft) => draft.kind === 'contact' && draft.score > 0) ??
    drafts.find((draft) => draft.kind === 'siteContact' && draft.score > 0);
  if (!contact) return;
  for (const draft of drafts) {
    if (
      draft.kind === 'customer' &&
      draft.score > 0 &&
      ((type === 'event' && contact.kind === 'contact') || isCompanyName(draft.value))
    )
      draft.score = Math.min(draft.score, contact.score - w.contactFirst);
  }
}

/**
 * Of several under the same kind of label the first of a page is the record's; those below are of its parts.
 * "Name" and nothing more is weaker than any other.
 */
function preferFirst(drafts: readonly CandidateDraft[]): void {
  const start = ({ items }: CandidateDraft): number => Math.min(...items.map((item) => item.at));
  for (const kind of ['name', 'customer', 'contact'] as const) {
    const alike = drafts
      .filter((draft) => draft.score > 0 && (draft.kind === kind || (kind === 'name' && isAsked(draft.kind))))
      .sort((a, b) => start(a) - start(b));
    const [first, ...others] = alike;
    for (const draft of others)
      if (first && draft.kind === kind) draft.score = Math.min(draft.score, first.score - w.contactFirst);
  }
}

/** How much less sure a whole name may be than a part of it. */
const wholeLess = 2.5;

/** A part of a name ("Lee") gives way to the whole ("Dana Lee"), where both are the caller's. */
function preferWhole(drafts: readonly CandidateDraft[]): void {
  for (const part of drafts) {
    if (part.score <= 0) continue;
    for (const whole of drafts)
      if (
        whole.score < part.score &&
        whole.score > 0 &&
        whole.score >= part.score - wholeLess &&
        !isCompanyName(whole.value) &&
        !isCompanyName(part.value) &&
        isWordsOf(part.key, whole.key)
      )
        whole.score = part.score + w.contactFirst;
  }
}

/** Whether all words of one key are in a longer one. */
function isWordsOf(part: string, whole: string): boolean {
  const words = part.split(' ');
  const all = whole.split(' ');
  return (
    words.length < all.length &&
    all.length <= 5 &&
    words.every((word) => word.length > 1 && all.includes(word))
  );
}

const isAsked = (kind: LabelKind | undefined): boolean =>
  kind === 'customer' || kind === 'contact' || kind === 'requester' || kind === 'caller';
