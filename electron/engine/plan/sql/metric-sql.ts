import { sightOf } from '#shared/lift/timetable.ts';
import { metricName } from '#shared/plan/metric-unit.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { remark } from './literal.ts';
import { outcomeSql } from './outcome-sql.ts';
import { unitSql } from './unit-sql.ts';

/**
 * One statement that counts a metric by arm from the tables of the pilot file, in any SQLite tool: customers whose
 * outcome is known, and its mean (a rate, the ratio of totals). The same figures as the lift's, before adjustment.
 *
 * @param asOf milliseconds UTC; what happened later is not seen
 */
export function metricSql(plan: Plan, metric: Metric, asOf: number): string {
  const { cap, kind } = metric;
  const shown = cap?.amount === undefined ? 'value' : `min(value, ${cap.amount})`;
  const mean = kind === 'ratio' ? `total(${shown}) / nullif(total(per), 0)` : `avg(${shown})`;
  return [
    headOf(metric, asOf),
    `WITH\n${outcomeSteps(plan, metric, asOf).join(',\n')}`,
    `SELECT arm, count(*) AS n, ${mean} AS mean`,
    `FROM outcome WHERE value IS NOT NULL${kind === 'ratio' ? ' AND per IS NOT NULL' : ''}`,
    'GROUP BY arm ORDER BY arm;',
  ].join('\n');
}

export function headOf(metric: Metric, asOf: number): string {
  return remark(`${metricName(metric)}, as of ${new Date(asOf).toISOString()}; times are milliseconds UTC`);
}

/** The steps up to `outcome (customer, arm, value, per)`, seen as the plan's looks let it be seen. */
export function outcomeSteps(plan: Plan, metric: Metric, asOf: number): string[] {
  const sight = sightOf(plan, asOf);
  const { known, value, per } = outcomeSql(metric, sight.kind === 'waiting' ? asOf : sight.at);
  return [
    ...unitSql(plan, asOf),
    [
      remark('what became of each of them'),
      'outcome AS (',
      `  SELECT unit.customer, unit.arm,\n    ${value} AS value${per === null ? '' : `,\n    ${per} AS per`}`,
      `  FROM unit WHERE ${known}`,
      ')',
    ].join('\n'),
  ];
}
