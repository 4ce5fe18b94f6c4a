// Calls and invoices are placed relative to now, so a demo never shows a call from the future or from last year.

const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric' });

const at = (minutes) => new Date(Date.now() - minutes * 60_000);

/** "2:41 PM" for so many minutes ago. */
export const timeAgo = (minutes) => clock.format(at(minutes));

/** "Today", "Yesterday", or "Mon, Jan 12". */
export function dayAgo(minutes) {
  const when = at(minutes);
  const midnight = new Date().setHours(0, 0, 0, 0);
  if (when >= midnight) return 'Today';
  return when >= midnight - 86_400_000 ? 'Yesterday' : day.format(when);
}

/** Machine-readable form for `<time datetime>`. */
export const isoAgo = (minutes) => at(minutes).toISOString();

const slashes = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' });
const words = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: 'numeric' });

/** "01/09/2026" for so many days ago. */
export const dateAgo = (days) => slashes.format(at(days * 1440));

/** "Jan 9, 2026" for so many days ago. */
export const dayMonthAgo = (days) => words.format(at(days * 1440));
