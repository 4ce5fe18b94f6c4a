import { forkDayNumbers } from './day-numbers.ts';
import { choicesOf, decideNext, decideOn, question, understood } from './decide.ts';
import { lexicons } from './lexicons.ts';
import { LONGEST_PHRASE, normalise } from './normalise.ts';
import { optionsOf } from './options.ts';
import { daysOfNextWeek, resolveDays } from './resolve-days.ts';
import { type Said, sort, unfold } from './said.ts';
import { tokenize } from './tokenize.ts';
import type { PromisedTimeContext, PromisedTimeReading, QuestionReason } from './types.ts';
import {
  instantAt,
  isAtWork,
  isWorkingDay,
  isWorkingMoment,
  nextWorkingDay,
  previousWorkingDay,
  workingDay,
} from './working-time.ts';

const MINUTE = 60_000;

/**
 * Reads when a call was promised, in everyday words ("before 4", "tomorrow 9", "between 2 and 4").
 * What is not certain is asked, with up to three windows to choose from: a guess would break a promise.
 * English is understood beside every language, but only whole: half of it would compete with what the
 * language itself made of the words.
 */
export function readPromisedTime(text: string, context: PromisedTimeContext): PromisedTimeReading {
  const reading = readIn(text, context);
  if (context.language === 'en' || makesSense(reading)) return reading;
  const inEnglish = readIn(text, { ...context, language: 'en' });
  return makesSense(inEnglish) ? inEnglish : reading;
}

function readIn(text: string, context: PromisedTimeContext): PromisedTimeReading {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  if (trimmed.length > LONGEST_PHRASE) return question('not-understood');
  const phrase = normalise(trimmed);
  if (phrase === '') return { kind: 'empty' };
  const words = tokenize(phrase, lexicons[context.language], context.country);
  const tokens = forkDayNumbers(words, phrase, context.now.toPlainDate());
  const readings = unfold(tokens).map((one) => readSaid(sort(one), phrase, context));
  const [only] = readings;
  if (only !== undefined && readings.length === 1) return only;
  const sensible = readings.filter(makesSense);
  const [first] = sensible;
  if (first === undefined) {
    return (
      readings.find((one) => one.kind === 'question' && one.why === 'leftover') ?? question('not-understood')
    );
  }
  // An "or" was meant to leave it open; a word with two meanings may make sense in only one of them.
  const open = tokens.some(({ t }) => t === 'or');
  if (sensible.length === 1 && !open) return first;
  return question('not-understood', firstOfEach(sensible));
}

function makesSense(reading: PromisedTimeReading): boolean {
  return reading.kind !== 'question' || (reading.why !== 'not-understood' && reading.why !== 'leftover');
}

function readSaid(said: Said, phrase: string, context: PromisedTimeContext): PromisedTimeReading {
  if (said.leftover.length === 0) return readWhole(said, context);
  const rest = readWhole({ ...said, leftover: [] }, context);
  const choices = choicesOf(rest);
  if (choices.length === 0) return question('not-understood');
  const words = said.leftover.reduce((all, { start, end }, index) => {
    const touching = index > 0 && said.leftover[index - 1]?.end === start;
    return `${all}${index === 0 || touching ? '' : ' '}${phrase.slice(start, end)}`;
  }, '');
  return question('leftover', choices, words);
}

function readWhole(said: Said, context: PromisedTimeContext): PromisedTimeReading {
  if (said.muddled) return question('not-understood');
  if (said.duration !== null) return readDuration(said.duration.minutes, said.within, context);
  if (said.moment === 'now' && said.bound === null && said.clocks.length === 0) return readNow(said, context);
  if (said.moment === 'end-of-week' || said.period === 'this-week') return readWeek(said, context);
  if (said.period === 'next-month') return question('which-day');
  const options = optionsOf(said, context);
  const why = reasonToAsk(said);
  if (said.period === 'next-week') {
    return question(
      'which-day',
      firstOfEach(daysOfNextWeek(context).map((day) => decideOn(day, options, why, context))),
    );
  }
  if (options.length === 0) return question('not-understood');
  const timeless = said.clocks.length === 0 && said.part === null && said.moment === null;
  const days = resolveDays(said, context);
  if (days === null) return timeless ? question('not-understood') : decideNext(options, why, context);
  const readings = days.dates.map((date) =>
    timeless ? readDay(date, said, context) : decideOn(date, options, why, context),
  );
  if (days.passed) return question('in-the-past', firstOfEach(readings));
  const [first] = readings;
  if (first === undefined) return question('not-understood');
  if (readings.length === 1) return first;
  const ahead = readings.filter((one) => one.kind !== 'question' || one.why !== 'in-the-past');
  return ahead.length === 1 && ahead[0] !== undefined ? ahead[0] : question('which-day', firstOfEach(ahead));
}

/** The likeliest choice of every reading, before the second of any. */
function firstOfEach(readings: readonly PromisedTimeReading[]) {
  const choices = readings.map(choicesOf);
  return [...choices.flatMap((some) => some.slice(0, 1)), ...choices.flatMap((some) => some.slice(1))];
}

/** What is open when several readings of the times fit equally well. */
function reasonToAsk({ clocks }: Said): QuestionReason {
  if (clocks.some(({ hour }) => hour === 24)) return 'which-day';
  return clocks.some(({ half }) => half === null) ? 'half-of-day' : 'not-understood';
}

/** A day without an hour: the whole of it, until its end, or until the end of the working day before it. */
function readDay(date: Temporal.PlainDate, said: Said, context: PromisedTimeContext): PromisedTimeReading {
  const whole = optionsOf({ ...said, bound: null }, context);
  const deadline = whole.map((option) => ({ ...option, from: null, shape: 'before' as const, loose: false }));
  if (said.bound === 'by' || said.within) return decideOn(date, deadline, 'not-understood', context);
  if (said.bound === 'before')
    return decideOn(previousWorkingDay(date, context), deadline, 'not-understood', context);
  if (said.bound === 'after') {
    // "After Monday" leaves Monday out, "from Monday" does not, and neither has an end.
    const from = [date, nextWorkingDay(date, context)];
    return question(
      'which-day',
      firstOfEach(from.map((day) => decideOn(day, whole, 'not-understood', context))),
    );
  }
  return said.bound === null ? decideOn(date, whole, 'not-understood', context) : question('not-understood');
}

/** The minute not before a number of minutes from now, so that the promise is never shortened. */
function minutesFromNow(minutes: number, { now }: PromisedTimeContext): number {
  return Math.ceil((now.epochMilliseconds + minutes * MINUTE) / MINUTE) * MINUTE;
}

function readDuration(minutes: number, within: boolean, context: PromisedTimeContext): PromisedTimeReading {
  const end = minutesFromNow(minutes, context);
  const reading = within ? understood(null, end, 'before') : understood(end, end, 'at');
  const then = Temporal.Instant.fromEpochMilliseconds(end).toZonedDateTimeISO(context.now.timeZoneId);
  // Who works late means what they say; who is at work may not have noticed that the day ends first.
  const leavesWork = isAtWork(context) && !isWorkingMoment(then, context);
  return leavesWork ? question('outside-working-hours', choicesOf(reading)) : reading;
}

function readNow(said: Said, context: PromisedTimeContext): PromisedTimeReading {
  const today = said.days.every((day) => day.by === 'offset' && day.offset === 0);
  if (!today || said.part !== null || said.period !== null) return question('not-understood');
  const now = minutesFromNow(0, context);
  return understood(now, now, 'at');
}

/** "This week" and "end of next week" end with the last working day of that week. */
function readWeek(said: Said, context: PromisedTimeContext): PromisedTimeReading {
  const odd =
    said.days.length > 0 ||
    said.clocks.length > 0 ||
    said.part !== null ||
    said.bound === 'after' ||
    said.period === 'next-month';
  if (odd || (said.moment !== null && said.moment !== 'end-of-week')) return question('not-understood');
  const today = context.now.toPlainDate();
  const sunday = today.add({ days: 7 - today.dayOfWeek });
  const endOf = (day: Temporal.PlainDate) => {
    const last = isWorkingDay(day, context) ? day : previousWorkingDay(day, context);
    return instantAt(last, workingDay(context).end, context);
  };
  const nextWeek = understood(null, endOf(sunday.add({ days: 7 })), 'before');
  if (said.period === 'next-week') return nextWeek;
  const end = endOf(sunday);
  return end < context.now.epochMilliseconds
    ? question('in-the-past', choicesOf(nextWeek))
    : understood(null, end, 'before');
}
