import type { Arms } from '../stats/arm.ts';
import { clusterDifference } from '../stats/cluster-difference.ts';
import { meanDifference } from '../stats/mean-difference.ts';
import { proportionDifference } from '../stats/proportion-difference.ts';
import { summarise } from '../stats/summary.ts';
import { type ClusterColumn, clustersOf } from './cluster.ts';

/** Some customers of an arm by their rows in the unit table, and a value of each. */
export type Valued = { readonly rows: Int32Array; readonly values: Float64Array };

/**
 * How rarely chance alone makes the arms differ as they do, two-sided: in a rate (values 1 or 0) by the pooled score
 * test, in a mean by Welch's. Where whole clusters were assigned, customers of one are not independent, and both go by
 * the cluster-robust error CR2. Null where it cannot be computed: nothing varies, or there are too few clusters.
 */
export function chanceOf(kind: 'rate' | 'mean', arms: Arms<Valued>, cluster: ClusterColumn): number | null {
  const found = cluster === null ? alone(kind, arms) : clusterDifference(byCluster(arms, cluster));
  return found.kind === 'error' ? null : found.p;
}

function alone(kind: 'rate' | 'mean', arms: Arms<Valued>) {
  if (kind === 'rate') {
    return proportionDifference({ control: counted(arms.control), treatment: counted(arms.treatment) });
  }
  const [control, treatment] = [summarise(arms.control.values), summarise(arms.treatment.values)];
  if (control.kind === 'error') return control;
  return treatment.kind === 'error' ? treatment : meanDifference({ control, treatment });
}

function counted({ values }: Valued): { n: number; x: number } {
  return { n: values.length, x: values.reduce((sum, value) => sum + value, 0) };
}

function byCluster({ control, treatment }: Arms<Valued>, cluster: Int32Array) {
  const arm = (customers: Valued) => ({ values: customers.values, cluster: clustersOf(customers, cluster) });
  return { control: arm(control), treatment: arm(treatment) };
}
