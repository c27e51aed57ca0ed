import type { Formatter } from '../format/formatter.ts';
import type { Metric, Plan } from '../plan/plan.ts';
import { adjust } from '../stats/adjust.ts';
import type { Alternative } from '../stats/question.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { Adjustment } from './adjustment.ts';
import { type ArmSample, armSample, capped, countInState } from './arm-sample.ts';
import { course } from './course.ts';
import { type Asked, exactP } from './estimate.ts';
import { type Estimator, type Headline, headlineEstimate } from './headline-estimate.ts';
import type { MetricResult } from './lift-result.ts';
import { nonInferior } from './margin.ts';
import { MISSING, type OutcomeColumn } from './outcome.ts';
import { alwaysValidCritical } from './peeking.ts';
import { metricSentence } from './sentence.ts';
import type { UnitTable } from './unit-table.ts';
import { withheld } from './withhold.ts';

export type Words = { readonly text: Catalogue['lift']; readonly format: Formatter };

/** One metric's result for every treatment of the plan. */
export function metricLift(
  plan: Plan,
  metric: Metric,
  units: UnitTable,
  outcome: OutcomeColumn,
  adjustment: Adjustment | null,
  words: Words,
): MetricResult[] {
  const controlIndex = plan.arms.findIndex((arm) => arm.role === 'control');
  const asked = askedOf(plan, metric);
  const cap = capOf(metric);
  const control = armSample(units, outcome, controlIndex);
  return plan.arms.flatMap((arm, index) => {
    if (arm.role === 'control') return [];
    const treatment = armSample(units, outcome, index);
    const allocation = ratioOf(arm.weight, plan.arms[controlIndex]?.weight ?? 1);
    const by: Estimator = { metric, allocation, adjustment, asked };
    const within = (sample: ArmSample) => (cap === null ? sample : atMost(sample, cap));
    const { shown, unadjusted, notAdjusted } = headlineEstimate(by, within(control), within(treatment));
    const plain = cap === null ? null : headlineEstimate(by, control, treatment).shown;
    const held = withheld(metric, control, treatment, allocation);
    const critical = alwaysValidCritical(plan, shown.control.n + shown.treatment.n, asked);
    const always = critical === null ? null : shown.at(critical);
    const reason =
      held === null
        ? shown.problem
        : words.text.withheld[held.reason](writeHave(held.have, words), words.format.count(held.need));
    const missing = [controlIndex, index].map((i) => countInState(units, outcome, i, MISSING));
    const result: MetricResult = {
      id: metric.id,
      name: metric.name ?? metric.id.replace(/[_-]+/g, ' '),
      role: metric.role,
      kind: metric.kind,
      better: metric.better,
      margin: metric.margin ?? null,
      windowDays: metric.windowDays ?? null,
      unit: unitOf(metric),
      treatment: arm.id,
      arms: [
        { id: plan.arms[controlIndex]?.id ?? '', ...shown.control, missing: missing[0] ?? 0 },
        { id: arm.id, ...shown.treatment, missing: missing[1] ?? 0 },
      ],
      absolute: shown.absolute,
      relative: shown.relative,
      relativeUnbounded: always?.relativeUnbounded ?? shown.relativeUnbounded,
      p: shown.p,
      pAdjusted: null,
      pExact: metric.kind === 'conversion' ? exactP(shown.control, shown.treatment, asked.alternative) : null,
      level: asked.level,
      method: shown.method,
      formula: words.text.formula[metric.kind],
      alwaysValid: always === null ? null : { absolute: always.absolute, relative: always.relative },
      unadjusted: unadjusted === null ? null : beside(unadjusted),
      notAdjusted,
      nonInferior:
        metric.role === 'guardrail' && held === null ? nonInferior(metric, shown.control, shown.treatment) : null,
      withheld: reason,
      uncapped:
        cap === null || plain === null ? null : { cap, absolute: plain.absolute, relative: plain.relative, p: plain.p },
      course: metric.role === 'primary' ? course(plan, by, within(control), within(treatment)) : [],
      sentence: '',
    };
    return [{ ...result, sentence: metricSentence(metric, result, words) }];
  });
}

function beside({ raw, varianceReduction }: NonNullable<Headline['unadjusted']>): MetricResult['unadjusted'] {
  const { absolute, relative, p, method } = raw;
  return { absolute, relative, p, method, varianceReduction };
}

/** Holm's adjusted p-values over the primary metrics × treatments, where the plan asks for a correction. One without a p still counts. */
export function withCorrection(plan: Plan, results: readonly MetricResult[]): MetricResult[] {
  const correction = plan.analysis.correction ?? 'none';
  const family = results.filter((result) => result.role === 'primary');
  if (correction === 'none' || family.length < 2) return [...results];
  const found = adjust({ p: family.map((result) => result.p ?? 1), correction });
  if (found.kind === 'error') return [...results];
  const adjusted = new Map(family.map((result, i) => [result, result.p === null ? null : (found.adjusted[i] ?? null)]));
  return results.map((result) => ({ ...result, pAdjusted: adjusted.get(result) ?? null }));
}

/** Intervals of a corrected family stand at α / m, so that all of them together are right at the planned level. */
function askedOf(plan: Plan, metric: Metric): Asked {
  const { level, sides, correction } = plan.analysis;
  const primaries = plan.metrics.filter((other) => other.role === 'primary').length;
  const treatments = plan.arms.filter((arm) => arm.role === 'treatment').length;
  const m = metric.role === 'primary' && (correction ?? 'none') === 'holm' ? primaries * treatments : 1;
  const oneSided: Alternative = metric.better === 'higher' ? 'greater' : 'less';
  return { level: m === 1 ? level : 1 - (1 - level) / m, alternative: sides === 2 ? 'two-sided' : oneSided };
}

function atMost(sample: ArmSample, cap: number): ArmSample {
  return { ...sample, values: capped(sample.values, cap) };
}

function capOf(metric: Metric): number | null {
  return metric.cap?.amount ?? null;
}

function ratioOf(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}

function unitOf(metric: Metric): MetricResult['unit'] {
  if (metric.kind === 'conversion') return 'rate';
  const money = (field: Metric['of']) => 'activity' in field && field.field === 'amount';
  return money(metric.of) && (metric.per === undefined || !money(metric.per)) ? 'money' : 'number';
}

function writeHave(have: number, { format }: Words): string {
  return format.number(have, Number.isInteger(have) ? 0 : 1);
}
