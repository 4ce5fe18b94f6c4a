// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outOfSight } from './placed.ts';

const screen = { left: 0, top: 0, right: 800, bottom: 600, width: 800, height: 600 };

/** Draws a frame once, or never: "left top width height" of each element as it says itself. */
function draws(isDrawn: boolean): void {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      private readonly watched: Element[] = [];
      constructor(tell: (entries: unknown[]) => void) {
        if (isDrawn) queueMicrotask(() => tell(this.watched.map(entryOf)));
      }
      observe(element: Element): void {
        this.watched.push(element);
      }
      disconnect(): void {}
    },
  );
}

function entryOf(target: Element) {
  const [left = 0, top = 0, width = 100, height = 20] = (target.getAttribute('place') ?? '')
    .split(' ')
    .map(Number);
  const isPage = target === document.documentElement;
  const box = { left, top, width, height, right: left + width, bottom: top + height };
  const isSeen = target.getAttribute('seen') !== null;
  return {
    target,
    boundingClientRect: isPage ? screen : box,
    intersectionRect: isSeen ? box : { width: 0, height: 0 },
    rootBounds: screen,
  };
}

async function found(html: string): Promise<string[]> {
  document.body.innerHTML = html;
  const anchors = [...document.querySelectorAll('b')];
  return [...(await outOfSight(anchors, (node) => node.parentElement))].map(({ id }) => id);
}

describe('what its place keeps out of sight', () => {
  beforeEach(() => draws(true));
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it.each([
    ['left of the page', 'place="-900 0 300 200"', 'position:absolute'],
    ['above the page', 'place="0 -900 300 200"', 'transform:translateY(-150%)'],
    ['fixed, past its end', 'place="900 0 300 200"', 'position:fixed'],
    ['fixed, under its foot', 'place="0 700 300 200"', 'position:fixed'],
    ['without height', 'place="0 0 300 0"', 'overflow-y:hidden'],
    ['clipped away', 'place="0 0 300 200"', 'clip-path:inset(0 60% 0 40%)'],
  ])('is the outermost element %s', async (_, place, style) => {
    expect(
      await found(`<main place="0 0 800 600"><p id="view" ${place} style="${style}"><b></b></p></main>`),
    ).toEqual(['view']);
  });

  it.each([
    ['can be scrolled to', 'place="900 0 300 200"', ''],
    ['had no room before the page’s beginning', 'place="0 -900 300 200"', ''],
    ['scrolls in no width', 'place="0 0 0 200"', 'overflow-x:auto'],
    ['is further down', 'place="0 700 300 200"', ''],
    ['overflows what has no height', 'place="0 0 300 0"', ''],
    ['is clipped in part', 'place="0 0 300 200"', 'clip-path:inset(10%)'],
  ])('is nothing that %s', async (_, place, style) => {
    expect(await found(`<p id="view" ${place} style="${style}"><b></b></p>`)).toEqual([]);
  });

  it('is what is clipped away also where the observer takes it for seen', async () => {
    expect(await found('<p id="view" style="clip-path:circle(0px at 50% 50%)"><b seen></b></p>')).toEqual([
      'view',
    ]);
  });

  it('is nothing that shows a part of itself', async () => {
    expect(await found('<p id="view" place="0 0 300 0" style="overflow-y:hidden"><b seen></b></p>')).toEqual(
      [],
    );
  });

  it('is nothing that was scrolled away with what is around it', async () => {
    const card =
      '<p id="view" place="-900 -900 300 200" style="position:absolute"><b place="-900 -900"></b></p>';
    expect(await found(`<div style="overflow-y:auto">${card}</div>`)).toEqual([]);
    expect(await found(`<div style="overflow-y:hidden">${card}</div>`)).toEqual(['view']);
  });

  it('is nothing that had no room in its column, unless it was to have none', async () => {
    const squeezed = (style: string) =>
      `<div style="display:flex"><p id="view" place="0 0 300 0" style="overflow-y:hidden;${style}"><b></b></p></div>`;
    expect(await found(squeezed(''))).toEqual([]);
    expect(await found(squeezed('max-height:0px'))).toEqual(['view']);
  });

  it('is not known where nothing is drawn', async () => {
    vi.useFakeTimers();
    draws(false);
    const waiting = found('<p id="view" place="-900 0 300 200"><b></b></p>');
    await vi.advanceTimersByTimeAsync(100);
    expect(await waiting).toEqual([]);
  });
});
