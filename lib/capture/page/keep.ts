/**
 * Which finds are described when there are more than can be sent: those with enough digits for a number,
 * controls, links and headings, then what stands beside them (their labels and names), then the rest from
 * the top of the page.
 */
import type { Find } from './walk.ts';

/** Finds on either side of an important one that are kept with it. */
const beside = 4;

/** At most `max` finds, in document order. */
export function keep(finds: Find[], max: number): Find[] {
  if (finds.length <= max) return finds;
  const chosen = new Uint8Array(finds.length);
  let room = max;
  const take = (at: number): void => {
    if (room > 0 && at >= 0 && at < finds.length && !chosen[at]) {
      chosen[at] = 1;
      room--;
    }
  };
  const important: number[] = [];
  for (const [at, find] of finds.entries()) {
    if (important.length >= max / beside) break;
    if (find.important) important.push(at);
  }
  for (const at of important) take(at);
  for (const at of important) {
    for (let off = 1; off <= beside; off++) {
      take(at - off);
      take(at + off);
    }
  }
  for (let at = 0; at < finds.length && room > 0; at++) take(at);
  return finds.filter((_, at) => chosen[at]);
}
