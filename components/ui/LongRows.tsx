import type { ComponentChildren, CSSProperties } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { lazily } from './lazily.tsx';

/** What puts a row in its place in a long list; to be spread over its `li`. Nothing in a short one. */
export interface RowPlace {
  style?: CSSProperties;
  'data-index'?: number;
  'aria-setsize'?: number;
  'aria-posinset'?: number;
}

export interface LongRowsProps {
  label: string;
  count: number;
  /** What a row is known by while it moves: its height is remembered under it. */
  keyOf: (index: number) => string | number;
  render: (index: number, place: RowPlace) => ComponentChildren;
  /** Rows that stay although they are out of sight: something in them is not to be lost. */
  keep: readonly number[];
  /** Told which rows are drawn. */
  onShown: (first: number, last: number) => void;
  /** The row to bring into view, once for each `why`: rows move while it stays the same. */
  reveal: { index: number; why: unknown } | null;
}

/** Up to here every row is drawn: the browser's own search and every screen reader have them all. */
export const wholeUpTo = 100;
/** More than a screen shows: what stands there until the rest of the code is. */
const firstRows = 20;

// Most lists are short, and what lays out a long one weighs more than the list.
const RowsInSight = lazily(async () => (await import('./RowsInSight.tsx')).RowsInSight);

/**
 * A list of which only what is in sight is drawn, in the page's own scrolling. Each row tells its place in the whole
 * list; the row with the focus stays, however far it is scrolled away.
 */
export function LongRows(props: LongRowsProps) {
  if (props.count <= wholeUpTo) return <AllRows {...props} />;
  return <RowsInSight {...props} instead={<AllRows {...props} count={firstRows} />} />;
}

function AllRows({ label, count, render, onShown }: LongRowsProps) {
  useLayoutEffect(() => {
    if (count > 0) onShown(0, count - 1);
  }, [count, onShown]);
  return (
    <ul class="callback-list" aria-label={label}>
      {Array.from({ length: count }, (_, index) => render(index, {}))}
    </ul>
  );
}
