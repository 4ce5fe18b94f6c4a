/** Fields whose labels are fields themselves: products that let whoever uses them name what they keep. */
import type { FoundLabel } from './column-header.ts';
import { readLabel } from './labels.ts';
import type { Item, Page } from './page-items.ts';
import { fold } from './text.ts';

/** What a field for any value is called, folded. */
const anyValue = /^(?:value|valor|valeur|wert|valore|waarde|wartosc|varde|verdi|vaerdi|値|قيمه|قيمة)$/u;

/** Items between a key and its value: their own labels. */
const keyReach = 3;

/** "Key: Mobile", "Value: 07700 900318": where fields are named in fields of their own, that is the label. */
export function keyOf(page: Page, item: Item): FoundLabel | null {
  if (item.leaf.kind !== 'value' || !item.leaf.label || !anyValue.test(fold(item.leaf.label))) return null;
  const row = [...page.up(item.box)].find((box) => box.tag === 'tr' || box.role === 'row');
  const key = page.items
    .slice(Math.max(row?.low ?? item.at, item.at - keyReach), item.at)
    .findLast((one) => /^(?:value|choice)$/.test(one.leaf.kind) && !one.hidden);
  const label = key ? readLabel(key.text) : null;
  return key && label ? { text: key.text, label, tied: true } : null;
}
