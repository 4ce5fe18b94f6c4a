/** What stands in views that their place keeps out of sight. */
import type { Leaf } from '../evidence.ts';

/** Leaves a view has at least: fewer are words for those who hear the page, kept beside what is seen. */
const viewLeaves = 3;

/**
 * Marks what stands in views that are out of sight as not shown.
 * @param stands the element of each leaf, by its place @param parent up the rendered tree
 */
export function hideViews(
  leaves: readonly Leaf[],
  stands: readonly Element[],
  views: ReadonlySet<Element>,
  parent: (node: Node) => Element | null,
): void {
  if (views.size === 0) return;
  const within = new Map<Element, Leaf[]>();
  const viewOf = viewFinder(views, parent);
  for (const [at, leaf] of leaves.entries()) {
    const view = viewOf(stands[at] ?? null);
    if (!view) continue;
    const inside = within.get(view);
    if (inside) inside.push(leaf);
    else within.set(view, [leaf]);
  }
  for (const inside of within.values())
    if (inside.length >= viewLeaves) for (const leaf of inside) leaf.hidden = true;
}

/** Each element is passed once, however many leaves stand however deep under it. */
function viewFinder(views: ReadonlySet<Element>, parent: (node: Node) => Element | null) {
  const known = new Map<Element, Element | null>();
  return (start: Element | null): Element | null => {
    const passed: Element[] = [];
    let above = start;
    while (above && !views.has(above) && !known.has(above)) {
      passed.push(above);
      above = parent(above);
    }
    const view = above && (views.has(above) ? above : (known.get(above) ?? null));
    for (const element of passed) known.set(element, view);
    return view;
  };
}
