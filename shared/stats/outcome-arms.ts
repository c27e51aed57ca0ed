import { type Arms, armsProblem, type MeanArm, type ProportionArm, proportionProblem, spreadProblem } from './arm.ts';
import { isNoise } from './mean.ts';
import { computed, notComputed, type Outcome } from './result.ts';

/** Arms of means or of proportions, told apart by their fields. */
export type OutcomeArms =
  | { readonly kind: 'means'; readonly arms: Arms<MeanArm> }
  | { readonly kind: 'proportions'; readonly arms: Arms<ProportionArm> };

/** A mean or rate and the variance of that estimate. */
export interface Estimated {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** Means and rates alike as estimates with a variance: s²/n, or rate × (1 − rate)/n. */
export function estimatedArms(outcome: OutcomeArms): Outcome<Arms<Estimated>> {
  if (outcome.kind === 'means') {
    const problem = armsProblem(outcome.arms, spreadProblem);
    if (problem !== null) return notComputed(problem);
    return withSpread({ control: fromMean(outcome.arms.control), treatment: fromMean(outcome.arms.treatment) });
  }
  const problem = armsProblem(outcome.arms, proportionProblem);
  if (problem !== null) return notComputed(problem);
  return withSpread({ control: fromRate(outcome.arms.control), treatment: fromRate(outcome.arms.treatment) });
}

function withSpread(arms: Arms<Estimated>): Outcome<Arms<Estimated>> {
  const scale = Math.max(Math.abs(arms.control.mean), Math.abs(arms.treatment.mean));
  return isNoise(Math.sqrt(arms.control.variance + arms.treatment.variance), scale)
    ? notComputed('control, treatment: nothing varies in either arm, so no variance can be estimated')
    : computed(arms);
}

function fromMean({ n, mean, sd }: MeanArm): Estimated {
  return { n, mean, variance: sd ** 2 / n };
}

function fromRate({ n, x }: ProportionArm): Estimated {
  return { n, mean: x / n, variance: ((x / n) * ((n - x) / n)) / n };
}
