/**
 * Views that a page keeps out of sight without hiding them: pushed off the screen, folded to nothing, clipped
 * away. Their styles call them shown, so it is their place that tells. Asking for a place lays the page out at
 * once; an observer is told of it with the next frame, as it was drawn.
 */

/** How much is asked about: ancestors of this many numbers, so far up, so many in all. */
const most = { anchors: 32, levels: 60, elements: 300 };
/** Milliseconds a frame may take to be drawn. */
const patience = 60;

/**
 * The outermost elements that are out of sight by their place, among those the anchors stand in; none where nothing
 * is drawn. Never rejects.
 * @param anchors what has to be in sight to count: numbers @param parent up the rendered tree
 */
export async function outOfSight(
  anchors: readonly Element[],
  parent: (node: Node) => Element | null,
): Promise<ReadonlySet<Element>> {
  const above = aboveThem(anchors, parent);
  if (above.size === 0 || document.visibilityState === 'hidden') return new Set();
  return new Promise((resolve) => {
    const done = (found: ReadonlySet<Element>): void => {
      watch.disconnect();
      clearTimeout(timer);
      resolve(found);
    };
    const watch = new IntersectionObserver((entries) => done(lost(entries, above)));
    const timer = setTimeout(() => done(new Set()), patience);
    watch.observe(document.documentElement);
    for (const element of above.keys()) watch.observe(element);
  });
}

/** Each element the anchors stand in, themselves included, with the element above it; not the document's own two. */
function aboveThem(
  anchors: readonly Element[],
  parent: (node: Node) => Element | null,
): Map<Element, Element | null> {
  const above = new Map<Element, Element | null>();
  for (const anchor of anchors.slice(0, most.anchors)) {
    let here: Element | null = anchor;
    for (let level = 0; here && !isOuter(here) && !above.has(here); level++) {
      if (level === most.levels || above.size === most.elements) break;
      const next = parent(here);
      above.set(here, next);
      here = next;
    }
  }
  return above;
}

function isOuter(element: Element): boolean {
  return element instanceof HTMLHtmlElement || element instanceof HTMLBodyElement;
}

function lost(
  entries: readonly IntersectionObserverEntry[],
  above: ReadonlyMap<Element, Element | null>,
): ReadonlySet<Element> {
  const page = entries.find(({ target }) => target === document.documentElement);
  const seen = new Set<Element>();
  for (const { target, intersectionRect } of entries) {
    if (intersectionRect.width * intersectionRect.height === 0) continue;
    // What shows a part of itself, or of what is in it, is in sight.
    for (let here: Element | null = target; here && !seen.has(here); here = above.get(here) ?? null)
      seen.add(here);
  }
  const found = new Set<Element>();
  const sizes = new Map(entries.map(({ target, boundingClientRect }) => [target, boundingClientRect]));
  for (const entry of entries) {
    const { target } = entry;
    if (!page || isOuter(target)) continue;
    const around = above.get(target) ?? null;
    // Of a clip not every browser's observer knows.
    const isLost =
      isClipped(target) ||
      (!seen.has(target) &&
        (isFolded(entry, around, around ? sizes.get(around) : undefined) || isBeyond(entry, page, above)));
    if (isLost) found.add(target);
  }
  for (const element of found) if (hasAbove(element, found, above)) found.delete(element);
  return found;
}

function hasAbove(
  element: Element,
  found: ReadonlySet<Element>,
  above: ReadonlyMap<Element, Element | null>,
): boolean {
  for (let here = above.get(element); here; here = above.get(here)) if (found.has(here)) return true;
  return false;
}

/**
 * Without height or width, and showing nothing of what is larger. What a row or column had no room for is none: in
 * a larger window it is shown.
 */
function isFolded(
  { target, boundingClientRect: { width, height } }: IntersectionObserverEntry,
  parent: Element | null,
  around: DOMRectReadOnly | undefined,
): boolean {
  if (width >= 1 && height >= 1) return false;
  const { overflowX, overflowY, display, maxWidth, maxHeight } = getComputedStyle(target);
  if (/^(?:inline|contents)$/.test(display)) return false;
  const mayBeSqueezed = parent !== null && /flex|grid/.test(getComputedStyle(parent).display);
  const isNone = (size: number, most: string, overflow: string, outer: number | undefined): boolean =>
    size < 1 &&
    cuts.test(overflow) &&
    (outer === undefined || outer >= 1) &&
    (!mayBeSqueezed || most === '0px');
  return (
    isNone(height, maxHeight, overflowY, around?.height) || isNone(width, maxWidth, overflowX, around?.width)
  );
}

const cuts = /^(?:hidden|clip)$/;

/** Clipped to nothing, in the ways pages write it. */
function isClipped(element: Element): boolean {
  const { clipPath, clip, position } = getComputedStyle(element);
  if (/^(?:circle|ellipse)\(0(?:px|%)?[ )]/.test(clipPath)) return true;
  const inset = /^inset\(([^)]*)\)/.exec(clipPath)?.[1]?.replace(/ round .*/, '');
  if (inset) {
    const sides = inset.split(/\s+/).map((side) => (side.endsWith('%') ? Number.parseFloat(side) : 0));
    const [top = 0, right = top, bottom = top, left = right] = sides;
    return top + bottom >= 100 || left + right >= 100;
  }
  return /^(?:absolute|fixed)$/.test(position) && /^rect\(0px,? 0px,? 0px,? 0px\)$/.test(clip);
}

/**
 * Moved to where no scrolling leads: before the page's beginning, or past its end where that is cut off or fixed.
 * What only had no room there was not moved.
 */
function isBeyond(
  { target, boundingClientRect: box, rootBounds: view }: IntersectionObserverEntry,
  { boundingClientRect: page }: IntersectionObserverEntry,
  above: ReadonlyMap<Element, Element | null>,
): boolean {
  if (box.width < 1 || box.height < 1) return false;
  const over = box.bottom <= page.top;
  const left = box.right <= page.left;
  const right = box.left >= Math.max(page.right, view?.right ?? 0);
  const under = view !== null && box.top >= view.bottom;
  if (!(over || left || right || under) || !isMoved(target)) return false;
  if (getComputedStyle(target).position === 'fixed') return true;
  const { isScrolled, isCut } = heldBy(target, above);
  // What is scrolled away can be scrolled back.
  if (isScrolled) return false;
  const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
  return over || (isRtl ? right : left) || (isCut && (isRtl ? left : right));
}

/** Whether an element's own style sets it elsewhere than where it comes to stand by itself. */
function isMoved(element: Element): boolean {
  const { position, transform, translate, marginLeft, marginTop } = getComputedStyle(element);
  const isSet = (value: string | undefined): boolean => Boolean(value) && value !== 'none';
  return (
    /^(?:absolute|fixed|relative)$/.test(position) ||
    isSet(transform) ||
    isSet(translate) ||
    /^-/.test(marginLeft) ||
    /^-/.test(marginTop)
  );
}

/** Whether something around an element scrolls it, or cuts off what is beside the page. */
function heldBy(element: Element, above: ReadonlyMap<Element, Element | null>) {
  const root = getComputedStyle(document.documentElement);
  let isCut = cuts.test(root.overflowX);
  for (let here = above.get(element); here; here = above.get(here)) {
    const { position, overflowX, overflowY } = getComputedStyle(here);
    // The document's own scrolling is seen in where the page begins.
    const scrolls = [overflowX, overflowY].some((overflow) => /^(?:auto|scroll)$/.test(overflow));
    if (scrolls && !(isOuter(here) && root.overflowY === 'visible')) return { isScrolled: true, isCut };
    isCut ||= cuts.test(overflowX);
    if (position === 'fixed') break;
  }
  return { isScrolled: false, isCut };
}
