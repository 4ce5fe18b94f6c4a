import type { Fact } from './facts.ts';

/** So many of so many. */
export interface Share {
  count: number;
  of: number;
}

/** The figures over some facts. Every one says how many it stands on; null where that is none. */
export interface Figures {
  /** Promises kept, of those that are decided. */
  kept: Share;
  /** How late the caller was called where a promise was not kept, ms. `uncalled`: nobody has called at all. */
  lateness: { median: number | null; p90: number | null; count: number; uncalled: number };
  /** Missed calls returned in their business minutes. */
  missed: Share;
  /** Calls until the caller was first reached, that one included. */
  reach: { mean: number | null; count: number };
}

export function figuresOf(facts: readonly Fact[]): Figures {
  const promises = facts.filter((fact) => fact.what === 'promise');
  const missed = facts.filter((fact) => fact.what === 'missed call');
  const calls = facts.flatMap((fact) => (fact.what === 'reached' ? [fact.calls] : []));
  const broken = promises.filter(({ kept }) => !kept);
  const late = broken.flatMap(({ lateBy }) => lateBy ?? []).sort((a, b) => a - b);
  return {
    kept: { count: promises.length - broken.length, of: promises.length },
    lateness: {
      median: median(late),
      p90: nearestRank(late, 0.9),
      count: late.length,
      uncalled: broken.length - late.length,
    },
    missed: { count: missed.filter(({ inTime }) => inTime).length, of: missed.length },
    reach: {
      mean: calls.length === 0 ? null : calls.reduce((sum, one) => sum + one, 0) / calls.length,
      count: calls.length,
    },
  };
}

/** The middle value, of an even number the mean of the two in the middle. @param sorted ascending */
function median(sorted: readonly number[]): number | null {
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The smallest value that so great a share is not above (nearest rank). @param sorted ascending */
function nearestRank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? null;
}
