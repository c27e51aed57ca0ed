import type { Formatter } from '../format/formatter.ts';
import { powerNonInferiorityMean, powerNonInferiorityProportion } from '../stats/power-non-inferiority.ts';
import { computed, notComputed, type Outcome } from '../stats/result.ts';
import type { ScreenCatalogue } from '../text/catalogue.ts';
import { analysedAfter } from './enrolment.ts';
import type { History } from './history.ts';
import { metricName, metricUnit } from './metric-unit.ts';
import type { Metric, Plan } from './plan.ts';
import { USUAL_POWER } from './power.ts';
import type { KnownPower } from './power-result.ts';

const WEEK = 7 * 86_400_000;
/** Guardrails are judged one-sided at this level, uncorrected. */
const ALPHA = 0.025;

/**
 * Customers of all arms that show a guardrail to stay within its margin 8 times in 10, where the treatment does not
 * move it at all: a one-sided test at 0.025 of control against the smallest treatment. On the day of the decision a
 * guardrail is judged once, so looking costs nothing here.
 */
export function guardrailNeeds(plan: Plan, metric: Metric, history: History): Outcome<{ total: number }> {
  const control = plan.arms.find((arm) => arm.role === 'control')?.weight ?? 0;
  const smallest = Math.min(...plan.arms.filter((arm) => arm.role === 'treatment').map((arm) => arm.weight));
  const weights = plan.arms.reduce((sum, arm) => sum + arm.weight, 0);
  if (metric.margin === undefined || !(control > 0)) return notComputed('margin: is missing');
  const asked = { margin: metric.margin, power: USUAL_POWER, alpha: ALPHA, ratio: smallest / control };
  const found =
    metric.kind === 'conversion'
      ? powerNonInferiorityProportion({ ...asked, baseline: history.mean, better: metric.better })
      : powerNonInferiorityMean({ ...asked, sd: history.sd, distribution: 'normal' });
  if (found.kind === 'error') return found;
  const controls = found.n * history.varianceLeft * history.designEffect;
  return computed({ total: Math.ceil((controls * weights) / control) });
}

type Words = { readonly text: ScreenCatalogue['power']; readonly format: Formatter };

/** Whether a guardrail can be shown to hold by the decision, said; without that the rule cannot say scale. */
export function guardrailInWords(
  plan: Plan,
  metric: Metric,
  history: History,
  { text, format }: Words,
): KnownPower['guardrails'][number] {
  const name = metricName(metric);
  const unit = metricUnit(metric);
  const margin = format.given(metric.margin ?? null, unit);
  const weeks = (Date.parse(plan.decision.decideBy) - history.start) / WEEK;
  const known = Math.floor(analysedAfter({ ...history, windowDays: metric.windowDays ?? 0 }, Math.max(0, weeks)));
  const needs = guardrailNeeds(plan, metric, history);
  if (needs.kind === 'error') {
    return { metric: metric.id, name, needed: null, known, sees: false, sentence: text.guardrail.unknown(name) };
  }
  const { total } = needs;
  const sees = total <= known;
  const words = [name, margin, format.count(total), format.count(known), format.date(plan.decision.decideBy)] as const;
  const sentence = `${sees ? text.guardrail.sees(...words) : text.guardrail.blind(...words)}${yearlyWords(metric, history, { text, format })}`;
  return { metric: metric.id, name, needed: total, known, sees, sentence };
}

/** What the margin comes to over a year: an amount of money, or customers of a rate; nothing where nobody new comes. */
function yearlyWords(metric: Metric, { arrivalsPerWeek }: History, { text, format }: Words): string {
  const unit = metricUnit(metric);
  const yearly = (metric.margin ?? 0) * arrivalsPerWeek * 52;
  if (!(yearly > 0) || unit === 'number') return '';
  const margin = format.given(metric.margin ?? null, unit);
  return unit === 'money'
    ? ` ${text.guardrail.money(margin, format.money(yearly))}`
    : ` ${text.guardrail.customers(margin, format.count(Math.round(yearly)))}`;
}
