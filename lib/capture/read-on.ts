/** What labels mean on the page they stand on. */
import { isAnimal, owners } from './animals.ts';
import { type Label, readLabel } from './labels.ts';
import { isOwnTeam } from './own-team.ts';
import type { Page } from './page-items.ts';

/**
 * What a label means on a page: where the page is about an animal, its owner is who asks for it; the contact whose
 * name the product has is one of us.
 */
export function onPage<T extends Label | null>(page: Page, label: T, text: string): T {
  if (label?.kind === 'agent' && owners.test(text) && isAnimal(page)) return { ...label, kind: 'requester' };
  if (label?.kind === 'contact' && isOwnTeam(page, text)) return { ...label, kind: 'agent', share: 1 };
  return label;
}

/** The meaning of a text as a label on a page. */
export function readOn(page: Page, text: string): Label | null {
  return onPage(page, readLabel(text), text);
}
