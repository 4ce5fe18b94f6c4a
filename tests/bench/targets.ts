/** What the bench must reach, and what a run falls short of. */
import type { Totals } from './score.ts';

/** Shares, 0 to 1. */
export interface Target {
  both: number;
  wrong: number;
  negatives: number;
  recall: number;
  extras: number;
}

/** On pages the weights were made beside (the shared corpus, our own fixtures), and on others. */
export const targets = {
  corpus: { both: 0.97, wrong: 0.005, negatives: 1, recall: 0.97, extras: 0.01 },
  unseen: { both: 0.93, wrong: 0.01, negatives: 1, recall: 0.93, extras: 0.03 },
} as const satisfies Record<string, Target>;

/** A share of 0 to 1 in per cent, a dash where nothing was measured. */
export const percent = (share: number): string =>
  (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)}`).padStart(6);

/**
 * What a run falls short of, in words. What was not measured is a miss, but for the kinds of page a folder does
 * not have: a folder of lists has no record to be exact on.
 * @param had whether the folder holds records, pages without a caller or number, and lists
 */
export function belowTarget(
  sum: Totals,
  target: Target,
  had: { records: boolean; negatives: boolean; lists: boolean },
): string[] {
  const misses: string[] = [];
  const least = (what: string, share: number, bound: number): void => {
    if (!(share >= bound)) misses.push(`${what} ${percent(share)} < ${percent(bound)}`);
  };
  const most = (what: string, share: number, bound: number): void => {
    if (!(share <= bound)) misses.push(`${what} ${percent(share)} > ${percent(bound)}`);
  };
  if (had.records) least('both exact', sum.both, target.both);
  most('wrong phones', sum.wrong, target.wrong);
  if (had.negatives) least('clean negatives', sum.negatives, target.negatives);
  if (had.lists) least('list rows', sum.recall, target.recall);
  most('extra rows', sum.extras, target.extras);
  return misses;
}
