import type { Plan } from '../../plan/plan.ts';
import type { ClusterColumn } from '../cluster.ts';
import type { Check, MetricResult } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';
import { chanceOf, type Valued } from '../more-than-chance.ts';
import type { RecordsReader } from '../records-reader.ts';
import { DAY } from '../trigger-moment.ts';
import { rowsOfArm, type UnitTable } from '../unit-table.ts';

/** Rarer than this between arms that were drawn by chance, and the dates or the arms are wrong. */
const RARE = 0.001;

/**
 * Outcomes dated before the anchor, in a span as long as the metric's window: nothing had happened to anybody yet, so
 * the arms must be alike in them. Where they are not, dates are wrong or arms were not drawn by chance.
 */
export function beforeStartCheck(
  plan: Plan,
  result: MetricResult,
  { units, cluster }: { readonly units: UnitTable; readonly cluster: ClusterColumn },
  records: RecordsReader,
  { text, format }: Words,
): Check[] {
  const metric = plan.metrics.find(({ id }) => id === result.id);
  if (metric === undefined || metric.role !== 'primary' || !('activity' in metric.of)) return [];
  if (metric.windowDays === undefined) return [];
  const span = metric.windowDays * DAY;
  const early = new Uint8Array(units.arm.length);
  const events = records.activities(metric.of.activity, null);
  for (let i = 0; i < events.customer.length; i++) {
    const row = units.index.row(events.customer[i]!);
    if (row < 0) continue;
    const anchor = units.anchor[row]!;
    const at = events.at[i]!;
    const over = events.day[i] === 1 ? at + DAY <= anchor : at < anchor;
    if (over && at >= anchor - span) early[row] = 1;
  }
  const arm = (id: string | undefined): Valued => {
    const index = plan.arms.findIndex((one) => one.id === id);
    const rows = datedRows(units, rowsOfArm(units, index));
    const values = new Float64Array(rows.length);
    for (let i = 0; i < values.length; i++) values[i] = early[rows[i]!]!;
    return { rows, values };
  };
  const arms = { control: arm(result.arms[0]?.id), treatment: arm(result.treatment) };
  const share = ({ values }: Valued) => values.reduce((sum, value) => sum + value, 0) / values.length;
  if (!(share(arms.control) + share(arms.treatment) > 0)) return [];
  const p = chanceOf('rate', arms, cluster);
  const id = `before-start:${result.id}:${result.treatment}`;
  const days = format.count(metric.windowDays);
  const shares = `${format.percent(share(arms.control))} / ${format.percent(share(arms.treatment))}`;
  if (p !== null && p < RARE) {
    const sentence = text.check.beforeStartUneven(result.name, days, shares, format.pValue(p));
    return [{ id, severity: 'warning', p, sentence, todo: text.check.beforeStartTodo }];
  }
  if (cluster !== null && p === null) {
    const sentence = `${text.check.beforeStartSeen(result.name, days, shares)} ${text.check.untold}`;
    return [{ id, severity: 'note', p, sentence, todo: text.check.beforeStartTodo }];
  }
  return [{ id, severity: 'ok', p, sentence: text.check.beforeStart(result.name, days, shares), todo: null }];
}

function datedRows({ anchor }: UnitTable, rows: Int32Array): Int32Array {
  let n = 0;
  const dated = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) if (!Number.isNaN(anchor[rows[i]!])) dated[n++] = rows[i]!;
  return dated.subarray(0, n);
}
