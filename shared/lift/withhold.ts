import type { Metric } from '../plan/plan.ts';
import { FEWEST_CLUSTERS } from '../stats/cluster-difference.ts';
import type { ArmFigures } from './arm-figures.ts';
import { countClusters } from './cluster.ts';
import type { Estimator } from './headline-estimate.ts';

/** Why an interval is not shown yet: what there is in the smaller arm, and how much is needed. */
export type Withheld = {
  readonly reason: 'few-clusters' | 'few-conversions' | 'few-non-conversions' | 'few-values' | 'nobody';
  readonly have: number;
  readonly need: number;
};

/**
 * Whether the approximation behind a metric's interval would fail (DESIGN.md, "When to refuse"): for rates fewer than
 * 5 expected conversions or non-conversions in the smaller arm, at the pooled rate; for means and ratios fewer than
 * 25, 100 or 400 non-zero values there, as the planned allocation is up to 1.5:1, up to 4:1, or beyond. A ratio needs
 * 400 from 1.5:1 on: with 125 buyers of 2,500 against 10,000 customers, `npm run calibrate` found 8.2 % false alarms.
 * Where many more outcomes of one arm than of the other are missing or late, the arms that are analysed are more lopsided
 * than planned, and their own ratio counts. Where whole clusters were assigned, fewer than 10 of them in an arm.
 */
export function withheld(
  { metric, allocation, cluster }: Pick<Estimator, 'metric' | 'allocation' | 'cluster'>,
  control: ArmFigures,
  treatment: ArmFigures,
): Withheld | null {
  const [smaller, larger] = control.n <= treatment.n ? [control, treatment] : [treatment, control];
  const { n } = smaller;
  if (n === 0) return { reason: 'nobody', have: 0, need: 1 };
  if (cluster !== null) {
    const have = Math.min(countClusters(control.sample(), cluster), countClusters(treatment.sample(), cluster));
    if (have < FEWEST_CLUSTERS) return { reason: 'few-clusters', have, need: FEWEST_CLUSTERS };
  }
  if (metric.kind === 'conversion') {
    const pooled = (smaller.nonZero + larger.nonZero) / (n + larger.n);
    if (n * pooled < 5) return { reason: 'few-conversions', have: n * pooled, need: 5 };
    return n * (1 - pooled) < 5 ? { reason: 'few-non-conversions', have: n * (1 - pooled), need: 5 } : null;
  }
  const analysed = larger.n / n;
  const need = valuesNeeded(metric.kind, analysed > LOPSIDED * allocation ? analysed : allocation);
  const have = Math.min(smaller.nonZero, larger.nonZero, n);
  return have < need ? { reason: 'few-values', have, need } : null;
}

/** Chance alone does not make arms that hold the values needed this much more unlike than planned. */
const LOPSIDED = 1.5;

/** How many non-zero values the smaller arm of a mean or a ratio needs at a planned allocation. */
export function valuesNeeded(kind: Metric['kind'], allocation: number): number {
  if (allocation <= 1.5) return 25;
  return allocation <= 4 && kind !== 'ratio' ? 100 : 400;
}
