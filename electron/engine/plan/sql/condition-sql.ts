import type { ActivityCondition, Condition, TraitCondition } from '#shared/plan/plan.ts';
import { DAY, quoted } from './literal.ts';

/**
 * A condition of the population about the customer `u.customer`, as `meetsCondition` reads it.
 *
 * @param before SQL for the moment before which activities count
 */
export function conditionSql(condition: Condition, before: string): string {
  if ('all' in condition) return joined(condition.all, before, ' AND ', 'true');
  if ('any' in condition) return joined(condition.any, before, ' OR ', 'false');
  if ('none' in condition) return `NOT ${joined(condition.none, before, ' OR ', 'false')}`;
  return 'trait' in condition ? traitSql(condition) : activitySql(condition, before);
}

function joined(conditions: readonly Condition[], before: string, by: string, empty: string): string {
  if (conditions.length === 0) return empty;
  return `(${conditions.map((condition) => conditionSql(condition, before)).join(by)})`;
}

function traitSql({ trait, is, in: oneOf, atLeast, atMost }: TraitCondition): string {
  const fits = [
    't.value IS NOT NULL',
    ...(is === undefined ? [] : [sameSql(is)]),
    ...(oneOf === undefined ? [] : [oneOf.length === 0 ? 'false' : `(${oneOf.map(sameSql).join(' OR ')})`]),
    ...(atLeast === undefined ? [] : [`t.value + 0.0 >= ${atLeast}`]),
    ...(atMost === undefined ? [] : [`t.value + 0.0 <= ${atMost}`]),
  ];
  return `EXISTS (SELECT 1 FROM trait_current AS t WHERE t.customer = u.customer AND t.key = ${quoted(trait)} AND ${fits.join(' AND ')})`;
}

/** Whether the trait `t` has a value, written as a number or as a text. */
export function sameSql(value: string | number | boolean): string {
  if (typeof value === 'boolean') return `t.value IN (${value ? "1, '1'" : "0, '0'"})`;
  const number = typeof value === 'number' ? String(value) : /^-?\d+(\.\d+)?$/.test(value) ? value : null;
  return number === null ? `t.value = ${quoted(String(value))}` : `t.value IN (${number}, ${quoted(number)})`;
}

function activitySql({ activity, count, daysBefore }: ActivityCondition, before: string): string {
  const since = daysBefore === undefined ? '' : ` AND a.at >= ${before} - ${daysBefore * DAY}`;
  const counted = `(SELECT count(*) FROM activity AS a WHERE a.customer = u.customer AND a.kind = ${quoted(activity)} AND a.at < ${before}${since})`;
  const least = count?.atLeast ?? (count?.atMost === undefined ? 1 : 0);
  return count?.atMost === undefined ? `${counted} >= ${least}` : `${counted} BETWEEN ${least} AND ${count.atMost}`;
}
