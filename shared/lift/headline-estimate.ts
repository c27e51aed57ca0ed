import type { Metric } from '../plan/plan.ts';
import { adjustedEstimate } from './adjusted-estimate.ts';
import type { Adjustment } from './adjustment.ts';
import type { ArmFigures } from './arm-figures.ts';
import type { ClusterColumn } from './cluster.ts';
import { clusterEstimate } from './cluster-estimate.ts';
import { type Asked, type Estimate, estimate, withoutInterval } from './estimate.ts';
import type { Interval } from './lift-result.ts';
import { withheld } from './withhold.ts';

/** How a metric is estimated: named by the plan, the same at every look. */
export type Estimator = {
  readonly metric: Metric;
  /** The larger planned weight over the smaller. */
  readonly allocation: number;
  readonly adjustment: Adjustment | null;
  readonly cluster: ClusterColumn;
  readonly asked: Asked;
};

/** The one estimate that counts, and beside an adjusted one the raw one. */
export type Headline = {
  readonly shown: Estimate;
  readonly unadjusted: { readonly raw: Estimate; readonly varianceReduction: number } | null;
  /** Why the plan's adjustment was not made, or null. */
  readonly notAdjusted: 'few-conversions' | 'not-possible' | null;
};

/** Adjusting a conversion needs this many expected conversions, and non-conversions, in the smaller arm. */
export const FEWEST_TO_ADJUST = 10;

/** A metric's one headline estimate: by cluster, else a ratio by the delta method, else adjusted, else raw; its interval taken away where withheld. */
export function headlineEstimate(by: Estimator, control: ArmFigures, treatment: ArmFigures): Headline {
  const { metric, adjustment, cluster, asked } = by;
  const raw = estimate(metric.kind, control, treatment, asked);
  if (withheld(by, control, treatment) !== null) return only(withoutInterval(raw), null);
  if (cluster !== null) return only(clusterEstimate(control, treatment, cluster, raw, asked), null);
  if (adjustment === null || metric.kind === 'ratio' || raw.problem !== null) return only(raw, null);
  if (metric.kind === 'conversion' && tooFewToAdjust(control, treatment)) return only(raw, 'few-conversions');
  const found = adjustedEstimate(control, treatment, adjustment, raw, asked);
  if (found.kind === 'not-adjusted') return only(raw, 'not-possible');
  const shrunk = reach(found.estimate.at(1).absolute) / reach(raw.at(1).absolute);
  return { shown: found.estimate, unadjusted: { raw, varianceReduction: 1 - shrunk ** 2 }, notAdjusted: null };
}

function only(shown: Estimate, notAdjusted: Headline['notAdjusted']): Headline {
  return { shown, unadjusted: null, notAdjusted };
}

function tooFewToAdjust(control: ArmFigures, treatment: ArmFigures): boolean {
  const [n, m] = [control.n, treatment.n];
  const rate = (control.nonZero + treatment.nonZero) / (n + m);
  return Math.min(n, m) * Math.min(rate, 1 - rate) < FEWEST_TO_ADJUST;
}

function reach({ estimate: centre, lower, upper }: Interval): number {
  if (centre === null) return Number.NaN;
  return upper === null ? centre - (lower ?? Number.NaN) : upper - centre;
}
