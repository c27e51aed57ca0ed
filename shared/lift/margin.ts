import type { Metric } from '../plan/plan.ts';
import { proportionDifference } from '../stats/proportion-difference.ts';
import type { Alternative } from '../stats/question.ts';
import type { Figures } from './arm-figures.ts';
import { type Estimator, headlineEstimate } from './headline-estimate.ts';
import type { Interval } from './lift-result.ts';

/** Guardrails must all pass, so each is tested at this one-sided level, uncorrected. */
const ALPHA = 0.025;

/**
 * Whether a guardrail is shown to be no worse than its margin: one-sided at 0.025, for raw rates by the score variance
 * of Farrington & Manning (1990), else by the metric's own headline estimator: its one-sided interval lies within the
 * margin. Null where it cannot be computed.
 */
export function nonInferior(by: Estimator, figures: Figures): boolean | null {
  const { metric } = by;
  if (metric.margin === undefined) return null;
  const lowerIsBetter = metric.better === 'lower';
  const alternative: Alternative = lowerIsBetter ? 'less' : 'greater';
  const asked = { level: 1 - ALPHA, alternative };
  const { shown, unadjusted } = headlineEstimate({ ...by, asked }, figures.control, figures.treatment);
  if (metric.kind === 'conversion' && unadjusted === null && by.cluster === null) {
    const tested = { ...asked, null: lowerIsBetter ? metric.margin : -metric.margin };
    const found = proportionDifference({ control: shown.control, treatment: shown.treatment, ...tested });
    return found.kind === 'error' || found.p === null ? null : found.p <= ALPHA;
  }
  const { lower, upper } = shown.absolute;
  return lower === null && upper === null ? null : clear(metric, shown.absolute);
}

/** Whether the whole interval lies beyond the margin on the worse side. */
export function breached(metric: Metric, absolute: Interval): boolean {
  if (metric.margin === undefined) return false;
  return metric.better === 'lower'
    ? absolute.lower !== null && absolute.lower > metric.margin
    : absolute.upper !== null && absolute.upper < -metric.margin;
}

/** Whether the whole interval lies within the margin. */
export function clear(metric: Metric, absolute: Interval): boolean {
  if (metric.margin === undefined) return true;
  return metric.better === 'lower'
    ? absolute.upper !== null && absolute.upper < metric.margin
    : absolute.lower !== null && absolute.lower > -metric.margin;
}
