import type { Plan, Trigger } from '#shared/plan/plan.ts';
import { populationParts } from '#shared/plan/population.ts';
import { conditionSql } from './condition-sql.ts';
import { HOUR, indented, quoted, remark } from './literal.ts';

/**
 * The customers of the analysis as common table expressions, ending in `unit (customer, arm, anchor, anchor_day)`: as
 * `unitTable` finds them.
 *
 * @param now milliseconds UTC; stands in where nothing dates a customer
 */
export function unitSql(plan: Plan, now: number): string[] {
  const { trigger, where, exclude } = populationParts(plan);
  const before = trigger === undefined ? `coalesce(u.anchor, ${now})` : 'u.anchor';
  const keptOut = plan.allocation.method === 'imported' ? exclude : [];
  const conditions = [
    ...(trigger === undefined ? [] : ['u.anchor IS NOT NULL']),
    ...(where === undefined ? [] : [conditionSql(where, before)]),
    ...keptOut.map((one) => `NOT ${conditionSql(one.where, before)} ${remark(`kept out: ${one.reason}`)}`),
  ];
  return [
    plan.allocation.method === 'imported' ? importedArms(plan.allocation.from, plan) : drawnArms(plan),
    ...(trigger === undefined ? [] : [triggered(trigger)]),
    [
      remark('who is analysed, in which arm, and from when the windows run'),
      'unit AS (',
      '  SELECT u.customer, u.arm, u.anchor, u.anchor_day FROM (',
      trigger === undefined
        ? '    SELECT customer, arm, named_at AS anchor, named_day AS anchor_day FROM arm'
        : '    SELECT arm.customer, arm.arm, first.anchor, 0 AS anchor_day FROM arm JOIN first ON first.customer = arm.customer',
      conditions.length === 0 ? '  ) AS u)' : `  ) AS u\n  WHERE ${indented(conditions.join('\n    AND '), 0)}\n)`,
    ].join('\n'),
  ];
}

/** A customer named in two arms, or in one the plan does not know, is in none. */
function importedArms(from: Readonly<Record<string, string>>, plan: Plan): string {
  const values = new Map(Object.entries(from));
  for (const { id } of plan.arms) if (!values.has(id)) values.set(id, id);
  const cases = [...values].map(([value, arm]) => `WHEN ${quoted(value)} THEN ${quoted(arm)}`).join(' ');
  return [
    remark('the arm another system drew; nobody who stands in two, or in one the plan does not know'),
    'arm AS (',
    '  SELECT customer, max(drawn) AS arm, min(at) AS named_at, at_day AS named_day',
    `  FROM (SELECT customer, at, at_day, CASE arm ${cases} END AS drawn FROM arm_named)`,
    '  GROUP BY customer HAVING count(drawn) = count(*) AND count(DISTINCT drawn) = 1',
    ')',
  ].join('\n');
}

function drawnArms(plan: Plan): string {
  const ids = plan.arms.map(({ id }) => quoted(id)).join(', ');
  return [
    remark('the arm drawn here'),
    'arm AS (',
    '  SELECT customer, max(arm) AS arm, min(at) AS named_at, 0 AS named_day',
    `  FROM assignment GROUP BY customer HAVING sum(arm IN (${ids})) = count(*) AND count(DISTINCT arm) = 1`,
    ')',
  ].join('\n');
}

function triggered({ activity, unless }: Trigger): string {
  const span = (unless?.withinHours ?? 0) * HOUR;
  const spoiled =
    unless === undefined
      ? ''
      : [
          '\n  AND NOT EXISTS (SELECT 1 FROM activity AS other',
          `    WHERE other.customer = start.customer AND other.kind = ${quoted(unless.activity)} AND other.at < start.at + ${span}`,
          '    AND (other.at >= start.at OR (other.at_day = 1 AND other.at + 86400000 > start.at)))',
        ].join('\n');
  return [
    remark('the first trigger of each customer, ripe once nothing spoilt it'),
    'first AS (',
    `  SELECT customer, min(at) + ${span} AS anchor FROM activity AS start`,
    `  WHERE start.kind = ${quoted(activity)}${spoiled}`,
    '  GROUP BY customer',
    ')',
  ].join('\n');
}
