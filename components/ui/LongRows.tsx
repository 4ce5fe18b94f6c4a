import { useLayoutEffect, useRef } from 'preact/hooks';
import { lazily } from './lazily.tsx';
import type { LongRowsProps } from './long-rows.ts';

/** Up to here every row is drawn, and the browser's own search finds them all. */
export const wholeUpTo = 50;
/** More than a screen shows: what stands there until the rest of the code is. */
const firstRows = 20;

// Most lists are short, and what lays out a long one weighs more than the list.
const RowsInSight = lazily(async () => (await import('./RowsInSight.tsx')).RowsInSight);

/**
 * A list of which only what is in sight is drawn, in the page's own scrolling. Each row tells its place in the whole
 * list; the row with the focus stays, however far it is scrolled away.
 */
export function LongRows(props: LongRowsProps) {
  // A search makes a long list short for a moment: to draw all of it in another way would hold up each first key.
  const wasLong = useRef(false);
  wasLong.current ||= props.count > wholeUpTo;
  if (!wasLong.current) return <AllRows {...props} />;
  return <RowsInSight {...props} instead={<AllRows {...props} count={Math.min(props.count, firstRows)} />} />;
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
