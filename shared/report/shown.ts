import type { ArmFigures, Interval, MetricResult } from '../lift/lift-result.ts';

/** The intervals a reader sees. Under an always-valid plan those; else the fixed-horizon ones; withheld ones never. */
export type Shown =
  | { readonly kind: 'withheld'; readonly reason: string }
  | { readonly kind: 'fixed' | 'always-valid'; readonly absolute: Interval; readonly relative: Interval };

/** What of a metric's intervals is shown, and by which right. */
export function shownOf(metric: MetricResult): Shown {
  if (metric.withheld !== null) return { kind: 'withheld', reason: metric.withheld };
  if (metric.alwaysValid !== null) return { kind: 'always-valid', ...metric.alwaysValid };
  return { kind: 'fixed', absolute: metric.absolute, relative: metric.relative };
}

/** The two arms a metric compares; null where the control was not measured. */
export function comparedArms(metric: MetricResult): { control: ArmFigures; treatment: ArmFigures } | null {
  const treatment = metric.arms.find((arm) => arm.id === metric.treatment);
  const control = metric.arms.find((arm) => arm.id !== metric.treatment);
  return treatment === undefined || control === undefined ? null : { control, treatment };
}

/** Whether a difference is an improvement by the plan. */
export function isBetter(metric: MetricResult, difference: number): boolean {
  return metric.better === 'higher' ? difference > 0 : difference < 0;
}
