import { type Arms, armsProblem, type MeanArm, meanProblem, spreadProblem } from './arm.ts';
import { isNoise } from './mean.ts';
import { pivotal } from './pivotal.ts';
import { type Asking, questionOf, questionProblem } from './question.ts';
import { assertNever, computed, type Finding, notComputed, type Outcome } from './result.ts';
import { summarise } from './summary.ts';

export type MeanVariance = 'welch' | 'pooled';

export interface MeanDifferenceInput extends Arms<MeanArm>, Asking {
  readonly variance?: MeanVariance | undefined;
}

export interface MeanDifference extends Finding {
  readonly df: number;
}

export interface PairedDifferenceInput extends Arms<ArrayLike<number>>, Asking {}

/**
 * Treatment mean − control mean with a t interval and test.
 * welch: Welch (1947), unequal variances; pooled: Student's.
 * Not computed: an arm too small for its variance, both arms without spread.
 */
export function meanDifference(input: MeanDifferenceInput): Outcome<MeanDifference> {
  const variance = input.variance ?? 'welch';
  const question = questionOf(input, 0);
  const { control, treatment } = input;
  const problem = armsProblem(input, variance === 'pooled' ? meanProblem : spreadProblem) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  if (control.n + treatment.n < 3) return notComputed('control.n, treatment.n: at least 3 values in all are needed');
  const spread = spreadOf(input, variance);
  if (isNoise(spread.standardError, Math.max(Math.abs(control.mean), Math.abs(treatment.mean)))) {
    return notComputed(
      'control.sd, treatment.sd: all values in both arms are the same, so no variance can be estimated',
    );
  }
  return computed({ ...pivotal({ estimate: treatment.mean - control.mean, ...spread }, question), df: spread.df });
}

/**
 * The mean of treatment − control over pairs: the same units measured twice, in the same order.
 * Not computed: lists of different lengths, under 2 pairs, differences without spread.
 */
export function pairedDifference(input: PairedDifferenceInput): Outcome<Finding> {
  const question = questionOf(input, 0);
  const problem = questionProblem(question);
  if (problem !== null) return notComputed(problem);
  if (input.control.length !== input.treatment.length) {
    return notComputed('treatment.values: must be as many as control.values, in the same order');
  }
  const differences = Array.from(input.treatment, (value, i) => value - input.control[i]!);
  const summary = summarise(differences);
  if (summary.kind === 'error') return summary;
  if (summary.n < 2) return notComputed('control.values: at least 2 pairs are needed to estimate a variance');
  const standardError = summary.sd / Math.sqrt(summary.n);
  if (isNoise(standardError, summary.mean)) {
    return notComputed('treatment.values: all differences are the same, so no variance can be estimated');
  }
  return computed(pivotal({ estimate: summary.mean, standardError, df: summary.n - 1, method: 'Paired t' }, question));
}

interface Spread {
  readonly standardError: number;
  readonly df: number;
  readonly method: string;
}

function spreadOf(arms: Arms<MeanArm>, variance: MeanVariance): Spread {
  const { control, treatment } = arms;
  switch (variance) {
    case 'welch':
      return { ...welch(arms), method: 'Welch t' };
    case 'pooled': {
      const df = control.n + treatment.n - 2;
      const common = ((control.n - 1) * control.sd ** 2 + (treatment.n - 1) * treatment.sd ** 2) / df;
      return {
        standardError: Math.sqrt(common * (1 / control.n + 1 / treatment.n)),
        df,
        method: 'Student t, pooled variance',
      };
    }
    default:
      return assertNever(variance);
  }
}

/** Welch's standard error of a difference of means and Satterthwaite's degrees of freedom. */
export function welch({ control, treatment }: Arms<MeanArm>): { readonly standardError: number; readonly df: number } {
  return satterthwaite([
    { variance: control.sd ** 2 / control.n, df: control.n - 1 },
    { variance: treatment.sd ** 2 / treatment.n, df: treatment.n - 1 },
  ]);
}

/** The standard error of a sum of independent estimates and its approximate degrees of freedom (Satterthwaite 1946). */
export function satterthwaite(parts: readonly { readonly variance: number; readonly df: number }[]): {
  readonly standardError: number;
  readonly df: number;
} {
  const total = parts.reduce((sum, part) => sum + part.variance, 0);
  if (total === 0) return { standardError: 0, df: 0 };
  const inverse = parts.reduce(
    (sum, part) => (part.variance === 0 ? sum : sum + (part.variance / total) ** 2 / part.df),
    0,
  );
  return { standardError: Math.sqrt(total), df: 1 / inverse };
}
