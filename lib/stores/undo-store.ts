import { type ReadonlySignal, signal } from '@preact/signals';

/** One thing that can be taken back, said in words. */
export interface UndoOffer {
  /** What was done, ready for the screen. */
  text: string;
  undo: () => void | Promise<void>;
}

/** The last undoable act of this window; a newer one takes its place. */
export interface UndoStore {
  offer: ReadonlySignal<UndoOffer | null>;
  show(offer: UndoOffer): void;
  undo(): Promise<void>;
  dismiss(): void;
}

export function createUndoStore(): UndoStore {
  const offer = signal<UndoOffer | null>(null);
  return {
    offer,
    show(next) {
      offer.value = next;
    },
    async undo() {
      const taken = offer.value;
      offer.value = null;
      await taken?.undo();
    },
    dismiss() {
      offer.value = null;
    },
  };
}
