/**
 * Lets the agent point at the element that holds a name, a number or a reference. Runs in the page, on demand,
 * and leaves nothing behind: the frame around the element and every listener go with the press, Escape or stop.
 */
import { shadowOf } from '../capture/page/dom.ts';

/** Longest text taken: what holds a name or a number is short. */
const longest = 200;
/** Roots inside roots that are looked into. */
const deepest = 100;

export interface Picking {
  /** What the picked element says; null where the agent gave up. */
  text: Promise<string | null>;
  stop(): void;
}

/** Starts picking in this document. */
export function pickElement(): Picking {
  const { promise: text, resolve } = Promise.withResolvers<string | null>();
  const frame = outline();
  const listening = new AbortController();
  // At the window and in the capture phase: before whatever the page does with a press on its own elements.
  const options = { capture: true, signal: listening.signal };
  const end = (picked: string | null): void => {
    listening.abort();
    frame.remove();
    resolve(picked);
  };
  addEventListener('pointermove', (event) => frame.surround(elementAt(event)), options);
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
    addEventListener(type, swallow, options);
  // Not the click: a field that is disabled hears of none.
  addEventListener(
    'pointerup',
    (event) => {
      swallow(event);
      if (event.button !== 0) return;
      end(textOf(elementAt(event)));
      swallowClick();
    },
    options,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      swallow(event);
      end(null);
    },
    options,
  );
  return { text, stop: () => end(null) };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The click that belongs to the press comes after it, and is no click on the page; the next press is. */
function swallowClick(): void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  addEventListener('mouseup', swallow, options);
  addEventListener(
    'click',
    (event) => {
      swallow(event);
      listening.abort();
    },
    options,
  );
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => listening.abort(), options);
}

/** The element under the pointer, inside shadow roots too, open or closed. */
function elementAt({ clientX, clientY }: MouseEvent): Element | null {
  let element = document.elementFromPoint(clientX, clientY);
  for (let deep = 0; element && deep < deepest; deep++) {
    const inner = shadowOf(element)?.elementFromPoint(clientX, clientY);
    if (!inner || inner === element) break;
    element = inner;
  }
  return element;
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
