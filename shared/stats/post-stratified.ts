import { type Arms, type MeanArm, spreadProblem } from './arm.ts';
import { isNoise } from './mean.ts';
import { satterthwaite } from './mean-difference.ts';
import { pivotal } from './pivotal.ts';
import { type Asking, questionOf, questionProblem } from './question.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';

export interface Stratum extends Arms<MeanArm> {
  /** The stratum's weight, in any unit; its share of the customers when no stratum has one. */
  readonly weight?: number | undefined;
}

export interface PostStratifiedInput extends Asking {
  readonly strata: readonly Stratum[];
  readonly shares?: 'fixed' | 'random' | undefined;
}

/**
 * The difference of means, weighted over strata (Miratrix, Sekhon & Yu 2013),
 * with Satterthwaite's degrees of freedom. `random` shares add the multinomial
 * variance of the strata's sizes to the variance within them.
 * Not computed: no strata, an arm of a stratum under 2, weights for some strata only.
 */
export function postStratified(input: PostStratifiedInput): Outcome<Finding> {
  const question = questionOf(input, 0);
  const { strata } = input;
  const problem = strataProblem(strata) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const sizes = strata.map(({ control, treatment }) => control.n + treatment.n);
  const everybody = sizes.reduce((sum, n) => sum + n, 0);
  const weights = strata.map((stratum, i) => stratum.weight ?? sizes[i]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / total);
  const differences = strata.map(({ control, treatment }) => treatment.mean - control.mean);
  const estimate = differences.reduce((sum, difference, i) => sum + shares[i]! * difference, 0);
  const parts = strata.flatMap(({ control, treatment }, i) =>
    [control, treatment].map((arm) => ({ variance: (shares[i]! * arm.sd) ** 2 / arm.n, df: arm.n - 1 })),
  );
  const random = input.shares === 'random';
  if (random) {
    const between = differences.reduce((sum, difference, i) => sum + shares[i]! * (difference - estimate) ** 2, 0);
    parts.push({ variance: between / everybody, df: everybody - 1 });
  }
  const { standardError, df } = satterthwaite(parts);
  const scale = Math.max(
    ...strata.map(({ control, treatment }) => Math.max(Math.abs(control.mean), Math.abs(treatment.mean))),
  );
  if (isNoise(standardError, scale)) {
    return notComputed('strata: the values do not vary within any stratum, so no variance can be estimated');
  }
  const method = `Post-stratified difference of means, ${random ? 'random' : 'fixed'} shares`;
  return computed(pivotal({ estimate, standardError, df, method }, question));
}

function strataProblem(strata: readonly Stratum[]): string | null {
  if (strata.length === 0) return 'strata: at least one is needed';
  const weighted = strata.filter((stratum) => stratum.weight !== undefined).length;
  if (weighted !== 0 && weighted !== strata.length) return 'strata: give every stratum a weight, or none';
  for (const [i, { weight, control, treatment }] of strata.entries()) {
    if (weight !== undefined && !(Number.isFinite(weight) && weight > 0)) return `strata[${i}].weight: must be above 0`;
    const problem =
      spreadProblem(control, `strata[${i}].control`) ?? spreadProblem(treatment, `strata[${i}].treatment`);
    if (problem !== null) return problem;
  }
  return null;
}
