import { type ReadonlySignal, signal } from '@preact/signals';

/** The one line that tells what just happened; a screen reader hears it. */
export interface StatusStore {
  text: ReadonlySignal<string>;
  say(text: string): void;
}

export function createStatusStore(): StatusStore {
  const text = signal('');
  return {
    text,
    say(next) {
      text.value = next;
    },
  };
}
