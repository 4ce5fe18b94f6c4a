/** One field of the page, as the tests reach it. */
export interface NoteField {
  /** Puts the focus into it, for what no click by role reaches (shadow roots, frames). */
  focus(): void;
  /** What the page's own code holds: never read off the screen. */
  model(): string;
}

declare global {
  interface Window {
    fields: Record<string, NoteField>;
    /** What a note must never come with: keys, a sent form, a focus that moves. */
    disturbances: string[];
  }
}

/** A labelled place of the page. */
export function place(label: string): HTMLElement {
  const section = document.body.appendChild(document.createElement('section'));
  section.appendChild(document.createElement('h2')).textContent = label;
  return section;
}

/** A field whose model is what its own `input` events said, as a page without a framework keeps it. */
export function heard(element: HTMLElement, read: () => string): NoteField {
  let model = '';
  element.addEventListener('input', () => {
    model = read();
  });
  return { focus: () => element.focus(), model: () => model };
}

/** Writes down what disturbs the page, whichever field it comes from. */
export function watchDisturbances(): void {
  window.disturbances = [];
  for (const type of ['keydown', 'keypress', 'submit', 'focusin']) {
    window.addEventListener(type, () => window.disturbances.push(type), true);
  }
}
