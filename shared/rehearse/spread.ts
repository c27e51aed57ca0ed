import type { ArmSample } from '../lift/arm-sample.ts';
import { clusterColumn } from '../lift/cluster.ts';
import { covariateColumns } from '../lift/covariate.ts';
import type { RecordsReader } from '../lift/records-reader.ts';
import type { UnitTable } from '../lift/unit-table.ts';
import type { Metric, Plan } from '../plan/plan.ts';
import { solveSymmetric } from '../stats/linear.ts';

/**
 * The share of the outcome's variance that the plan's covariates leave, in history: 1 − adjusted R² of the least
 * squares fit, a missing value taken as the mean (CUPED: Deng, Xu, Kohavi & Walker 2013, section 3). 1 without
 * covariates, or where they do not vary.
 */
export function varianceLeft(
  plan: Plan,
  metric: Metric,
  units: UnitTable,
  records: RecordsReader,
  sample: ArmSample,
): number {
  // Clusters and ratios have estimators of their own, which do not adjust.
  if (plan.allocation.cluster !== undefined || metric.kind === 'ratio') return 1;
  const columns = covariateColumns(plan, units, records).map(({ values }) =>
    centred(Float64Array.from(sample.rows, (row) => values[row] ?? Number.NaN)),
  );
  const n = sample.values.length;
  const k = columns.length;
  if (k === 0 || n <= k + 2) return 1;
  const y = centred(sample.values);
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const withY = columns.map((column) => product(column, y));
  const theta = solveSymmetric(
    columns.map((a) => columns.map((b) => product(a, b))),
    withY,
  );
  const total = product(y, y);
  if (theta === null || !(total > 0)) return 1;
  const explained = theta.reduce((sum, one, i) => sum + one * (withY[i] ?? 0), 0) / total;
  const left = ((1 - explained) * (n - 1)) / (n - k - 1);
  return Math.min(1, Math.max(0.01, left));
}

/**
 * How many times the variance of a mean is larger because whole clusters are assigned: Kish's design effect (Survey
 * Sampling, 1965), by linearisation over the clusters of history. 1 where customers are assigned one by one.
 */
export function designEffect(plan: Plan, units: UnitTable, records: RecordsReader, sample: ArmSample): number {
  const cluster = clusterColumn(plan, units, records);
  const n = sample.values.length;
  if (cluster === null || n < 2) return 1;
  const deviations = centred(linear(sample));
  const sums = new Map<number, number>();
  for (const [i, row] of sample.rows.entries()) {
    const at = cluster[row] ?? -1;
    sums.set(at, (sums.get(at) ?? 0) + (deviations[i] ?? 0));
  }
  const groups = sums.size;
  const apart = deviations.reduce((sum, value) => sum + value * value, 0) * (n / (n - 1));
  if (groups < 2 || !(apart > 0)) return 1;
  let together = 0;
  for (const sum of sums.values()) together += sum * sum;
  return Math.max(1, (together * (groups / (groups - 1))) / apart);
}

/** A ratio's customers by their share in it. */
function linear({ values, per }: ArmSample): Float64Array {
  if (per === null) return values;
  const ratio = values.reduce((sum, value) => sum + value, 0) / per.reduce((sum, value) => sum + value, 0);
  return values.map((value, i) => value - ratio * (per[i] ?? 0));
}

/** Deviations from the mean of what is known; what is missing deviates by nothing. */
function centred(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  return values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
}
