import { i18n } from '#i18n';
import type { Kind, Outcome, Status } from '../domain/callback.ts';
import type { Group } from '../domain/groups.ts';
import type { Rank } from '../domain/priority.ts';
import { reasonFromKind } from '../domain/reason.ts';
import type { ReviewSection } from '../domain/review.ts';
import type { SettingsWords } from '../domain/settings.ts';
import { clockTime } from './times.ts';

/** The status word as it stands on the screen. */
export function statusWord(status: Status): string {
  switch (status) {
    case 'needs call':
      return i18n.t('status.needsCall');
    case 'waiting on internal answer':
      return i18n.t('status.waiting');
    case 'called once':
      return i18n.t('status.calledOnce');
    case 'left message':
      return i18n.t('status.leftMessage');
    case 'completed':
      return i18n.t('status.completed');
    case 'no longer needed':
      return i18n.t('status.noLongerNeeded');
  }
}

export function kindWord(kind: Kind): string {
  switch (kind) {
    case 'missed call':
      return i18n.t('kind.missedCall');
    case 'disconnected':
      return i18n.t('kind.disconnected');
    case 'promised':
      return i18n.t('kind.promised');
    case 'post-job follow-up':
      return i18n.t('kind.followUp');
    case 're-engagement':
      return i18n.t('kind.reEngagement');
  }
}

export function groupWord(group: Group): string {
  switch (group) {
    case 'overdue':
      return i18n.t('group.overdue');
    case 'today':
      return i18n.t('group.today');
    case 'later':
      return i18n.t('group.later');
    case 'no time':
      return i18n.t('group.noTime');
    case 'closed':
      return i18n.t('group.closed');
  }
}

/** Why an entry stands where it stands, for its hover. */
export function rankWord(rank: Rank): string {
  switch (rank) {
    case 'overdue':
      return i18n.t('rank.overdue');
    case 'answer a missed call':
      return i18n.t('rank.missed');
    case 'promised':
      return i18n.t('rank.promised');
    case 'follow up':
      return i18n.t('rank.followUp');
    case 're-engage':
      return i18n.t('rank.reEngage');
    case 'closed':
      return i18n.t('rank.closed');
  }
}

export function sectionWord(section: ReviewSection): string {
  switch (section) {
    case 'overdue':
      return i18n.t('review.overdue');
    case 'promised for today':
      return i18n.t('review.today');
    case 'waiting on internal answer':
      return i18n.t('review.waiting');
    case 'no owner':
      return i18n.t('review.noOwner');
    case 'missing phone number':
      return i18n.t('review.missingNumber');
    case 'not logged':
      return i18n.t('review.notLogged');
    case 'escalated':
      return i18n.t('review.escalated');
    case 'still open':
      return i18n.t('review.stillOpen');
  }
}

/** The reason filled in where nobody typed one. @param happenedAt epoch ms. @param zone IANA. */
export function reasonWords(kind: Kind, happenedAt: number, zone: string): string {
  const filled = reasonFromKind(kind, happenedAt);
  switch (filled.key) {
    case 'missedCall':
      return i18n.t('reason.missedCall');
    case 'callDropped':
      return i18n.t('reason.callDropped', [clockTime(filled.at, zone)]);
    case 'followUp':
      return i18n.t('reason.followUp');
    case 'reEngagement':
      return i18n.t('reason.reEngagement');
    case 'promised':
      return i18n.t('reason.promised');
  }
}

/** Settings that are words, as a new install has them; their placeholders are the same in every language. */
export function settingsWords(): SettingsWords {
  return {
    noteTemplate: `${i18n.t('options.defaultNote', ['{n}'])} · {date} {time} · {agent} · {outcome} · {note}`,
    textFollowUp: i18n.t('options.defaultText'),
  };
}

/** How an attempt went, as it stands on the screen and in the CRM's note. */
export function outcomeWord(outcome: Outcome): string {
  switch (outcome) {
    case 'reached, done':
      return i18n.t('calling.outcome.reachedDone');
    case 'reached, needs more':
      return i18n.t('calling.outcome.reachedMore');
    case 'left message':
      return i18n.t('calling.outcome.leftMessage');
    case 'no answer':
      return i18n.t('calling.outcome.noAnswer');
    case 'wrong number':
      return i18n.t('calling.outcome.wrongNumber');
    case 'they called back':
      return i18n.t('calling.outcome.calledBack');
  }
}
