import type { AssignSummary } from '#shared/api/contract.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { summarise } from '#shared/stats/summary.ts';
import type { ReadableDb } from '../store/db.ts';

const MOST_TRAITS = 8;

/**
 * Standardised mean differences of what was known before the assignment: number and amount of activities, and
 * numeric traits. Of several treatments the one farthest from control is given.
 */
export function balance(db: ReadableDb, plan: Plan): AssignSummary['balance'] {
  const kinds = db.all<{ kind: string }>('SELECT DISTINCT kind FROM activity ORDER BY kind').map((row) => row.kind);
  const traits = db
    .all<{ key: string }>("SELECT DISTINCT key FROM trait WHERE typeof(value) IN ('integer', 'real') ORDER BY key")
    .slice(0, MOST_TRAITS);
  const before =
    'FROM assignment s LEFT JOIN activity a ON a.customer = s.customer AND a.kind = ? AND a.at < s.at GROUP BY s.customer';
  return [
    ...kinds.flatMap((kind) => [
      { covariate: `number of ${kind} before`, rows: db.iterate(`SELECT s.arm, count(a.id) ${before}`, [kind]) },
      { covariate: `amount of ${kind} before`, rows: db.iterate(`SELECT s.arm, total(a.amount) ${before}`, [kind]) },
    ]),
    ...traits.map(({ key }) => ({
      covariate: key,
      rows: db.iterate(
        'SELECT s.arm, t.value FROM assignment s JOIN trait_current t ON t.customer = s.customer WHERE t.key = ?',
        [key],
      ),
    })),
  ].flatMap(({ covariate, rows }) => {
    const smd = largestDifference(plan, rows);
    return smd === null ? [] : [{ covariate, smd }];
  });
}

function largestDifference(plan: Plan, rows: Iterable<readonly unknown[]>): number | null {
  const values = new Map<string, number[]>(plan.arms.map((arm) => [arm.id, []]));
  for (const [arm, value] of rows) if (typeof value === 'number') values.get(String(arm))?.push(value);
  const control = summarise(values.get(plan.arms.find((arm) => arm.role === 'control')?.id ?? '') ?? []);
  if (control.kind === 'error') return null;
  return plan.arms
    .filter((arm) => arm.role === 'treatment')
    .reduce<number | null>((largest, arm) => {
      const treatment = summarise(values.get(arm.id) ?? []);
      if (treatment.kind === 'error') return largest;
      const pooled = Math.sqrt((control.sd ** 2 + treatment.sd ** 2) / 2);
      if (pooled === 0) return largest;
      const smd = (treatment.mean - control.mean) / pooled;
      return largest === null || Math.abs(smd) > Math.abs(largest) ? smd : largest;
    }, null);
}
