import { fieldAt, labelOf, type NoField } from './field.ts';
import { focusedElement } from './focus.ts';
import { insertIntoRich } from './into-rich.ts';
import { insertIntoText } from './into-text.ts';

export type Insertion = { inserted: true; where?: string } | { inserted: false; why: NoField | 'not-taken' };

/**
 * Writes a note into the focused field of this document and looks whether it stayed. Nothing is focused,
 * submitted or pressed.
 */
export async function insertNote(text: string): Promise<Insertion> {
  const field = fieldAt(focusedElement());
  if (typeof field === 'string') return { inserted: false, why: field };
  const where = labelOf(field);
  const taken =
    field.kind === 'text' ? await insertIntoText(field, text) : await insertIntoRich(field.element, text);
  if (!taken) return { inserted: false, why: 'not-taken' };
  return { inserted: true, ...(where ? { where } : {}) };
}
