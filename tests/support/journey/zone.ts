/**
 * A time zone in which it is now eleven in the morning, whatever the clock of the machine: "in 11 minutes" must
 * not fall into tomorrow because a test ran at midnight. The day of the week stays what it is, so a test types
 * only times that mean the same on a Friday and on a day off ("8" is asked back on all of them, "3" is not), or
 * has the agent work on all seven days first.
 */
export function morningZone(now: Date = new Date()): string {
  const ahead = 11 - now.getUTCHours();
  if (ahead === 0) return 'Etc/GMT';
  // POSIX counts westwards: Etc/GMT-3 is three hours ahead of Greenwich.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
