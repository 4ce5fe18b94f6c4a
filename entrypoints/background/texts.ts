import { i18n } from '#i18n';
import { dayWord, dueWords, lengthWords, windowWords } from '../../lib/i18n/times.ts';
import type { BadgeCounts } from '../../lib/reminders/badge.ts';
import type { MissedReview } from '../../lib/reminders/review-times.ts';
import type {
  DigestFacts,
  NotificationText,
  ReminderFacts,
  ReminderTexts,
} from '../../lib/reminders/texts.ts';

const minute = 60_000;

/** The words of reminders in the browser's language. */
export const reminderTexts: ReminderTexts = {
  badge,
  reminder: (facts, now, zone) => ({
    title: reminderTitle(facts, now),
    message: [
      facts.callAnyway ? i18n.t('notifications.callAnyway') : '',
      reminderTime(facts, now, zone),
      facts.number,
      facts.reason,
    ]
      .filter(Boolean)
      .join(' · '),
  }),
  digest: (facts) => ({
    title: i18n.t('notifications.digest', facts.count),
    message: [digestLateness(facts), digestNames(facts)].filter(Boolean).join(' '),
  }),
  review: (open) => ({
    title: i18n.t('notifications.review', [open]),
    message: i18n.t('notifications.reviewHint'),
  }),
  missedReview,
  focus: (waiting) => ({
    title: i18n.t('notifications.focus', waiting),
    message: i18n.t('notifications.focusHint'),
  }),
  get callNow() {
    return i18n.t('notifications.callNow');
  },
  get snooze() {
    return i18n.t('notifications.snooze');
  },
};

function badge({ open, overdue, today }: BadgeCounts): string {
  const parts = [
    i18n.t('badge.open', open),
    ...(overdue > 0 ? [i18n.t('badge.overdue', [overdue])] : []),
    ...(today > 0 ? [i18n.t('badge.today', [today])] : []),
  ];
  return i18n.t('badge.title', [parts.join(', ')]);
}

function reminderTitle({ stage, kind, name, number, window }: ReminderFacts, now: number): string {
  const who = name ?? number ?? i18n.t('notifications.someone');
  const start = window.from ?? window.until ?? now;
  switch (stage) {
    case 'lead':
      return start - now < minute
        ? i18n.t('notifications.opening', [who])
        : i18n.t('notifications.lead', [who, lengthWords(start - now)]);
    case 'opening':
      return i18n.t('notifications.opening', [who]);
    case 'at once':
      return kind === 'missed call'
        ? i18n.t('notifications.missedCall', [who])
        : i18n.t('notifications.callDropped', [who]);
    case 'overdue':
      return i18n.t('notifications.overdue', [who]);
    case 'snoozed':
      return i18n.t('notifications.snoozed', [who]);
  }
}

/** How late it is, else the time that was promised. */
function reminderTime({ window, lateFrom }: ReminderFacts, now: number, zone: string): string {
  const late = lateFrom !== null && now >= lateFrom;
  return late ? dueWords(window, lateFrom, now, zone) : windowWords(window, now, zone);
}

function digestLateness({ overdue, longestLate }: DigestFacts): string {
  return overdue > 0
    ? i18n.t('notifications.digestLate', [overdue, lengthWords(longestLate)])
    : i18n.t('notifications.digestInTime');
}

function digestNames({ names, count }: DigestFacts): string {
  if (names.length === 0) return '';
  const listed = names.join(', ');
  return names.length < count ? i18n.t('notifications.digestMore', [listed, count - names.length]) : listed;
}

function missedReview({ day, stillOpen }: MissedReview, now: number, zone: string): NotificationText {
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '12:00' });
  const word = dayWord(noon.epochMilliseconds, now, zone);
  return {
    title:
      word === i18n.t('when.yesterday')
        ? i18n.t('notifications.missedReview', [stillOpen])
        : i18n.t('notifications.missedReviewOn', [word, stillOpen]),
    message: i18n.t('notifications.missedReviewHint'),
  };
}
