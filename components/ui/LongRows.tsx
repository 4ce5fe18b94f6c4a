import { useLayoutEffect, useRef } from 'preact/hooks';
import { lazily } from './lazily.tsx';
import type { LongRowsProps } from './long-rows.ts';

/** A list that was never longer than this is drawn whole, and the browser's own search finds all of it. */
export const wholeUpTo = 50;
/** More than a screen shows: what stands there until the rest of the code is. */
const firstRows = 20;

// Most lists are short, and what lays out a long one weighs more than the list.
const RowsInSight = lazily(async () => (await import('./RowsInSight.tsx')).RowsInSight);

/**
 * True once a list was long, from then on: only what is in sight of it is drawn. A search makes it short for a moment,
 * and to draw all of it in another way then would hold up each first key.
 */
export function useWasLong(count: number): boolean {
  const wasLong = useRef(false);
  wasLong.current ||= count > wholeUpTo;
  return wasLong.current;
}

/**
 * A list of which only what is in sight is drawn, in the page's own scrolling. Each row tells its place in the whole
 * list; the row with the focus stays, however far it is scrolled away.
 */
export function LongRows(props: LongRowsProps) {
  if (!useWasLong(props.count)) return <AllRows {...props} />;
  return <RowsInSight {...props} instead={<AllRows {...props} count={Math.min(props.count, firstRows)} />} />;
}

const atOnce = () => null;

function AllRows({ label, count, render, onShown }: LongRowsProps) {
  useLayoutEffect(() => {
    if (count > 0) onShown(0, count - 1);
  }, [count, onShown]);
  return (
    <ul class="callback-list" aria-label={label}>
      {Array.from({ length: count }, (_, index) => render(index, {}, atOnce))}
    </ul>
  );
}
