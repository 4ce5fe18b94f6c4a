import type { Chrono, Parser } from 'chrono-node';
import { fold } from './normalise.ts';
import type { Bound, Half, Meaning } from './tokens.ts';

/** Named groups of a pattern that matched. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A pattern (source of a case-folded, Unicode regular expression) and what it means; `null` refuses the match. */
export type Entry = readonly [pattern: string, meaning: (groups: Groups) => Meaning | Meaning[] | null];

/** Everything the reader needs to know about one language. */
export interface Lexicon {
  /** Longest match wins; of two equally long ones the earlier. */
  entries: readonly Entry[];
  /**
   * Words are set apart by spaces: a match must end where a word ends, and accents may be left out.
   */
  spaced: boolean;
  /** Calendar dates with month names or slashes, by the order of day and month. */
  chrono: { dayFirst: Chrono; monthFirst: Chrono };
}

/** An entry whose meaning does not depend on what matched. */
export function says(pattern: string, ...meaning: Meaning[]): Entry {
  return [pattern, () => meaning];
}

/** An entry for a bound that stands before its time ("before 4"). */
export function bound(name: Bound, pattern: string): Entry {
  return says(pattern, { t: 'bound', bound: name });
}

/** An entry for a bound that stands after its time ("4 or later", "16時まで"). */
export function boundAfterTime(name: Bound, pattern: string): Entry {
  return says(pattern, { t: 'bound', bound: name, follows: true });
}

/** An entry for a bound that stands on either side of its time ("au plus tard à 16h", "16h au plus tard"). */
export function boundEitherSide(name: Bound, pattern: string): Entry {
  return says(pattern, { t: 'bound', bound: name, follows: 'either' });
}

/** Entries for Monday to Sunday. */
export function weekdays(patterns: readonly string[]): Entry[] {
  return patterns.map((pattern, index) => says(pattern, { t: 'weekday', weekday: index + 1 }));
}

/** A clock meaning, or `null` where no clock shows that. */
export function clock(hour: number, minute = 0, half: Half = null) {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute <= 59) || (hour === 24 && minute > 0)) return null;
  if (half === 'am' && hour > 12) return null;
  const certain = hour > 12 || hour === 0 ? '24' : half;
  return { t: 'clock', clock: { hour, minute, half: certain } } satisfies Meaning;
}

/** The clock a number of minutes before a full hour ("quarter to 5"). */
export function clockBefore(hour: number, minutes: number, half: Half = null) {
  if (hour === 24 || minutes < 1 || minutes > 59) return null;
  const previous = hour === 0 ? 23 : hour === 1 ? 12 : hour - 1;
  // "quarter to 1 pm" is 12:45 pm, and "quarter to 12 pm" is still before noon.
  const flipped = hour === 12 && half !== null && half !== '24' ? (half === 'am' ? 'pm' : 'am') : half;
  return clock(previous, 60 - minutes, hour === 13 ? '24' : flipped);
}

/** Clock notations common to every language here: 16:00, 16:30, 09:00, 1600, and a bare hour. */
export const clockNotations: readonly Entry[] = [
  [String.raw`(?<h>\d{1,2}):(?<m>[0-5]\d)(?!\d)`, (g) => clock(Number(g.h), Number(g.m), leadingZero(g.h))],
  [
    String.raw`(?<h>[01]\d|2[0-3])(?<m>[0-5]\d)(?![\d年])`,
    // 2024–2039 is a year far oftener than 20:24.
    (g) => (/^20[23]/.test(`${g.h}${g.m}`) ? null : clock(Number(g.h), Number(g.m), leadingZero(g.h))),
  ],
  [String.raw`(?<h>\d{1,2})(?!\d|[.,:/]\d)`, (g) => clock(Number(g.h), 0, leadingZero(g.h))],
];

/** A day of the month, said as a mere number (group `d`). */
export function dayNumber({ d }: Groups): Meaning | null {
  const day = Number.parseInt(d ?? '', 10);
  return day >= 1 && day <= 31 ? { t: 'date', dates: [{ day }] } : null;
}

/** Several meanings of the same words; those that are none are left out. */
export function fork(...options: (Meaning | Meaning[] | null)[]): Meaning | Meaning[] | null {
  const possible = options.filter((option) => option !== null).map((option) => [option].flat());
  return possible.length > 1 ? { t: 'fork', options: possible } : (possible[0] ?? null);
}

/** Number words of a language: a pattern that finds them or digits, and what they count. */
export function numbers(words: Readonly<Record<string, number>>, digits: string) {
  const folded = new Map(Object.entries(words).map(([word, count]) => [fold(word), count]));
  const longestFirst = Object.keys(words).sort((one, other) => other.length - one.length);
  return {
    pattern: `(?:${digits}|${longestFirst.join('|')})`,
    read: (said: string | undefined) =>
      folded.get(fold(said ?? '')) ?? Number((said ?? '').replace(',', '.')),
  };
}

/** Chrono's own parsers without its refiners: those merge dates with clock times, which it misreads. */
export function datesBy(
  Engine: typeof Chrono,
  parsersFor: (dayFirst: boolean) => Parser[],
): Lexicon['chrono'] {
  return {
    dayFirst: new Engine({ parsers: parsersFor(true), refiners: [] }),
    monthFirst: new Engine({ parsers: parsersFor(false), refiners: [] }),
  };
}

/** A span of time, or `null` for none or for a part of a minute. */
export function duration(minutes: number, days = 0): Meaning | null {
  const whole = Number.isInteger(minutes) && Number.isInteger(days) && minutes + days > 0;
  return whole ? { t: 'duration', minutes, days } : null;
}

/** An hour written with a leading zero is on the 24-hour clock. */
export function leadingZero(hour: string | undefined): Half {
  return hour !== undefined && hour.length === 2 && hour.startsWith('0') ? '24' : null;
}
