/**
 * Pages that show a call that rings or runs: there the number that called often has no label and no name, and
 * is the first one the page shows.
 */
import { isCallControl, readLabel } from './labels.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import type { Item, Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { fold } from './text.ts';
import { isUnknownCaller } from './unknown-caller.ts';

/** Signs of a call in hand that have to come together. */
const signsLeast = 2;

/** How long a call has lasted ("00:41", "1:02:10", "Connected 00:33"). */
const timer = /^(?:[\p{L}\d ]{1,16}[·•|]? ?)?\d{1,2}:\d{2}(?::\d{2})?$/u;

/** Items around the heading within which a timer is the call's. */
const timerReach = 4;

/** Words of addresses of a call, in the languages addresses are written in. */
const callPlaces =
  /^(?:calls?|incoming|inbound|ringing|softphone|phones?|line|telephony|dialer|cti|anrufe?|appels?|llamadas?|gesprek|gesprekken|oproep|chiamat[ae]|ligacao|chamada|polaczeni[ea]|telefono?|telephone|telefoon|samtal)$/;

/**
 * Whether the page is about a call that rings or runs. A time near the heading may be one of the day: it only adds
 * to what else says so.
 * @param inRows items of lists
 */
export function isLiveCall(page: Page, nobody: boolean, inRows: ReadonlySet<Item>): boolean {
  const primary = primaryHeading(page);
  const shown = page.items.filter((item) => !item.hidden && !item.chrome);
  const timed =
    primary !== null &&
    shown.some((item) => Math.abs(item.at - primary.at) <= timerReach && timer.test(item.text.trim()));
  const headed = shown.some((item) => item.heading > 0 && readLabel(item.text)?.kind === 'calling');
  const controlled = shown.some((item) => item.leaf.kind !== 'value' && isCallControl(item.text));
  const unknown = nobody || shown.some((item) => !inRows.has(item) && isUnknownCaller(item.text));
  const signs = [timed, headed, controlled, unknown, isCallPlace(page.frames[0]?.url ?? '')];
  return (headed || controlled || unknown) && signs.filter(Boolean).length >= signsLeast;
}

function isCallPlace(url: string): boolean {
  try {
    const { pathname, hash } = new URL(url);
    return fold(decodeURIComponent(`${pathname} ${hash}`))
      .split(/[^\p{L}]+/u)
      .some((word) => callPlaces.test(word));
  } catch {
    return false;
  }
}

/** The number of the call in hand: the first the page shows with no label that says what it is. */
export function lineNumber(
  found: readonly PhoneOccurrence[],
  inRows: ReadonlySet<Item>,
): PhoneOccurrence | null {
  return (
    found.find(
      ({ item, prose, label, match }) =>
        !item.hidden &&
        !item.chrome &&
        !item.feed &&
        !item.draft &&
        !prose &&
        !inRows.has(item) &&
        !match.tollFree &&
        (match.international || match.grouped) &&
        (label === null || /^(?:number|field|calling|phone)$/.test(label.kind)),
    ) ?? null
  );
}
