import { type Arms, armsProblem, type MeanArm, spreadProblem } from './arm.ts';
import { isNoise } from './mean.ts';
import { welch } from './mean-difference.ts';
import { type Asking, questionOf, questionProblem } from './question.ts';
import { type RatioEstimate, type RelativeMethod, relativeLift } from './relative.ts';
import { assertNever, type Finding, notComputed, type Outcome } from './result.ts';

export type RatioDistribution = 't' | 'normal';

export interface MeanRatioInput extends Arms<MeanArm>, Asking {
  readonly interval?: RelativeMethod | undefined;
  readonly distribution?: RatioDistribution | undefined;
}

/**
 * The relative lift of a mean, (treatment − control) / |control|.
 *
 * fieller: Fieller (1954), unbounded when control's mean is not clearly apart
 * from 0; delta: first-order; log-delta: on the log of the ratio, for means of
 * the same sign. With `distribution` t the degrees of freedom are Welch's for the difference.
 * Not computed: a control mean of 0, arms too small, both arms without spread.
 */
export function meanRatio(input: MeanRatioInput): Outcome<Finding> {
  const question = questionOf(input, 0);
  const problem = armsProblem(input, spreadProblem) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const { control, treatment } = input;
  if (control.mean === 0) return notComputed('control.mean: is 0, so a relative lift does not exist');
  const { standardError, df } = welch(input);
  if (isNoise(standardError, Math.max(Math.abs(control.mean), Math.abs(treatment.mean)))) {
    return notComputed(
      'control.sd, treatment.sd: all values in both arms are the same, so no variance can be estimated',
    );
  }
  const estimate: RatioEstimate = {
    control: control.mean,
    treatment: treatment.mean,
    varianceControl: control.sd ** 2 / control.n,
    varianceTreatment: treatment.sd ** 2 / treatment.n,
    covariance: 0,
    df: degrees(input.distribution ?? 't', df),
  };
  return relativeLift(estimate, input.interval ?? 'fieller', question);
}

function degrees(distribution: RatioDistribution, df: number): number | null {
  switch (distribution) {
    case 't':
      return df;
    case 'normal':
      return null;
    default:
      return assertNever(distribution);
  }
}
