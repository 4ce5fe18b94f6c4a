/** Rows of a list, as they are read off the page. */
import type { Label } from './labels.ts';
import type { Item } from './page-items.ts';

/** Column → what its header says. */
export type Headers = Map<number, { text: string; label: Label | null }>;

export interface Row {
  items: Item[];
  /** Column of each item, -1 when the row has no columns. */
  columns: number[];
}

export interface RowGroup {
  rows: Row[];
  /** Items of header rows. */
  headerItems: Item[];
  /** Column → what its header says. */
  headers: Headers;
  /** Heading or label above the rows. */
  title: string;
  titleLabel: Label | null;
}
