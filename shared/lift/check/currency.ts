import type { Metric } from '../../plan/plan.ts';
import type { Check, MetricResult } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';
import type { RecordsReader } from '../records-reader.ts';

/** Amounts in several currencies add up to nothing. Said once for each metric that counts money. */
export function currencyCheck(
  metric: Metric,
  result: MetricResult,
  currency: string | null,
  records: RecordsReader,
  { text }: Words,
): Check[] {
  if (result.unit !== 'money' || !('activity' in metric.of)) return [];
  const found = [...records.currencies(metric.of.activity)].sort();
  const id = `currency:${metric.id}`;
  const strange = currency !== null && found.some((one) => one !== currency);
  if (found.length > 1 || strange) {
    const names = [...new Set([...(currency === null ? [] : [currency]), ...found])].join(', ');
    const sentence = text.check.currencies(result.name, names);
    return [{ id, severity: 'warning', p: null, sentence, todo: text.check.currenciesTodo }];
  }
  const [only] = found;
  if (only === undefined) return [];
  return [{ id, severity: 'ok', p: null, sentence: text.check.oneCurrency(result.name, only), todo: null }];
}
