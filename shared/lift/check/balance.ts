import type { Metric, Plan } from '../../plan/plan.ts';
import { adjust } from '../../stats/adjust.ts';
import { balance } from '../../stats/balance.ts';
import { meanDifference } from '../../stats/mean-difference.ts';
import { summarise } from '../../stats/summary.ts';
import { covariateColumns } from '../covariate.ts';
import type { Check } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';
import type { RecordsReader } from '../records-reader.ts';
import type { UnitTable } from '../unit-table.ts';

/** A standardised difference above this is usually called unbalanced (Austin 2009). */
const UNBALANCED = 0.1;
/** And one that chance brings about more rarely than this, after Holm's correction, is doubtful. */
const RARE = 0.01;
const DAYS_BEFORE = 90;

/**
 * Whether the arms were alike before the start: the standardised mean difference of every covariate of the plan, and
 * of what each primary metric counts, over the 90 days before the anchor. Small arms differ by chance; a warning needs
 * a difference that is both large and rare.
 */
export function balanceCheck(plan: Plan, units: UnitTable, records: RecordsReader, words: Words): Check[] {
  const covariates = [...(plan.analysis.covariates ?? []), ...plan.metrics.flatMap(beforeStart)];
  const columns = covariateColumns({ ...plan, analysis: { ...plan.analysis, covariates } }, units, records);
  const control = plan.arms.findIndex((arm) => arm.role === 'control');
  const found = columns.flatMap(({ id, values }) =>
    plan.arms.flatMap((arm, index) => {
      if (arm.role === 'control') return [];
      const arms = { control: known(values, units, control), treatment: known(values, units, index) };
      return arms.control === null || arms.treatment === null
        ? []
        : differ(id, { control: arms.control, treatment: arms.treatment });
    }),
  );
  if (found.length === 0) return [];
  const corrected = adjust({ p: found.map(({ p }) => p), correction: 'holm' });
  const judged = found.map((one, i) => ({
    ...one,
    p: corrected.kind === 'error' ? one.p : (corrected.adjusted[i] ?? 1),
  }));
  return [say(judged, words)];
}

type Difference = { readonly id: string; readonly smd: number; readonly p: number };
type Arms = Parameters<typeof meanDifference>[0];

function say(found: readonly Difference[], { text, format }: Words): Check {
  const [worst] = found.toSorted((a, b) => Math.abs(b.smd) - Math.abs(a.smd));
  const p = Math.min(...found.map((one) => one.p));
  if (worst === undefined || Math.abs(worst.smd) <= UNBALANCED) {
    const sentence = text.check.balanced(format.count(found.length), format.number(Math.abs(worst?.smd ?? 0), 2));
    return { id: 'balance', severity: 'ok', p, sentence, todo: null };
  }
  const rare = found.find((one) => Math.abs(one.smd) > UNBALANCED && one.p < RARE);
  const told = rare ?? worst;
  const sentence = text.check.unbalanced(told.id, format.number(told.smd, 2), format.pValue(told.p));
  return rare === undefined
    ? { id: 'balance', severity: 'note', p, sentence: `${sentence} ${text.check.unbalancedChance}`, todo: null }
    : { id: 'balance', severity: 'warning', p, sentence, todo: text.check.unbalancedTodo };
}

function beforeStart({ id, role, of }: Metric): NonNullable<Plan['analysis']['covariates']> {
  if (role !== 'primary' || !('activity' in of)) return [];
  const kind = of.field === undefined ? 'count' : 'sum';
  return [{ id: `${id} (${DAYS_BEFORE} d)`, kind, of, daysBefore: DAYS_BEFORE }];
}

function known(values: Float64Array, units: UnitTable, arm: number) {
  const kept = new Float64Array(values.length);
  let n = 0;
  for (let row = 0; row < values.length; row++) {
    if (units.arm[row] === arm && !Number.isNaN(values[row])) kept[n++] = values[row]!;
  }
  const found = summarise(kept.subarray(0, n));
  return found.kind === 'error' || found.n < 2 ? null : found;
}

function differ(id: string, arms: Arms): Difference[] {
  const smd = balance({ kind: 'means', arms });
  const tested = meanDifference(arms);
  return smd.kind === 'error' || tested.kind === 'error' || tested.p === null
    ? []
    : [{ id, smd: smd.smd, p: tested.p }];
}
