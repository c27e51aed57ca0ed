import { type Arms, armsProblem, type MeanArm, spreadProblem } from './arm.ts';
import { isNoise } from './mean.ts';
import { satterthwaite } from './mean-difference.ts';
import { pivotal } from './pivotal.ts';
import { type Asking, questionOf, questionProblem } from './question.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';

/** Two independent samples of an arm, before and after the start. */
export interface Waves {
  readonly pre: MeanArm;
  readonly post: MeanArm;
}

export interface DifferenceInDifferencesInput extends Arms<Waves>, Asking {}

/**
 * (treatment after − before) − (control after − before) for independent waves:
 * the four variances added, Satterthwaite's degrees of freedom. For the same
 * units in both waves, give each unit's change to `meanDifference`.
 * Not computed: a wave under 2 values, no spread in any wave.
 */
export function differenceInDifferences(input: DifferenceInDifferencesInput): Outcome<Finding> {
  const question = questionOf(input, 0);
  const { control, treatment } = input;
  const problem =
    armsProblem({ control: control.pre, treatment: treatment.pre }, (arm, path) => spreadProblem(arm, `${path}.pre`)) ??
    armsProblem({ control: control.post, treatment: treatment.post }, (arm, path) =>
      spreadProblem(arm, `${path}.post`),
    ) ??
    questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const waves = [control.pre, control.post, treatment.pre, treatment.post];
  const spread = satterthwaite(waves.map(({ n, sd }) => ({ variance: sd ** 2 / n, df: n - 1 })));
  if (isNoise(spread.standardError, Math.max(...waves.map(({ mean }) => Math.abs(mean))))) {
    return notComputed('control, treatment: nothing varies in any wave, so no variance can be estimated');
  }
  const estimate = treatment.post.mean - treatment.pre.mean - (control.post.mean - control.pre.mean);
  return computed(pivotal({ estimate, ...spread, method: 'Difference in differences, independent waves' }, question));
}
