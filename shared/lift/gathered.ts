import type { Metric, Plan } from '../plan/plan.ts';
import { adjustmentOf } from './adjustment.ts';
import { type ClusterColumn, clusterColumn } from './cluster.ts';
import { type Comparison, comparisonsOf } from './comparison.ts';
import { type OutcomeColumn, outcomeColumn } from './outcome.ts';
import type { RecordsReader } from './records-reader.ts';
import type { Sight } from './timetable.ts';
import { type UnitTable, unitTable } from './unit-table.ts';

/** What a look reads from the records, before anything is estimated. */
export type Gathered = {
  readonly units: UnitTable;
  readonly cluster: ClusterColumn;
  /** By metric id. */
  readonly outcomes: ReadonlyMap<string, OutcomeColumn>;
  /** One a metric and treatment, in the order of the plan; none before the first planned look. */
  readonly comparisons: readonly Comparison[];
};

/** @param metrics those of the plan's metrics that are asked for */
export function gather(
  plan: Plan,
  metrics: readonly Metric[],
  records: RecordsReader,
  asOf: number,
  sight: Sight,
): Gathered {
  const seen = sight.kind === 'waiting' ? asOf : sight.at;
  const units = unitTable(plan, records, asOf);
  const outcomes = metrics.map((metric) => ({ metric, outcome: outcomeColumn(metric, units, records, seen) }));
  const cluster = clusterColumn(plan, units, records);
  const adjustment = adjustmentOf(plan, units, records);
  const comparisons =
    sight.kind === 'waiting'
      ? []
      : outcomes.flatMap(({ metric, outcome }) =>
          comparisonsOf(plan, metric, units, outcome, adjustment, cluster, sight),
        );
  return {
    units,
    cluster,
    outcomes: new Map(outcomes.map(({ metric, outcome }) => [metric.id, outcome])),
    comparisons,
  };
}
