/**
 * How much of the screen a frame has. In a frame inside another, asking for it (`innerWidth`) has the browser lay
 * out the page around it at once, which takes half a second of a large page that has just changed: there the size
 * is taken from what was drawn last.
 */

/** Milliseconds a frame may take to be drawn; one that is not shown never is. */
const patience = 120;

/**
 * CSS pixels of the frame's viewport, 0 where they are not known. Never rejects.
 * @param isHidden the frame is not on the screen: nothing to wait for
 */
export async function drawnArea(isHidden: boolean): Promise<number> {
  if (window.top === window) return areaOf(window.innerWidth, window.innerHeight);
  if (isHidden) return 0;
  return new Promise((resolve) => {
    const done = (area: number): void => {
      watch.disconnect();
      clearTimeout(timer);
      resolve(area);
    };
    const watch = new IntersectionObserver(
      ([entry]) => done(areaOf(entry?.rootBounds?.width ?? 0, entry?.rootBounds?.height ?? 0)),
      { root: document },
    );
    const timer = setTimeout(() => done(0), patience);
    watch.observe(document.documentElement);
  });
}

function areaOf(width: number, height: number): number {
  return Math.max(0, Math.round(width * height)) || 0;
}
