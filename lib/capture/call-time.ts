/** When a call came, from what a row shows. Only what is read to the last letter is taken; all else gives null. */
import { bareWords, dayWords } from './day-words.ts';

/** "kl. 14.12", "um 14.12 Uhr": a dot between hours and minutes where a word says that it is the time. */
const dotted =
  /(?<![\d.])(\d{1,2})\.(\d{2})(?:(?<=(?:^|\s)(?:kl|klo|ore)\.? \d{1,2}\.\d{2})|(?= uhr))(?![\d.])/u;

/** Days back, said in a word; folded, the longer before what they hold. */
const daysBack: readonly (readonly [RegExp, number])[] = [
  [
    /day before yesterday|anteayer|antes de ayer|avant-hier|vorgestern|anteontem|antes de ontem|altro ?ieri|ieri l.altro|eergisteren|przedwczoraj|i forrgar|一昨日|おととい|前天|그저께|اول (?:من )?امس/,
    2,
  ],
  [
    /(?<!\p{L})(?:yesterday|ayer|hier|gestern|ontem|ieri|gisteren|wczoraj|i ?gar)(?!\p{L})|昨日|昨天|어제|امس/u,
    1,
  ],
  [
    /(?<!\p{L})(?:today|hoy|aujourd.hui|heute|hoje|oggi|vandaag|dzis|dzisiaj|i ?dag)(?!\p{L})|今日|今天|오늘|اليوم/u,
    0,
  ],
];

/** Words that stand between a day and a time and change neither. */
const between = new Set(
  'at on the of um uhr am den der om op o a as las la el de del di le les alle ore h hs hrs w godz kl klo feira الساعه الساعة في'.split(
    ' ',
  ),
);

const half = '午前|午後|上午|下午|오전|오후';
const clock = new RegExp(
  `(${half})?\\s*(?<![\\d.,])(\\d{1,2})\\s?(?:[:h]\\s?(\\d{2})(?::\\d{2})?|[時时点시]\\s?(\\d{1,2})\\s?[分분])(?!\\d)(?:\\s*(?:([ap])\\.?\\s?m(?!\\p{L})\\.?|(ص|صباحا|م|مساء)(?!\\p{L})))?`,
  'iu',
);
const afternoon = /^(?:午後|下午|오후|p|م|مساء)$/i;

/**
 * @param text a cell's text ("10:04", "Yesterday 4:15 PM", "水曜日 午後2:05", "2026-03-04 16:05")
 * @param now epoch ms the text is relative to @param zone IANA zone the times are shown in
 * @param dayFirst whether "3/4" is 3 April (the default country's order)
 * @returns epoch ms, null when the text gives no certain time; times of day later than now are yesterday's
 */
export function callTime(text: string, now: number, zone: string, dayFirst: boolean): number | null {
  if (text.length > 80) return null;
  const rest = new Rest(bareWords(text).replace(dotted, '$1:$2'));
  const time = rest.take(clock);
  if (!time) return null;
  const side = time[1] ?? time[5] ?? time[6];
  let hour = Number(time[2]);
  const minute = Number(time[3] ?? time[4]);
  if (hour > 23 || minute > 59 || (side && hour > 12)) return null;
  if (side) hour = (hour % 12) + (afternoon.test(side) ? 12 : 0);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const date = dateIn(rest, today, dayFirst);
  const back = daysBack.find(([words]) => rest.take(words) !== null)?.[1];
  const weekday = weekdayIn(rest);
  if (date === null || !rest.isRead()) return null;
  if (date && (back !== undefined || (weekday && weekday !== date.dayOfWeek))) return null;
  const on = (day: Temporal.PlainDate): number =>
    day.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } }).epochMilliseconds;
  const isPast = (day: Temporal.PlainDate): boolean => on(day) <= now + 60_000;
  if (date) return isPast(date) ? on(date) : null;
  if (back !== undefined) {
    const day = today.subtract({ days: back });
    return isPast(day) && (!weekday || weekday === day.dayOfWeek) ? on(day) : null;
  }
  const days = weekday ? (today.dayOfWeek - weekday + 7) % 7 : 0;
  const last = today.subtract({ days });
  if (isPast(last)) return on(last);
  // Where a zone left the day before out, its times are those of the day after.
  const before = last.subtract({ days: weekday ? 7 : 1 });
  return isPast(before) ? on(before) : null;
}

/** Whether a text is a time of day and nothing else: a duration looks the same. */
export function isBareClock(text: string): boolean {
  return /^\s*\d{1,2}:\d{2}(?::\d{2})?\s*$/.test(bareWords(text));
}

/** A text that is read piece by piece. */
class Rest {
  #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.#text);
    if (found) this.#cut(found);
    return found;
  }
  /** Takes the first match that means something. */
  takeWhere<T>(pattern: RegExp, meaning: (found: RegExpExecArray) => T | undefined): T | undefined {
    for (const found of this.#text.matchAll(pattern)) {
      const value = meaning(found);
      if (value === undefined) continue;
      this.#cut(found);
      return value;
    }
    return undefined;
  }
  isRead(): boolean {
    return [...this.#text.matchAll(/[\p{L}\p{N}]+/gu)].every(([word]) => between.has(word));
  }
  #cut(found: RegExpExecArray): void {
    this.#text = `${this.#text.slice(0, found.index)} ${this.#text.slice(found.index + found[0].length)}`;
  }
}

function weekdayIn(rest: Rest): number | undefined {
  const { weekdays } = dayWords();
  const inBrackets = rest.takeWhere(
    /[(（]([月火水木金土日])[)）]|(?:星期|周)([一二三四五六日天])/gu,
    (found) => {
      const at = found[1] ? '月火水木金土日'.indexOf(found[1]) : '一二三四五六日'.indexOf(found[2] ?? '');
      return at < 0 ? 7 : at + 1;
    },
  );
  return inBrackets ?? rest.takeWhere(/\p{L}+/gu, ([word]) => weekdays.get(word));
}

/** A date in the text; undefined when there is none, null when there is one that is not certain. */
function dateIn(
  rest: Rest,
  today: Temporal.PlainDate,
  dayFirst: boolean,
): Temporal.PlainDate | null | undefined {
  const iso =
    rest.take(/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t(?!\p{L}))?(?!\d)/u) ??
    rest.take(/(?<!\d)(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?!曜)/u);
  if (iso) return plain(Number(iso[1] ?? today.year), Number(iso[2]), Number(iso[3]));
  const short = rest.take(/(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?\.?(?!\d)/);
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[2])];
    const year = short[3] ? Number(short[3]) + (short[3].length === 2 ? 2000 : 0) : today.year;
    return dayFirst || first > 12 ? plain(year, second, first) : plain(year, first, second);
  }
  const { months } = dayWords();
  const read = (day: string | undefined, word: string | undefined) => {
    const month = months.get(word ?? '');
    return month === undefined ? undefined : { day: Number(day), month };
  };
  const named =
    rest.takeWhere(
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s*(?:(?:of|de|di)\s+)?(\p{L}{3,})\.?/gu,
      (found) => read(found[1], found[2]),
    ) ??
    rest.takeWhere(/(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/gu, (found) =>
      read(found[2], found[1]),
    );
  if (!named) return undefined;
  const year = rest.take(/(?<!\d)20\d{2}(?!\d)/)?.[0];
  return plain(year ? Number(year) : today.year, named.month, named.day);
}

function plain(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
