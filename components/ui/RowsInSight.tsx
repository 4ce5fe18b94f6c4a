import {
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { LongRowsProps } from './long-rows.ts';

/** A row with reason and number, px; each is measured once it is drawn. */
const usualHeight = () => 96;
/** Rows drawn above and below what is in sight. */
const beside = 2;
/** New rows drawn in one frame: a screenful of them would hold up keys and wheel for longer than one notices. */
const newAtOnce = 5;
const page = () => window;
/** In a document that is not drawn nothing has a height, and a thousand rows without one would all be in sight. */
const heightOf: typeof measureElement = (row, entry, rows) =>
  measureElement(row, entry, rows) || usualHeight();

/** The rows of a long list that are in sight, each where it stands in the whole. */
export function RowsInSight({ label, count, keyOf, render, keep, onShown, reveal }: LongRowsProps) {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const revealed = useRef<unknown>(null);
  const kept = focused === null ? keep : [...keep, focused];
  const drawn = (from: number, until: number): [first: number, last: number] => [
    Math.max(0, from - beside),
    Math.min(count - 1, until + beside),
  ];
  const options = {
    count,
    getScrollElement: page,
    estimateSize: usualHeight,
    getItemKey: keyOf,
    measureElement: heightOf,
    scrollMargin: top,
    overscan: beside,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    initialOffset: () => window.scrollY,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    onChange: () => draw(0),
    rangeExtractor: ({ startIndex, endIndex }: { startIndex: number; endIndex: number }) => {
      const [first, last] = drawn(startIndex, endIndex);
      const inSight = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      const others = kept.filter((index) => index < count && (index < first || index > last));
      return [...inSight, ...others].sort((a, b) => a - b);
    },
  };
  const [rows] = useState(() => new Virtualizer<Window, HTMLLIElement>(options));
  rows.setOptions(options);
  const items = rows.getVirtualItems();
  // With those drawn ahead of it: what is scrolled to next is read before it is looked at.
  const [first, last] = drawn(rows.range?.startIndex ?? 0, rows.range?.endIndex ?? 0);

  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => {
    rows._willUpdate();
    for (const row of list.current?.children ?? []) rows.measureElement(row as HTMLLIElement);
  });
  useLayoutEffect(() => {
    const measure = () => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    // What stands above it grows and shrinks: the form, its notices. Asked in the next frame: in this one rows may have
    // been drawn since it was laid out, and it would have to be once more.
    let frame = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    observer.observe(document.body);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  useLayoutEffect(() => onShown(first, last), [first, last, onShown]);
  useLayoutEffect(() => {
    if (!reveal || reveal.why === revealed.current) return;
    revealed.current = reveal.why;
    rows.scrollToIndex(reveal.index, { align: 'center' });
  }, [rows, reveal]);

  const turns = useTurns(() => draw(0));
  const gaps = items.map(({ start }, at) => start - (items[at - 1]?.end ?? top));
  return (
    <ul
      ref={list}
      class="callback-list long"
      aria-label={label}
      style={{ paddingBlockEnd: `${rows.getTotalSize() + top - (items.at(-1)?.end ?? top)}px` }}
      onFocusIn={(event) => {
        const row = (event.target as Element).closest<HTMLElement>('li[data-index]');
        setFocused(row ? Number(row.dataset.index) : null);
      }}
    >
      {items.map(({ index, key, size }, at) =>
        render(
          index,
          {
            'data-index': index,
            'aria-setsize': count,
            'aria-posinset': index + 1,
            style: { marginBlockStart: `${gaps[at]}px` },
          },
          () => (turns.take(key) ? null : size),
        ),
      )}
    </ul>
  );
}

/**
 * Rows that were drawn stay; of new ones a few are drawn in each frame, however often the list is drawn in it.
 * @param draw draws those that are left
 */
function useTurns(draw: () => void): { take: (key: unknown) => boolean } {
  const state = useRef({
    drawn: null as ReadonlySet<unknown> | null,
    left: newAtOnce,
    goesOn: false,
    stop: noStop,
  });
  const { current: turns } = state;
  const drawn = new Set<unknown>();
  // What the list begins with comes at once, and so does all of it where there are no frames.
  const atOnce = turns.drawn === null || document.hidden;
  let goesOn = false;
  useLayoutEffect(() => {
    turns.drawn = drawn;
    turns.goesOn = goesOn;
    if (turns.left === newAtOnce || turns.stop !== noStop) return;
    turns.stop = afterFrame(() => {
      turns.stop = noStop;
      turns.left = newAtOnce;
      if (turns.goesOn) draw();
    });
  });
  useLayoutEffect(() => () => turns.stop(), [turns]);
  return {
    take(key) {
      if (!atOnce && !turns.drawn?.has(key)) {
        if (turns.left === 0) {
          goesOn = true;
          return false;
        }
        turns.left -= 1;
      }
      drawn.add(key);
      return true;
    },
  };
}

const noStop = () => {};

/** Acts once what stands now has been shown, in a task of its own. @returns calls it off */
function afterFrame(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
