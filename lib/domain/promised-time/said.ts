import type { Bound, Clock, DayPart, SaidDate, Token, TokenOf } from './tokens.ts';

/** One way a day was named. */
export type SaidDay =
  | { by: 'offset'; offset: number }
  | { by: 'weekday'; weekday: number; which: 'this' | 'next' | 'coming' | 'next-week' | null }
  | { by: 'date'; dates: SaidDate[] }
  | { by: 'next-working-day' };

/** What a phrase says, sorted; `leftover` are the tokens that found no place in it. */
export interface Said {
  days: SaidDay[];
  period: 'this-week' | 'next-week' | 'next-month' | null;
  /** One clock time, or two when `bound` is `between`. */
  clocks: Clock[];
  bound: Bound | null;
  part: DayPart | null;
  moment: TokenOf<'moment'>['moment'] | null;
  duration: { minutes: number; days: number } | null;
  within: boolean;
  leftover: Token[];
  /** Every piece is known, but together they make no sense. */
  muddled: boolean;
}

const MOST_FORKS = 8;

/** Every way to read the words, one choice taken at each fork and at each "or". */
export function unfold(all: readonly Token[]): Token[][] {
  const meant = all.filter(({ t }) => t !== 'filler');
  // "At 3 or at 4" is "at 3 or 4".
  const tokens = meant.filter(({ t }, at) => !(t === 'at' || t === 'at-to') || meant[at - 1]?.t !== 'or');
  const place = tokens.findIndex((token) => token.t === 'fork' || token.t === 'or');
  const token = tokens[place];
  if (token === undefined) return [tokens];
  const around = token.t === 'or' ? 1 : 0;
  const [left, right] = [tokens[place - 1], tokens[place + 1]];
  const options: Token[][] =
    token.t === 'fork'
      ? token.options.map((option) =>
          option.map((meaning) => ({ ...meaning, start: token.start, end: token.end })),
        )
      : left && right
        ? [[left], [right]]
        : [
            [
              { t: 'unknown', start: token.start, end: token.end },
              ...(left ? [left] : []),
              ...(right ? [right] : []),
            ],
          ];
  const before = tokens.slice(0, Math.max(0, place - around));
  const after = tokens.slice(place + around + 1);
  return options.flatMap((option) => unfold([...before, ...option, ...after])).slice(0, MOST_FORKS);
}

/** Sorts the tokens of one unfolded phrase. */
export function sort(tokens: readonly Token[]): Said {
  const said: Said = {
    days: [],
    period: null,
    clocks: [],
    bound: null,
    part: null,
    moment: null,
    duration: null,
    within: false,
    leftover: tokens.filter(({ t }) => t === 'unknown'),
    muddled: false,
  };
  sortDays(tokens, said);
  sortTimes(tokens, said);
  sortBounds(tokens, said);
  said.leftover.sort((one, other) => one.start - other.start);
  return said;
}

function sortDays(tokens: readonly Token[], said: Said): void {
  const weeks = tokens.map((token) => (token.t === 'which' ? token.which : null));
  const week = weeks.includes('next-week') ? 'next-week' : weeks.includes('this-week') ? 'this' : null;
  tokens.forEach((token, index) => {
    const near = [tokens[index - 1], tokens[index + 1]];
    if (token.t === 'day') said.days.push({ by: 'offset', offset: token.offset });
    if (token.t === 'date') said.days.push({ by: 'date', dates: token.dates });
    if (token.t === 'weekday') {
      const word = near.map((other) => (other?.t === 'which' ? nearWord(other.which) : null)).find(Boolean);
      said.days.push({ by: 'weekday', weekday: token.weekday, which: week ?? word ?? null });
    }
    if (token.t === 'which') sortWhich(token, near, said);
  });
  // "Tuesday next week" is a day and no longer a week.
  if (said.days.some(({ by }) => by === 'weekday') && said.period !== 'next-month') said.period = null;
  if (said.days.length > 0 && said.period !== null) said.muddled = true;
}

function nearWord(which: string): 'this' | 'next' | 'coming' | null {
  return which === 'this' || which === 'next' || which === 'coming' ? which : null;
}

function sortWhich(token: TokenOf<'which'>, near: (Token | undefined)[], said: Said): void {
  const weekday = near.some((other) => other?.t === 'weekday');
  if (token.which === 'next-working-day') said.days.push({ by: 'next-working-day' });
  else if (token.which === 'this' && near.some((other) => other?.t === 'part')) {
    said.days.push({ by: 'offset', offset: 0 });
  } else if (nearWord(token.which) === null) said.period = token.which as Said['period'];
  else if (!weekday) said.leftover.push(token);
}

function sortTimes(tokens: readonly Token[], said: Said): void {
  for (const token of tokens) {
    if (token.t === 'clock') said.clocks.push(token.clock);
    if (token.t === 'part') {
      if (said.part !== null && said.part !== token.part) said.muddled = true;
      said.part = token.part;
    }
    if (token.t === 'duration') {
      if (said.duration !== null) said.muddled = true;
      said.duration = token;
    }
    if (token.t === 'within') said.within = true;
    if (token.t === 'moment' && token.moment !== 'sometime') {
      if (said.moment !== null && said.moment !== token.moment) said.muddled = true;
      said.moment = token.moment;
    }
  }
  const { duration } = said;
  if (duration !== null && duration.minutes === 0) {
    // "A week from Monday" counts from another day than today.
    if (said.days.length > 0) said.muddled = true;
    said.days.push({ by: 'offset', offset: duration.days });
    said.duration = null;
  } else if (duration !== null) {
    const alone = said.days.length + said.clocks.length === 0 && !said.part && !said.moment && !said.period;
    if (!alone) said.muddled = true;
  }
}

function sortBounds(tokens: readonly Token[], said: Said): void {
  const bounds: Bound[] = [];
  const points = said.clocks.length + (said.moment === null ? 0 : 1);
  const pair = points > 1;
  const framed = tokens.some((token) => token.t === 'bound' && token.bound === 'between');
  let joined = false;
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1];
    const next = tokens[index + 1];
    const amid = previous !== undefined && next !== undefined;
    switch (token.t) {
      case 'bound': {
        const before = tokens.slice(0, index);
        const after = tokens.slice(index + 1);
        const reach = token.follows === 'either' ? [...before, ...after] : token.follows ? before : after;
        const loose = token.follows ? !previous && !next : !next;
        // "2 until 4" is a stretch, not a deadline.
        if (pair && previous?.t === 'clock' && next) {
          if (token.bound === 'by' && !token.follows) {
            joined = true;
            break;
          }
          if (token.bound === 'after' && token.follows && next.t === 'clock') joined = true;
        }
        if (loose) said.leftover.push(token);
        else bounds.push(token.bound);
        // "4 before tomorrow" binds nothing to the four.
        const misses =
          !loose && amid && said.clocks.length > 0 && !reach.some(({ t }) => t === 'clock' || t === 'moment');
        if (misses) said.muddled = true;
        break;
      }
      case 'dash':
        // A dash that joins no two times is a pause ("tomorrow - 9"), at either end it is a rest.
        if (!amid) said.leftover.push(token);
        else joined ||= pair;
        break;
      case 'to':
        // "Monday to Wednesday": two days, and the question which of them.
        if (pair && amid) joined = true;
        else if (said.days.length < 2 || !amid) said.leftover.push(token);
        break;
      case 'and':
        if ((pair && framed && amid) || next?.t === 'bound') joined = true;
        else if (said.days.length < 2 || !amid) said.leftover.push(token);
        break;
      case 'in':
        if (next?.t !== 'duration' && next?.t !== 'part') said.leftover.push(token);
        break;
      case 'within':
        if (next?.t !== 'duration' && previous?.t !== 'duration') said.leftover.push(token);
        break;
      case 'at':
      case 'at-to':
        // "De 14h à 16h": what says "at" in one language says "to" between two times.
        if (token.t === 'at-to' && pair && previous?.t === 'clock' && next?.t === 'clock') joined = true;
        else if (next === undefined || next.t === 'duration') said.muddled = true;
    }
  });
  said.bound = settle(bounds, joined, said);
}

function settle(bounds: readonly Bound[], joined: boolean, said: Said): Bound | null {
  const kinds = [...new Set(bounds)];
  const [first = null, second] = kinds;
  if (said.duration !== null) {
    if (kinds.length > 0) said.muddled = true;
    return null;
  }
  const range =
    first === 'between' ||
    (first === 'after' && second !== undefined) ||
    (first !== 'by' && first !== 'before' && joined);
  if (range) {
    if (kinds.length > 2 || (first === 'between' && (kinds.length > 1 || !joined))) said.muddled = true;
    return 'between';
  }
  if (kinds.length > 1 || said.clocks.length > 1) said.muddled = true;
  if (said.within && said.clocks.length > 0) said.muddled = true;
  return first;
}
