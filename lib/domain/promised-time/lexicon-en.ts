import { Chrono, configuration } from 'chrono-node/en';
import {
  bound,
  boundAfterTime,
  boundEitherSide,
  clock,
  clockBefore,
  clockNotations,
  datesBy,
  dayNumber,
  duration,
  type Entry,
  fork,
  type Groups,
  type Lexicon,
  leadingZero,
  says,
  weekdays,
} from './lexicon.ts';
import type { Half } from './tokens.ts';

const HOURS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const COUNTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(HOURS.map((word, index) => [word, index + 1])),
  a: 1,
  an: 1,
  'a couple of': 2,
  'a couple': 2,
  'couple of': 2,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  'twenty five': 25,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  'forty five': 45,
  sixty: 60,
  ninety: 90,
};
const HOUR = String.raw`(?<h>\d{1,2}|${HOURS.join('|')})`;
const HALF = String.raw`(?: ?(?<half>[ap]\.?m\.?)|(?<half>[ap]))`;
const OCLOCK = "(?: o'? ?clock|ish)?";
const MINUTES = '(?<m>5|10|20|25|five|ten|twenty(?:[- ]five)?)';
const COUNT = String.raw`(?<n>\d{1,3}(?:[.,]5)?|${Object.keys(COUNTS)
  .sort((one, other) => other.length - one.length)
  .join('|')})`;
const AND_HALF = '(?<plus> and a half)?';

function number(word: string | undefined): number {
  if (word === undefined) return 0;
  return COUNTS[word] ?? Number(word.replace(',', '.'));
}

function half(groups: Groups): Half {
  return groups.half === undefined ? null : groups.half.startsWith('a') ? 'am' : 'pm';
}

const NOT_AN_HOUR = String.raw`(?![\d:.,/]|-\d| ?(?:[ap]\.?m|o'|min|hour|hr|h\b))`;

/** "The 3" is a day; "on 3" may be either. */
const dayNumbers: Entry[] = [
  [String.raw`(?<=\bthe )(?<d>\d{1,2})${NOT_AN_HOUR}`, (g) => dayNumber(g)],
  [String.raw`(?<=\bon )(?<d>\d{1,2})${NOT_AN_HOUR}`, (g) => fork(dayNumber(g), clock(Number(g.d)))],
];

const clocks: Entry[] = [
  ...clockNotations,
  [
    String.raw`${HOUR}${OCLOCK}${HALF}?(?![.,:/]\d)`,
    (g) => clock(number(g.h), 0, half(g) ?? leadingZero(g.h)),
  ],
  [String.raw`${HOUR}[:.](?<m>[0-5]\d)${HALF}`, (g) => clock(number(g.h), Number(g.m), half(g))],
  // With a dot only where it cannot be the third of April: minutes have two digits.
  [
    String.raw`(?<h>\d{1,2})\.(?<m>[0-5]\d)(?![.\d])`,
    (g) => clock(Number(g.h), Number(g.m), leadingZero(g.h)),
  ],
  [
    String.raw`(?<=(?:in|within|in the next|than|under) )(?<h>\d{1,2}) ?h(?<m>[0-5]\d)?`,
    (g) => duration(Number(g.h) * 60 + Number(g.m ?? 0)),
  ],
  // "16h" is a time, "2h" may as well be a span; nobody counts seven hours and more.
  [
    String.raw`(?<h>\d{1,2}) ?h(?<m>[0-5]\d)?`,
    (g) => {
      const [hour, minute] = [Number(g.h), Number(g.m ?? 0)];
      const time = clock(hour, minute, leadingZero(g.h));
      const span = duration(hour * 60 + minute);
      return hour > 6 ? time : fork(span, time);
    },
  ],
  [String.raw`(?<h>[01]\d|2[0-3])(?<m>[0-5]\d) ?h(?:rs|ours)?`, (g) => clock(Number(g.h), Number(g.m), '24')],
  [
    String.raw`(?<h>\d{1,2}) (?<m>00|15|30|45)${HALF}?(?![.,:/]\d)`,
    (g) => clock(Number(g.h), Number(g.m), half(g)),
  ],
  [
    `(?<h>${HOURS.join('|')})[ -](?<m>fifteen|thirty|forty[- ]five)${HALF}?`,
    (g) => clock(number(g.h), number(g.m), half(g)),
  ],
  [`half past ${HOUR}${HALF}?`, (g) => clock(number(g.h), 30, half(g))],
  [`(?:a )?quarter past ${HOUR}${HALF}?`, (g) => clock(number(g.h), 15, half(g))],
  [`(?:a )?quarter (?:to|of|till) ${HOUR}${HALF}?`, (g) => clockBefore(number(g.h), 15, half(g))],
  [`${MINUTES}(?: min(?:ute)?s?)? past ${HOUR}${HALF}?`, (g) => clock(number(g.h), number(g.m), half(g))],
  [
    `${MINUTES} min(?:ute)?s? (?:to|before) ${HOUR}${HALF}?`,
    (g) => clockBefore(number(g.h), number(g.m), half(g)),
  ],
  // "half four" is 4:30 to a Briton and 3:30 to most of the continent.
  [`half ${HOUR}`, (g) => fork(clock(number(g.h), 30), clockBefore(number(g.h), 30))],
  // "ten to five" is 4:50 or from ten until five; after "from" and "between" only the latter.
  [
    `(?<!(?:from|between|betw|btwn?) )${MINUTES} (?:to|till) ${HOUR}${HALF}?`,
    (g) => {
      const before = clockBefore(number(g.h), number(g.m), half(g));
      const [from, until] = [clock(number(g.m)), clock(number(g.h), 0, half(g))];
      return number(g.m) > 12 || !from || !until ? before : fork(before, [from, { t: 'to' }, until]);
    },
  ],
  says('(?:12 )?noon|midday|mid-day', { t: 'clock', clock: { hour: 12, minute: 0, half: '24' } }),
  says('(?:12 )?midnight', { t: 'clock', clock: { hour: 24, minute: 0, half: '24' } }),
];

const durations: Entry[] = [
  [`${COUNT}${AND_HALF} ?(?:minutes?|mins?|min\\.)`, (g) => duration(number(g.n))],
  [`${COUNT}${AND_HALF} ?(?:hours?|hrs?)`, (g) => duration(number(g.n) * 60 + (g.plus ? 30 : 0))],
  [`(?:an|1|one) hour${AND_HALF}`, (g) => duration(60 + (g.plus ? 30 : 0))],
  [
    `${COUNT} ?(?:hours?|hrs?|h)(?: and| ,)? ?(?<m>\\d{1,2}|fifteen|twenty|thirty|forty(?:[- ]five)?) ?(?:minutes?|mins?|m)`,
    (g) => duration(number(g.n) * 60 + number(g.m)),
  ],
  [String.raw`(?<n>\d{1,3}) ?m`, (g) => duration(Number(g.n))],
  // "In 5" is minutes to most; nothing in it says so.
  [
    String.raw`in (?<n>[1-8])(?! ?[\p{L}\p{N}]|[:.,/-]\d)`,
    (g) => fork(duration(Number(g.n)), duration(Number(g.n) * 60)),
  ],
  says('(?:a )?half (?:an )?hour', { t: 'duration', minutes: 30, days: 0 }),
  says('(?:a )?quarter (?:of an )?hour|(?:a )?quarter of an hour', { t: 'duration', minutes: 15, days: 0 }),
  says('three quarters of an hour', { t: 'duration', minutes: 45, days: 0 }),
  [`${COUNT} ?days?`, (g) => duration(0, number(g.n))],
  [`${COUNT} ?(?:weeks?|wks?)`, (g) => duration(0, number(g.n) * 7)],
  says('a fortnight', { t: 'duration', minutes: 0, days: 14 }),
  says('within the hour', { t: 'within' }, { t: 'duration', minutes: 60, days: 0 }),
  says('within|in less than|less than|(?:in|over|during) the next|in under', { t: 'within' }),
];

const days: Entry[] = [
  says('today|2day|this day', { t: 'day', offset: 0 }),
  says('tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tmw|2moro(?:row)?', { t: 'day', offset: 1 }),
  says('(?:the )?day after tomorrow', { t: 'day', offset: 2 }),
  says('tonight|2night', { t: 'day', offset: 0 }, { t: 'part', part: 'evening' }),
  ...weekdays([
    'mon(?:day)?s?',
    'tue(?:s(?:day)?)?',
    'wed(?:s|nesday)?',
    'thu(?:rs?(?:day)?)?',
    'fri(?:day)?',
    'sat(?:urday)?',
    'sun(?:day)?',
  ]),
  says('this', { t: 'which', which: 'this' }),
  says('(?:this )?coming', { t: 'which', which: 'coming' }),
  says('(?:the )?next', { t: 'which', which: 'next' }),
  says('(?:(?:some ?time|any ?time) )?(?:the )?next week|(?:the )?week after', {
    t: 'which',
    which: 'next-week',
  }),
  says('(?:some ?time )?next month', { t: 'which', which: 'next-month' }),
  says('(?:the )?next (?:working|business|work) ?day', { t: 'which', which: 'next-working-day' }),
  says('this week|(?:some ?time|any ?time|later) this week', { t: 'which', which: 'this-week' }),
  [
    String.raw`(?<d>\d{1,2})(?:st|nd|rd|th)(?: of (?:the|this) month)?`,
    (g) => ({ t: 'date', dates: [{ day: Number(g.d) }] }),
  ],
];

const parts: Entry[] = [
  says('(?:in the )?morning', { t: 'part', part: 'morning' }),
  says('(?:in the )?afternoon|(?:in the )?arvo', { t: 'part', part: 'afternoon' }),
  says('(?:in the )?evening', { t: 'part', part: 'evening' }),
  says(
    "(?:at )?(?:the )?(?:end of (?:the )?(?:work(?:ing)? ?|business )?day|end of (?:business|play|shift|today)|eod|eob|cob|close of (?:business|play)|clos(?:e|ing)(?: time)?|days? end|day's end)",
    { t: 'moment', moment: 'end-of-day' },
  ),
  says(
    '(?:the )?end of (?:the )?next week',
    { t: 'moment', moment: 'end-of-week' },
    { t: 'which', which: 'next-week' },
  ),
  says('(?:at )?(?:the )?end of (?:the |this )?(?:work(?:ing)? ?|business )?week|eow', {
    t: 'moment',
    moment: 'end-of-week',
  }),
  says('(?:at |over |during )?lunch(?: ?time| break| hour)?', { t: 'moment', moment: 'lunch' }),
  says('(?:at |as )?first thing|start of (?:the )?(?:day|business)|sod', {
    t: 'moment',
    moment: 'first-thing',
  }),
  says('(?:the )?end of(?= (?:tomorrow|mon|tue|wed|thu|fri|sat|sun))', { t: 'moment', moment: 'end-of-day' }),
  says('(?:some|any) ?time|later(?: on)?|at some point', { t: 'moment', moment: 'sometime' }),
  says(
    'now|right now|right away|straight ?away|immediately|asap|a\\.s\\.a\\.p\\.?|as soon as possible|at once',
    { t: 'moment', moment: 'now' },
  ),
];

const bounds: Entry[] = [
  bound('before', 'before|b4|earlier than|prior to|ahead of'),
  bound('by', "by|until|till?|'til|(?:no|not) later than|not after|<"),
  boundEitherSide('by', '(?:at )?(?:the )?(?:very )?latest(?: by| at)?'),
  boundAfterTime('by', 'or (?:before|earlier|sooner)'),
  boundAfterTime('after', 'onwards?|and (?:after|later|onwards)|or (?:after|later)'),
  boundEitherSide('after', '(?:at the )?earliest(?: at)?'),
  bound(
    'after',
    'after|from|past|since|(?:no|not) (?:earlier|sooner) than|not before|starting(?: from| at)?|>',
  ),
  bound('between', 'between|btw|btwn|betw'),
  says('from now(?: on)?', { t: 'filler' }),
  says('to|through|thru', { t: 'to' }),
  says('and|&', { t: 'and' }),
  says('-', { t: 'dash' }),
  says('or', { t: 'or' }),
  says('in', { t: 'in' }),
  says('at|@', { t: 'at' }),
  says(
    'around|about|ca\\.?|approx\\.?|approximately|roughly|on|the|of|please|pls|ok|okay|call(?: (?:back|her|him|them))?|callback|ring(?: back)?|again|sharp|local time',
    { t: 'filler' },
  ),
];

/** English as agents type it, on either side of the Atlantic. */
export const english: Lexicon = {
  entries: [...dayNumbers, ...clocks, ...durations, ...days, ...parts, ...bounds],
  spaced: true,
  chrono: datesBy(Chrono, (dayFirst) => configuration.createConfiguration(true, dayFirst).parsers),
};
