/** Whether a record says in a field of its own whom it is about. */
import { fieldsOf } from './fields.ts';
import { readLabel } from './labels.ts';
import { cleanName, nameShape } from './name-shape.ts';
import type { Page } from './page-items.ts';

/** Labels of fields that hold the name of who calls, or of whom they call for. */
const ofCallers = /^(?:name|firstName|lastName|contact|customer|caller|requester)$/;

/** Whether a field of the page holds the name of a caller, a customer or a contact. */
export function statesName(page: Page): boolean {
  for (const [item, label] of fieldsOf(page).of) {
    if (item.hidden || item.chrome || !ofCallers.test(readLabel(label.text)?.kind ?? '')) continue;
    if (nameShape(cleanName(item.text)) >= 0.45) return true;
  }
  return false;
}
