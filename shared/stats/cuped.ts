import { type Arms, armsProblem, type MeanArm } from './arm.ts';
import { solveSymmetric } from './linear.ts';
import { isNoise } from './mean.ts';
import { meanDifference, welch } from './mean-difference.ts';
import { pivotal } from './pivotal.ts';
import { type Asking, questionOf, questionProblem } from './question.ts';
import { relativeLift } from './relative.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';
import { covariance, summarise } from './summary.ts';

/** One arm's outcome and covariates: means, and covariances (divisor n − 1) of x with y and among x. */
export interface CupedArm {
  readonly n: number;
  readonly y: { readonly mean: number; readonly sd: number };
  readonly x: readonly {
    readonly mean: number;
    /** With y. */
    readonly withY: number;
    /** With every covariate, itself included. */
    readonly withX: readonly number[];
  }[];
}

export interface CupedInput extends Arms<CupedArm>, Asking {}

export interface Cuped extends Finding {
  readonly estimate: number;
  readonly df: number;
  /** One a covariate. */
  readonly theta: readonly number[];
  readonly relative: Finding;
  readonly unadjusted: Finding;
  /** 1 − (adjusted / unadjusted standard error)². */
  readonly varianceReduction: number;
  readonly control: { readonly mean: number; readonly sd: number };
  readonly treatment: { readonly mean: number; readonly sd: number };
}

/**
 * The difference of means after the part that covariates from before the start
 * explain is taken out (CUPED: Deng, Xu, Kohavi & Walker 2013). `theta` is pooled
 * over arms, within them, as in the regression of y on arm and covariates;
 * the adjusted outcomes are compared by Welch, their relative lift by Fieller.
 * Not computed: arms under 2, covariates without spread or that determine each other.
 */
export function cuped(input: CupedInput): Outcome<Cuped> {
  const question = questionOf(input, 0);
  const problem = armsProblem(input, cupedArmProblem) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  if (input.control.x.length !== input.treatment.x.length) {
    return notComputed('treatment.x: must hold as many covariates as control.x');
  }
  const theta = pooledTheta(input);
  if (theta === null) {
    return notComputed('x: a covariate does not vary, or follows from the others; leave it out');
  }
  const unadjusted = meanDifference({
    ...input,
    control: plainArm(input.control),
    treatment: plainArm(input.treatment),
  });
  if (unadjusted.kind === 'error') return unadjusted;
  const all = input.control.n + input.treatment.n;
  const centre = input.control.x.map(
    (x, k) => (input.control.n * x.mean + input.treatment.n * input.treatment.x[k]!.mean) / all,
  );
  const control = adjustedArm(input.control, theta, centre);
  const treatment = adjustedArm(input.treatment, theta, centre);
  const { standardError, df } = welch({ control, treatment });
  if (isNoise(standardError, Math.max(Math.abs(control.mean), Math.abs(treatment.mean)))) {
    return notComputed('x: the covariates explain the outcome wholly, so no variance can be estimated');
  }
  const estimate = treatment.mean - control.mean;
  const relative =
    control.mean === 0
      ? notComputed('control.y.mean: is 0 after adjusting, so a relative lift does not exist')
      : relativeLift(
          {
            control: control.mean,
            treatment: treatment.mean,
            varianceControl: control.sd ** 2 / control.n,
            varianceTreatment: treatment.sd ** 2 / treatment.n,
            covariance: 0,
            df,
          },
          'fieller',
          { ...question, null: 0 },
        );
  if (relative.kind === 'error') return relative;
  const { kind: _, ...lift } = relative;
  const { kind: __, ...raw } = unadjusted;
  return computed({
    ...pivotal({ estimate, standardError, df, method: 'CUPED, Welch t on the adjusted outcome' }, question),
    estimate,
    df,
    theta,
    relative: lift,
    unadjusted: raw,
    varianceReduction: raw.standardError === null ? 0 : 1 - (standardError / raw.standardError) ** 2,
    control: { mean: control.mean, sd: control.sd },
    treatment: { mean: treatment.mean, sd: treatment.sd },
  });
}

/** One arm's covariates with their means and how they move together, whatever the outcome is. */
export interface Covariates {
  readonly lists: readonly ArrayLike<number>[];
  readonly means: readonly number[];
  readonly together: readonly (readonly number[])[];
}

/** Not computed: lists of different lengths, a value that is no number. */
export function covariatesOf(lists: readonly ArrayLike<number>[]): Outcome<Covariates> {
  const means: number[] = [];
  for (const [k, values] of lists.entries()) {
    if (values.length !== lists[0]!.length) return notComputed(`x[${k}]: must be as many as x[0]`);
    const summary = summarise(values);
    if (summary.kind === 'error') return notComputed(summary.reason.replace(/^values/, `x[${k}]`));
    means.push(summary.mean);
  }
  const together = lists.map(() => lists.map(() => 0));
  for (const [k, values] of lists.entries()) {
    for (let j = 0; j <= k; j++) {
      together[k]![j] = covariance(values, means[k]!, lists[j]!, means[j]!);
      together[j]![k] = together[k]![j]!;
    }
  }
  return computed({ lists, means, together });
}

/** One arm's summary from its values: y, and one list a covariate. */
export function cupedArm(y: ArrayLike<number>, x: readonly ArrayLike<number>[]): Outcome<CupedArm> {
  const short = x.findIndex((values) => values.length !== y.length);
  if (short >= 0) return notComputed(`x[${short}]: must be as many as y`);
  const covariates = covariatesOf(x);
  return covariates.kind === 'error' ? covariates : cupedArmWith(y, covariates);
}

/** The same from covariates that are summed up already: several outcomes of the same customers share them. */
export function cupedArmWith(
  y: ArrayLike<number>,
  { lists, means, together }: Covariates,
  outcome: Outcome<MeanArm> = summarise(y),
): Outcome<CupedArm> {
  if (outcome.kind === 'error') return notComputed(outcome.reason.replace(/^values/, 'y'));
  return computed({
    n: y.length,
    y: { mean: outcome.mean, sd: outcome.sd },
    x: lists.map((values, k) => ({
      mean: means[k]!,
      withY: covariance(values, means[k]!, y, outcome.mean),
      withX: together[k]!,
    })),
  });
}

function cupedArmProblem(arm: CupedArm, path: string): string | null {
  if (!Number.isSafeInteger(arm.n) || arm.n < 1) return `${path}.n: must be a whole number of at least 1`;
  if (arm.n < 2) return `${path}.n: at least 2 values are needed to estimate a variance`;
  if (!(arm.y.sd >= 0)) return `${path}.y.sd: must be a number of at least 0`;
  if (arm.x.length === 0) return `${path}.x: at least one covariate is needed`;
  for (const [k, x] of arm.x.entries()) {
    const spread = x.withX[k]!;
    if (!(spread >= 0)) return `${path}.x[${k}].sd: must be a number of at least 0`;
    if (Math.abs(x.withY) > arm.y.sd * Math.sqrt(spread) * (1 + 1e-9)) {
      return `${path}.covariance: cannot exceed the product of the standard deviations`;
    }
  }
  return null;
}

function pooledTheta({ control, treatment }: Arms<CupedArm>): readonly number[] | null {
  const pooled = (c: number, t: number) => (control.n - 1) * c + (treatment.n - 1) * t;
  const matrix = control.x.map((x, k) => x.withX.map((value, j) => pooled(value, treatment.x[k]!.withX[j]!)));
  const right = control.x.map((x, k) => pooled(x.withY, treatment.x[k]!.withY));
  return solveSymmetric(matrix, right);
}

function plainArm(arm: CupedArm) {
  return { n: arm.n, mean: arm.y.mean, sd: arm.y.sd };
}

function adjustedArm(arm: CupedArm, theta: readonly number[], centre: readonly number[]) {
  const moved = arm.x.reduce((sum, x, k) => sum + theta[k]! * (x.mean - centre[k]!), 0);
  const cross = arm.x.reduce((sum, x, k) => sum + theta[k]! * x.withY, 0);
  const among = arm.x.reduce(
    (sum, x, k) => sum + theta[k]! * x.withX.reduce((inner, value, j) => inner + theta[j]! * value, 0),
    0,
  );
  const variance = arm.y.sd ** 2 - 2 * cross + among;
  // What a wholly explained outcome leaves is rounding noise.
  const kept = variance <= 1e-13 * (arm.y.sd ** 2 + among) ? 0 : variance;
  return { n: arm.n, mean: arm.y.mean - moved, sd: Math.sqrt(kept) };
}
