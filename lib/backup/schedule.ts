const day = 24 * 3_600_000;

/** What is known of the backups of this profile. Times are epoch ms. */
export interface BackupState {
  /** When the last one was made, by hand or by itself. */
  lastAt: number | null;
  /** When a file was last imported: what it held is outside this profile already. */
  importedAt: number | null;
  /** Until when the agent does not want to be reminded. */
  quietUntil: number | null;
  /** A backup a day, without being asked. */
  daily: boolean;
  /** When the last daily one was tried, and what went wrong with it; null where nothing did. */
  dailyTriedAt: number | null;
  dailyProblem: string | null;
  /** When it was found that the browser had thrown the list away; null once the agent has seen it. */
  lostAt: number | null;
}

/** After this long without a backup the agent is reminded. */
export const remindAfter = 7 * day;

/**
 * True where the agent should be reminded to back up. @param oldest when the first entry was made; null while
 * there is none: an empty list needs no backup
 */
export function backupReminderDue(state: BackupState, oldest: number | null, now: number): boolean {
  if (
    oldest === null ||
    (state.quietUntil !== null && now < state.quietUntil && state.quietUntil - now <= day)
  ) {
    return false;
  }
  const since = Math.max(state.lastAt ?? 0, state.importedAt ?? 0) || oldest;
  // A clock that was set back must not silence it for years.
  return now - since >= remindAfter || since - now > day;
}

/** When the reminder may come back after it was put away. */
export function quietUntil(now: number): number {
  return now + day;
}

/** True where the daily backup is due. One that failed is tried again after an hour. */
export function dailyBackupDue(state: BackupState, now: number): boolean {
  if (!state.daily) return false;
  const tried = state.dailyTriedAt;
  const wait = state.dailyProblem === null ? day : day / 24;
  return tried === null || now - tried >= wait || tried - now > day;
}

/** The file's name: one a day, so that the disk does not fill with copies. @param zone IANA */
export function backupFileName(extension: 'json' | 'csv', now: number, zone: string): string {
  const date = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return `ringback-${date.toString()}.${extension}`;
}
