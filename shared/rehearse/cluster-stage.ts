import type { Metric } from '../plan/plan.ts';
import { FEWEST_CLUSTERS } from '../stats/cluster-difference.ts';
import type { PlainInput } from './plain-stage.ts';
import type { Planting } from './planting.ts';
import { emptyArm, type RunningArm, standing, tooFew } from './running-arm.ts';
import type { Stage, Telling } from './stage.ts';

/** The clusters of history, by number: whom they hold, and their totals. */
export type Clusters = {
  readonly count: number;
  readonly size: Int32Array;
  readonly sum: Float64Array;
  readonly per: Float64Array;
  readonly nonZero: Int32Array;
  /** Clusters of one size are one class: their sums are all that CR2 asks for. */
  readonly classOf: Int32Array;
  readonly classSizes: readonly number[];
};

/** @param cluster of each customer, from 0 without gaps */
export function clustersOfHistory(cluster: Int32Array, values: Float64Array, per: Float64Array | null): Clusters {
  const count = cluster.reduce((most, one) => Math.max(most, one + 1), 0);
  const [size, nonZero] = [new Int32Array(count), new Int32Array(count)];
  const [sum, perSum] = [new Float64Array(count), new Float64Array(count)];
  for (const [i, at] of cluster.entries()) {
    size[at]! += 1;
    sum[at]! += values[i] ?? 0;
    perSum[at]! += per?.[i] ?? 0;
    if (values[i] !== 0) nonZero[at]! += 1;
  }
  const classSizes = [...new Set(size)].sort((a, b) => a - b);
  const place = new Map(classSizes.map((one, i) => [one, i]));
  return { count, size, sum, per: perSum, nonZero, classOf: size.map((one) => place.get(one) ?? 0), classSizes };
}

/** One arm's clusters added up, class by class, and its customers and cluster totals for what else is asked. */
type Sums = {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly customers: RunningArm;
  readonly totals: RunningArm;
};

/**
 * Whole clusters, compared with the cluster-robust error CR2 and Satterthwaite's degrees of freedom, or, for ratios, by
 * the delta method on the clusters' totals.
 */
export function clusterStage(input: Omit<PlainInput, 'values' | 'per'>, clusters: Clusters): Stage {
  const { kind, control, allocations, planting } = input;
  const empty = () => emptySums(clusters);
  const arms = allocations.map(() => ({ nothing: empty(), planted: empty() }));
  return {
    takeIn(arm, unit, draws) {
      const here = arms[arm];
      if (here === undefined) throw new Error('every cluster gets an arm');
      const [m, sum, nonZero] = [clusters.size[unit] ?? 0, clusters.sum[unit] ?? 0, clusters.nonZero[unit] ?? 0];
      addCluster(here.nothing, clusters, unit, sum, nonZero);
      if (arm === control) return;
      let turned = 0;
      if (planting.kind === 'turn') {
        const candidates = planting.from === 0 ? m - nonZero : nonZero;
        for (let i = 0; i < candidates; i++) if (draws.unit() < planting.chance) turned += planting.from === 0 ? 1 : -1;
      }
      addCluster(here.planted, clusters, unit, plantedSum(planting, sum, m) + turned, nonZero + turned);
    },
    standing(arm, telling) {
      const [base, here] = [arms[control]?.nothing, arms[arm]?.[telling satisfies Telling]];
      return base === undefined || here === undefined
        ? null
        : clusterStanding(kind, base, here, clusters.classSizes, allocations[arm] ?? 1);
    },
  };
}

function plantedSum(planting: Planting, sum: number, size: number): number {
  switch (planting.kind) {
    case 'turn':
      return sum;
    case 'shift':
      return sum + planting.by * size;
    case 'scale':
      return sum * planting.by;
  }
}

function emptySums({ classSizes }: Clusters): Sums {
  const zeros = () => new Float64Array(classSizes.length);
  return { counts: zeros(), sums: zeros(), squares: zeros(), customers: emptyArm(), totals: emptyArm() };
}

function addCluster(to: Sums, clusters: Clusters, unit: number, sum: number, nonZero: number): void {
  const at = clusters.classOf[unit] ?? 0;
  const per = clusters.per[unit] ?? 0;
  to.counts[at]! += 1;
  to.sums[at]! += sum;
  to.squares[at]! += sum * sum;
  to.customers.n += clusters.size[unit] ?? 0;
  to.customers.nonZero += nonZero;
  to.customers.sum += sum;
  to.totals.n += 1;
  to.totals.sum += sum;
  to.totals.squares += sum * sum;
  to.totals.perSum += per;
  to.totals.perSquares += per * per;
  to.totals.products += sum * per;
}

function clusterStanding(
  kind: Metric['kind'],
  control: Sums,
  treatment: Sums,
  sizes: readonly number[],
  allocation: number,
) {
  if (Math.min(control.totals.n, treatment.totals.n) < FEWEST_CLUSTERS) return null;
  if (tooFew(kind, control.customers, treatment.customers, allocation)) return null;
  if (kind === 'ratio') return standing('ratio', control.totals, treatment.totals);
  const [before, after] = [robust(control, sizes), robust(treatment, sizes)];
  const variance = before.variance + after.variance;
  if (!(variance > 0)) return null;
  const df = (1 / before.n + 1 / after.n) ** 2 / (before.products + after.products);
  const difference = after.mean - before.mean;
  return { z: difference / Math.sqrt(variance), df, relative: difference / Math.abs(before.mean) };
}

/** The closed form of `clusterDifference`, from sums by size. */
function robust({ counts, sums, squares, customers }: Sums, sizes: readonly number[]) {
  const { n } = customers;
  const mean = customers.sum / n;
  let [variance, diagonal, sum, fourth] = [0, 0, 0, 0];
  for (const [at, m] of sizes.entries()) {
    const count = counts[at] ?? 0;
    if (count === 0) continue;
    const kept = 1 - m / n;
    const residuals = (squares[at] ?? 0) - 2 * mean * m * (sums[at] ?? 0) + mean * mean * m * m * count;
    variance += residuals / kept / n ** 2;
    diagonal += count * (m / n ** 2) ** 2;
    const q = m ** 2 / kept / n ** 3;
    sum += count * q;
    fourth += count * q * q;
  }
  return { n, mean, variance, products: diagonal + sum * sum - fourth };
}
