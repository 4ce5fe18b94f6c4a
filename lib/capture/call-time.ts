/** When a call came, from what a row shows. Only what is certain is read; everything else gives null. */
import { fold, plainDigits } from './text.ts';

const yesterday = /\b(?:yesterday|ayer|hier|gestern|ontem|ieri|gisteren|wczoraj|igar)\b|昨日|امس|أمس/;

/**
 * @param text a cell's text ("10:04", "Yesterday 4:15 PM", "2026-03-04 16:05")
 * @param now epoch ms the text is relative to @param zone IANA zone the times are shown in
 * @param dayFirst whether "3/4" is 3 April (the default country's order)
 * @returns epoch ms, null when the text gives no certain time; times of day later than now are yesterday's
 */
export function callTime(text: string, now: number, zone: string, dayFirst: boolean): number | null {
  const plain = plainDigits(text).slice(0, 80);
  const time = /(?<!\d)(\d{1,2})\s?[:h]\s?(\d{2})(?::\d{2})?(?:\s*([ap])\.?m)?/i.exec(plain);
  if (!time) return null;
  let hour = Number(time[1]);
  const minute = Number(time[2]);
  const half = time[3]?.toLowerCase();
  if (hour > 23 || minute > 59 || (half && (hour < 1 || hour > 12))) return null;
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const date = dateIn(plain, today, dayFirst);
  if (date === null) return null;
  const base = date ?? (yesterday.test(fold(plain)) ? today.subtract({ days: 1 }) : today);
  const at = base.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } }).epochMilliseconds;
  if (!date && at > now + 60_000) return at - 86_400_000;
  return at > now + 60_000 ? null : at;
}

/** A date in the text; undefined when there is none, null when there is one that is not certain. */
function dateIn(
  text: string,
  today: Temporal.PlainDate,
  dayFirst: boolean,
): Temporal.PlainDate | null | undefined {
  const iso = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text);
  if (iso) return plain(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?(?!\d)/.exec(
    text.replace(/\d{1,2}[:h]\d{2}(:\d{2})?/g, ' '),
  );
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[2])];
    const year = short[3] ? Number(short[3]) + (short[3].length === 2 ? 2000 : 0) : today.year;
    return dayFirst || first > 12 ? plain(year, second, first) : plain(year, first, second);
  }
  const named = /(?<!\d)(\d{1,2})\.?\s+(?:de\s+)?(\p{L}{3,})|(\p{L}{3,})\.?\s+(\d{1,2})(?!\d|:)/u.exec(text);
  if (named) {
    const month = monthOf(named[2] ?? named[3] ?? '');
    if (!month) return undefined;
    const year = /\b(20\d{2})\b/.exec(text)?.[1];
    return plain(year ? Number(year) : today.year, month, Number(named[1] ?? named[4]));
  }
  return undefined;
}

/** Month by its first letters in the languages written with month names here. */
const months: readonly RegExp[] = [
  /^(jan|ene|gen|sty|janv)/,
  /^(feb|fev|lut|febr)/,
  /^(mar|mars|mrt|marz|maar)/,
  /^(apr|abr|avr|kwi)/,
  /^(may|mai|maj|mei|mag|mayo)/,
  /^(jun|juin|giu|cze)/,
  /^(jul|juil|lug|lip)/,
  /^(aug|ago|aou|sie)/,
  /^(sep|set|wrz)/,
  /^(oct|okt|out|ott|paz)/,
  /^(nov|lis)/,
  /^(dec|dez|dic|gru)/,
];

function monthOf(word: string): number {
  const folded = fold(word);
  return months.findIndex((month) => month.test(folded)) + 1;
}

function plain(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
