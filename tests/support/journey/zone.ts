/**
 * A time zone in which it is now the morning of a working day's hours, whatever the clock of the machine:
 * "in 11 minutes" must not fall into tomorrow because a test ran at midnight.
 */
export function morningZone(now: Date = new Date()): string {
  const ahead = 11 - now.getUTCHours();
  if (ahead === 0) return 'Etc/GMT';
  // POSIX counts westwards: Etc/GMT-3 is three hours ahead of Greenwich.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
