import type { Adjustment } from '../adjustment.ts';
import { type ArmFigures, figuresWithout } from '../arm-figures.ts';
import type { ArmSample } from '../arm-sample.ts';
import { atMost, type Comparison, figuresOn } from '../comparison.ts';
import { conclusionOf } from '../conclusion.ts';
import type { Check, MetricResult } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';
import { decidingEnds } from '../peeking.ts';

/**
 * Whether one customer carries the result: leave out the largest of either arm, and see if the conclusion stands.
 * Rates and scores have no outliers; a withheld interval has no conclusion.
 */
export function outlierCheck(comparison: Comparison, result: MetricResult, words: Words): Check[] {
  if (['conversion', 'nps', 'mean'].includes(result.kind) || result.withheld !== null) return [];
  const { text, format } = words;
  const samples = atMost(comparison.samples, comparison.cap);
  const { by, looking } = comparison;
  const figures = figuresOn(by, samples);
  const whole = conclusionOf(decidingEnds(by, looking, figures).absolute);
  const id = `outlier:${result.id}:${result.treatment}`;
  const carriers = (['control', 'treatment'] as const).flatMap((side) => {
    const { value, others } = withoutLargest(samples[side], by.adjustment);
    const { absolute } = decidingEnds(by, looking, { ...figures, [side]: others });
    const arm = side === 'control' ? (result.arms[0]?.id ?? '') : result.treatment;
    return conclusionOf(absolute) === whole ? [] : [{ arm, value, absolute }];
  });
  const [carrier] = carriers;
  if (carrier === undefined) {
    return [{ id, severity: 'ok', p: null, sentence: text.check.noOutlier(result.name), todo: null }];
  }
  const { lower, upper } = carrier.absolute;
  const sentence = text.check.outlier(
    result.name,
    carrier.arm,
    format.value(carrier.value, result.unit),
    format.changeRange(lower, upper, result.unit),
  );
  return [{ id, severity: 'warning', p: null, sentence, todo: text.check.outlierTodo }];
}

type Carrier = { readonly value: number; readonly others: ArmFigures };

/** By the values: control stands in several comparisons. */
const known = new WeakMap<Float64Array, Carrier>();

function withoutLargest(sample: ArmSample, adjustment: Adjustment | null): Carrier {
  const i = largest(sample.values);
  const found = known.get(sample.values) ?? {
    value: sample.values[i] ?? 0,
    others: figuresWithout(sample, adjustment, i),
  };
  known.set(sample.values, found);
  return found;
}

function largest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (Math.abs(values[i]!) > Math.abs(values[best]!)) best = i;
  return best;
}
