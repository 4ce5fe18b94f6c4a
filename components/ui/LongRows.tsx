import { useLayoutEffect } from 'preact/hooks';
import { lazily } from './lazily.tsx';
import type { LongRowsProps } from './long-rows.ts';

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
