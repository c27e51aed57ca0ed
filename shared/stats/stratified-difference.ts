import type { Arms } from './arm.ts';
import type { Gauged } from './gauged.ts';
import { satterthwaite } from './mean-difference.ts';
import { pivotal } from './pivotal.ts';
import { type Asking, questionOf, questionProblem } from './question.ts';
import { relativeLift } from './relative.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';
import { postStratifiedMeans, type StratifiedSample } from './stratum-means.ts';

export interface StratifiedDifference extends Finding {
  readonly estimate: number;
  readonly df: number;
  readonly relative: Finding;
  readonly means: Arms<Gauged>;
}

/** What covariates that explain an outcome wholly leave of it is rounding noise, this small beside its mean. */
const NOISE = 1e-12;

/**
 * The difference of customers' means with every stratum at its fixed share of all customers (Miratrix, Sekhon & Yu
 * 2013), its degrees of freedom by Satterthwaite, its relative lift by Fieller; strata too small are merged.
 * Not computed: strata that stay too small, nothing that varies within them, a control mean of 0.
 */
export function stratifiedDifference(arms: Arms<StratifiedSample>, asking: Asking): Outcome<StratifiedDifference> {
  const question = questionOf(asking, 0);
  const problem = questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const found = postStratifiedMeans(arms.control, arms.treatment);
  if (found === null) return notComputed('the strata are too small');
  const { control, treatment, parts } = found;
  const { standardError, df } = satterthwaite(parts);
  if (!(standardError > Math.max(Math.abs(control.mean), Math.abs(treatment.mean)) * NOISE)) {
    return notComputed('nothing varies within the strata');
  }
  if (control.mean === 0) return notComputed('control: is 0, so a relative lift does not exist');
  const relative = relativeLift(
    {
      control: control.mean,
      treatment: treatment.mean,
      varianceControl: control.variance,
      varianceTreatment: treatment.variance,
      covariance: 0,
      df,
    },
    'fieller',
    { ...question, null: 0 },
  );
  if (relative.kind === 'error') return relative;
  const { kind: _, ...lift } = relative;
  const estimate = treatment.mean - control.mean;
  const method = 'Post-stratified difference, fixed shares';
  return computed({
    ...pivotal({ estimate, standardError, df, method }, question),
    estimate,
    df,
    relative: lift,
    means: { control, treatment },
  });
}
