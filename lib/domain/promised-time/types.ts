/** What the reader must know besides the words: whose clock, whose calendar habits, whose working day. */
export interface PromisedTimeContext {
  /** The agent's now, in the agent's zone. */
  now: Temporal.ZonedDateTime;
  /** ISO 3166 alpha-2: decides the order of day and month. */
  country: string;
  /** ISO weekdays 1..7 and 'HH:MM'; an end before the start is a shift over midnight. */
  workingHours: { days: readonly number[]; startsAt: string; endsAt: string };
  language: PromisedTimeLanguage;
}

/** Languages with a tested lexicon. */
export type PromisedTimeLanguage = 'en' | 'de' | 'es' | 'fr' | 'pt' | 'ja';

/**
 * Epoch milliseconds. A point in time has `from === until`; a deadline ("before 4") has no `from`;
 * "after 3" ends with that working day.
 */
export interface PromisedWindow {
  from: number | null;
  until: number | null;
}

/** How the window was said; `before` is exactly the windows without a `from`. */
export type PromisedShape = 'at' | 'before' | 'after' | 'between' | 'day';

/** One concrete reading the agent can take with a click. */
export interface PromisedTimeChoice {
  window: PromisedWindow;
  shape: PromisedShape;
}

/** Why the words are not taken as they are. */
export type QuestionReason =
  | 'half-of-day'
  | 'not-understood'
  | 'leftover'
  | 'in-the-past'
  | 'outside-working-hours'
  | 'which-day';

export interface PromisedTimeQuestion {
  kind: 'question';
  why: QuestionReason;
  /** The words that were not understood, when the rest was. */
  leftover?: string;
  /** 0–3 readings, the likeliest first. */
  choices: PromisedTimeChoice[];
}

/** Nothing typed, a certain window, or a question; never a guess. */
export type PromisedTimeReading =
  | { kind: 'empty' }
  | { kind: 'understood'; window: PromisedWindow; shape: PromisedShape }
  | PromisedTimeQuestion;
