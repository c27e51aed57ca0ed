import type { Metric, MetricField, Plan } from '#shared/plan/plan.ts';
import { freeId } from './arms.ts';

export type Kind = Metric['kind'];
export type Source = 'activity' | 'trait' | 'score';

export const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'conversion', label: 'Share of customers who…' },
  { value: 'count', label: 'How often, per customer' },
  { value: 'sum', label: 'Total per customer' },
  { value: 'mean', label: 'Mean of a trait or score' },
  { value: 'ratio', label: 'Ratio of two totals' },
  { value: 'nps', label: 'Net promoter score' },
];

/** What a metric of each kind can be taken of. */
export const sources: Record<Kind, readonly Source[]> = {
  conversion: ['activity', 'trait'],
  count: ['activity', 'trait'],
  sum: ['activity', 'trait'],
  mean: ['trait', 'score'],
  ratio: ['activity', 'trait'],
  nps: ['score'],
};

export function sourceOf(field: MetricField): Source {
  if ('activity' in field) return 'activity';
  return 'trait' in field ? 'trait' : 'score';
}

export function nameIn(field: MetricField): string {
  if ('activity' in field) return field.activity;
  return 'trait' in field ? field.trait : field.score;
}

/** A field of a source; sums and ratios add up an amount, the others only ask whether it happened. */
export function fieldOf(source: Source, name: string, amount: 'amount' | 'none'): MetricField {
  switch (source) {
    case 'activity':
      return amount === 'amount' ? { activity: name, field: 'amount' } : { activity: name };
    case 'trait':
      return { trait: name };
    case 'score':
      return { score: name };
  }
}

/** The metric as another kind: what it is taken of stays where the kind allows it. */
export function withKind(metric: Metric, kind: Kind): Metric {
  const allowed = sources[kind];
  const source = sourceOf(metric.of);
  const name = nameIn(metric.of);
  const kept = allowed.includes(source) ? source : (allowed[0] ?? 'activity');
  const of = fieldOf(kept, kept === source ? name : '', kind === 'sum' || kind === 'ratio' ? 'amount' : 'none');
  const { per: _, cap, windowDays, ...rest } = metric;
  return {
    ...rest,
    kind,
    of,
    windowDays: kept === 'trait' ? undefined : windowDays,
    cap: kind === 'sum' ? cap : undefined,
    per: kind === 'ratio' ? { activity: 'activity' in of ? of.activity : 'order' } : undefined,
  };
}

export function withRole(metric: Metric, role: Metric['role']): Metric {
  return { ...metric, role, margin: role === 'guardrail' ? (metric.margin ?? 0.005) : undefined };
}

/** The plan with one metric changed; the decision follows when it is renamed. */
export function withMetric(plan: Plan, index: number, next: Metric): Plan {
  const before = plan.metrics[index]?.id;
  const metrics = plan.metrics.map((metric, i) => (i === index ? next : metric));
  if (plan.decision.scaleIf.metric !== before) return { ...plan, metrics };
  const scaleIf = { ...plan.decision.scaleIf, metric: next.id };
  return { ...plan, metrics, decision: { ...plan.decision, scaleIf } };
}

export function withNewMetric(plan: Plan): Plan {
  const id = freeId(
    plan.metrics.map((metric) => metric.id),
    'metric',
  );
  const metric: Metric = {
    id,
    role: 'secondary',
    kind: 'conversion',
    of: { activity: 'order' },
    windowDays: 7,
    better: 'higher',
  };
  return { ...plan, metrics: [...plan.metrics, metric] };
}
