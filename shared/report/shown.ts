import type { ArmFigures, Interval, MetricResult } from '../lift/lift-result.ts';

/** Why an interval is right: for one look, at any look, or at a planned one. */
export type Right = 'fixed' | 'always-valid' | 'planned';

/** The intervals a reader sees. Under an always-valid plan those, at a planned look those of its bound; else the fixed-horizon ones; withheld ones never. */
export type Shown =
  | { readonly kind: 'withheld'; readonly reason: string }
  | { readonly kind: Right; readonly absolute: Interval; readonly relative: Interval };

/** What of a metric's intervals is shown, and by which right. */
export function shownOf(metric: MetricResult): Shown {
  if (metric.withheld !== null) return { kind: 'withheld', reason: metric.withheld };
  if (metric.alwaysValid !== null) return { kind: 'always-valid', ...metric.alwaysValid };
  if (metric.planned !== null)
    return { kind: 'planned', absolute: metric.planned.absolute, relative: metric.planned.relative };
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

/** By which right a metric's interval is shown. */
export function rightOf(metric: MetricResult): Right {
  if (metric.alwaysValid !== null) return 'always-valid';
  return metric.planned === null ? 'fixed' : 'planned';
}
