/** What labels mean on the page they stand on. */
import { isAnimal, owners } from './animals.ts';
import { type Label, readLabel } from './labels.ts';
import { isOwnTeam } from './own-team.ts';
import type { Item, Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { fold } from './text.ts';

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
  const title = fold(primaryHeading(page)?.text ?? '');
  // Tabs are parts of somebody else's record: "Details | Spouse".
  const crumb = page.items.findLast((item) => item.strip && !item.hidden && !isTab(page, item));
  return (
    party !== '' && (title === party || title.startsWith(`${party} `) || fold(crumb?.text ?? '') === party)
  );
}

function isTab(page: Page, item: Item): boolean {
  for (const box of page.up(item.box)) if (/^tab(?:list)?$/.test(box.role ?? '')) return true;
  return false;
}

/** The meaning of a text as a label on a page. */
export function readOn(page: Page, text: string): Label | null {
  return onPage(page, readLabel(text), text);
}
