import { type MeanArm, spreadProblem } from './arm.ts';
import { pivotal } from './pivotal.ts';
import { type Asking, questionOf, questionProblem } from './question.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';

export interface MeanInput extends MeanArm, Asking {}

/**
 * One mean with Student's t interval; a p-value only when `null` is given.
 * Not computed: n under 2, an sd of 0 (the variance of the mean cannot be estimated).
 */
export function mean(input: MeanInput): Outcome<Finding> {
  const question = questionOf(input, 0);
  const problem = spreadProblem(input, '') ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const standardError = input.sd / Math.sqrt(input.n);
  if (isNoise(standardError, input.mean))
    return notComputed('sd: all values are the same, so no variance can be estimated');
  const found = pivotal(
    { estimate: input.mean, standardError, df: input.n - 1, method: 't interval for one mean' },
    question,
  );
  return computed(input.null === undefined ? { ...found, p: null, statistic: null } : found);
}

/** Whether a standard error is nothing but rounding noise of numbers the size of `scale` (R's rule in t.test). */
export function isNoise(standardError: number, scale: number): boolean {
  return standardError <= 10 * Number.EPSILON * Math.abs(scale);
}
