import type { Arms } from './arm.ts';
import { isNoise } from './mean.ts';
import { meanDifference, satterthwaite } from './mean-difference.ts';
import { criticalValue, pivotalP } from './pivotal.ts';
import { type Asking, hasLower, hasUpper, type Question, questionOf, questionProblem, tailOf } from './question.ts';
import { computed, type Finding, type Interval, notComputed, type Outcome } from './result.ts';
import { covariance, summarise } from './summary.ts';

/** One arm's outcomes and whether each customer was reached (1) or not (0). */
export interface ReachedArm {
  readonly y: ArrayLike<number>;
  readonly reached: ArrayLike<number>;
}

export interface ComplierEffectInput extends Arms<ReachedArm>, Asking {}

export interface ComplierEffect extends Finding {
  readonly estimate: number;
  readonly intentionToTreat: Finding;
  /** The share reached in each arm. */
  readonly reach: { readonly control: number; readonly treatment: number };
}

/**
 * The effect on those whom being assigned got reached: the difference of outcomes
 * over the difference of reach, which is two-stage least squares with the
 * assignment as instrument (Imbens & Angrist 1994). Its interval is Fieller's,
 * unbounded when reach differs too little; the standard error is the robust
 * first-order one; degrees of freedom are Welch's of the residuals.
 * Not computed: arms under 2, reach that does not differ, no spread.
 */
export function complierEffect(input: ComplierEffectInput): Outcome<ComplierEffect> {
  const question = questionOf(input, 0);
  const problem = questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const control = momentsOf(input.control, 'control');
  if (control.kind === 'error') return control;
  const treatment = momentsOf(input.treatment, 'treatment');
  if (treatment.kind === 'error') return treatment;
  const reach = treatment.reached - control.reached;
  if (reach === 0)
    return notComputed('reached: as many were reached in control as in treatment, so there are no compliers to see');
  const intention = meanDifference({
    ...input,
    control: { n: control.n, mean: control.y, sd: Math.sqrt(control.varianceY) },
    treatment: { n: treatment.n, mean: treatment.y, sd: Math.sqrt(treatment.varianceY) },
  });
  if (intention.kind === 'error') return intention;
  const difference = treatment.y - control.y;
  const estimate = difference / reach;
  const { standardError: residualError, df } = residuals(control, treatment, estimate);
  if (isNoise(residualError, difference)) {
    return notComputed('y: being reached explains the outcome wholly, so no variance can be estimated');
  }
  const spreadAtNull = residuals(control, treatment, question.null).standardError;
  const statistic = spreadAtNull > 0 ? ((difference - question.null * reach) / spreadAtNull) * Math.sign(reach) : null;
  const { kind: _, ...intentionToTreat } = intention;
  return computed({
    estimate,
    ...fiellerEnds(control, treatment, df, question),
    level: question.level,
    p: statistic === null ? null : pivotalP(statistic, df, question),
    statistic,
    standardError: residualError / Math.abs(reach),
    df,
    method: 'Two-stage least squares, Fieller interval',
    intentionToTreat,
    reach: { control: control.reached, treatment: treatment.reached },
  });
}

interface Moments {
  readonly n: number;
  readonly y: number;
  readonly reached: number;
  readonly varianceY: number;
  readonly varianceReached: number;
  readonly covariance: number;
}

function momentsOf({ y, reached }: ReachedArm, path: string): Outcome<Moments> {
  if (y.length !== reached.length) return notComputed(`${path}.reached: must be as many as ${path}.y`);
  const outcome = summarise(y);
  if (outcome.kind === 'error') return notComputed(`${path}.${outcome.reason.replace(/^values/, 'y')}`);
  if (outcome.n < 2) return notComputed(`${path}.y: at least 2 values are needed to estimate a variance`);
  for (let i = 0; i < reached.length; i++) {
    if (reached[i] !== 0 && reached[i] !== 1) return notComputed(`${path}.reached[${i}]: must be 0 or 1`);
  }
  const share = summarise(reached);
  if (share.kind === 'error') return share;
  return computed({
    n: outcome.n,
    y: outcome.mean,
    reached: share.mean,
    varianceY: outcome.sd ** 2,
    varianceReached: share.sd ** 2,
    covariance: covariance(y, outcome.mean, reached, share.mean),
  });
}

/** The standard error of the difference of y − effect × reached, and its degrees of freedom. */
function residuals(control: Moments, treatment: Moments, effect: number) {
  return satterthwaite(
    [control, treatment].map((arm) => {
      const size = arm.varianceY + effect * effect * arm.varianceReached;
      const variance = size - 2 * effect * arm.covariance;
      return { variance: variance <= 1e-13 * size ? 0 : variance / arm.n, df: arm.n - 1 };
    }),
  );
}

function fiellerEnds(control: Moments, treatment: Moments, df: number, question: Question): Interval {
  const over = (field: 'varianceY' | 'varianceReached' | 'covariance') =>
    control[field] / control.n + treatment[field] / treatment.n;
  const reach = treatment.reached - control.reached;
  const difference = treatment.y - control.y;
  const q = criticalValue(tailOf(question), df);
  const square = q * q;
  const a = reach * reach - square * over('varianceReached');
  if (a <= 0) return { lower: null, upper: null, unbounded: true };
  const b = difference * reach - square * over('covariance');
  const inside =
    over('varianceY') * reach * reach -
    2 * over('covariance') * difference * reach +
    over('varianceReached') * difference * difference -
    square * (over('varianceY') * over('varianceReached') - over('covariance') ** 2);
  const half = q * Math.sqrt(Math.max(0, inside));
  return {
    lower: hasLower(question) ? (b - half) / a : null,
    upper: hasUpper(question) ? (b + half) / a : null,
    unbounded: false,
  };
}
