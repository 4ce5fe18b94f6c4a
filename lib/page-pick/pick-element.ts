/**
 * Lets the agent point at the element that holds a name, a number or a reference. Runs in the page, on demand,
 * and leaves nothing behind: the frame around the element and every listener go with the click, Escape or stop.
 */

/** Longest text taken: what holds a name or a number is short. */
const longest = 200;

export interface Picking {
  /** What the picked element says; null where the agent gave up. */
  text: Promise<string | null>;
  stop(): void;
}

/** Starts picking in this document. */
export function pickElement(): Picking {
  const { promise: text, resolve } = Promise.withResolvers<string | null>();
  const frame = outline();
  const onMove = (event: Event) => frame.surround(targetOf(event));
  const onClick = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    end(textOf(targetOf(event)));
  };
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    swallow(event);
    end(null);
  };
  // At the window and in the capture phase: before whatever the page does with a click on its own elements.
  const capture = { capture: true };
  addEventListener('pointermove', onMove, capture);
  addEventListener('click', onClick, capture);
  addEventListener('pointerdown', swallow, capture);
  addEventListener('mousedown', swallow, capture);
  addEventListener('keydown', onKey, capture);

  function end(picked: string | null): void {
    removeEventListener('pointermove', onMove, capture);
    removeEventListener('click', onClick, capture);
    removeEventListener('pointerdown', swallow, capture);
    removeEventListener('mousedown', swallow, capture);
    removeEventListener('keydown', onKey, capture);
    frame.remove();
    resolve(picked);
  }
  return { text, stop: () => end(null) };
}

/** The element under the pointer, inside open shadow roots too. */
function targetOf(event: Event): Element | null {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
}

/** What an element says: the value of a control, else its text on one line. */
export function textOf(element: Element | null): string | null {
  if (!element) return null;
  const said =
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.value
      : element instanceof HTMLSelectElement
        ? (element.selectedOptions[0]?.text ?? '')
        : (element.textContent ?? '');
  const line = said.replace(/\s+/g, ' ').trim();
  return line === '' ? null : line.slice(0, longest);
}

/** A frame drawn around the element pointed at; in a closed root, so that no style of the page reaches it. */
function outline() {
  const host = document.createElement('ringback-picker');
  const box = document.createElement('div');
  Object.assign(host.style, { position: 'fixed', inset: '0', zIndex: '2147483647', pointerEvents: 'none' });
  Object.assign(box.style, {
    position: 'fixed',
    border: '2px solid #0b5c6b',
    borderRadius: '4px',
    boxShadow: '0 0 0 2px #fff',
    display: 'none',
  });
  host.attachShadow({ mode: 'closed' }).append(box);
  document.documentElement.append(host);
  return {
    surround(element: Element | null) {
      if (!element) return;
      const { left, top, width, height } = element.getBoundingClientRect();
      Object.assign(box.style, {
        display: 'block',
        left: `${left - 3}px`,
        top: `${top - 3}px`,
        width: `${width + 6}px`,
        height: `${height + 6}px`,
        boxSizing: 'border-box',
      });
    },
    remove: () => host.remove(),
  };
}
