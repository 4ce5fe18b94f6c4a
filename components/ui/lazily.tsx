import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A component whose code is fetched when it is first shown, and shown at once from then on; nothing stands in its
 * place until then. Where it cannot be fetched nothing is shown, and it is tried again the next time.
 * @param load imports it. Give it a module of its own, else it is in the first load all the same.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let View: ComponentType<P> | null = null;
  // biome-ignore lint/correctness/noComponentHookFactories: made once for a module, never while something is drawn.
  return function Lazy(props: P) {
    const [, setLoaded] = useState(View !== null);
    useEffect(() => {
      if (View) return;
      load().then(
        (loaded) => {
          View = loaded;
          setLoaded(true);
        },
        () => {},
      );
    }, []);
    return View ? <View {...props} /> : null;
  };
}
