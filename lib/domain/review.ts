import { hasUnlogged } from './attempt-note.ts';
import { type Callback, isOpen } from './callback.ts';
import { type DayRules, isDueToday, isOverdue } from './due.ts';

/** The sections of the review, in the order they stand (design notes, "Words on the screen"). */
export const reviewSections = [
  'overdue',
  'promised for today',
  'waiting on internal answer',
  'no owner',
  'missing phone number',
  'not logged',
  'escalated',
  'still open',
] as const;
export type ReviewSection = (typeof reviewSections)[number];

/**
 * Every section an entry belongs to; `still open` is every open entry's last. A closed one has no other defect
 * than an attempt that is not in the CRM.
 */
export function sectionsOf(callback: Callback, rules: DayRules, now: number): ReviewSection[] {
  if (!isOpen(callback)) return hasUnlogged(callback) ? ['not logged'] : [];
  const overdue = isOverdue(callback, rules, now);
  const applies: Record<ReviewSection, boolean> = {
    overdue,
    'promised for today': !overdue && isDueToday(callback, rules, now),
    'waiting on internal answer': callback.status === 'waiting on internal answer',
    'no owner': callback.owner === null,
    'missing phone number': callback.phone === null,
    'not logged': hasUnlogged(callback),
    escalated: callback.escalation !== null,
    'still open': true,
  };
  return reviewSections.filter((section) => applies[section]);
}

export interface ReviewRow {
  callback: Callback;
  /** The other sections it belongs to, `still open` left out: its tags. */
  alsoIn: ReviewSection[];
}

export interface ReviewPart {
  section: ReviewSection;
  /** All entries with this defect, also those whose row stands in an earlier section. */
  count: number;
  rows: ReviewRow[];
}

/**
 * The review of the open entries and of the closed ones with something to log, at `now` (epoch ms): sections overlap, so each count is of all entries with that defect while a
 * row is shown once, under the first section that applies. Rows keep the order they came in.
 */
export function reviewOf(callbacks: readonly Callback[], rules: DayRules, now: number): ReviewPart[] {
  const parts = new Map<ReviewSection, ReviewPart>(
    reviewSections.map((section) => [section, { section, count: 0, rows: [] }]),
  );
  for (const callback of callbacks) {
    const [first, ...others] = sectionsOf(callback, rules, now);
    if (!first) continue;
    const alsoIn = others.filter((section) => section !== 'still open');
    parts.get(first)?.rows.push({ callback, alsoIn });
    for (const section of [first, ...others]) {
      const part = parts.get(section);
      if (part) part.count += 1;
    }
  }
  return [...parts.values()];
}
