import type { ComponentChildren, CSSProperties } from 'preact';

/** What puts a row in its place in a long list; to be spread over its `li`. Nothing in a short one. */
export interface RowPlace {
  style?: CSSProperties;
  'data-index'?: number;
  'aria-setsize'?: number;
  'aria-posinset'?: number;
}

/** True where both put a row in the same place. */
export function isSamePlace(one: RowPlace, other: RowPlace): boolean {
  return (
    one['data-index'] === other['data-index'] &&
    one['aria-setsize'] === other['aria-setsize'] &&
    one.style?.marginBlockStart === other.style?.marginBlockStart
  );
}

export interface LongRowsProps {
  label: string;
  count: number;
  /** What a row is known by while it moves: its height is remembered under it. */
  keyOf: (index: number) => string | number;
  /**
   * @param wait null where the row may be drawn now. Else how tall, px, what stands there until its turn comes is to
   * be: rows that come into sight take turns, a few in a frame. Asked only where there is a row to draw.
   */
  render: (index: number, place: RowPlace, wait: () => number | null) => ComponentChildren;
  /** Rows that stay although they are out of sight: something in them is not to be lost. */
  keep: readonly number[];
  /** Told which rows are drawn. */
  onShown: (first: number, last: number) => void;
  /** The row to bring into view, once for each `why`: rows move while it stays the same. */
  reveal: { index: number; why: unknown } | null;
}
