import type { Plan } from '../plan/plan.ts';
import { type CovariateColumn, covariateColumns } from './covariate.ts';
import type { RecordsReader } from './records-reader.ts';
import type { UnitTable } from './unit-table.ts';

/** What the plan adjusts its estimates by. */
export type Adjustment = {
  readonly covariates: readonly CovariateColumn[];
  /** The stratum each customer was assigned in, as a number; −1 without one. Null where assignment had no strata. */
  readonly stratum: Int32Array | null;
};

/** Covariates and strata of the plan; null where the plan has neither. */
export function adjustmentOf(plan: Plan, units: UnitTable, records: RecordsReader): Adjustment | null {
  const covariates = covariateColumns(plan, units, records);
  const { allocation } = plan;
  const stratified = allocation.method === 'stratified' && (allocation.strata ?? []).length > 0;
  if (covariates.length === 0 && !stratified) return null;
  return { covariates, stratum: stratified ? strataOf(units, records) : null };
}

function strataOf(units: UnitTable, records: RecordsReader): Int32Array {
  const stratum = new Int32Array(units.index.ids.length).fill(-1);
  const { customer, code } = records.strata();
  for (let i = 0; i < customer.length; i++) {
    const row = units.index.row(customer[i]!);
    if (row >= 0) stratum[row] = code[i]!;
  }
  return stratum;
}
