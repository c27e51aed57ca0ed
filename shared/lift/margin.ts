import type { Metric } from '../plan/plan.ts';
import { meanDifference } from '../stats/mean-difference.ts';
import { proportionDifference } from '../stats/proportion-difference.ts';
import type { Alternative } from '../stats/question.ts';
import type { ArmSummary } from './estimate.ts';
import type { Interval } from './lift-result.ts';

/** Guardrails must all pass, so each is tested at this one-sided level, uncorrected. */
const ALPHA = 0.025;

/**
 * Whether a guardrail is shown to be no worse than its margin: one-sided at 0.025, for rates by the score variance
 * of Farrington & Manning (1990), for means by Welch. Null where it cannot be computed.
 */
export function nonInferior(metric: Metric, control: ArmSummary, treatment: ArmSummary): boolean | null {
  if (metric.margin === undefined) return null;
  const lowerIsBetter = metric.better === 'lower';
  const alternative: Alternative = lowerIsBetter ? 'less' : 'greater';
  const asked = { alternative, null: lowerIsBetter ? metric.margin : -metric.margin };
  const found =
    metric.kind === 'conversion'
      ? proportionDifference({ control, treatment, ...asked })
      : meanDifference({ control: meanArm(control), treatment: meanArm(treatment), ...asked });
  return found.kind === 'error' || found.p === null ? null : found.p <= ALPHA;
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

function meanArm({ n, mean, sd }: ArmSummary) {
  return { n, mean: mean ?? Number.NaN, sd: sd ?? 0 };
}
