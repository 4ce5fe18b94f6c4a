import type { DayOption } from './options.ts';
import type {
  PromisedShape,
  PromisedTimeChoice,
  PromisedTimeContext,
  PromisedTimeReading,
  QuestionReason,
} from './types.ts';
import { instantAt, isSkipped, isWorkingDay, nextWorkingDay } from './working-time.ts';

const MOST_CHOICES = 3;

/** A question with its choices, none twice and at most three. */
export function question(
  why: QuestionReason,
  choices: readonly PromisedTimeChoice[] = [],
  leftover?: string,
): PromisedTimeReading {
  const different = choices.filter(
    ({ window }, index) =>
      choices.findIndex((one) => one.window.from === window.from && one.window.until === window.until) ===
      index,
  );
  return {
    kind: 'question',
    why,
    ...(leftover === undefined ? {} : { leftover }),
    choices: different.slice(0, MOST_CHOICES).map(({ window, shape }) => ({ window, shape })),
  };
}

/** A certain reading. */
export function understood(from: number | null, until: number, shape: PromisedShape): PromisedTimeReading {
  return { kind: 'understood', window: { from, until }, shape };
}

/** The concrete windows a reading offers, whether certain or asked. */
export function choicesOf(reading: PromisedTimeReading): PromisedTimeChoice[] {
  if (reading.kind === 'understood') return [{ window: reading.window, shape: reading.shape }];
  return reading.kind === 'question' ? reading.choices : [];
}

interface Placed extends PromisedTimeChoice {
  option: DayOption;
  date: Temporal.PlainDate;
  /** Whether it lies within working hours of a working day. */
  inside: boolean;
  over: boolean;
  /** Whether it has begun. */
  begun: boolean;
  skipped: boolean;
}

function place(option: DayOption, date: Temporal.PlainDate, context: PromisedTimeContext): Placed {
  const now = context.now.epochMilliseconds;
  const until = instantAt(date, option.until, context);
  const from = option.from === null ? null : instantAt(date, option.from, context);
  const begun = from !== null && from < now;
  // What is already running is a deadline: a reminder at its opening would come too late.
  const running = begun && option.loose;
  return {
    option,
    date,
    window: { from: running ? null : from, until },
    shape: running ? 'before' : option.shape,
    inside: option.inside && isWorkingDay(option.night ? date.subtract({ days: 1 }) : date, context),
    over: until < now,
    begun,
    skipped:
      isSkipped(date, option.until, context) ||
      (option.from !== null && isSkipped(date, option.from, context)),
  };
}

function certain(placed: Placed): PromisedTimeReading {
  // A time the clocks skip becomes another one: that is shown before it is taken.
  if (placed.skipped) return question('not-understood', [placed]);
  return { kind: 'understood', window: placed.window, shape: placed.shape };
}

/** Reads the options on a day that was named. `why` is the question when several fit equally. */
export function decideOn(
  date: Temporal.PlainDate,
  options: readonly DayOption[],
  why: QuestionReason,
  context: PromisedTimeContext,
): PromisedTimeReading {
  const placed = options.map((option) => place(option, date, context));
  const fitting = placed.filter(({ option }) => option.inside);
  const ahead = (fitting.length > 0 ? fitting : placed).filter(({ over }) => !over);
  const [first] = ahead;
  if (first === undefined) {
    const tomorrow = nextWorkingDay(context.now.toPlainDate(), context);
    const likely = fitting.length > 0 ? fitting : placed;
    const choices = [
      ...likely.map(({ option }) => place(option, tomorrow, context)),
      ...placed.filter(({ over }) => !over),
    ];
    return question('in-the-past', choices);
  }
  if (ahead.length > 1) return question(why, ahead);
  if (first.inside) return certain(first);
  if (fitting.length === 0 && options.length > 1 && why === 'half-of-day') return question(why, ahead);
  const workday = first.option.inside && !isWorkingDay(date, context);
  return question('outside-working-hours', [
    first,
    ...(workday ? [place(first.option, nextWorkingDay(date, context), context)] : []),
  ]);
}

/** Reads the options when no day was named: each means the next time it comes within working hours. */
export function decideNext(
  options: readonly DayOption[],
  why: QuestionReason,
  context: PromisedTimeContext,
): PromisedTimeReading {
  const today = context.now.toPlainDate();
  const fitting = options.filter(({ inside }) => inside);
  const next = (fitting.length > 0 ? fitting : options)
    .map((option) => nextPlace(option, today, context))
    .sort((one, other) => (one.window.until ?? 0) - (other.window.until ?? 0));
  const [first] = next;
  if (first === undefined) return question('not-understood');
  if (next.length > 1) return question(why, next);
  if (!first.inside) return question('outside-working-hours', [first]);
  const now = place(first.option, today, context);
  // "After 2" at half past two, or any time on a day off: today's or the next one?
  if (!now.over && !now.date.equals(first.date)) return question('which-day', [now, first]);
  return certain(first);
}

function nextPlace(option: DayOption, today: Temporal.PlainDate, context: PromisedTimeContext): Placed {
  for (let ahead = 0; ahead < 9; ahead += 1) {
    const placed = place(option, today.add({ days: ahead }), context);
    const tooLate = option.shape === 'after' ? placed.begun : placed.over;
    if (!tooLate && (placed.inside || !option.inside)) return placed;
  }
  return place(option, today.add({ days: 1 }), context);
}
