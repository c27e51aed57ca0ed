import { freezeCaps } from '#shared/lift/cap-history.ts';
import { metricName } from '#shared/plan/metric-unit.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { pilotRecords } from '../../lift/pilot-records.ts';
import type { ReadableDb } from '../../store/db.ts';
import { remark } from './literal.ts';
import { outcomeSql } from './outcome-sql.ts';
import { unitSql } from './unit-sql.ts';

export type MetricStatement = { readonly metric: string; readonly sql: string };

/** Every metric's statement, with caps at the amount that sealing would freeze. */
export function metricStatements(plan: Plan, db: ReadableDb, asOf: number): MetricStatement[] {
  const frozen = freezeCaps(plan, pilotRecords(db), asOf);
  return frozen.metrics.map((metric) => ({ metric: metric.id, sql: metricSql(frozen, metric, asOf) }));
}

/**
 * One statement that counts a metric by arm from the tables of the pilot file, in any SQLite tool: customers whose
 * outcome is known, and its mean (a rate, the ratio of totals). The same figures as the lift's, before adjustment.
 *
 * @param asOf milliseconds UTC; what happened later is not seen
 */
export function metricSql(plan: Plan, metric: Metric, asOf: number): string {
  const { known, value, per } = outcomeSql(metric, asOf);
  const { cap } = metric;
  const shown = cap?.amount === undefined ? 'value' : `min(value, ${cap.amount})`;
  const mean = per === null ? `avg(${shown})` : `total(${shown}) / nullif(total(per), 0)`;
  const steps = [
    ...unitSql(plan, asOf),
    [
      remark('what became of each of them'),
      'outcome AS (',
      `  SELECT unit.customer, unit.arm,\n    ${value} AS value${per === null ? '' : `,\n    ${per} AS per`}`,
      `  FROM unit WHERE ${known}`,
      ')',
    ].join('\n'),
  ];
  return [
    remark(`${metricName(metric)}, as of ${new Date(asOf).toISOString()}; times are milliseconds UTC`),
    `WITH\n${steps.join(',\n')}`,
    `SELECT arm, count(*) AS n, ${mean} AS mean`,
    `FROM outcome WHERE value IS NOT NULL${per === null ? '' : ' AND per IS NOT NULL'}`,
    'GROUP BY arm ORDER BY arm;',
  ].join('\n');
}
