import type { ChromiumScreen } from '../browsers/chromium-screen.ts';
import { fillForm } from '../journey/form.ts';
import { until } from '../wait.ts';
import { hear } from './hear.ts';
import type { Typed } from './typed.ts';

/** Somebody who saves one entry after the other through a real panel. */
export interface Saving {
  /** Everything that was typed, by name. */
  typed: ReadonlyMap<string, Typed>;
  /** Names the panel announced as saved. */
  saved: ReadonlySet<string>;
  /** True from the click on `Save callback` to the word `Saved`. */
  underWay(): boolean;
  /** Begins in this panel, with `on` told at each click; ends after `stop`, or fails with the browser. */
  begin(panel: ChromiumScreen, on?: { press?: () => void }): Promise<void>;
  /** Begins no further entry. */
  stop(): void;
}

/** @param next makes up the caller of each entry */
export function someoneSaving(next: () => Typed): Saving {
  const typed = new Map<string, Typed>();
  const saved = new Set<string>();
  const listening = new WeakSet<ChromiumScreen>();
  let pressed: string | null = null;
  let going = false;
  const heard = (text: string) => {
    const name = /^Saved (.*)$/.exec(text)?.[1];
    if (name) saved.add(name);
  };
  return {
    typed,
    saved,
    underWay: () => pressed !== null && !saved.has(pressed),
    async begin(panel, on = {}) {
      if (!listening.has(panel)) await hear(panel, heard);
      listening.add(panel);
      going = true;
      while (going) {
        const one = next();
        typed.set(one.name, one);
        pressed = null;
        await fillForm(panel, one);
        const button = await panel.find('button', 'Save callback');
        pressed = one.name;
        on.press?.();
        await button.click();
        await until(`the panel to say Saved ${one.name}`, () => saved.has(one.name), { every: 5 });
      }
    },
    stop() {
      going = false;
    },
  };
}
