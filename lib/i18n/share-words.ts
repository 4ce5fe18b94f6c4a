import { i18n } from '#i18n';
import type { Callback } from '../domain/callback.ts';
import { type DayRules, type DueWindow, dueWindow } from '../domain/due.ts';
import type { CalendarEvent } from '../share/calendar-file.ts';
import type { ShareTable } from '../share/table-texts.ts';
import { locale } from './language.ts';
import { clockTime } from './times.ts';
import { statusWord } from './words.ts';

/** Who an entry is about. */
export function whoWords({ callerName, phone }: Pick<Callback, 'callerName' | 'phone'>): string {
  return callerName || phone?.asShown || i18n.t('common.unnamed');
}

/** The heading of a day's list, with its date. @param now epoch ms. @param zone IANA. */
export function dayTitle(now: number, zone: string): string {
  const date = new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeZone: zone }).format(now);
  return i18n.t('share.day', [date]);
}

/** Callbacks as they are read elsewhere, where nobody knows what "today" was: with their dates. */
export function shareTable(callbacks: readonly Callback[], rules: DayRules, title: string): ShareTable {
  return {
    title,
    head: [
      i18n.t('form.callerName'),
      i18n.t('form.phone'),
      i18n.t('form.reason'),
      i18n.t('form.promisedTime'),
      i18n.t('form.reference'),
      i18n.t('form.owner'),
      i18n.t('form.status'),
    ],
    rows: callbacks.map((callback) => [
      whoWords(callback),
      callback.callerName && callback.phone ? callback.phone.asShown : '',
      callback.reason,
      datedWindow(dueWindow(callback, rules), rules.zone),
      callback.reference,
      callback.owner?.name ?? '',
      statusWord(callback.status),
    ]),
  };
}

/** What a calendar shows of a callback. @param slot epoch ms */
export function calendarEvent(callback: Callback, slot: { from: number; until: number }): CalendarEvent {
  const { id, phone, reason, reference, objective, owner, source } = callback;
  return {
    id,
    title: i18n.t('share.event', [whoWords(callback)]),
    details: [phone?.asShown, reason, reference, objective, owner?.name].filter(Boolean).join('\n'),
    url: source?.url ?? null,
    ...slot,
  };
}

/** A promised window with its date: "Wed, Mar 11, before 4:00 PM". */
function datedWindow({ from, until }: DueWindow, zone: string): string {
  const date = (at: number) =>
    new Intl.DateTimeFormat(locale(), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: zone,
    }).format(at);
  const last = until ?? from;
  if (last === null) return i18n.t('due.noTime');
  if (from === null) return i18n.t('when.before', [date(last), clockTime(last, zone)]);
  if (from === last) return i18n.t('when.at', [date(from), clockTime(from, zone)]);
  const end = date(from) === date(last) ? clockTime(last, zone) : `${date(last)}, ${clockTime(last, zone)}`;
  return i18n.t('when.between', [date(from), clockTime(from, zone), end]);
}
