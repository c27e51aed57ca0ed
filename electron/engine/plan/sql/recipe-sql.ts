import { askedOf } from '#shared/lift/comparison.ts';
import type { RecordsReader } from '#shared/lift/records-reader.ts';
import { calcMethodsOf, headlinesOf, isStratified, type MetricRecipe } from '#shared/plan/metric-statement.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { covariateSql } from './covariate-sql.ts';
import { indented, quoted, remark } from './literal.ts';
import { headOf, outcomeSteps } from './metric-sql.ts';

/**
 * For each treatment, one statement that writes what a method of `calc` reads, so that the printed figures come out of
 * `sqlite3 FILE.pilot < recipe.sql | pilotlight calc METHOD`. Where the plan adjusts, also the unadjusted one, which
 * stands in where there is too little to adjust by.
 */
export function metricRecipes(plan: Plan, metric: Metric, records: RecordsReader, asOf: number): MetricRecipe[] {
  const control = plan.arms.find(({ role }) => role === 'control')?.id ?? '';
  const treatments = plan.arms.filter(({ role }) => role === 'treatment').map(({ id }) => id);
  return headlinesOf(plan, metric.kind).flatMap((headline) => {
    const { steps, arm } = partsOf(headline, plan, metric, records);
    const methods = calcMethodsOf(plan, metric.kind, headline);
    return treatments.map((treatment) => {
      const sql = [
        headOf(metric, asOf),
        remark(`prints what "pilotlight calc ${methods.join('" and "pilotlight calc ')}" reads`),
        `WITH\n${[...outcomeSteps(plan, metric, asOf), compared(metric, control, treatment), ...steps].join(',\n')}`,
        'SELECT json_object(',
        `  ${askedSql(plan, metric)}${methods.includes('cuped') ? `'collinear', 'drop', ` : ''}`,
        `  'control', json((${indented(arm(quoted(control)), 2)})),`,
        `  'treatment', json((${indented(arm(quoted(treatment)), 2)}))`,
        ');',
      ].join('\n');
      return { treatment, headline, methods, sql };
    });
  });
}

type Headline = MetricRecipe['headline'];
type Parts = {
  readonly steps: readonly string[];
  /** SQL of the JSON object that one arm is, by the arm's id in SQL. */
  readonly arm: (id: string) => string;
};

function partsOf(headline: Headline, plan: Plan, metric: Metric, records: RecordsReader): Parts {
  switch (headline) {
    case 'cluster':
      return clustered(plan, metric);
    case 'ratio':
      return lists(['numerator', 'denominator'], ['value', 'per'], 'compared');
    case 'adjusted':
      return adjusted(plan, records);
    case 'raw':
      return metric.kind === 'conversion'
        ? {
            steps: [],
            arm: (id) => `SELECT json_object('n', count(*), 'x', sum(value)) FROM compared WHERE arm = ${id}`,
          }
        : lists(['values'], ['value'], 'compared');
  }
}

/** The customers of both arms whose outcome is known, capped. */
function compared({ cap, kind }: Metric, control: string, treatment: string): string {
  const value = cap?.amount === undefined ? 'value' : `min(value, ${cap.amount})`;
  return [
    remark('the two arms that are compared'),
    'compared AS MATERIALIZED (',
    `  SELECT customer, arm, ${value} AS value${kind === 'ratio' ? ', per' : ''} FROM outcome`,
    `  WHERE arm IN (${quoted(control)}, ${quoted(treatment)}) AND value IS NOT NULL${kind === 'ratio' ? ' AND per IS NOT NULL' : ''}`,
    '  ORDER BY customer',
    ')',
  ].join('\n');
}

function clustered({ allocation }: Plan, { kind }: Metric): Parts {
  const trait = allocation.cluster?.trait ?? '';
  const named = [
    remark(`whose ${trait} is the same is one cluster; without it, a customer is one`),
    'clustered AS MATERIALIZED (',
    '  SELECT compared.*, coalesce(',
    `    (SELECT 'of ' || t.value FROM trait_current AS t WHERE t.customer = compared.customer AND t.key = ${quoted(trait)}),`,
    `    'customer ' || customer) AS cluster`,
    '  FROM compared',
    ')',
  ].join('\n');
  if (kind !== 'ratio') {
    return { ...lists(['values', 'cluster'], ['value', 'cluster'], 'clustered'), steps: [named] };
  }
  const totals = [
    remark('each cluster’s totals are one unit of the delta method'),
    'totals AS MATERIALIZED (',
    '  SELECT arm, cluster, total(value) AS value, total(per) AS per FROM clustered GROUP BY arm, cluster',
    ')',
  ].join('\n');
  return { ...lists(['numerator', 'denominator'], ['value', 'per'], 'totals'), steps: [named, totals] };
}

function adjusted(plan: Plan, records: RecordsReader): Parts {
  const covariates = covariateSql(plan, records);
  const stratum = isStratified(plan.allocation)
    ? `,\n    (SELECT s.stratum FROM assignment AS s WHERE s.customer = compared.customer ORDER BY s.identity DESC LIMIT 1) AS stratum`
    : '';
  const known = [
    remark('what was known of each of them before the start'),
    'known AS MATERIALIZED (',
    `  SELECT compared.*${stratum}${covariates.map((sql, k) => `,\n    ${sql} AS x${k}`).join('')}`,
    '  FROM compared JOIN unit ON unit.customer = compared.customer',
    ')',
  ].join('\n');
  const means = [
    remark('what is missing becomes the mean, and that it was missing a covariate of its own'),
    'middle AS (',
    `  SELECT ${covariates.map((_, k) => `avg(x${k}) AS m${k}`).join(', ')} FROM known`,
    ')',
  ].join('\n');
  const filled = covariates.flatMap((_, k) => [`coalesce(x${k}, m${k}, 0)`, `x${k} IS NULL`]);
  const x =
    filled.length === 0 ? [] : [`'x', json_array(${filled.map((one) => `json_group_array(${one})`).join(', ')})`];
  const from = filled.length === 0 ? 'known' : 'known, middle';
  const steps = filled.length === 0 ? [known] : [known, means];
  const arm = (outcome: string) => (id: string) =>
    `SELECT json_object(${[`'${outcome}', json_group_array(value)`, ...(stratum === '' ? [] : [`'stratum', json_group_array(stratum)`]), ...x].join(', ')}) FROM ${from} WHERE arm = ${id}`;
  return { steps, arm: arm(stratum === '' ? 'y' : 'values') };
}

function lists(names: readonly string[], columns: readonly string[], from: string): Parts {
  const parts = names.map((name, i) => `'${name}', json_group_array(${columns[i]})`);
  return { steps: [], arm: (id) => `SELECT json_object(${parts.join(', ')}) FROM ${from} WHERE arm = ${id}` };
}

function askedSql(plan: Plan, metric: Metric): string {
  const { level, alternative } = askedOf(plan, metric);
  return `'level', ${level}, 'alternative', '${alternative}', `;
}
