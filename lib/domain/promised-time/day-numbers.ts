import { dayOfMonth } from './resolve-days.ts';
import type { Meaning, Token } from './tokens.ts';

/**
 * "Tuesday 17" is five o'clock or the seventeenth, where the next seventeenth is a Tuesday; from 25 on it can only
 * be the day. Where the two do not meet, the number is an hour.
 */
export function forkDayNumbers(tokens: readonly Token[], phrase: string, today: Temporal.PlainDate): Token[] {
  const said = tokens.filter(({ t }) => t !== 'filler');
  return tokens.map((token) => {
    const place = said.indexOf(token);
    const before = said[place - 1];
    // "Monday 9-12" are hours.
    const opensRange = ['dash', 'to', 'at-to'].includes(said[place + 1]?.t ?? '');
    const words = phrase.slice(token.start, token.end);
    if (opensRange || before?.t !== 'weekday' || !/^\d{1,2}$/.test(words)) return token;
    const date = dayOfMonth(Number(words), today).dates[0];
    if (date?.dayOfWeek !== before.weekday) return token;
    const day: Meaning = { t: 'date', dates: [{ day: Number(words) }] };
    const span = { start: token.start, end: token.end };
    if (token.t === 'unknown') return { ...day, ...span };
    return token.t === 'clock' ? { t: 'fork', options: [[day], [token]], ...span } : token;
  });
}
