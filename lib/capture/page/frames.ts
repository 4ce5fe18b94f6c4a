/** Documents shown inside this one: how many there are, and whose those are that this script may not enter. */
import { attr, nameOf } from './dom.ts';

/** Where an element says its document is. */
const addresses: Record<string, string> = { iframe: 'src', frame: 'src', object: 'data', embed: 'src' };

/**
 * @param elements elements that may show a document, in document order
 * @param most how many of them are looked at
 * @returns origins the elements name that are not this page's, and how many documents are shown in all
 */
export function childFrames(
  elements: readonly Element[],
  most: number,
): { foreign: string[]; count: number } {
  const foreign = new Set<string>();
  let count = 0;
  for (const element of elements.slice(0, most)) {
    const name = nameOf(element);
    const address = addresses[name];
    const isFrame = name === 'iframe' || name === 'frame';
    if (!address || (!isFrame && !isPage(element))) continue;
    // What is not on the screen is no part of the page: counters, consent, sign-in.
    if (!Element.prototype.checkVisibility.call(element, { visibilityProperty: true })) continue;
    count++;
    const other = otherOrigin(attr(element, 'srcdoc') === null ? attr(element, address) : null);
    // One that was sent on to this page's own origin can be entered. None of these can be clobbered.
    if (other && !(element as HTMLIFrameElement).contentDocument) foreign.add(other);
  }
  return { foreign: [...foreign], count };
}

/** Whether an <object> or <embed> shows a page, not a picture, a film or a text for reading. */
function isPage(element: Element): boolean {
  const type = attr(element, 'type');
  return type !== null && /^\s*text\/html\b/i.test(type);
}

function otherOrigin(address: string | null): string | null {
  if (!address) return null;
  try {
    const url = new URL(address, location.href);
    return /^https?:$/.test(url.protocol) && url.origin !== location.origin ? url.origin.slice(0, 200) : null;
  } catch {
    // An address that is none has no origin to offer.
    return null;
  }
}
