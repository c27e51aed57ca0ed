import type { Plan } from '../plan/plan.ts';
import { covariateColumns } from './covariate.ts';
import type { RecordsReader } from './records-reader.ts';
import type { UnitTable } from './unit-table.ts';

/**
 * What each metric that counts activities in a window counted over as long a time before the anchor, by metric and row
 * of the unit table. Only where the plan says that something other than chance drew the arms.
 */
export function beforeWindow(plan: Plan, units: UnitTable, records: RecordsReader): ReadonlyMap<string, Float64Array> {
  const { allocation, analysis } = plan;
  if (allocation.method !== 'imported' || allocation.drawn !== 'otherwise') return new Map();
  return new Map(
    plan.metrics.flatMap(({ id, kind, of, windowDays }): [string, Float64Array][] => {
      if (!('activity' in of) || windowDays === undefined) return [];
      if (kind !== 'conversion' && kind !== 'count' && kind !== 'sum') return [];
      const covariates = [{ id, kind, of: { activity: of.activity, field: of.field }, daysBefore: windowDays }];
      const [column] = covariateColumns({ ...plan, analysis: { ...analysis, covariates } }, units, records);
      return column === undefined || ('atLeast' in of && (of.atLeast ?? 1) > 1) ? [] : [[id, column.values]];
    }),
  );
}
