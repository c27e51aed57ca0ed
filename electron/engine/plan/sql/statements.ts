import { freezeCaps } from '#shared/lift/cap-history.ts';
import type { MetricStatement } from '#shared/plan/metric-statement.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { pilotRecords } from '../../lift/pilot-records.ts';
import type { ReadableDb } from '../../store/db.ts';
import { metricSql } from './metric-sql.ts';
import { metricRecipes } from './recipe-sql.ts';

/** Every metric's statements, with caps at the amount that sealing would freeze. */
export function metricStatements(plan: Plan, db: ReadableDb, asOf: number): MetricStatement[] {
  const records = pilotRecords(db);
  const frozen = freezeCaps(plan, records, asOf);
  return frozen.metrics.map((metric) => ({
    metric: metric.id,
    sql: metricSql(frozen, metric, asOf),
    recipes: metricRecipes(frozen, metric, records, asOf),
  }));
}
