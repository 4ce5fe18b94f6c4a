/** What stands around a name and says whose it is: how it is read, the bar it is in, the page's address. */
import type { LabelKind } from './label-kind.ts';
import { nameKey } from './name-shape.ts';
import { besideItems, isSessionName } from './no-caller.ts';
import type { Item, Page } from './page-items.ts';

/** A Japanese name with how it is read written right beside it (furigana). */
export function hasReading(page: Page, item: Item): boolean {
  if (!/\p{sc=Han}/u.test(item.text)) return false;
  return [page.items[item.at - 1], page.items[item.at + 1]].some(
    (beside) =>
      beside !== undefined &&
      beside.hidden === item.hidden &&
      /^[(（]?[\p{sc=Katakana}ー]{2,12}[ 　・][\p{sc=Katakana}ー]{2,12}[)）]?$/u.test(beside.text),
  );
}

/** The word of issue trackers for who wrote an issue. */
export function isReporter(label: string): boolean {
  return /^(?:reporter|rapporteur|informador|informante|relator|segnalatore|rapportør|報告者|المبلغ)$/iu.test(
    label,
  );
}

/** Kinds that make a name a customer's wherever it stands ("Patient: …" in the product's bar). */
export const ofCustomers: ReadonlySet<LabelKind> = new Set(['caller', 'requester', 'customer']);

/** "User: …" in a bar, and what stands right beside "Log out", is the one who is signed in. */
export function isOwnLabel(page: Page, item: Item, label: string): boolean {
  return (
    /user|usuari|usager|utilisat|benutzer|utent|utilizador|gebruik|uzytk|użytk|anvand|användare|ユーザ|مستخدم/iu.test(
      label,
    ) ||
    isSessionName(page, item, besideItems) ||
    ownLine.test(page.items[item.at + 1]?.text ?? '') ||
    !isBeside(page, item, label)
  );
}

/** The agent's own line under the agent's name ("Desk 0117 496 0104"), folded as it is written. */
const ownLine =
  /^(?:desk|agent|ext\.?|extension|my line|durchwahl|poste|interno|ramal|toestel|wewn\.?|内線) .*\d{3}/iu;

/** Whether a label stands right before a name, or in the same text: further off, it heads the screen. */
function isBeside(page: Page, item: Item, label: string): boolean {
  if (item.text.includes(label)) return true;
  const before = page.items.slice(Math.max(0, item.at - besideItems), item.at).filter((one) => !one.hidden);
  const last = before.at(-1);
  // The letters of a picture may stand between the two.
  const letters = last && last.text.length <= 3 ? before.at(-2) : null;
  return last?.text === label || letters?.text === label;
}

/** Whether the page's address ends in the name, as products do that file records by name. */
export function isInAddress(page: Page, name: string): boolean {
  if (name.length < 5) return false;
  let path: string;
  try {
    const { pathname, hash } = new URL(page.frames[0]?.url ?? '');
    path = decodeURIComponent(`${pathname}${hash}`);
  } catch {
    return false;
  }
  return path.split(/[/#?]/).some((part) => nameKey(part.replace(/[-_+]/g, ' ')) === nameKey(name));
}
