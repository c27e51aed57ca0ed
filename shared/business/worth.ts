import type { Charter } from '../charter/charter.ts';
import type { Formatter } from '../format/formatter.ts';
import type { LiftResult, MetricResult } from '../lift/lift-result.ts';
import type { Plan } from '../plan/plan.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { type Assumption, withEdits } from './assumption.ts';
import { type BusinessCase, businessCaseOf } from './business-case.ts';
import { derivedAssumptions } from './derived.ts';

export type WorthSubject = {
  readonly lift: LiftResult;
  readonly metric: MetricResult | null;
  readonly plan: Plan;
  readonly charter: Charter;
  readonly edited: readonly Assumption[];
};

export type Worth = { readonly assumptions: readonly Assumption[]; readonly business: BusinessCase };

/** The primary metric of the arm the verdict names, else the first primary; null when nothing was measured. */
export function headlineMetric(lift: LiftResult): MetricResult | null {
  const primaries = lift.metrics.filter((metric) => metric.role === 'primary');
  return primaries.find((metric) => metric.treatment === lift.arm) ?? primaries[0] ?? null;
}

/** What the headline metric's lift is worth, with every line it was reckoned from. */
export function worthOf(
  { lift, metric, plan, charter, edited }: WorthSubject,
  text: Catalogue,
  format: Formatter,
): Worth {
  if (metric === null) return { assumptions: [], business: { kind: 'none', reason: 'withheld' } };
  const say = text.report.assumption.source;
  const derived = derivedAssumptions({ lift, metric, plan, charter, say, count: format.count });
  const assumptions = withEdits(derived, edited);
  return { assumptions, business: businessCaseOf(metric, lift.verdict, assumptions) };
}
