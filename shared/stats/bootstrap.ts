import type { Arms } from './arm.ts';
import { drawsFrom, resamplingProblem } from './chance.ts';
import { normalLower, normalUpperQuantile } from './distribution/normal.ts';
import { quantileType7 } from './quantile.ts';
import { type Asking, hasLower, hasUpper, type Question, questionOf, questionProblem, tailOf } from './question.ts';
import { resampledMean } from './resampled-mean.ts';
import { assertNever, computed, type Finding, notComputed, type Outcome } from './result.ts';
import { summarise } from './summary.ts';

export type BootstrapInterval = 'bca' | 'percentile' | 'basic';

export interface BootstrapInput extends Arms<ArrayLike<number>>, Asking {
  /** `mean-ratio` is on the relative-lift scale. */
  readonly of?: 'mean-difference' | 'mean-ratio' | undefined;
  readonly interval?: BootstrapInterval | undefined;
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
}

/**
 * A difference of means, or the relative lift of the mean, with a bootstrap
 * interval: each arm is resampled with replacement. bca: Efron (1987), with the
 * acceleration of several samples from Davison & Hinkley (1997); quantiles of type 7.
 * Not computed: an arm under 2, no spread, a relative lift on a control mean of 0,
 * replicates that all lie on one side of the estimate (bca).
 */
export function bootstrap(input: BootstrapInput): Outcome<Finding> {
  const question = questionOf(input, 0);
  const resamples = input.resamples ?? 2000;
  const seed = input.seed ?? 1;
  const interval = input.interval ?? 'bca';
  const problem = questionProblem(question) ?? resamplingProblem(resamples, seed);
  if (problem !== null) return notComputed(problem);
  const control = summarise(input.control);
  if (control.kind === 'error') return notComputed(`control.${control.reason}`);
  const treatment = summarise(input.treatment);
  if (treatment.kind === 'error') return notComputed(`treatment.${treatment.reason}`);
  for (const [path, arm] of [
    ['control', control],
    ['treatment', treatment],
  ] as const) {
    if (arm.n < 2) return notComputed(`${path}.values: at least 2 values are needed`);
  }
  if (control.sd === 0 && treatment.sd === 0) {
    return notComputed(
      'control.values, treatment.values: nothing varies in either arm, so no variance can be estimated',
    );
  }
  const relative = input.of === 'mean-ratio';
  if (relative && control.mean === 0)
    return notComputed('control.values: their mean is 0, so a relative lift does not exist');
  const of = relative ? (c: number, t: number) => (t - c) / Math.abs(c) : (c: number, t: number) => t - c;
  const estimate = of(control.mean, treatment.mean);
  const replicates = replicated(input, of, resamples, seed);
  if (!replicates.every(Number.isFinite)) {
    return notComputed('control.values: resampled means of 0 make the relative lift infinite; there is no interval');
  }
  replicates.sort();
  const summary = summarise(replicates);
  if (summary.kind === 'error') return summary;
  const ends = endsOf(
    interval,
    { input, of, estimate, replicates, control: control.mean, treatment: treatment.mean },
    question,
  );
  if (ends.kind === 'error') return ends;
  return computed({
    estimate,
    lower: hasLower(question) ? ends.lower : null,
    upper: hasUpper(question) ? ends.upper : null,
    unbounded: false,
    level: question.level,
    p: null,
    statistic: null,
    standardError: summary.sd,
    df: null,
    method: `Bootstrap, ${interval}, ${resamples} resamples`,
  });
}

type Statistic = (control: number, treatment: number) => number;

function replicated(arms: Arms<ArrayLike<number>>, of: Statistic, resamples: number, seed: number): Float64Array {
  const draws = drawsFrom(seed);
  const control = resampledMean(arms.control, draws);
  const treatment = resampledMean(arms.treatment, draws);
  return Float64Array.from({ length: resamples }, () => of(control(), treatment()));
}

interface Replicated {
  readonly input: Arms<ArrayLike<number>>;
  readonly of: Statistic;
  readonly estimate: number;
  /** Ascending. */
  readonly replicates: Float64Array;
  readonly control: number;
  readonly treatment: number;
}

function endsOf(
  interval: BootstrapInterval,
  found: Replicated,
  question: Question,
): Outcome<{ readonly lower: number; readonly upper: number }> {
  const tail = tailOf(question);
  const at = (share: number) => quantileType7(found.replicates, share);
  switch (interval) {
    case 'percentile':
      return computed({ lower: at(tail), upper: at(1 - tail) });
    case 'basic':
      return computed({ lower: 2 * found.estimate - at(1 - tail), upper: 2 * found.estimate - at(tail) });
    case 'bca': {
      const bias = biasOf(found);
      if (bias === null)
        return notComputed('resamples: all lie on one side of the estimate, so bca does not exist; use percentile');
      const acceleration = accelerationOf(found);
      const moved = (z: number) => normalLower(bias + (bias + z) / (1 - acceleration * (bias + z)));
      const z = normalUpperQuantile(tail);
      return computed({ lower: at(moved(-z)), upper: at(moved(z)) });
    }
    default:
      return assertNever(interval);
  }
}

/** The normal quantile of the share of replicates below the estimate, ties counted half. */
function biasOf({ replicates, estimate }: Replicated): number | null {
  let below = 0;
  for (const value of replicates) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  const share = below / replicates.length;
  return share > 0 && share < 1 ? -normalUpperQuantile(share) : null;
}

/** The acceleration from the jackknife of both arms, each value's influence divided by its arm's size. */
function accelerationOf({ input, of, control, treatment }: Replicated): number {
  let cubes = 0;
  let squares = 0;
  const gather = (values: ArrayLike<number>, mean: number, without: (mean: number) => number) => {
    const n = values.length;
    const jackknife = Float64Array.from(values, (value) => without((n * mean - value) / (n - 1)));
    let average = 0;
    for (const value of jackknife) average += value / n;
    for (const value of jackknife) {
      const influence = ((n - 1) * (average - value)) / n;
      cubes += influence ** 3;
      squares += influence ** 2;
    }
  };
  gather(input.control, control, (mean) => of(mean, treatment));
  gather(input.treatment, treatment, (mean) => of(control, mean));
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}
