import { locale } from './language.ts';

// A row of the list writes three times and numbers, and to make what writes them takes longer than to draw it.
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** What writes dates and times as the screen's locale has them; the same one each time it is asked for. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, options, (tag) => new Intl.DateTimeFormat(tag, options));
}

/** The same for numbers. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, options, (tag) => new Intl.NumberFormat(tag, options));
}

function kept<F>(formats: Map<string, F>, options: object, make: (tag: string) => F): F {
  const tag = locale();
  const key = `${tag} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? make(tag);
  formats.set(key, format);
  return format;
}
