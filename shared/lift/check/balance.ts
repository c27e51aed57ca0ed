import type { Metric, Plan } from '../../plan/plan.ts';
import { adjust } from '../../stats/adjust.ts';
import type { Arms } from '../../stats/arm.ts';
import { balance } from '../../stats/balance.ts';
import { summarise } from '../../stats/summary.ts';
import { at } from '../arm-sample.ts';
import type { ClusterColumn } from '../cluster.ts';
import { covariateColumns } from '../covariate.ts';
import type { Check } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';
import { chanceOf, type Valued } from '../more-than-chance.ts';
import type { RecordsReader } from '../records-reader.ts';
import { rowsOfArm, type UnitTable } from '../unit-table.ts';

/** A standardised difference above this is usually called unbalanced (Austin 2009). */
const UNBALANCED = 0.1;
/** And one that chance brings about more rarely than this, after Holm's correction, is doubtful. */
const RARE = 0.01;
const DAYS_BEFORE = 90;

/**
 * Whether the arms were alike before the start: the standardised mean difference of every covariate of the plan, and
 * of what each primary metric counts, over the 90 days before the anchor. Small arms differ by chance; a warning needs
 * a difference that is both large and rare; where whole clusters were assigned, rare by their number.
 */
export function balanceCheck(
  plan: Plan,
  units: UnitTable,
  cluster: ClusterColumn,
  records: RecordsReader,
  words: Words,
): Check[] {
  const covariates = [...(plan.analysis.covariates ?? []), ...plan.metrics.flatMap(beforeStart)];
  const columns = covariateColumns({ ...plan, analysis: { ...plan.analysis, covariates } }, units, records);
  const control = plan.arms.findIndex((arm) => arm.role === 'control');
  const found = columns.flatMap(({ id, values }) => {
    const base = known(values, units, control);
    return plan.arms.flatMap((arm, index) =>
      arm.role === 'control' ? [] : differ(id, { control: base, treatment: known(values, units, index) }, cluster),
    );
  });
  return found.length === 0 ? [] : [say(corrected(found), words)];
}

/** p is null where the clusters are too few, or too much alike, to tell. */
type Difference = { readonly id: string; readonly smd: number; readonly p: number | null };

function corrected(found: readonly Difference[]): Difference[] {
  const left = adjust({ p: found.flatMap(({ p }) => (p === null ? [] : [p])), correction: 'holm' });
  if (left.kind === 'error') return [...found];
  const adjusted = [...left.adjusted];
  return found.map((one) => (one.p === null ? one : { ...one, p: adjusted.shift() ?? one.p }));
}

function say(found: readonly Difference[], { text, format }: Words): Check {
  const [worst] = found.toSorted((a, b) => Math.abs(b.smd) - Math.abs(a.smd));
  const p = found.reduce<number | null>((least, one) => (one.p === null ? least : Math.min(least ?? 1, one.p)), null);
  if (worst === undefined || Math.abs(worst.smd) <= UNBALANCED) {
    const sentence = text.check.balanced(format.count(found.length), format.number(Math.abs(worst?.smd ?? 0), 2));
    return { id: 'balance', severity: 'ok', p, sentence, todo: null };
  }
  const rare = found.find((one) => Math.abs(one.smd) > UNBALANCED && one.p !== null && one.p < RARE);
  const told = rare ?? worst;
  const size = format.number(told.smd, 2);
  if (told.p === null) {
    const sentence = `${text.check.unbalancedSeen(told.id, size)} ${text.check.untold}`;
    return { id: 'balance', severity: 'note', p, sentence, todo: text.check.unbalancedTodo };
  }
  const sentence = text.check.unbalanced(told.id, size, format.pValue(told.p));
  return rare === undefined
    ? { id: 'balance', severity: 'note', p, sentence: `${sentence} ${text.check.unbalancedChance}`, todo: null }
    : { id: 'balance', severity: 'warning', p, sentence, todo: text.check.unbalancedTodo };
}

function beforeStart({ id, role, of }: Metric): NonNullable<Plan['analysis']['covariates']> {
  if (role !== 'primary' || !('activity' in of)) return [];
  const kind = of.field === undefined ? 'count' : 'sum';
  return [{ id: `${id} (${DAYS_BEFORE} d)`, kind, of, daysBefore: DAYS_BEFORE }];
}

function known(values: Float64Array, units: UnitTable, arm: number): Valued {
  const all = rowsOfArm(units, arm);
  const rows = all.some((row) => Number.isNaN(values[row])) ? all.filter((row) => !Number.isNaN(values[row])) : all;
  return { rows, values: at(values, rows) };
}

function differ(id: string, { control, treatment }: Arms<Valued>, cluster: ClusterColumn): Difference[] {
  const [a, b] = [summarise(control.values), summarise(treatment.values)];
  if (a.kind === 'error' || b.kind === 'error' || a.n < 2 || b.n < 2) return [];
  const smd = balance({ kind: 'means', arms: { control: a, treatment: b } });
  const p = chanceOf('mean', { control, treatment }, cluster);
  return smd.kind === 'error' || (cluster === null && p === null) ? [] : [{ id, smd: smd.smd, p }];
}
