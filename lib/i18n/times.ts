import { i18n } from '#i18n';
import type { DueWindow } from '../domain/due.ts';
import { dateFormat, numberFormat } from './formats.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A time of day, "4:00 PM" or "16:00" as the locale has it. @param at epoch ms. @param zone IANA. */
export function clockTime(at: number, zone: string): string {
  return dateFormat({ hour: 'numeric', minute: '2-digit', timeZone: zone }).format(at);
}

/** A date with its time in full, in the agent's own zone. @param at epoch ms */
export function longTime(at: number): string {
  return dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A date for a note, "21 Nov" or "Nov 21" as the locale has it. @param at epoch ms. @param zone IANA. */
export function shortDate(at: number, zone: string): string {
  return dateFormat({ day: 'numeric', month: 'short', timeZone: zone }).format(at);
}

/** The day of `at` as seen at `now`: today, tomorrow, yesterday, a weekday within a week, else the date. */
export function dayWord(at: number, now: number, zone: string): string {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const days = today.until(date).days;
  if (days === 0) return i18n.t('when.today');
  if (days === 1) return i18n.t('when.tomorrow');
  if (days === -1) return i18n.t('when.yesterday');
  const near = Math.abs(days) < 7;
  const format: Intl.DateTimeFormatOptions = near
    ? { weekday: 'short' }
    : {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        ...(date.year === today.year ? {} : { year: 'numeric' }),
      };
  return dateFormat({ ...format, timeZone: zone }).format(at);
}

/** A length of time in the two units that matter: "25 min", "2 h", "1 h 20 min", "3 days". */
export function lengthWords(ms: number): string {
  const number = numberFormat();
  const minutes = Math.max(1, Math.floor(ms / minute));
  if (minutes < 60) return i18n.t('units.minutes', [number.format(minutes)]);
  if (ms >= 2 * day) return i18n.t('units.days', Math.floor(ms / day), [number.format(Math.floor(ms / day))]);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 || hours >= 10
    ? i18n.t('units.hours', [number.format(hours)])
    : i18n.t('units.hoursMinutes', [number.format(hours), number.format(rest)]);
}

/**
 * When an open callback is due, in words: "in 25 min", "2 h late", "tomorrow, 9:00 AM", "now".
 * @param window its time, epoch ms. @param lateFrom when it turns late, null where nothing was promised.
 */
export function dueWords(window: DueWindow, lateFrom: number | null, now: number, zone: string): string {
  const due = window.until ?? window.from;
  if (due === null || lateFrom === null) return i18n.t('due.noTime');
  if (now >= lateFrom) return i18n.t('due.late', [lengthWords(now - due)]);
  if (window.from !== null && now >= window.from) {
    if (window.from === due) return i18n.t('due.now');
    return i18n.t('due.openUntil', [nearTime(due, now, zone)]);
  }
  const next = window.from ?? due;
  const ahead = next - now;
  if (ahead < minute) return i18n.t('due.now');
  if (ahead < 4 * hour && dayWord(next, now, zone) === i18n.t('when.today')) {
    return i18n.t('due.in', [lengthWords(ahead)]);
  }
  return i18n.t('when.at', [dayWord(next, now, zone), clockTime(next, zone)]);
}

function nearTime(at: number, now: number, zone: string): string {
  const word = dayWord(at, now, zone);
  return word === i18n.t('when.today') ? clockTime(at, zone) : i18n.t('when.at', [word, clockTime(at, zone)]);
}

/** A promised window in full: "today, before 4:00 PM", "tomorrow, between 2:00 PM and 4:00 PM". */
export function windowWords(window: DueWindow, now: number, zone: string): string {
  const { from, until } = window;
  if (from === null && until === null) return i18n.t('due.noTime');
  const last = until ?? from ?? now;
  if (from === null) return i18n.t('when.before', [dayWord(last, now, zone), clockTime(last, zone)]);
  const first = dayWord(from, now, zone);
  if (until === null || from === until) return i18n.t('when.at', [first, clockTime(from, zone)]);
  const end = dayWord(until, now, zone) === first ? clockTime(until, zone) : nearTime(until, now, zone);
  return i18n.t('when.between', [first, clockTime(from, zone), end]);
}
