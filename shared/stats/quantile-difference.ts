import type { Arms } from './arm.ts';
import { type Draws, drawsFrom, resamplingProblem } from './chance.ts';
import { betaQuantile } from './distribution/beta.ts';
import { quantileType7 } from './quantile.ts';
import { type Asking, hasLower, hasUpper, questionOf, questionProblem, tailOf } from './question.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';
import { summarise } from './summary.ts';

export interface QuantileDifferenceInput extends Arms<ArrayLike<number>>, Asking {
  /** From 0 to 1; the median (0.5). */
  readonly q?: number | undefined;
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
}

export interface QuantileDifference extends Finding {
  readonly estimate: number;
  readonly control: number;
  readonly treatment: number;
}

/**
 * The difference of a quantile (type 7), treatment − control, with a percentile
 * bootstrap interval; each arm is resampled with replacement.
 * Not computed: an arm under 2, q outside [0, 1], no spread in either arm.
 */
export function quantileDifference(input: QuantileDifferenceInput): Outcome<QuantileDifference> {
  const question = questionOf(input, 0);
  const q = input.q ?? 0.5;
  const resamples = input.resamples ?? 2000;
  const seed = input.seed ?? 1;
  const problem = questionProblem(question) ?? resamplingProblem(resamples, seed);
  if (problem !== null) return notComputed(problem);
  if (!(q >= 0 && q <= 1)) return notComputed('q: must lie between 0 and 1');
  const control = sortedArm(input.control, 'control');
  if (control.kind === 'error') return control;
  const treatment = sortedArm(input.treatment, 'treatment');
  if (treatment.kind === 'error') return treatment;
  if (isFlat(control.sorted) && isFlat(treatment.sorted)) {
    return notComputed(
      'control.values, treatment.values: nothing varies in either arm, so no variance can be estimated',
    );
  }
  const draws = drawsFrom(seed);
  const drawC = resampledQuantile(control.sorted, q, draws);
  const drawT = resampledQuantile(treatment.sorted, q, draws);
  const replicates = Float64Array.from({ length: resamples }, () => drawT() - drawC()).sort();
  const summary = summarise(replicates);
  if (summary.kind === 'error') return summary;
  const tail = tailOf(question);
  const low = quantileType7(control.sorted, q);
  const high = quantileType7(treatment.sorted, q);
  return computed({
    estimate: high - low,
    lower: hasLower(question) ? quantileType7(replicates, tail) : null,
    upper: hasUpper(question) ? quantileType7(replicates, 1 - tail) : null,
    unbounded: false,
    level: question.level,
    p: null,
    statistic: null,
    standardError: summary.sd,
    df: null,
    method: `Difference of the ${q} quantile (type 7), percentile bootstrap, ${resamples} resamples`,
    control: low,
    treatment: high,
  });
}

function sortedArm(values: ArrayLike<number>, path: string): Outcome<{ readonly sorted: Float64Array }> {
  const summary = summarise(values);
  if (summary.kind === 'error') return notComputed(`${path}.${summary.reason}`);
  if (summary.n < 2) return notComputed(`${path}.values: at least 2 values are needed`);
  return computed({ sorted: Float64Array.from(values).sort() });
}

function isFlat(sorted: Float64Array): boolean {
  return sorted[0] === sorted[sorted.length - 1];
}

/**
 * Draws a quantile of a resample without drawing the resample: of n uniform numbers the k-th smallest follows
 * Beta(k, n − k + 1), the next one follows from the n − k above it (David & Nagaraja, Order Statistics, 2003), and
 * where the uniform number falls is the value that is drawn.
 */
function resampledQuantile(sorted: Float64Array, q: number, draws: Draws): () => number {
  const n = sorted.length;
  const position = (n - 1) * q;
  const below = Math.floor(position);
  const value = (uniform: number) => sorted[Math.min(n - 1, Math.floor(uniform * n))]!;
  return () => {
    const first = betaQuantile(1 - draws.unit(), below + 1, n - below);
    if (position === below) return value(first);
    const next = 1 - (1 - first) * (1 - draws.unit()) ** (1 / (n - below - 1));
    return value(first) + (position - below) * (value(next) - value(first));
  };
}
