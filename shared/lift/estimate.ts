import type { Metric } from '../plan/plan.ts';
import type { Arms, MeanArm, ProportionArm } from '../stats/arm.ts';
import { differenceAtScore, observedDifference } from '../stats/difference-score.ts';
import { fisherP } from '../stats/fisher.ts';
import type { Gauged } from '../stats/gauged.ts';
import { meanDifference } from '../stats/mean-difference.ts';
import { meanRatio } from '../stats/mean-ratio.ts';
import { proportionDifference } from '../stats/proportion-difference.ts';
import { type Alternative, hasLower, hasUpper } from '../stats/question.ts';
import { ratioAtScore } from '../stats/ratio-score.ts';
import { fiellerEnds } from '../stats/relative.ts';
import { type ArmFigures, summaryOf } from './arm-figures.ts';
import type { Basis, Interval } from './lift-result.ts';
import { ratioEstimate } from './ratio-estimate.ts';

/** One arm's figures: `mean` is the rate of a conversion, the ratio of totals of a ratio metric. */
export type ArmSummary = {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly x: number;
};

/** A metric's lift with its interval, or the reason why there is none. */
export type Estimate = {
  readonly control: ArmSummary;
  readonly treatment: ArmSummary;
  readonly absolute: Interval;
  readonly relative: Interval;
  readonly relativeUnbounded: boolean;
  readonly p: number | null;
  readonly method: string;
  readonly problem: string | null;
  readonly basis: Basis | null;
  /** The same intervals with the fixed critical value replaced by another: what looking more than once asks for. */
  readonly at: (critical: number) => Ends;
};

export type Ends = {
  readonly absolute: Interval;
  readonly relative: Interval;
  readonly relativeUnbounded: boolean;
};

export type Asked = { readonly level: number; readonly alternative: Alternative };

const NO_INTERVAL: Interval = { estimate: null, lower: null, upper: null };

/** The planned estimator of a metric on two arms: score intervals for rates, Welch and Fieller for means. */
export function estimate(kind: Metric['kind'], control: ArmFigures, treatment: ArmFigures, asked: Asked): Estimate {
  if (kind === 'conversion') return rates(control, treatment, asked);
  return kind === 'ratio' ? ratioEstimate(control, treatment, asked) : means(control, treatment, asked);
}

function rates(ofControl: ArmFigures, ofTreatment: ArmFigures, asked: Asked): Estimate {
  const control = { n: ofControl.n, x: ofControl.nonZero };
  const treatment = { n: ofTreatment.n, x: ofTreatment.nonZero };
  const arms = { control: rateSummary(control), treatment: rateSummary(treatment) };
  const found = proportionDifference({ control, treatment, ...asked });
  if (found.kind === 'error') return without(arms, found.reason);
  const { relative } = found;
  return {
    ...arms,
    absolute: { estimate: found.estimate, lower: found.lower, upper: found.upper },
    relative: { estimate: relative.estimate, lower: relative.lower, upper: relative.upper },
    relativeUnbounded: relative.unbounded,
    p: found.p,
    method: `${found.method}; relative: Koopman score interval`,
    problem: null,
    basis: null,
    at: (critical) => scoreEnds({ control, treatment }, critical, asked),
  };
}

/** Mee's and Koopman's intervals at any critical value. */
function scoreEnds(arms: Arms<ProportionArm>, critical: number, asked: Asked): Ends {
  const [below, above] = [hasLower(asked), hasUpper(asked)];
  const upper = above ? ratioAtScore(arms, -critical) : null;
  const lower = below ? ratioAtScore(arms, critical) : null;
  const base = arms.control.x / arms.control.n;
  const difference = observedDifference(arms);
  return {
    absolute: {
      estimate: difference,
      lower: below ? differenceAtScore(arms, critical, 'mee') : null,
      upper: above ? differenceAtScore(arms, -critical, 'mee') : null,
    },
    relative: {
      estimate: base === 0 ? null : difference / base,
      lower: lower === null ? null : lower - 1,
      upper: upper === null ? null : upper - 1,
    },
    relativeUnbounded: above && upper === null,
  };
}

function means(ofControl: ArmFigures, ofTreatment: ArmFigures, asked: Asked): Estimate {
  const arms = { control: meanSummary(ofControl), treatment: meanSummary(ofTreatment) };
  const control = summaryOf(ofControl);
  const treatment = summaryOf(ofTreatment);
  if (control.kind === 'error') return without(arms, control.reason);
  if (treatment.kind === 'error') return without(arms, treatment.reason);
  const found = meanDifference({ control, treatment, ...asked });
  if (found.kind === 'error') return without(arms, found.reason);
  const ratio = meanRatio({ control, treatment, ...asked });
  const gauged = { control: varianceOf(control), treatment: varianceOf(treatment) };
  return {
    ...arms,
    absolute: { estimate: found.estimate, lower: found.lower, upper: found.upper },
    relative:
      ratio.kind === 'error' ? NO_INTERVAL : { estimate: ratio.estimate, lower: ratio.lower, upper: ratio.upper },
    relativeUnbounded: ratio.kind === 'computed' && ratio.unbounded,
    p: found.p,
    method: `${found.method}; relative: ${ratio.kind === 'error' ? 'none' : ratio.method}`,
    problem: null,
    basis: { ...gauged, df: found.df, relative: 'fieller' },
    at: (critical) => meanEnds(gauged.control, gauged.treatment, critical, asked),
  };
}

function varianceOf({ n, mean, sd }: MeanArm): Gauged {
  return { mean, variance: sd ** 2 / n };
}

/** Difference of means and Fieller's lift at any critical value. */
export function meanEnds(control: Gauged, treatment: Gauged, critical: number, asked: Asked): Ends {
  const estimate = treatment.mean - control.mean;
  const reach = critical * Math.sqrt(control.variance + treatment.variance);
  const absolute = {
    estimate,
    lower: hasLower(asked) ? estimate - reach : null,
    upper: hasUpper(asked) ? estimate + reach : null,
  };
  if (control.mean === 0) return { absolute, relative: NO_INTERVAL, relativeUnbounded: false };
  const quotient = {
    control: control.mean,
    treatment: treatment.mean,
    varianceControl: control.variance,
    varianceTreatment: treatment.variance,
    covariance: 0,
    df: null,
  };
  const { lower, upper, unbounded } = fiellerEnds(quotient, critical, asked);
  const relative = { estimate: estimate / Math.abs(control.mean), lower, upper };
  return { absolute, relative, relativeUnbounded: unbounded };
}

/** Arms with their figures, but no comparison; the difference itself is still a fact. */
export function without(arms: { control: ArmSummary; treatment: ArmSummary }, problem: string): Estimate {
  const { control, treatment } = arms;
  const both = control.mean !== null && treatment.mean !== null;
  const difference = both ? (treatment.mean ?? 0) - (control.mean ?? 0) : null;
  const base = Math.abs(control.mean ?? 0);
  const ends: Ends = {
    absolute: { estimate: difference, lower: null, upper: null },
    relative: { estimate: difference === null || base === 0 ? null : difference / base, lower: null, upper: null },
    relativeUnbounded: false,
  };
  return {
    ...arms,
    ...ends,
    at: () => ends,
    p: null,
    method: 'none',
    problem,
    basis: null,
  };
}

/** The same figures with interval and p-value taken away. */
export function withoutInterval(found: Estimate): Estimate {
  const ends: Ends = {
    absolute: { ...found.absolute, lower: null, upper: null },
    relative: { ...found.relative, lower: null, upper: null },
    relativeUnbounded: found.relativeUnbounded,
  };
  return { ...found, ...ends, p: null, basis: null, at: () => ends };
}

/** Fisher's exact p where an arm is expected to hold fewer than 5 conversions or non-conversions, else null. */
export function exactP(control: ArmSummary, treatment: ArmSummary, alternative: Alternative): number | null {
  const n = control.n + treatment.n;
  const x = control.x + treatment.x;
  if (control.n === 0 || treatment.n === 0) return null;
  const fewest = Math.min(control.n, treatment.n) * (Math.min(x, n - x) / n);
  return fewest < 5 ? fisherP({ control, treatment }, alternative) : null;
}

function rateSummary({ n, x }: { n: number; x: number }): ArmSummary {
  if (n === 0) return { n, mean: null, sd: null, x };
  const rate = x / n;
  return { n, mean: rate, sd: n < 2 ? null : Math.sqrt((rate * (1 - rate) * n) / (n - 1)), x };
}

function meanSummary(figures: ArmFigures): ArmSummary {
  const { n, nonZero: x } = figures;
  const found = summaryOf(figures);
  return found.kind === 'error'
    ? { n, mean: null, sd: null, x }
    : { n, mean: found.mean, sd: n < 2 ? null : found.sd, x };
}
