import type { ArmSample } from '../lift/arm-sample.ts';
import { clusterColumn } from '../lift/cluster.ts';
import { covariateColumns } from '../lift/covariate.ts';
import type { RecordsReader } from '../lift/records-reader.ts';
import type { UnitTable } from '../lift/unit-table.ts';
import { isStratified } from '../plan/metric-statement.ts';
import type { Metric, Plan } from '../plan/plan.ts';

/** What the sealed method knows of each customer of history beside the outcome. */
export type KnownBefore = {
  /** From 0 without gaps; null where customers are assigned one by one. */
  readonly cluster: Int32Array | null;
  /** Without gaps, orthonormal over history: an adjustment is the same whatever covariates span it. */
  readonly covariates: readonly Float64Array[];
  /** From 0 without gaps; null where assignment has no strata, or where clusters are assigned. */
  readonly stratum: Int32Array | null;
};

export const NOTHING_KNOWN: KnownBefore = { cluster: null, covariates: [], stratum: null };

export function knownBefore(
  plan: Plan,
  metric: Metric,
  units: UnitTable,
  rows: ArmSample['rows'],
  records: RecordsReader,
): KnownBefore {
  const cluster = clusterColumn(plan, units, records);
  if (cluster !== null) return { ...NOTHING_KNOWN, cluster: numbered(Array.from(rows, (row) => cluster[row] ?? -1)) };
  const stratum = isStratified(plan.allocation) ? numbered(stratumNames(plan, units, rows, records)) : null;
  if (metric.kind === 'ratio') return { ...NOTHING_KNOWN, stratum };
  const columns = covariateColumns(plan, units, records).flatMap(({ values }) =>
    filled(Float64Array.from(rows, (row) => values[row] ?? Number.NaN)),
  );
  return { cluster: null, covariates: orthonormal(columns), stratum };
}

/** The stratum each customer will be assigned in, named as the assignment names it. */
export function stratumNames(plan: Plan, units: UnitTable, rows: ArrayLike<number>, records: RecordsReader): string[] {
  const names = plan.allocation.method === 'stratified' ? (plan.allocation.strata ?? []) : [];
  const cells = names.map((name) => {
    const { customer, code, levels } = records.trait(name);
    return new Map(Array.from(customer, (id, i) => [id, String(levels[code[i] ?? -1] ?? '–')]));
  });
  if (names.length === 0) return Array.from(rows, () => 'all');
  return Array.from(rows, (row) => {
    const customer = units.index.ids[row] ?? 0;
    return cells.map((values) => values.get(customer) ?? '–').join(' / ');
  });
}

function numbered(names: readonly (number | string)[]): Int32Array {
  const numbers = new Map<number | string, number>();
  return Int32Array.from(names, (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

/** A missing value becomes the mean, and whether it was missing a covariate of its own. */
function filled(values: Float64Array): Float64Array[] {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return [];
  if (known.length === values.length) return [values];
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const gap = (there: (value: number) => number, absent: number) =>
    values.map((value) => (Number.isNaN(value) ? absent : there(value)));
  return [gap((value) => value, mean), gap(() => 0, 1)];
}

/** Smaller than this share of a covariate, what the others leave of it is rounding. */
const NOISE = 1e-9;

/** Gram and Schmidt's: each covariate less what those before it say, to mean 0 and variance 1; none where nothing is left. */
function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
  const found: Float64Array[] = [];
  for (const column of columns) {
    const n = column.length;
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    const rest = column.map((value) => value - mean);
    const size = Math.sqrt(product(rest, rest));
    for (const other of found) {
      const share = product(rest, other) / n;
      for (let i = 0; i < n; i++) rest[i] = rest[i]! - share * other[i]!;
    }
    const left = Math.sqrt(product(rest, rest));
    if (left > NOISE * size) found.push(rest.map((value) => (value * Math.sqrt(n)) / left));
  }
  return found;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
