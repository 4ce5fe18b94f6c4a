/** Cells of tables that are built of components. */
import type { PageBox } from './page-items.ts';

const isCell = ({ tag, role }: PageBox): boolean =>
  /^t[dh]$/.test(tag) || /^(?:gridcell|cell|columnheader|rowheader)$/.test(role ?? '');
const isRow = ({ tag, role }: PageBox): boolean => tag === 'tr' || role === 'row';

/**
 * Cells of a row that each stand alone in a shadow root of their own all say that they are the first: their order
 * says which they are.
 * @param boxes parents first; their columns are set right
 */
export function tellColumns(boxes: readonly PageBox[]): void {
  const rows = new Map<PageBox, PageBox[]>();
  for (const box of boxes) {
    if (box.column === undefined || !isCell(box)) continue;
    let row = boxes[box.parent];
    while (row && !isRow(row)) row = boxes[row.parent];
    if (row) rows.set(row, [...(rows.get(row) ?? []), box]);
  }
  for (const cells of rows.values()) {
    if (cells.length < 2 || cells.some((cell) => cell.column !== cells[0]?.column)) continue;
    for (const [at, cell] of cells.entries()) cell.column = at;
  }
}
