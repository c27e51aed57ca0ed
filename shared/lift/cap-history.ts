import type { Metric, Plan } from '../plan/plan.ts';
import { quantileType7 } from '../stats/quantile.ts';
import { customerIndex } from './customer-index.ts';
import { eventsByRow } from './events-by-row.ts';
import type { RecordsReader } from './records-reader.ts';
import { DAY } from './trigger-moment.ts';
import { unitTable } from './unit-table.ts';

/**
 * The plan with the amount of each cap frozen: the type-7 percentile of the non-zero totals that customers reached in
 * history, in spans as long as the metric's window. Among all totals the percentile would fall among the zeros.
 * A cap stays without an amount where there is no history to take it from; nothing is capped then.
 *
 * @param now where history ends, unless customers are in the pilot already: then it ends with the first anchor
 */
export function freezeCaps(plan: Plan, records: RecordsReader, now: number): Plan {
  const start = firstAnchor(plan, records, now);
  const metrics = plan.metrics.map((metric) => {
    if (metric.cap === undefined || metric.cap.amount !== undefined || !('percentile' in metric.cap)) return metric;
    const amount = percentileBefore(metric, metric.cap.percentile, records, start);
    return amount === null ? metric : { ...metric, cap: { ...metric.cap, amount } };
  });
  return { ...plan, metrics };
}

/** An amended plan with the cap amounts of the sealed one, for metrics whose values and percentile are still the same. */
export function keepCaps(plan: Plan, sealed: Plan): Plan {
  const metrics = plan.metrics.map((metric) => {
    const before = sealed.metrics.find((other) => other.id === metric.id);
    return before !== undefined && sameCap(metric, before) ? { ...metric, cap: before.cap } : metric;
  });
  return { ...plan, metrics };
}

function sameCap(metric: Metric, before: Metric): boolean {
  if (metric.cap === undefined || before.cap === undefined) return false;
  if (!('percentile' in metric.cap) || !('percentile' in before.cap) || metric.cap.amount !== undefined) return false;
  const counted = ({ kind, of, windowDays }: Metric) => JSON.stringify([kind, of, windowDays]);
  return metric.cap.percentile === before.cap.percentile && counted(metric) === counted(before);
}

function firstAnchor(plan: Plan, records: RecordsReader, now: number): number {
  const units = unitTable(plan, records, now);
  let first = now;
  for (let row = 0; row < units.arm.length; row++) {
    const anchor = units.anchor[row] ?? Number.NaN;
    if ((units.arm[row] ?? -1) >= 0 && anchor < first) first = anchor;
  }
  return first;
}

function percentileBefore(metric: Metric, percentile: number, records: RecordsReader, start: number): number | null {
  if (!('activity' in metric.of)) return null;
  const columns = records.activities(metric.of.activity, metric.of.field ?? null);
  const counts = metric.of.field === undefined;
  const span = metric.windowDays === undefined ? Number.POSITIVE_INFINITY : metric.windowDays * DAY;
  const { starts, events } = eventsByRow(columns.customer, customerIndex(records.customers()));
  const nonZero = new Float64Array(events.length);
  let found = 0;
  /** What one customer reached, by span before the start. */
  const totals = new Map<number, number>();
  for (let row = 0; row + 1 < starts.length; row++) {
    totals.clear();
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const before = start - columns.at[events[k]!]!;
      const value = counts ? 1 : columns.value[events[k]!]!;
      if (!(before > 0) || Number.isNaN(value)) continue;
      const stretch = span === Number.POSITIVE_INFINITY ? 0 : Math.floor(before / span);
      totals.set(stretch, (totals.get(stretch) ?? 0) + value);
    }
    for (const total of totals.values()) if (total !== 0) nonZero[found++] = total;
  }
  const sorted = nonZero.subarray(0, found).sort();
  return found === 0 ? null : quantileType7(sorted, percentile / 100);
}
