import type { ComponentChild, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that can be fetched before it is shown, for what a key pressed at once must find there. */
export type LazyComponent<P extends object> = ComponentType<P & { instead?: ComponentChild }> & {
  fetchAhead(): void;
};

/**
 * A component whose code is fetched when it is first shown, and shown at once from then on; `instead`, or nothing,
 * stands in its place until then. Where it cannot be fetched that stays, and it is tried again the next time.
 * @param load imports it. Give it a module of its own, else it is in the first load all the same.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): LazyComponent<P> {
  let View: ComponentType<P> | null = null;
  const fetchIt = async () => {
    View = await load();
  };
  // biome-ignore lint/correctness/noComponentHookFactories: made once for a module, never while something is drawn.
  function Lazy({ instead = null, ...props }: P & { instead?: ComponentChild }) {
    const [, setLoaded] = useState(View !== null);
    useEffect(() => {
      if (View) return;
      fetchIt().then(
        () => setLoaded(true),
        () => {},
      );
    }, []);
    return View ? <View {...(props as unknown as P)} /> : instead;
  }
  return Object.assign(Lazy, { fetchAhead: () => void fetchIt().catch(() => {}) });
}
