/** Days and months as they are called in the languages of the lexicon, from the browser's own tables. */
import { plainDigits } from './text.ts';

const languages = ['en', 'es', 'de', 'fr', 'pt', 'it', 'nl', 'pl', 'ja', 'ar', 'sv', 'da', 'zh', 'ko'];

/** Names that tables do not have. */
const otherMonths: Readonly<Record<string, number>> = { sept: 9, mrt: 3, mrz: 3, ene: 1, set: 9 };

/** Words without case, accents, vowel signs and digits of other scripts; punctuation stays. */
export function bareWords(text: string): string {
  return plainDigits(text.slice(0, 200))
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

interface DayWords {
  /** 1 Monday to 7 Sunday. */
  weekdays: ReadonlyMap<string, number>;
  /** 1 January to 12 December. */
  months: ReadonlyMap<string, number>;
}

let made: DayWords | null = null;

/** First words of the names of days and months; what means two of them in two languages is left out. */
export function dayWords(): DayWords {
  if (made) return made;
  const weekdays = new Map<string, number>();
  const months = new Map<string, number>(Object.entries(otherMonths));
  const unclear = new Set<string>();
  const add = (words: Map<string, number>, name: string, value: number): void => {
    const word = /\p{L}+/u.exec(bareWords(name))?.[0];
    if (!word) return;
    if ((words.get(word) ?? value) !== value) unclear.add(word);
    words.set(word, value);
  };
  for (const language of languages) {
    for (const width of ['long', 'short'] as const) {
      const weekday = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' });
      const month = new Intl.DateTimeFormat(language, { day: 'numeric', month: width, timeZone: 'UTC' });
      // 5 January 2026 is a Monday.
      for (let day = 1; day <= 7; day++) add(weekdays, weekday.format(Date.UTC(2026, 0, 4 + day)), day);
      for (let at = 1; at <= 12; at++) {
        const part = month.formatToParts(Date.UTC(2026, at - 1, 1)).find(({ type }) => type === 'month');
        if (part && !/\d/.test(part.value)) add(months, part.value, at);
      }
    }
  }
  for (const word of unclear) {
    weekdays.delete(word);
    months.delete(word);
  }
  made = { weekdays, months };
  return made;
}
