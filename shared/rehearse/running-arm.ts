import { valuesNeeded } from '../lift/withhold.ts';
import type { Metric } from '../plan/plan.ts';
import type { Standing } from './stage.ts';

/** One arm's sums as customers come in: all that the planned estimators need. */
export type RunningArm = {
  n: number;
  nonZero: number;
  sum: number;
  squares: number;
  /** Of a ratio's denominators, and of both together; 0 elsewhere. */
  perSum: number;
  perSquares: number;
  products: number;
};

export function emptyArm(): RunningArm {
  return { n: 0, nonZero: 0, sum: 0, squares: 0, perSum: 0, perSquares: 0, products: 0 };
}

/**
 * Treatment against control as the lift would judge it: the pooled score statistic for rates, whose dual is Mee's
 * interval; Welch's for means; the delta method for ratios. Null where nothing varies.
 */
export function standing(kind: Metric['kind'], control: RunningArm, treatment: RunningArm): Standing | null {
  if (kind === 'conversion') {
    const [before, after] = [control.nonZero / control.n, treatment.nonZero / treatment.n];
    const pooled = (control.nonZero + treatment.nonZero) / (control.n + treatment.n);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / control.n + 1 / treatment.n));
    return { z: (after - before) / error, df: Number.POSITIVE_INFINITY, relative: (after - before) / before };
  }
  const before = gauge(kind, control);
  const after = gauge(kind, treatment);
  const variance = before.variance + after.variance;
  if (!(variance > 0)) return null;
  const df = variance ** 2 / (before.variance ** 2 / (control.n - 1) + after.variance ** 2 / (treatment.n - 1));
  const difference = after.mean - before.mean;
  return { z: difference / Math.sqrt(variance), df, relative: difference / Math.abs(before.mean) };
}

function gauge(kind: Metric['kind'], arm: RunningArm): { mean: number; variance: number } {
  const { n, sum, squares } = arm;
  const spread = (squares - (sum * sum) / n) / (n - 1);
  if (kind !== 'ratio') return { mean: sum / n, variance: spread / n };
  const ratio = sum / arm.perSum;
  const perSpread = (arm.perSquares - arm.perSum ** 2 / n) / (n - 1);
  const shared = (arm.products - (sum * arm.perSum) / n) / (n - 1);
  const base = arm.perSum / n;
  return { mean: ratio, variance: (spread - 2 * ratio * shared + ratio ** 2 * perSpread) / (n * base * base) };
}

/**
 * The numbers of DESIGN.md, "When to refuse".
 *
 * @param allocation the larger planned weight over the smaller
 */
export function tooFew(kind: Metric['kind'], control: RunningArm, treatment: RunningArm, allocation: number): boolean {
  const smaller = Math.min(control.n, treatment.n);
  if (smaller < 2) return true;
  const happened = control.nonZero + treatment.nonZero;
  if (kind === 'conversion') {
    const pooled = happened / (control.n + treatment.n);
    return smaller * Math.min(pooled, 1 - pooled) < 5;
  }
  return Math.min(control.nonZero, treatment.nonZero) < valuesNeeded(kind, allocation);
}
