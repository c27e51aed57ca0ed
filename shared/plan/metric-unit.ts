import type { Metric, MetricField } from './plan.ts';

/** What a metric is counted in. */
export function metricUnit(metric: Metric): 'rate' | 'money' | 'number' {
  if (metric.kind === 'conversion') return 'rate';
  return isMoney(metric.of) && (metric.per === undefined || !isMoney(metric.per)) ? 'money' : 'number';
}

/** What people read where a metric has no name of its own. */
export function metricName(metric: Metric): string {
  return metric.name ?? metric.id.replace(/[_-]+/g, ' ');
}

function isMoney(field: MetricField): boolean {
  return 'activity' in field && field.field === 'amount';
}
