/** Screens headed by what is done there, with whom it is done for in the heading right under that. */
import { isVocabulary, readLabel } from './labels.ts';
import { isFullName } from './name-shape.ts';
import { isNoCallerHeading, isOwnScreen } from './no-caller-words.ts';
import type { Item, Page } from './page-items.ts';
import { statesName } from './stated-names.ts';
import { fold } from './text.ts';

/** What may stand between the two headings: a badge, an icon. */
const between = 2;

/**
 * Whether a heading names whom the screen is about ("Change contact information", and under it "Dana Lee"). A
 * screen of several people has a heading for each of them, and one of our own says what it is.
 */
export function isNamedUnder(page: Page, item: Item, primary: Item | null): boolean {
  if (!primary || item.heading <= primary.heading || !isFullName(item.text)) return false;
  if (item.at <= primary.at || item.at - primary.at > between || item.frame !== primary.frame) return false;
  const said = readLabel(primary.text);
  if (!said || !isVocabulary(primary.text) || !/^(?:field|contact|customer)$/.test(said.kind)) return false;
  if (!isAction(primary.text) || statesName(page)) return false;
  if (isNoCallerHeading(primary.text) || isOwnScreen(primary.text)) return false;
  return !page.items.some(
    (one) =>
      one !== item && !one.hidden && !one.chrome && one.heading === item.heading && isFullName(one.text),
  );
}

/** What is done to a record, in eleven languages, folded: first in a heading, in German and Japanese last. */
const actions =
  /^(?:change|edit|update|modify|amend|correct|editar|modificar|actualizar|cambiar|corregir|modifier|changer|mettre a jour|alterar|atualizar|modifica|aggiorna|wijzig|bewerk|edytuj|zmien|aktualizuj|redigera|andra|uppdatera|تعديل|تحديث|تغيير)(?: |$)|(?: |^)(?:bearbeiten|andern|aktualisieren|wijzigen|bewerken|bijwerken)$|(?:の?変更|の?編集|の?更新)$/u;

function isAction(heading: string): boolean {
  return actions.test(fold(heading));
}
