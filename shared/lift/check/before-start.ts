import type { Plan } from '../../plan/plan.ts';
import { proportionDifference } from '../../stats/proportion-difference.ts';
import type { Check, MetricResult } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';
import type { RecordsReader } from '../records-reader.ts';
import { DAY } from '../trigger-moment.ts';
import type { UnitTable } from '../unit-table.ts';

/** Rarer than this between arms that were drawn by chance, and the dates or the arms are wrong. */
const RARE = 0.001;

/**
 * Outcomes dated before the anchor, in a span as long as the metric's window: nothing had happened to anybody yet, so
 * the arms must be alike in them. Where they are not, dates are wrong or arms were not drawn by chance.
 */
export function beforeStartCheck(
  plan: Plan,
  result: MetricResult,
  units: UnitTable,
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
    const row = units.index.row(events.customer[i] ?? 0);
    const anchor = units.anchor[row] ?? Number.NaN;
    const at = events.at[i] ?? Number.NaN;
    const over = events.day[i] === 1 ? at + DAY <= anchor : at < anchor;
    if (row >= 0 && over && at >= anchor - span) early[row] = 1;
  }
  const arm = (id: string | undefined) => {
    const index = plan.arms.findIndex((one) => one.id === id);
    const count = (of: (row: number) => boolean) =>
      units.arm.reduce((n, a, row) => (a === index && of(row) ? n + 1 : n), 0);
    return { n: count((row) => !Number.isNaN(units.anchor[row])), x: count((row) => early[row] === 1) };
  };
  const control = arm(result.arms[0]?.id);
  const treatment = arm(result.treatment);
  if (control.x + treatment.x === 0) return [];
  const found = proportionDifference({ control, treatment });
  const p = found.kind === 'error' ? null : found.p;
  const id = `before-start:${result.id}:${result.treatment}`;
  const days = format.count(metric.windowDays);
  const shares = [control, treatment].map(({ n, x }) => format.percent(x / n)).join(' / ');
  if (p !== null && p < RARE) {
    const sentence = text.check.beforeStartUneven(result.name, days, shares, format.pValue(p));
    return [{ id, severity: 'warning', p, sentence, todo: text.check.beforeStartTodo }];
  }
  return [{ id, severity: 'ok', p, sentence: text.check.beforeStart(result.name, days, shares), todo: null }];
}
