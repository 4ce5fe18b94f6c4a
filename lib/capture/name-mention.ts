/** A place where a name stands, with what its surroundings say about it. */
import type { LabelKind } from './label-kind.ts';
import type { Item } from './page-items.ts';
import type { EvidenceNote } from './types.ts';

/** One place where a name stands. */
export interface NameMention {
  item: Item | null;
  name: string;
  key: string;
  channel: 'label' | 'parts' | 'heading' | 'title' | 'strip' | 'avatar' | 'text' | 'structured';
  weight: number;
  note: EvidenceNote | null;
  kind?: LabelKind;
}
