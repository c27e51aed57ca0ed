import { traitLevels } from '#shared/lift/covariate.ts';
import type { RecordsReader } from '#shared/lift/records-reader.ts';
import type { Covariate, Plan } from '#shared/plan/plan.ts';
import { sameSql } from './condition-sql.ts';
import { DAY, quoted } from './literal.ts';

/**
 * What was known of a customer `unit` before the start, one expression a covariate, NULL where it is missing: as
 * `covariateColumns` finds it. A trait of words has a column for each of its levels, which the records name.
 */
export function covariateSql({ analysis }: Plan, records: RecordsReader): string[] {
  return (analysis.covariates ?? []).flatMap((covariate) =>
    typeof covariate === 'string' ? traitSql(covariate, records) : [activitySql(covariate)],
  );
}

function activitySql({ kind, of, daysBefore }: Exclude<Covariate, string>): string {
  const events = [
    `FROM activity AS e WHERE e.customer = unit.customer AND e.kind = ${quoted(of.activity)}`,
    `AND (e.at_day = 1 AND e.at + ${DAY} <= unit.anchor OR e.at_day = 0 AND e.at < unit.anchor)`,
    `AND e.at >= unit.anchor - ${daysBefore * DAY}`,
  ].join(' ');
  const field =
    of.field === undefined || of.field === 'amount'
      ? 'e.amount'
      : `json_extract(e.properties, ${quoted(`$.${JSON.stringify(of.field)}`)})`;
  const found = {
    conversion: `EXISTS (SELECT 1 ${events})`,
    count: `(SELECT count(*) ${events})`,
    sum: `(SELECT total(${field}) ${events})`,
  };
  return `iif(unit.anchor IS NULL, NULL, ${found[kind]})`;
}

function traitSql(key: string, records: RecordsReader): string[] {
  const cell = (value: string) =>
    `(SELECT ${value} FROM trait_current AS t WHERE t.customer = unit.customer AND t.key = ${quoted(key)} AND t.value IS NOT NULL)`;
  const { code, levels: cells } = records.trait(key);
  const levels = traitLevels(Array.from(code, (at) => cells[at] ?? null));
  return levels === null ? [cell('t.value + 0.0')] : levels.map((level) => cell(`(${sameSql(level)})`));
}
