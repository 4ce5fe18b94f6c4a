interface WhenOptions {
  /** IANA zone of times that name none. */
  zone: string;
  /** '3/4' is the fourth of March. */
  monthFirst: boolean;
  /** 'HH:MM' of a date without a time. */
  timeOfDates: string;
}

const clock = String.raw`(?:[T\s,]+(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*([ap])?\.?(?:m\b)?\.?)?`;
const zoned =
  /^((?:[+-]\d{2})?\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})$/i;
const yearFirst = new RegExp(`^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?${clock}$`, 'i');
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${clock}$`, 'i');

/** A time as other tools write it, in epoch ms; null where it is none, or could be two. */
export function readWhen(text: string, options: WhenOptions): number | null {
  const said = text.slice(0, 60).normalize('NFKC').trim();
  if (/^\d{13}$/.test(said)) return Number(said);
  if (/^\d{10}$/.test(said)) return Number(said) * 1000;
  const instant = zoned.exec(said);
  if (instant) return instantOf(`${instant[1]}T${instant[2]}${instant[3]}`);
  const big = yearFirst.exec(said);
  if (big) return local([big[1], big[2], big[3]], big.slice(4), options);
  const little = yearLast.exec(said);
  if (!little) return null;
  const [, one, mark, other, year = '', ...time] = little;
  const fullYear = year.length === 2 ? `20${year}` : year;
  // Dots are written day first everywhere; a number above twelve is no month.
  const monthFirst = Number(other) > 12 || (options.monthFirst && mark !== '.' && Number(one) <= 12);
  return local(monthFirst ? [fullYear, one, other] : [fullYear, other, one], time, options);
}

function instantOf(text: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}

function local(
  [year, month, day]: readonly (string | undefined)[],
  [hours, minutes, seconds, half]: readonly (string | undefined)[],
  { zone, timeOfDates }: WhenOptions,
): number | null {
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    if (hours === undefined) return at(date, Temporal.PlainTime.from(timeOfDates), zone);
    if (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return null;
    const hour =
      half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    const time = Temporal.PlainTime.from(
      { hour, minute: Number(minutes), second: Number(seconds ?? 0) },
      { overflow: 'reject' },
    );
    return at(date, time, zone);
  } catch {
    return null;
  }
}

function at(date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): number {
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}
