import type { ArmSample } from '../arm-sample.ts';
import { atMost, type Comparison, decidingOn } from '../comparison.ts';
import { conclusionOf } from '../conclusion.ts';
import type { Check, MetricResult } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';

/**
 * Whether one customer carries the result: leave out the largest of either arm, and see if the conclusion stands.
 * Rates and scores have no outliers; a withheld interval has no conclusion.
 */
export function outlierCheck(comparison: Comparison, result: MetricResult, words: Words): Check[] {
  if (['conversion', 'nps', 'mean'].includes(result.kind) || result.withheld !== null) return [];
  const { text, format } = words;
  const samples = atMost(comparison.samples, comparison.cap);
  const whole = conclusionOf(decidingOn(comparison, samples).absolute);
  const id = `outlier:${result.id}:${result.treatment}`;
  const carriers = (['control', 'treatment'] as const).flatMap((side) => {
    const sample = samples[side];
    const i = largest(sample.values);
    const { absolute } = decidingOn(comparison, { ...samples, [side]: leftOut(sample, i) });
    const arm = side === 'control' ? (result.arms[0]?.id ?? '') : result.treatment;
    return conclusionOf(absolute) === whole ? [] : [{ arm, value: sample.values[i] ?? 0, absolute }];
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

function largest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (Math.abs(values[i] ?? 0) > Math.abs(values[best] ?? 0)) best = i;
  return best;
}

function leftOut(sample: ArmSample, gone: number): ArmSample {
  const without = (column: Float64Array) => {
    const left = new Float64Array(Math.max(0, column.length - 1));
    left.set(column.subarray(0, gone));
    left.set(column.subarray(gone + 1), gone);
    return left;
  };
  const rows = new Int32Array(Math.max(0, sample.rows.length - 1));
  rows.set(sample.rows.subarray(0, gone));
  rows.set(sample.rows.subarray(gone + 1), gone);
  return {
    rows,
    values: without(sample.values),
    per: sample.per && without(sample.per),
    closes: without(sample.closes),
  };
}
