import { compensatedSum } from '../stats/summary.ts';
import type { Comparison } from './comparison.ts';
import type { MetricResult } from './lift-result.ts';

/**
 * Who answered, by arm, and the worst-case bounds of the difference: all who did not answer taken to have said the
 * best possible in one arm and the worst in the other, and the reverse (Manski 1989). An NPS runs from −100 to 100; a
 * mean score from the lowest to the highest answer given. Null for outcomes that nobody is asked for.
 */
export function responseOf({ metric, samples, missing }: Comparison): MetricResult['response'] {
  if (!('score' in metric.of) || metric.kind === 'ratio' || metric.kind === 'conversion') return null;
  const { control, treatment } = samples;
  const answers = [...control.values, ...treatment.values];
  if (answers.length === 0) return null;
  const [low, high] = metric.kind === 'nps' ? [-100, 100] : [lowest(answers), -lowest(answers.map((value) => -value))];
  const mean = (values: Float64Array, absent: number, guess: number) =>
    (compensatedSum(values) + absent * guess) / Math.max(1, values.length + absent);
  const between = (inTreatment: number, inControl: number) =>
    mean(treatment.values, missing.treatment, inTreatment) - mean(control.values, missing.control, inControl);
  const arm = (values: Float64Array, absent: number) => ({ asked: values.length + absent, answered: values.length });
  const arms = { control: arm(control.values, missing.control), treatment: arm(treatment.values, missing.treatment) };
  return {
    ...arms,
    p: missing.p,
    bounds: { lower: between(low, high), upper: between(high, low) },
  };
}

function lowest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}
