import type { Lexicon } from './lexicon.ts';
import type { SaidDate } from './tokens.ts';

/** Countries that write the month first; everywhere else the day comes first. */
const MONTH_FIRST = new Set('AS BT CN FM GU HU JP KP KR LT MH MN MP PH PR PW TW UM US VI'.split(' '));

/** Countries where both orders are in daily use, so 3/4 stays a question. */
const BOTH_ORDERS = new Set(['CA', 'PA']);

/** True where "3/4" is the fourth of March. @param country ISO alpha-2 */
export function writesMonthFirst(country: string): boolean {
  return MONTH_FIRST.has(country);
}

/** A stretch of text that is a date; two dates mean the words fit both (or name a range of days). */
export interface DateSpan {
  start: number;
  end: number;
  dates: SaidDate[];
}

/** Finds the calendar dates in normalised text: month names and slashes by chrono, dots by ourselves. */
export function findDates(text: string, lexicon: Lexicon, country: string): DateSpan[] {
  if (!/\d/.test(text)) return [];
  const orders: ('dayFirst' | 'monthFirst')[] = BOTH_ORDERS.has(country)
    ? ['dayFirst', 'monthFirst']
    : writesMonthFirst(country)
      ? ['monthFirst']
      : ['dayFirst'];
  const spans = new Map<string, DateSpan>();
  for (const order of orders) {
    for (const span of [...chronoDates(text, lexicon, order), ...dottedDates(text, order)]) {
      const key = `${span.start}-${span.end}`;
      const known = spans.get(key);
      if (known === undefined) spans.set(key, span);
      else known.dates.push(...span.dates.filter((date) => !known.dates.some((other) => same(other, date))));
    }
  }
  return [...spans.values()];
}

function same(one: SaidDate, other: SaidDate): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

/**
 * Only what chrono is certain of counts: a day and a month that stand in the words. Its hours, its weekdays and
 * its relative days are left to our own entries, and a year it guessed is chosen again by `resolveDay`.
 */
function chronoDates(text: string, lexicon: Lexicon, order: 'dayFirst' | 'monthFirst'): DateSpan[] {
  const spans: DateSpan[] = [];
  // A month's name leaves no doubt about the order, but in the day-first order chrono skips "march 20".
  const named = lexicon.chrono.monthFirst.parse(text).filter((result) => /\p{L}/u.test(result.text));
  const numeric = lexicon.chrono[order].parse(text).filter((result) => !/\p{L}/u.test(result.text));
  for (const result of [...named, ...numeric]) {
    const { start, end } = result;
    if (!start.isCertain('day') || !start.isCertain('month') || start.isCertain('hour')) continue;
    if (result.tags().has('result/relativeDate') || !/\d/.test(result.text)) continue;
    // "3-4" is from three to four.
    if (/^\d{1,2}-\d{1,2}$/.test(result.text)) continue;
    const yearSaid = start.isCertain('year') && /\d{4}|^\d+[/.-]\d+[/.-]\d+$/.test(result.text);
    // "3 april 10" is ten o'clock, not the year 2010.
    const words = start.isCertain('year') && !yearSaid ? result.text.replace(/[ ,.']+\d+$/, '') : result.text;
    const said = (part: typeof start): SaidDate => ({
      ...(yearSaid ? { year: part.get('year') as number } : {}),
      month: part.get('month') as number,
      day: part.get('day') as number,
    });
    spans.push({
      start: result.index,
      end: result.index + words.length,
      dates: end === null || end === undefined ? [said(start)] : [said(start), said(end)],
    });
  }
  return spans;
}

/** 3.4. and 3.4.2026 are dates where the day comes first; chrono knows them in German only. */
function dottedDates(text: string, order: 'dayFirst' | 'monthFirst'): DateSpan[] {
  if (order === 'monthFirst') return [];
  const pattern = /(?<![\d.])(?<day>\d{1,2})\.(?<month>\d{1,2})(?:\.(?<year>\d{4}|\d{2})?)?(?![\d:])/gu;
  return [...text.matchAll(pattern)].map((match) => {
    const { day, month, year } = match.groups as Record<string, string | undefined>;
    return {
      start: match.index,
      end: match.index + match[0].length,
      dates: [
        {
          ...(year === undefined ? {} : { year: Number(year) + (year.length === 2 ? 2000 : 0) }),
          month: Number(month),
          day: Number(day),
        },
      ],
    };
  });
}

/** Whether a calendar has such a day at all (in a leap year, if no year was said). */
export function exists(date: SaidDate): boolean {
  const month = date.month ?? 1;
  if (month < 1 || month > 12 || date.day < 1) return false;
  return date.day <= Temporal.PlainYearMonth.from({ year: date.year ?? 2024, month }).daysInMonth;
}
