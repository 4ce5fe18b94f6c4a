import ical, { ICalEventTransparency } from 'ical-generator';

/** One entry of a calendar. */
export interface CalendarEvent {
  /** The same for the same callback, so that a second file replaces what the first one brought. */
  id: string;
  title: string;
  details: string;
  /** Where it was captured; left out where that is no http address. */
  url: string | null;
  /** Epoch ms. */
  from: number;
  until: number;
}

/**
 * A calendar file (RFC 5545) of these callbacks. Times are in UTC, which every calendar shows in its own zone.
 * Texts come from pages and people: the library escapes and folds them, control characters go before that.
 * @param now epoch ms @param language of the texts, BCP 47
 */
export function calendarFile(events: readonly CalendarEvent[], now: number, language: string): string {
  const calendar = ical({ prodId: { company: 'Ringback', product: 'Ringback', language } });
  for (const { id, title, details, url, from, until } of events) {
    const address = addressOf(url);
    calendar.createEvent({
      id: `${id}@ringback`,
      stamp: new Date(now),
      start: new Date(from),
      end: new Date(until),
      summary: plain(title),
      description: plain(details),
      // Whoever is to be called back is still free for everything else until then.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(address ? { url: address } : {}),
    });
  }
  // Every line of such a file is ended, the last one, too.
  return `${calendar.toString()}\r\n`;
}

/** An address as the URL parser writes it: no line break or other separator of the file survives that. */
function addressOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/** The text without the control characters that no calendar file may hold; line breaks stay. */
function plain(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ');
}
