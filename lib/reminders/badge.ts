import type { Callback } from '../domain/callback.ts';
import type { DayRules } from '../domain/due.ts';
import { type Group, groupCallbacks } from '../domain/groups.ts';

/** What the badge counts: those due today do not include the overdue ones. */
export interface BadgeCounts {
  open: number;
  overdue: number;
  today: number;
}

/** How the badge looks. Text on background has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const looks = {
  overdue: { background: '#b3261e', textColor: '#ffffff' },
  today: { background: '#f2b100', textColor: '#1d1300' },
  neutral: { background: '#475467', textColor: '#ffffff' },
} as const;

/** Counts the open callbacks for the badge. @param now epoch ms */
export function badgeCounts(open: readonly Callback[], rules: DayRules, now: number): BadgeCounts {
  // The background wakes many times an hour: each entry's group is worked out once, and midnight once for all.
  const byGroup = groupCallbacks(open, rules, now);
  const count = (group: Group) => byGroup.get(group)?.length ?? 0;
  return { open: open.length, overdue: count('overdue'), today: count('today') };
}

/** The badge counts no further. */
const countsTo = 99;

/** So many entries are enough to know the badge, where one of them is overdue and none is a colleague's. */
export const enoughForFace = countsTo + 1;

/** True where more open entries, whatever they are, would not change text and colour. */
export function isFaceCertain({ open, overdue }: BadgeCounts): boolean {
  return open >= enoughForFace && overdue > 0;
}

/** The badge for these counts: how many are open, red when one is overdue, amber when one is due today. */
export function badgeLook({ open, overdue, today }: BadgeCounts) {
  const text = open === 0 ? '' : open > countsTo ? `${countsTo}+` : String(open);
  const look = overdue > 0 ? looks.overdue : today > 0 ? looks.today : looks.neutral;
  return { text, ...look };
}
