import { Chrono, createConfiguration } from 'chrono-node/de';
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
  type Lexicon,
  leadingZero,
  numbers,
  says,
  weekdays,
} from './lexicon.ts';
import type { DayPart, Meaning } from './tokens.ts';

const hours = numbers(
  {
    eins: 1,
    ein: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
  },
  String.raw`\d{1,2}`,
);
const counts = numbers(
  {
    ein: 1,
    eine: 1,
    einer: 1,
    einem: 1,
    einen: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    zwölf: 12,
    fünfzehn: 15,
    zwanzig: 20,
    dreißig: 30,
    dreissig: 30,
    vierzig: 40,
    fünfundvierzig: 45,
    neunzig: 90,
    anderthalb: 1.5,
    eineinhalb: 1.5,
    zweieinhalb: 2.5,
  },
  String.raw`\d{1,3}(?:[.,]5)?`,
);
const minutes = numbers({ fünf: 5, zehn: 10, zwanzig: 20, fünfundzwanzig: 25 }, '5|10|20|25');
const HOUR = `(?<h>${hours.pattern})(?: uhr)?`;
const BARE_HOUR = String.raw`(?<h>${hours.pattern})(?: uhr|(?!\.))(?!\d|[.,:/]\d)`;
const MINUTES = `(?<m>${minutes.pattern})(?: min(?:uten?|\\.)?)?`;
const COUNT = `(?<n>${counts.pattern})`;
const MONTHS = [
  'jan(?:uar)?|j[aä]nner',
  'feb(?:ruar)?',
  'm[aä]e?rz|mrz',
  'apr(?:il)?',
  'mai',
  'juni?',
  'juli?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'okt(?:ober)?',
  'nov(?:ember)?',
  'dez(?:ember)?',
];
const WEEKDAYS = [
  'montag',
  'dienstag',
  'mittwoch',
  'donnerstag',
  'freitag',
  '(?:samstag|sonnabend)',
  'sonntag',
];
const PARTS: readonly (readonly [pattern: string, part: DayPart])[] = [
  ['(?:vormittag|morgen|früh|frueh)', 'morning'],
  ['nachmittag', 'afternoon'],
  ['abend', 'evening'],
];

/** "Am 15." is a day, and so is "am 15": hours come with "um". */
const dayNumbers: Entry[] = [
  [
    String.raw`(?<=(?:am|den|dem|zum|vom|der) )(?<d>\d{1,2})(?:\.(?! ?(?:${MONTHS.join('|')})|\d)|(?![\d:.,/]|-\d| ?(?:uhr|h\b|${MONTHS.join('|')})))`,
    dayNumber,
  ],
];

const clocks: Entry[] = [
  // Not the bare hour: "15." is a day.
  ...clockNotations.slice(0, 2),
  [BARE_HOUR, (g) => clock(hours.read(g.h), 0, leadingZero(g.h))],
  [
    String.raw`(?<h>\d{1,2})[:.](?<m>[0-5]\d)(?: ?uhr|h)`,
    (g) => clock(Number(g.h), Number(g.m), leadingZero(g.h)),
  ],
  [
    String.raw`(?<h>\d{1,2})\.(?<m>[0-5]\d)(?![.\d])`,
    (g) => clock(Number(g.h), Number(g.m), leadingZero(g.h)),
  ],
  [
    String.raw`(?<h>\d{1,2}|${hours.pattern}) uhr (?<m>[0-5]?\d|dreißig|dreissig|fünfzehn)`,
    (g) => clock(hours.read(g.h), counts.read(g.m)),
  ],
  [
    String.raw`(?<=(?:in|innerhalb|innerhalb von|binnen) )(?<n>\d{1,2}) ?h`,
    (g) => duration(Number(g.n) * 60),
  ],
  [
    String.raw`(?<h>\d{1,2}) ?h(?<m>[0-5]\d)?`,
    (g) => {
      const [hour, minute] = [Number(g.h), Number(g.m ?? 0)];
      const time = clock(hour, minute, leadingZero(g.h));
      return hour > 6 ? time : fork(duration(hour * 60 + minute), time);
    },
  ],
  [`halb ${HOUR}`, (g) => clockBefore(hours.read(g.h), 30)],
  [`${MINUTES} vor halb ${HOUR}`, (g) => clockBefore(hours.read(g.h), 30 + minutes.read(g.m))],
  [`${MINUTES} nach halb ${HOUR}`, (g) => clockBefore(hours.read(g.h), 30 - minutes.read(g.m))],
  [`viertel nach ${HOUR}`, (g) => clock(hours.read(g.h), 15)],
  [`viertel vor ${HOUR}`, (g) => clockBefore(hours.read(g.h), 15)],
  [`dreiviertel ${HOUR}`, (g) => clockBefore(hours.read(g.h), 15)],
  // In the east and south "viertel vier" is a quarter past three; elsewhere a word is missing.
  [`viertel ${HOUR}`, (g) => fork(clockBefore(hours.read(g.h), 45), clock(hours.read(g.h), 15))],
  [`${MINUTES} nach ${HOUR}`, (g) => clock(hours.read(g.h), minutes.read(g.m))],
  [`${MINUTES} vor ${HOUR}`, (g) => clockBefore(hours.read(g.h), minutes.read(g.m))],
  [`${HOUR} (?:nachts|in der nacht)`, (g) => clock(hours.read(g.h), 0, hours.read(g.h) < 6 ? 'am' : 'pm')],
  says('(?:12|zwölf) uhr mittags', { t: 'clock', clock: { hour: 12, minute: 0, half: '24' } }),
  says('mitternachts?', { t: 'clock', clock: { hour: 24, minute: 0, half: '24' } }),
];

const durations: Entry[] = [
  [`${COUNT} ?(?:minuten?|min\\.?)`, (g) => duration(counts.read(g.n))],
  [`${COUNT} ?(?:stunden?|std\\.?)`, (g) => duration(counts.read(g.n) * 60)],
  [
    `${COUNT} ?(?:stunden?|std\\.?|h)(?: und)? (?<m>${counts.pattern}) ?(?:minuten?|min\\.?)`,
    (g) => duration(counts.read(g.n) * 60 + counts.read(g.m)),
  ],
  says('(?:eine[rn]? )?halben? stunde', { t: 'duration', minutes: 30, days: 0 }),
  says('(?:eine[rn]? )?viertelstunde', { t: 'duration', minutes: 15, days: 0 }),
  says('(?:eine[rn]? )?dreiviertelstunde', { t: 'duration', minutes: 45, days: 0 }),
  [`${COUNT} ?tage?n?`, (g) => duration(0, counts.read(g.n))],
  [`${COUNT} ?wochen?`, (g) => duration(0, counts.read(g.n) * 7)],
  says('innerhalb der nächsten stunde', { t: 'within' }, { t: 'duration', minutes: 60, days: 0 }),
  says(
    'innerhalb(?: von| der nächsten)?|binnen|in weniger als|(?:in|während) den nächsten|in den kommenden',
    { t: 'within' },
  ),
];

function dayPart(pattern: string, ...day: Meaning[]): Entry[] {
  return PARTS.map(([part, meaning]) => says(`${pattern}${part}s?`, ...day, { t: 'part', part: meaning }));
}

const days: Entry[] = [
  says('heute', { t: 'day', offset: 0 }),
  says('morgen|mrgn', { t: 'day', offset: 1 }),
  says('übermorgen|uebermorgen', { t: 'day', offset: 2 }),
  ...weekdays([
    '(?:montags?|mo\\.?)',
    '(?:dienstags?|di\\.?)',
    '(?:mittwochs?|mi\\.?)',
    '(?:donnerstags?|do\\.?)',
    '(?:freitags?|fr\\.?)',
    '(?:samstags?|sonnabends?|sa\\.?)',
    '(?:sonntags?|so\\.?)',
  ]),
  // Written in one word or two: "Dienstagvormittag", "Dienstag Morgen"; and "heute Morgen" is not tomorrow.
  ...WEEKDAYS.flatMap((day, index) => dayPart(`${day} ?`, { t: 'weekday', weekday: index + 1 })),
  ...dayPart('heute ', { t: 'day', offset: 0 }),
  says('diese[nrs]?', { t: 'which', which: 'this' }),
  says('(?:nächste|naechste)[nrs]?', { t: 'which', which: 'next' }),
  says('kommende[nrs]?', { t: 'which', which: 'coming' }),
  says('(?:in der )?(?:nächste[rn]?|naechste[rn]?|kommende[rn]?) woche', { t: 'which', which: 'next-week' }),
  says('(?:im )?(?:nächste[rnm]|naechste[rnm]|kommende[rnm]) monat', { t: 'which', which: 'next-month' }),
  says('(?:in )?diese[r]? woche', { t: 'which', which: 'this-week' }),
  says('(?:am )?(?:nächste[nr]|naechste[nr]) (?:werktag|arbeitstag)', {
    t: 'which',
    which: 'next-working-day',
  }),
  // Chrono wants the dot; people leave it out.
  ...MONTHS.map(
    (month, index): Entry => [
      String.raw`(?:am |den |zum )?(?<d>\d{1,2})\.? ?(?:${month})(?: (?<y>20\d\d))?(?![\d:])`,
      (g) => ({
        t: 'date',
        dates: [{ ...(g.y ? { year: Number(g.y) } : {}), month: index + 1, day: Number(g.d) }],
      }),
    ],
  ),
];

const parts: Entry[] = [
  says('(?:(?:am |in der |im laufe des )?(?:vormittags?|früh|frueh)|morgens|am morgen|in der frühe?)', {
    t: 'part',
    part: 'morning',
  }),
  says('(?:am |im laufe des )?nachmittags?', { t: 'part', part: 'afternoon' }),
  says('(?:am )?abends?', { t: 'part', part: 'evening' }),
  says('morgen (?:früh|frueh|vormittag)', { t: 'day', offset: 1 }, { t: 'part', part: 'morning' }),
  says('gleich morgen(?: früh| frueh)?', { t: 'day', offset: 1 }, { t: 'moment', moment: 'first-thing' }),
  says('(?:gleich )?als erstes|(?:zu|bei) (?:arbeits|dienst|geschäfts|büro)beginn', {
    t: 'moment',
    moment: 'first-thing',
  }),
  says('(?:(?:der|dem) )?(?:mittags?(?:pause|essen|zeit)?|am mittag|zu mittag|über mittag|essen)', {
    t: 'moment',
    moment: 'lunch',
  }),
  says(
    '(?:(?:zum|zu|am|das) )?(?:feierabend|tagesende|(?:arbeits|geschäfts|dienst|büro|laden)(?:schluss|schluß|ende)|ende (?:des|vom) (?:arbeits)?tage?s?|eod|eob|cob)',
    { t: 'moment', moment: 'end-of-day' },
  ),
  says('(?:zum |am )?(?:ende (?:der|dieser) woche|wochenschluss)', { t: 'moment', moment: 'end-of-week' }),
  says(
    'ende (?:nächster|naechster|der nächsten|der naechsten|kommender) woche',
    { t: 'moment', moment: 'end-of-week' },
    { t: 'which', which: 'next-week' },
  ),
  says('irgendwann|im laufe des tages|später|spaeter|noch', { t: 'moment', moment: 'sometime' }),
  says(
    'sofort|jetzt|umgehend|asap|so (?:schnell|bald) wie möglich|schnellstmöglich|baldmöglichst|unverzüglich|gleich jetzt',
    { t: 'moment', moment: 'now' },
  ),
];

const bounds: Entry[] = [
  bound('before', 'vor(?: dem| der)?|früher als'),
  bound(
    'by',
    'bis(?: spätestens)?(?: um| zum?| zur| am| gegen)?|(?:nicht|kein(?:es)?falls) (?:später als|nach)|<',
  ),
  boundEitherSide('by', '(?:aller)?spätestens(?: bis| um| am)?'),
  boundAfterTime('by', 'oder (?:früher|vorher|davor)'),
  bound('after', 'nach(?: dem| der)?|ab|seit|von|nicht vor|erst (?:ab|nach|um)|>'),
  boundEitherSide('after', '(?:aller)?frühestens(?: ab| um)?'),
  boundAfterTime('after', 'oder (?:später|danach)'),
  bound('between', 'zwischen|zw\\.'),
  says('und|u\\.|&', { t: 'and' }),
  says('-', { t: 'dash' }),
  says('oder', { t: 'or' }),
  says('in', { t: 'in' }),
  says('um|@', { t: 'at' }),
  says(
    'gegen|so gegen|ungefähr|etwa|ca\\.?|circa|zirka|rund|so um|am|den|der|die|das|dem|im|vom|zum|bitte|zurückrufen|rückruf|anrufen|wieder|uhr|punkt|genau',
    { t: 'filler' },
  ),
];

/** German as agents type it, with and without umlauts. */
export const german: Lexicon = {
  entries: [...dayNumbers, ...clocks, ...durations, ...days, ...parts, ...bounds],
  spaced: true,
  chrono: datesBy(Chrono, (dayFirst) => createConfiguration(true, dayFirst).parsers),
};
