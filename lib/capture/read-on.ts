/** What labels mean on the page they stand on. */
import { isAnimal, owners } from './animals.ts';
import { type Label, readLabel } from './labels.ts';
import { cleanName, nameShape } from './name-shape.ts';
import { isOwnTeam } from './own-team.ts';
import type { Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { fold } from './text.ts';
import { endOfTrail } from './trail.ts';

/**
 * What a label means on a page: where the page is about an animal, its owner is who asks for it; the contact whose
 * name the product has is one of us; on a supplier's record the supplier is nobody else.
 */
export function onPage<T extends Label | null>(page: Page, label: T, text: string): T {
  if (label?.kind === 'agent' && owners.test(text) && isAnimal(page)) return { ...label, kind: 'requester' };
  if (label?.kind === 'contact' && isOwnTeam(page, text)) return { ...label, kind: 'agent', share: 1 };
  if (label?.kind === 'other' && isRecordOf(page, text)) return { ...label, kind: 'customer' };
  return label;
}

/**
 * "Guarantor account 7005", "Orders › 4711 › Consignee": on the record of a guarantor or consignee, or in that part
 * of a record, they are who calls.
 */
function isRecordOf(page: Page, text: string): boolean {
  const party = fold(text);
  const heading = primaryHeading(page)?.text ?? '';
  const title = fold(heading);
  if (party === '') return false;
  // "Supplier delay on order 1182" is the subject of somebody else's ticket.
  if (title === party || (title.startsWith(`${party} `) && ofRecord.test(title.slice(party.length + 1))))
    return true;
  // The emergency contact of whom the page is headed by is not who calls.
  return fold(endOfTrail(page)?.text ?? '') === party && nameShape(cleanName(heading)) < 0.8;
}

/** What stands behind a party in the heading of its own record: a word for a record, its number. */
const ofRecord =
  /^(?:(?:account|record|file|profile|details?|card|no|number|id|konto|akte|cuenta|ficha|compte|fiche|dossier|conta|conto|scheda|rekening|karta) ?)?(?:[a-z]{0,4} ?\d[\d ]*)?$/;

/** The meaning of a text as a label on a page. */
export function readOn(page: Page, text: string): Label | null {
  return onPage(page, readLabel(text), text);
}
