import type { Metric, MetricField } from '#shared/plan/plan.ts';
import { DAY, quoted } from './literal.ts';

/** SQL for one customer `unit`: whether its window is closed, and what became of it. */
export type OutcomeSql = { readonly known: string; readonly value: string; readonly per: string | null };

/**
 * A metric's outcome of a customer, as `outcomeColumn` finds it.
 *
 * @param asOf milliseconds UTC; what happened later is not seen
 */
export function outcomeSql(metric: Metric, asOf: number): OutcomeSql {
  return {
    known: knownSql(metric, asOf),
    value: fieldSql(metric, metric.of, asOf),
    per: metric.kind === 'ratio' && metric.per !== undefined ? fieldSql(metric, metric.per, asOf) : null,
  };
}

function knownSql(metric: Metric, asOf: number): string {
  if ('trait' in metric.of) return 'true';
  if (metric.windowDays !== undefined) return `unit.anchor + ${metric.windowDays * DAY} <= ${asOf}`;
  return 'score' in metric.of ? `(unit.anchor IS NULL OR unit.anchor <= ${asOf})` : `unit.anchor <= ${asOf}`;
}

function fieldSql(metric: Metric, field: MetricField, asOf: number): string {
  if ('trait' in field) return traitSql(metric, field.trait);
  if ('score' in field) return scoreSql(metric, field.score, asOf);
  const events = `FROM activity AS e WHERE e.customer = unit.customer AND e.kind = ${quoted(field.activity)} AND ${windowSql(metric, asOf)}`;
  if (metric.kind === 'conversion' && field.atLeast !== undefined) {
    return `((SELECT count(*) ${events}) >= ${field.atLeast})`;
  }
  if (metric.kind === 'conversion') return `EXISTS (SELECT 1 ${events})`;
  if (metric.kind === 'count' || field.field === undefined) return `(SELECT count(*) ${events})`;
  const amount =
    field.field === 'amount' ? 'e.amount' : `json_extract(e.properties, ${quoted(`$.${JSON.stringify(field.field)}`)})`;
  return `(SELECT total(${amount}) ${events})`;
}

/** From the anchor, included, to its end, excluded; a date without a time counts from the anchor's day on. */
function windowSql(metric: Metric, asOf: number): string {
  const end =
    metric.windowDays === undefined || 'trait' in metric.of ? String(asOf) : `unit.anchor + ${metric.windowDays * DAY}`;
  return `e.at < ${end} AND (e.at >= unit.anchor OR (e.at_day = 1 AND e.at + ${DAY} > unit.anchor))`;
}

function traitSql(metric: Metric, key: string): string {
  const value = metric.kind === 'conversion' ? '(t.value + 0.0 > 0)' : 't.value + 0.0';
  return `(SELECT ${value} FROM trait_current AS t WHERE t.customer = unit.customer AND t.key = ${quoted(key)} AND t.value IS NOT NULL)`;
}

/** The last answer in the window; of an NPS 100 for a promoter, −100 for a detractor. */
function scoreSql(metric: Metric, question: string, asOf: number): string {
  const value =
    metric.kind === 'nps' ? 'CASE WHEN e.score >= 9 THEN 100 WHEN e.score <= 6 THEN -100 ELSE 0 END' : 'e.score';
  return [
    `(SELECT ${value} FROM feedback AS e WHERE e.customer = unit.customer AND e.question = ${quoted(question)} AND e.score IS NOT NULL`,
    `      AND (e.at IS NULL OR unit.anchor IS NULL OR (${windowSql(metric, asOf)}))`,
    '      ORDER BY e.at IS NOT NULL DESC, e.at DESC, e.id DESC LIMIT 1)',
  ].join('\n');
}
