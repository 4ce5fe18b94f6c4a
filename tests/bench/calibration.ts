/** How far confidences can be trusted, and what other products' pages would have made of them. */
import { thresholds } from '../../lib/capture/weights.ts';
import type { Outcome } from './capture.ts';
import { type PageScore, scorePage } from './score.ts';

export interface Point {
  confidence: number;
  right: boolean;
}

/** Points in bands of confidence. */
export function bands(
  points: readonly Point[],
): { from: number; to: number; right: number; count: number }[] {
  const edges = [0, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.001];
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? 1;
    const inside = points.filter((point) => point.confidence >= from && point.confidence < to);
    return {
      from,
      to: Math.min(to, 1),
      right: inside.filter((point) => point.right).length / inside.length,
      count: inside.length,
    };
  });
}

/** p → sigmoid(slope · logit(p) + shift). */
interface Fit {
  slope: number;
  shift: number;
}

const logit = (share: number): number => Math.log(share / (1 - share));
const clamp = (share: number): number => Math.min(0.999, Math.max(0.001, share));

/** Platt scaling (Platt 1999) by gradient descent; two weak prior points keep it finite when all are right. */
export function platt(points: readonly Point[]): Fit {
  const all = [...points, { confidence: 0.9, right: false }, { confidence: 0.1, right: true }];
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < 3000; step++) {
    let bySlope = 0;
    let byShift = 0;
    for (const point of all) {
      const x = logit(clamp(point.confidence));
      const error = 1 / (1 + Math.exp(-(slope * x + shift))) - (point.right ? 1 : 0);
      bySlope += error * x;
      byShift += error;
    }
    slope -= (0.02 * bySlope) / all.length;
    shift -= (0.1 * byShift) / all.length;
  }
  return { slope, shift };
}

/** Every product's pages judged with confidences refitted on all other products' pages. */
export function leaveOneOut(outcomes: readonly Outcome[]): PageScore[] {
  const scores: PageScore[] = [];
  for (const product of new Set(outcomes.map((one) => one.page.product))) {
    const others = outcomes
      .filter((one) => one.page.product !== product)
      .flatMap((one) => one.score.calibration);
    const { slope, shift } = platt(others);
    const refit = (confidence: number): number =>
      1 / (1 + Math.exp(-(slope * logit(clamp(confidence)) + shift)));
    for (const { page, result } of outcomes) {
      if (page.product !== product) continue;
      const again = structuredClone(result);
      for (const field of ['name', 'phone'] as const) {
        const first = again[field].candidates[0];
        again[field].chosen = first && refit(first.confidence) >= thresholds[field] ? first : null;
      }
      scores.push(scorePage(page, again));
    }
  }
  return scores;
}
