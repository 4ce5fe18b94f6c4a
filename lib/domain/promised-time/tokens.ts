/** Which half of the day an hour was said in; `null` when the words leave it open. */
export type Half = 'am' | 'pm' | '24' | null;

/** Parts of a day that people name instead of hours. */
export type DayPart = 'morning' | 'afternoon' | 'evening';

/** `before` excludes a day it names ("before Friday"), `by` includes it ("by Friday"). */
export type Bound = 'before' | 'by' | 'after' | 'between';

/** A time on the clock face, as said; hour 24 is midnight. */
export interface Clock {
  hour: number;
  minute: number;
  half: Half;
}

/** A calendar date, as far as it was said. */
export interface SaidDate {
  year?: number;
  month?: number;
  day: number;
}

/** What one stretch of words means, whatever the language. */
export type Meaning =
  | { t: 'bound'; bound: Bound; follows?: boolean | 'either' }
  | { t: 'within' | 'in' | 'to' | 'and' | 'dash' | 'or' | 'at' | 'at-to' | 'filler' | 'unknown' }
  | { t: 'day'; offset: number }
  | { t: 'weekday'; weekday: number }
  | {
      t: 'which';
      which: 'this' | 'next' | 'coming' | 'next-week' | 'next-month' | 'this-week' | 'next-working-day';
    }
  | { t: 'date'; dates: SaidDate[] }
  | { t: 'clock'; clock: Clock }
  // Words with several meanings; those that make no sense with the rest of the phrase fall away.
  | { t: 'fork'; options: Meaning[][] }
  | { t: 'part'; part: DayPart }
  | { t: 'moment'; moment: 'now' | 'lunch' | 'end-of-day' | 'end-of-week' | 'first-thing' | 'sometime' }
  | { t: 'duration'; minutes: number; days: number };

/** A meaning with the stretch of normalised text it came from. */
export type Token = Meaning & { start: number; end: number };

/** Tokens of one kind. */
export type TokenOf<T extends Meaning['t']> = Extract<Token, { t: T }>;
