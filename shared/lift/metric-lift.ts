import type { Formatter } from '../format/formatter.ts';
import type { Metric, Plan } from '../plan/plan.ts';
import { adjust } from '../stats/adjust.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { Figures } from './arm-figures.ts';
import { atMost, type Comparison, figuresOn } from './comparison.ts';
import { course } from './course.ts';
import { exactP } from './estimate.ts';
import { type Headline, headlineEstimate } from './headline-estimate.ts';
import type { MetricResult } from './lift-result.ts';
import { nonInferior } from './margin.ts';
import { criticalOf, decidingEnds } from './peeking.ts';
import { responseOf } from './response.ts';
import { metricSentence } from './sentence.ts';
import { isoDay } from './timetable.ts';
import { type Seen, whenEnough } from './when-enough.ts';
import { type Withheld, withheld } from './withhold.ts';

export type Words = { readonly text: Catalogue['lift']; readonly format: Formatter };

/** One comparison's result as it is shown. */
export function metricLift(plan: Plan, comparison: Comparison, seen: Seen, words: Words): MetricResult {
  const { metric, arm, by, cap, samples } = comparison;
  const { asked } = by;
  const uncapped = figuresOn(by, samples);
  const { control, treatment } = figuresOn(by, atMost(samples, cap));
  const { shown, unadjusted, notAdjusted } = headlineEstimate(by, control, treatment);
  const plain = cap === null ? null : headlineEstimate(by, uncapped.control, uncapped.treatment).shown;
  const held = withheld(by, uncapped.control, uncapped.treatment);
  const critical = criticalOf(comparison.looking, shown.control.n + shown.treatment.n, asked);
  const always = critical === null ? null : shown.at(critical);
  const planned = plannedLook(comparison, { control, treatment });
  const reason = held === null ? shown.problem : withheldInWords(held, comparison, seen, words);
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
      { id: plan.arms[comparison.control]?.id ?? '', ...shown.control, missing: comparison.missing.control },
      { id: arm.id, ...shown.treatment, missing: comparison.missing.treatment },
    ],
    absolute: shown.absolute,
    relative: shown.relative,
    relativeUnbounded: (always ?? planned?.ends ?? shown).relativeUnbounded,
    p: shown.p,
    pAdjusted: null,
    pExact:
      metric.kind === 'conversion' && by.cluster === null
        ? exactP(shown.control, shown.treatment, asked.alternative)
        : null,
    level: asked.level,
    method: shown.method,
    formula: words.text.formula[metric.kind],
    basis: shown.basis,
    alwaysValid: always === null ? null : { absolute: always.absolute, relative: always.relative },
    planned: planned?.said ?? null,
    unadjusted: unadjusted === null ? null : beside(unadjusted),
    notAdjusted,
    response: responseOf(comparison),
    nonInferior: metric.role === 'guardrail' && held === null ? nonInferior(by, { control, treatment }) : null,
    withheld: reason,
    uncapped:
      cap === null || plain === null ? null : { cap, absolute: plain.absolute, relative: plain.relative, p: plain.p },
    course: metric.role === 'primary' ? course(comparison) : [],
    sentence: '',
  };
  return { ...result, sentence: metricSentence(metric, result, words) };
}

/** A planned look's bound and the intervals that go by it. */
function plannedLook({ by, looking }: Comparison, figures: Figures) {
  const bound = looking.kind === 'planned' ? looking.bounds.at(-1) : undefined;
  if (bound === undefined) return null;
  const ends = decidingEnds(by, looking, figures);
  const { information, z, alphaSpent, level } = bound;
  const { absolute, relative } = ends;
  return { ends, said: { information, z, alphaSpent, level, absolute, relative } };
}

function beside({ raw, varianceReduction }: NonNullable<Headline['unadjusted']>): MetricResult['unadjusted'] {
  const { absolute, relative, p, method } = raw;
  return { absolute, relative, p, method, varianceReduction };
}

/**
 * Adjusted p-values, where the plan asks for a correction: over the primary metrics × treatments by the plan's
 * procedure, over the secondary ones, which explore, by Benjamini and Hochberg's. Guardrails must all pass and are not
 * corrected. One without a p still counts.
 */
export function withCorrection(plan: Plan, results: readonly MetricResult[]): MetricResult[] {
  const correction = plan.analysis.correction ?? 'none';
  if (correction === 'none') return [...results];
  const adjusted = new Map([...adjustedIn(results, 'primary', correction), ...adjustedIn(results, 'secondary', 'bh')]);
  return results.map((result) => ({ ...result, pAdjusted: adjusted.get(result) ?? null }));
}

function adjustedIn(
  results: readonly MetricResult[],
  role: MetricResult['role'],
  correction: 'holm' | 'bh',
): [MetricResult, number | null][] {
  const family = results.filter((result) => result.role === role);
  if (family.length < 2) return [];
  const found = adjust({ p: family.map((result) => result.p ?? 1), correction });
  if (found.kind === 'error') return [];
  return family.map((result, i) => [result, result.p === null ? null : (found.adjusted[i] ?? null)]);
}

function unitOf(metric: Metric): MetricResult['unit'] {
  if (metric.kind === 'conversion') return 'rate';
  const money = (field: Metric['of']) => 'activity' in field && field.field === 'amount';
  return money(metric.of) && (metric.per === undefined || !money(metric.per)) ? 'money' : 'number';
}

/** Why the interval is withheld, and when it is to be expected. */
function withheldInWords(held: Withheld, comparison: Comparison, seen: Seen, words: Words): string {
  const { text, format } = words;
  const why = text.withheld[held.reason](writeHave(held.have, words), format.count(held.need));
  // Clusters come whole, and not at the pace of customers.
  if (held.reason === 'few-clusters') return why;
  const found = whenEnough(held, comparison, seen);
  switch (found.kind) {
    case 'date':
      return `${why} ${text.whenEnough.date(format.date(isoDay(found.at)))}`;
    case 'more':
      return `${why} ${text.whenEnough.more(format.count(found.customers))}`;
    case 'far':
      return `${why} ${text.whenEnough.far}`;
    case 'unknown':
      return why;
  }
}

function writeHave(have: number, { format }: Words): string {
  return format.number(have, Number.isInteger(have) ? 0 : 1);
}
