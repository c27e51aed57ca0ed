import { type Arms, armsProblem } from './arm.ts';
import type { Gauged } from './gauged.ts';
import { satterthwaite } from './mean-difference.ts';
import { pivotal } from './pivotal.ts';
import { type Asking, type Question, questionOf, questionProblem } from './question.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';

/** One arm's totals a customer: what is divided, what it is divided by, and how they move together. */
export interface RatioArm {
  readonly n: number;
  readonly numerator: { readonly mean: number; readonly sd: number };
  readonly denominator: { readonly mean: number; readonly sd: number };
  /** Of numerator and denominator within a customer, divisor n − 1. */
  readonly covariance: number;
}

export interface RatioMetricInput extends Arms<RatioArm>, Asking {
  readonly distribution?: 't' | 'normal' | undefined;
}

/** A finding on the relative-lift scale; all `null` and unbounded where control's ratio is 0. */
export type RelativeFinding = Pick<
  Finding,
  'estimate' | 'lower' | 'upper' | 'unbounded' | 'standardError' | 'statistic' | 'p'
>;

export interface RatioMetric extends Finding {
  readonly estimate: number;
  readonly df: number | null;
  readonly relative: RelativeFinding;
  /** Each arm's ratio and its variance. */
  readonly means: Arms<Gauged>;
}

/**
 * The difference of two ratios of totals, such as average order value, and its
 * relative lift, both by the delta method (Deng, Knoblich & Lu 2018).
 * `distribution` t takes Satterthwaite's degrees of freedom of the difference.
 * `relative` is tested against 0, whatever `null` is.
 * Not computed: fewer than 2 customers an arm, a denominator of 0, an impossible
 * covariance, ratios that do not vary in either arm.
 */
export function ratioMetric(input: RatioMetricInput): Outcome<RatioMetric> {
  const question = questionOf(input, 0);
  const problem = armsProblem(input, ratioArmProblem) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const control = ratioOf(input.control);
  const treatment = ratioOf(input.treatment);
  const spread = satterthwaite([
    { variance: control.variance, df: input.control.n - 1 },
    { variance: treatment.variance, df: input.treatment.n - 1 },
  ]);
  if (spread.standardError === 0) {
    return notComputed('control, treatment: the ratio does not vary in either arm, so no variance can be estimated');
  }
  const df = input.distribution === 'normal' ? null : spread.df;
  const method = `Delta method for a ratio metric (${df === null ? 'normal' : 't'})`;
  const found = pivotal(
    { estimate: treatment.ratio - control.ratio, standardError: spread.standardError, df, method },
    question,
  );
  return computed({
    ...found,
    estimate: treatment.ratio - control.ratio,
    df,
    relative: relativeOf(control, treatment, df, question),
    means: {
      control: { mean: control.ratio, variance: control.variance },
      treatment: { mean: treatment.ratio, variance: treatment.variance },
    },
  });
}

interface Ratio {
  readonly ratio: number;
  readonly variance: number;
}

function ratioArmProblem(arm: RatioArm, path: string): string | null {
  const { n, numerator, denominator, covariance } = arm;
  if (!Number.isSafeInteger(n) || n < 1) return `${path}.n: must be a whole number of at least 1`;
  if (n < 2) return `${path}.n: at least 2 customers are needed to estimate a variance`;
  if (![numerator.mean, denominator.mean, covariance].every(Number.isFinite)) return `${path}: must hold numbers only`;
  if (!(numerator.sd >= 0)) return `${path}.numerator.sd: must be a number of at least 0`;
  if (!(denominator.sd >= 0)) return `${path}.denominator.sd: must be a number of at least 0`;
  if (denominator.mean === 0) return `${path}.denominator.mean: is 0, so the ratio does not exist`;
  return Math.abs(covariance) > numerator.sd * denominator.sd * (1 + 1e-9)
    ? `${path}.covariance: cannot exceed the product of the standard deviations`
    : null;
}

function ratioOf({ n, numerator, denominator, covariance }: RatioArm): Ratio {
  const ratio = numerator.mean / denominator.mean;
  const size = numerator.sd ** 2 + (ratio * denominator.sd) ** 2;
  const residual = size - 2 * ratio * covariance;
  // Totals that are proportional leave nothing but rounding noise.
  return { ratio, variance: residual <= 1e-13 * size ? 0 : residual / n / denominator.mean ** 2 };
}

function relativeOf(control: Ratio, treatment: Ratio, df: number | null, question: Question): RelativeFinding {
  if (control.ratio === 0) {
    return { estimate: null, lower: null, upper: null, unbounded: true, standardError: null, statistic: null, p: null };
  }
  const quotient = treatment.ratio / control.ratio;
  const standardError =
    Math.sqrt(treatment.variance + quotient * quotient * control.variance) / Math.abs(control.ratio);
  const estimate = (treatment.ratio - control.ratio) / Math.abs(control.ratio);
  if (standardError === 0) {
    return { estimate, lower: null, upper: null, unbounded: false, standardError: null, statistic: null, p: null };
  }
  const found = pivotal({ estimate, standardError, df, method: '' }, { ...question, null: 0 });
  const { lower, upper, unbounded, statistic, p } = found;
  return { estimate, lower, upper, unbounded, standardError, statistic, p };
}
