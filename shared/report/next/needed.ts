import type { MetricResult } from '../../lift/lift-result.ts';
import { powerMean } from '../../stats/power-mean.ts';
import { powerProportion } from '../../stats/power-proportion.ts';
import { comparedArms, shownOf } from '../shown.ts';

/** The chance to see an effect that is there. */
export const POWER = 0.8;

/** A question is open while zero lies within the interval, or there is none. */
export function isOpen(metric: MetricResult): boolean {
  const shown = shownOf(metric);
  if (shown.kind === 'withheld') return true;
  const { lower, upper } = shown.absolute;
  return (lower === null || lower <= 0) && (upper === null || upper >= 0);
}

/**
 * Customers in both arms that would show a lift as large as `threshold`, for one look at the end; null where the
 * metric gives no ground to reckon from.
 *
 * @param ratio treatment ÷ control; by default as in this pilot
 */
export function neededFor(metric: MetricResult, threshold: number, ratio?: number): number | null {
  const arms = comparedArms(metric);
  const { mean, sd } = arms?.control ?? { mean: null, sd: null };
  if (arms === null || mean === null || mean === 0 || threshold === 0) return null;
  const sign = metric.better === 'higher' ? 1 : -1;
  const asked = {
    mde: sign * Math.abs(threshold * mean),
    power: POWER,
    alpha: 1 - metric.level,
    ratio: ratio ?? arms.treatment.n / arms.control.n,
  };
  if (!(asked.ratio > 0) || !Number.isFinite(asked.ratio)) return null;
  if (metric.kind !== 'conversion' && sd === null) return null;
  const found =
    metric.kind === 'conversion'
      ? powerProportion({ ...asked, baseline: mean })
      : powerMean({ ...asked, sd: sd ?? 0, distribution: 'normal' });
  return found.kind === 'computed' ? found.nControl + found.nTreatment : null;
}
