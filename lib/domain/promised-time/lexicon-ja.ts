import { Chrono, createConfiguration } from 'chrono-node/ja';
import {
  bound,
  boundAfterTime,
  clock,
  clockNotations,
  datesBy,
  duration,
  type Entry,
  type Groups,
  type Lexicon,
  leadingZero,
  numbers,
  says,
} from './lexicon.ts';
import type { DayPart, Half, Meaning } from './tokens.ts';

const { pattern: NUMBER, read } = numbers(
  {
    一: 1,
    二: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    十: 10,
    十一: 11,
    十二: 12,
    十五: 15,
    二十: 20,
    三十: 30,
    四十: 40,
    四十五: 45,
    五十: 50,
  },
  String.raw`\d{1,3}(?:\.5)?`,
);
const HALF = '(?<half>午前|午後|am|pm|朝|昼|夕方|夜|晩)?の?';
const HOUR = `(?<h>${NUMBER})時(?!間)`;

/** The half of the day that stands before the hour: in the morning am, from noon on pm. */
function half({ half: said, h }: Groups): Half {
  if (said === undefined) return leadingZero(h);
  // Seven in the morning is am; noon itself is called 昼の12時.
  return said === '午前' || said === 'am' || said === '朝' ? 'am' : 'pm';
}

const clocks: Entry[] = [
  ...clockNotations.slice(0, 2),
  // A bare number is an hour only where it counts nothing else.
  [
    String.raw`(?<h>\d{1,2})(?![\d.,:/月日年分秒週時人回件号番]|[ヶヵケカか]月)`,
    (g) => clock(Number(g.h), 0, leadingZero(g.h)),
  ],
  [`${HALF}${HOUR}`, (g) => clock(read(g.h), 0, half(g))],
  [`${HALF}${HOUR}半`, (g) => clock(read(g.h), 30, half(g))],
  [`${HALF}${HOUR}(?<m>${NUMBER})分`, (g) => clock(read(g.h), read(g.m), half(g))],
  [`${HALF}(?<h>\\d{1,2}):(?<m>[0-5]\\d)(?!\\d)`, (g) => clock(Number(g.h), Number(g.m), half(g))],
  ['(?<h>\\d{1,2})(?::(?<m>[0-5]\\d))?(?<half>am|pm)', (g) => clock(Number(g.h), Number(g.m ?? 0), half(g))],
  says('正午|お昼の12時', { t: 'clock', clock: { hour: 12, minute: 0, half: '24' } }),
  says('(?:深夜|夜中の?)0時|真夜中|夜の12時', { t: 'clock', clock: { hour: 24, minute: 0, half: '24' } }),
];

const durations: Entry[] = [
  [`(?<n>${NUMBER})分間?`, (g) => duration(read(g.n))],
  [`(?<n>${NUMBER})時間`, (g) => duration(read(g.n) * 60)],
  [`(?<n>${NUMBER})時間半`, (g) => duration(read(g.n) * 60 + 30)],
  [`(?<n>${NUMBER})時間(?<m>${NUMBER})分`, (g) => duration(read(g.n) * 60 + read(g.m))],
  says('半時間', { t: 'duration', minutes: 30, days: 0 }),
  [`(?<n>${NUMBER})日(?=後|以内)`, (g) => duration(0, read(g.n))],
  [`(?<n>${NUMBER})週間(?=後|以内)`, (g) => duration(0, read(g.n) * 7)],
  // After a length of time 後 says "from now"; after a clock time it says "after".
  says('(?<=分|時間|時間半|日|週間)後(?:に|で)?', { t: 'filler' }),
  says('以内に?', { t: 'within' }),
];

const today: Meaning = { t: 'day', offset: 0 };
const endOfDay: Meaning = { t: 'moment', moment: 'end-of-day' };
const endOfWeek: Meaning = { t: 'moment', moment: 'end-of-week' };
const part = (name: DayPart): Meaning => ({ t: 'part', part: name });

const days: Entry[] = [
  says('今日|本日|きょう', today),
  says('明日|あした|あす', { t: 'day', offset: 1 }),
  says('明後日|あさって', { t: 'day', offset: 2 }),
  says('今朝|けさ', today, part('morning')),
  says('今夜|今晩|今夕', today, part('evening')),
  says('(?:今日|本日)中(?:に|まで)?', today, endOfDay),
  says('明日中(?:に|まで)?', { t: 'day', offset: 1 }, endOfDay),
  ...Array.from(
    '月火水木金土日',
    (day, index): Entry =>
      says(`${day}曜日?|\\(${day}\\)|(?<=今週の?|来週の?|次の)${day}(?![月日曜])`, {
        t: 'weekday',
        weekday: index + 1,
      }),
  ),
  says('今度の|次の', { t: 'which', which: 'next' }),
  says('来週', { t: 'which', which: 'next-week' }),
  says('今週', { t: 'which', which: 'this-week' }),
  says('今週中(?:に|まで)?', { t: 'which', which: 'this-week' }),
  says('来週中(?:に|まで)?', { t: 'which', which: 'next-week' }, endOfWeek),
  says('来月', { t: 'which', which: 'next-month' }),
  says('翌営業日|次の営業日', { t: 'which', which: 'next-working-day' }),
  // A week after next, a day after that, a weekend, the end of a month: words that hold others and mean something else.
  says('再来週|明々後日|しあさって|週末|月末|来月末|再来月|祝日|今週末|もうすぐ', { t: 'unknown' }),
  ['(?<![月\\d])(?<d>\\d{1,2})日(?!間|後|以内)', (g) => ({ t: 'date', dates: [{ day: Number(g.d) }] })],
];

const parts: Entry[] = [
  says('午前中?に?|朝方|朝', part('morning')),
  says('午後', part('afternoon')),
  says('夜|晩', part('evening')),
  // Towards evening: from four to six, as weather reports say it from three.
  says(
    '夕方',
    { t: 'bound', bound: 'between' },
    { t: 'clock', clock: { hour: 16, minute: 0, half: '24' } },
    { t: 'to' },
    { t: 'clock', clock: { hour: 18, minute: 0, half: '24' } },
  ),
  says('朝一番?|朝いち|朝イチ|始業時?|営業開始時?', { t: 'moment', moment: 'first-thing' }),
  says('(?:終業|業務終了|営業終了|営業時間終了|就業)時?間?|定時|退社時?|一日の終わり|eod', endOfDay),
  says('昼食|ランチ|お?昼(?:休み|ごはん|ご飯)?', { t: 'moment', moment: 'lunch' }),
  says('後で|あとで|後ほど|のちほど|そのうち|いつか', { t: 'moment', moment: 'sometime' }),
  says('今すぐ|すぐに?|直ちに|ただちに|至急|大至急|今|できるだけ早く|なるべく早く|出来るだけ早く|asap', {
    t: 'moment',
    moment: 'now',
  }),
];

const bounds: Entry[] = [
  boundAfterTime('by', 'までに?は?|迄に?'),
  boundAfterTime('before', '(?:より)?前(?:に|まで)?|以前に?|より早く'),
  boundAfterTime('after', 'から|以降に?|以後|より後に?|後に?|を?過ぎてから'),
  boundAfterTime('between', 'の?間に?'),
  bound('by', '遅くとも'),
  bound('after', '早くとも|早くて'),
  says('-', { t: 'to' }),
  says('と', { t: 'and' }),
  says('か|または|もしくは', { t: 'or' }),
  says(
    'の|に|は|を|へ|で|頃に?|ごろに?|ころ|くらい|ぐらい|電話|折り返し|かけ直し|お願いします|ちょうど|きっかり|まで(?=の間)|「|」',
    { t: 'filler' },
  ),
];

/** Japanese as agents type it, in digits or in characters. */
export const japanese: Lexicon = {
  entries: [...clocks, ...durations, ...days, ...parts, ...bounds],
  spaced: false,
  // Its slashes are month first whatever the order asked for; `findDates` asks for what the country writes.
  chrono: datesBy(Chrono, () => createConfiguration(true).parsers),
};
