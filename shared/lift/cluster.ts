import type { Plan } from '../plan/plan.ts';
import type { ArmSample } from './arm-sample.ts';
import { newCoder } from './coded.ts';
import type { RecordsReader } from './records-reader.ts';
import type { UnitTable } from './unit-table.ts';

/** The cluster of every row of the unit table, as a number; null where the plan assigns customers one by one. */
export type ClusterColumn = Int32Array | null;

/** Customers who share the trait are one cluster; a customer without it is one of its own. */
export function clusterColumn(plan: Plan, units: UnitTable, records: RecordsReader): ClusterColumn {
  const { cluster } = plan.allocation;
  if (cluster === undefined) return null;
  const of = new Int32Array(units.index.ids.length).fill(-1);
  const { customer, code, levels } = records.trait(cluster.trait);
  // A number and the text that writes it name the same cluster.
  const names = newCoder<string>();
  const numbers = levels.map((level) => (level === null ? -1 : names.codeOf(String(level))));
  for (let i = 0; i < customer.length; i++) {
    const row = units.index.row(customer[i]!);
    if (row >= 0) of[row] = numbers[code[i]!]!;
  }
  let next = names.levels.length;
  return of.map((number) => (number < 0 ? next++ : number));
}

/** How many clusters a sample holds. */
export function countClusters(sample: ArmSample, cluster: Int32Array): number {
  return new Set(clustersOf(sample, cluster)).size;
}

/** The cluster of each customer of a sample. */
export function clustersOf({ rows }: Pick<ArmSample, 'rows'>, cluster: Int32Array): Int32Array {
  return Int32Array.from(rows, (row) => cluster[row] ?? -1);
}

/** A sample with one row a cluster, its values and denominators added up. */
export function clusterTotals(sample: ArmSample, cluster: Int32Array): ArmSample {
  const at = new Map<number, number>();
  const of = clustersOf(sample, cluster);
  const first: number[] = [];
  for (const [i, number] of of.entries()) {
    if (at.has(number)) continue;
    at.set(number, at.size);
    first.push(sample.rows[i] ?? -1);
  }
  const add = (column: Float64Array) => {
    const total = new Float64Array(at.size);
    for (let i = 0; i < of.length; i++) {
      const place = at.get(of[i] ?? -1) ?? 0;
      total[place] = (total[place] ?? 0) + (column[i] ?? 0);
    }
    return total;
  };
  const closes = new Float64Array(at.size).fill(Number.NaN);
  return { rows: Int32Array.from(first), values: add(sample.values), per: sample.per && add(sample.per), closes };
}

/** How many clusters have customers in more than one arm. */
export function splitClusters(units: UnitTable, cluster: Int32Array): number {
  const armOf = new Map<number, number>();
  const split = new Set<number>();
  for (let row = 0; row < units.arm.length; row++) {
    const arm = units.arm[row] ?? -1;
    const number = cluster[row] ?? -1;
    if (arm < 0) continue;
    const before = armOf.get(number);
    if (before === undefined) armOf.set(number, arm);
    else if (before !== arm) split.add(number);
  }
  return split.size;
}

/** One row for each cluster of each arm, the first: what sample-ratio checks count. Every row where there are none. */
export function countedUnits(units: UnitTable, cluster: ClusterColumn): UnitTable {
  if (cluster === null) return units;
  const seen = new Set<string>();
  const arm = units.arm.map((of, row) => {
    const name = `${of}/${cluster[row]}`;
    if (of < 0 || seen.has(name)) return -1;
    seen.add(name);
    return of;
  });
  return { ...units, arm };
}
