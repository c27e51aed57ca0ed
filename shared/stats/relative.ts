import { criticalValue, pivotal, pivotalP } from './pivotal.ts';
import { hasLower, hasUpper, type Question, tailOf } from './question.ts';
import { assertNever, computed, type Finding, type Interval, notComputed, type Outcome } from './result.ts';

export type RelativeMethod = 'fieller' | 'delta' | 'log-delta';

/** Two estimates whose quotient is asked for, with their (co)variances. */
export interface RatioEstimate {
  /** Not 0. */
  readonly control: number;
  readonly treatment: number;
  readonly varianceControl: number;
  readonly varianceTreatment: number;
  readonly covariance: number;
  /** Degrees of freedom of t, or `null` for the normal. */
  readonly df: number | null;
}

/**
 * (treatment − control) / |control| with its interval and test on that scale.
 * The sign of control's estimate is taken as given; where it is in doubt
 * Fieller's interval is unbounded (both ends `null`).
 */
export function relativeLift(estimate: RatioEstimate, method: RelativeMethod, question: Question): Outcome<Finding> {
  switch (method) {
    case 'fieller':
      return computed(fieller(estimate, question));
    case 'delta':
      return delta(estimate, question);
    case 'log-delta':
      return logDelta(estimate, question);
    default:
      return assertNever(method);
  }
}

/** The first-order standard error of treatment / control. */
export function deltaError({
  control,
  treatment,
  varianceControl,
  varianceTreatment,
  covariance,
}: RatioEstimate): number {
  const ratio = treatment / control;
  const variance = varianceTreatment - 2 * ratio * covariance + ratio * ratio * varianceControl;
  return Math.sqrt(Math.max(0, variance)) / Math.abs(control);
}

function observedLift({ control, treatment }: RatioEstimate): number {
  return (treatment - control) / Math.abs(control);
}

function fieller(estimate: RatioEstimate, question: Question): Finding {
  const { control, treatment, varianceControl, varianceTreatment, covariance, df } = estimate;
  const ratio = 1 + Math.sign(control) * question.null;
  const spread = Math.sqrt(Math.max(0, varianceTreatment - 2 * ratio * covariance + ratio * ratio * varianceControl));
  const distance = treatment - control - question.null * Math.abs(control);
  const statistic = spread > 0 ? distance / spread : null;
  return {
    estimate: observedLift(estimate),
    ...fiellerEnds(estimate, criticalValue(tailOf(question), df), question),
    level: question.level,
    p: statistic === null ? null : pivotalP(statistic, df, question),
    statistic,
    standardError: deltaError(estimate),
    df,
    method: `Fieller interval (${df === null ? 'normal' : 't'})`,
  };
}

/**
 * The lifts r for which |treatment − ρ control| ≤ q · its standard error, as the
 * roots of a quadratic in the lift itself, so that a lift near 0 keeps its digits.
 */
export function fiellerEnds(estimate: RatioEstimate, q: number, question: Pick<Question, 'alternative'>): Interval {
  const { control, varianceControl } = estimate;
  const sign = Math.sign(control);
  const c = Math.abs(control);
  const difference = estimate.treatment - control;
  // Of the difference D and the size of control |C|: their variances and covariance.
  const varianceDifference = estimate.varianceTreatment - 2 * estimate.covariance + varianceControl;
  const shared = sign * (estimate.covariance - varianceControl);
  const square = q * q;
  const a = c * c - square * varianceControl;
  if (a <= 0) return { lower: null, upper: null, unbounded: true };
  const b = difference * c - square * shared;
  const e = difference * difference - square * varianceDifference;
  // b² − a·e written out, so that its leading terms do not cancel.
  const inside =
    varianceDifference * c * c -
    2 * shared * difference * c +
    varianceControl * difference * difference -
    square * (varianceDifference * varianceControl - shared * shared);
  const reach = q * Math.sqrt(Math.max(0, inside));
  const far = b >= 0 ? b + reach : b - reach;
  const one = far / a;
  const other = far === 0 ? 0 : e / far;
  const [low, high] = b >= 0 ? [other, one] : [one, other];
  return {
    lower: hasLower(question) ? low : null,
    upper: hasUpper(question) ? high : null,
    unbounded: false,
  };
}

function delta(estimate: RatioEstimate, question: Question): Outcome<Finding> {
  const standardError = deltaError(estimate);
  if (standardError === 0) return notComputed('the variance of the ratio is 0 and cannot be estimated');
  const method = `Delta method (${estimate.df === null ? 'normal' : 't'})`;
  return computed(pivotal({ estimate: observedLift(estimate), standardError, df: estimate.df, method }, question));
}

function logDelta(estimate: RatioEstimate, question: Question): Outcome<Finding> {
  const { control, treatment, df } = estimate;
  const sign = Math.sign(control);
  const ratio = treatment / control;
  if (!(ratio > 0))
    return notComputed('treatment: the log of a ratio needs both means on the same side of 0; use fieller');
  const nullRatio = 1 + sign * question.null;
  if (nullRatio <= 0) return notComputed('null: the log of a ratio needs a lift above -1');
  const standardError = deltaError(estimate);
  if (standardError === 0) return notComputed('the variance of the ratio is 0 and cannot be estimated');
  const error = standardError / ratio;
  const statistic = (sign * (Math.log(ratio) - Math.log(nullRatio))) / error;
  const reach = criticalValue(tailOf(question), df) * error;
  const end = (direction: 1 | -1) => sign * (ratio - 1 + ratio * Math.expm1(sign * direction * reach));
  return computed({
    estimate: observedLift(estimate),
    lower: hasLower(question) ? end(-1) : null,
    upper: hasUpper(question) ? end(1) : null,
    unbounded: false,
    level: question.level,
    p: pivotalP(statistic, df, question),
    statistic,
    standardError,
    df,
    method: `Log delta method (${df === null ? 'normal' : 't'})`,
  });
}
