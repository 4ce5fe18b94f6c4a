/** Lists of ways to reach one person, or a company and its people: "Mobile", "Fax", "E-mail", a row each. */
import { readLabel } from './labels.ts';
import { nameShape } from './name-shape.ts';
import type { Row, RowGroup } from './row-group.ts';

/** Kinds of ways to reach somebody. */
const contactKinds = /^(?:phone|mobile|home|work|direct|main|fax|email|pager|switchboard)$/;

/** Rows that each say what they are ("Mobile", "Fax") and mostly name nobody: how one person or company is reached. */
export function areContactPoints(group: RowGroup): boolean {
  const { rows } = group;
  return areTyped(group) && rows.filter(namesSomebody).length < rows.length * 0.4;
}

/** Whether the rows of a list each begin with what kind of number or address they hold. */
function areTyped({ rows }: RowGroup): boolean {
  const typed = rows.filter(({ items: [first] }) => {
    const label = first?.leaf.kind === 'text' ? readLabel(first.text) : null;
    return label !== null && label.share > 0.9 && contactKinds.test(label.kind);
  });
  return rows.length >= 2 && typed.length >= rows.length * 0.7;
}

function namesSomebody(row: Row): boolean {
  return row.items.some((item) => item.text.includes(' ') && nameShape(item.text) >= 0.8);
}

/** Rows of a list of ways to reach a company and its people that name none of them: the company's own. */
export function ownRows(group: RowGroup): readonly Row[] {
  return areTyped(group) ? group.rows.filter((row) => !namesSomebody(row)) : [];
}
