import { type CupedArm, cuped } from '../stats/cuped.ts';
import { satterthwaite } from '../stats/mean-difference.ts';
import { pivotal } from '../stats/pivotal.ts';
import { type Question, questionOf } from '../stats/question.ts';
import { relativeLift } from '../stats/relative.ts';
import type { Adjustment } from './adjustment.ts';
import { type ArmFigures, type Figures, figuresOf } from './arm-figures.ts';
import { type ArmSummary, type Asked, type Estimate, type Gauged, meanEnds } from './estimate.ts';
import { cupedArmOf, type FilledCovariate, filledColumn, filledCovariates } from './filled-covariates.ts';
import { type PostStratifiedMeans, postStratifiedMeans } from './post-stratify.ts';

export type Adjusted =
  | { readonly kind: 'adjusted'; readonly estimate: Estimate }
  | { readonly kind: 'not-adjusted'; readonly reason: string };

type Summaries = { readonly control: ArmSummary; readonly treatment: ArmSummary };

/**
 * The comparison after what was known before the start is taken out: CUPED with the covariates (missing = mean plus
 * an indicator), then post-stratified where the assignment was stratified. Arms keep their raw figures.
 */
export function adjustedEstimate(
  control: ArmFigures,
  treatment: ArmFigures,
  adjustment: Adjustment,
  raw: Summaries,
  asked: Asked,
): Adjusted {
  const question = questionOf(asked, 0);
  if (adjustment.stratum === null) {
    const taken = withoutCovariates({ control, treatment });
    if (taken === null) return { kind: 'not-adjusted', reason: 'no covariate varies' };
    const found = cuped({ ...taken.arms, ...asked });
    if (found.kind === 'error') return { kind: 'not-adjusted', reason: found.reason };
    const gauge = (n: number, arm: { mean: number; sd: number }) => ({ mean: arm.mean, variance: arm.sd ** 2 / n });
    return {
      kind: 'adjusted',
      estimate: {
        control: raw.control,
        treatment: raw.treatment,
        absolute: { estimate: found.estimate, lower: found.lower, upper: found.upper },
        relative: {
          estimate: found.relative.estimate,
          lower: found.relative.lower,
          upper: found.relative.upper,
        },
        relativeUnbounded: found.relative.unbounded,
        p: found.p,
        method: `${found.method}; relative: Fieller interval`,
        problem: null,
        at: (critical) =>
          meanEnds(
            gauge(taken.arms.control.n, found.control),
            gauge(taken.arms.treatment.n, found.treatment),
            critical,
            asked,
          ),
      },
    };
  }
  const each = {
    control: figuresOf(control.sample(), adjustment),
    treatment: figuresOf(treatment.sample(), adjustment),
  };
  const taken = withoutCovariates(each);
  const stratified = (arm: 'control' | 'treatment') => {
    const { rows, values } = each[arm].sample();
    return {
      values: taken === null ? values : residual(each[arm], arm, taken, adjustment),
      stratum: Int32Array.from(rows, (row) => adjustment.stratum?.[row] ?? -1),
    };
  };
  const means = postStratifiedMeans(stratified('control'), stratified('treatment'));
  if (means === null) return { kind: 'not-adjusted', reason: 'the strata are too small' };
  const estimate = fromStrata(means, raw, taken === null ? '' : 'CUPED, then ', asked, question);
  return estimate === null
    ? { kind: 'not-adjusted', reason: 'nothing varies within the strata' }
    : { kind: 'adjusted', estimate };
}

function fromStrata(
  { control, treatment, parts }: PostStratifiedMeans,
  raw: Summaries,
  before: string,
  asked: Asked,
  question: Question,
): Estimate | null {
  const { standardError, df } = satterthwaite(parts);
  const size = Math.max(Math.abs(control.mean), Math.abs(treatment.mean));
  if (!(standardError > size * 1e-12) || control.mean === 0) return null;
  const method = `${before}post-stratified difference, fixed shares`;
  const found = pivotal({ estimate: treatment.mean - control.mean, standardError, df, method }, question);
  const relative = relativeLift(quotient(control, treatment, df), 'fieller', question);
  if (relative.kind === 'error') return null;
  return {
    control: raw.control,
    treatment: raw.treatment,
    absolute: { estimate: found.estimate, lower: found.lower, upper: found.upper },
    relative: { estimate: relative.estimate, lower: relative.lower, upper: relative.upper },
    relativeUnbounded: relative.unbounded,
    p: found.p,
    method: `${method.charAt(0).toUpperCase()}${method.slice(1)}; relative: Fieller interval`,
    problem: null,
    at: (critical) => meanEnds(control, treatment, critical, asked),
  };
}

function quotient(control: Gauged, treatment: Gauged, df: number) {
  return {
    control: control.mean,
    treatment: treatment.mean,
    varianceControl: control.variance,
    varianceTreatment: treatment.variance,
    covariance: 0,
    df,
  };
}

type Taken = {
  readonly arms: { readonly control: CupedArm; readonly treatment: CupedArm };
  readonly explained: readonly { readonly by: FilledCovariate; readonly theta: number }[];
};

function withoutCovariates(figures: Figures): Taken | null {
  const covariates = filledCovariates(figures);
  const [c, t] = (['control', 'treatment'] as const).map((arm) =>
    cupedArmOf(
      figures[arm],
      covariates.map((one) => one[arm]),
    ),
  );
  if (c == null || t == null) return null;
  const kept = independent(covariates.length, (chosen) =>
    cuped({ control: only(c, chosen), treatment: only(t, chosen) }),
  );
  if (kept === null) return null;
  return {
    arms: { control: only(c, kept.chosen), treatment: only(t, kept.chosen) },
    explained: kept.chosen.map((k, j) => ({ by: covariates[k]!, theta: kept.theta[j] ?? 0 })),
  };
}

/** Outcomes less what the covariates explain. */
function residual(
  figures: ArmFigures,
  arm: 'control' | 'treatment',
  { explained }: Taken,
  adjustment: Adjustment,
): Float64Array {
  const rest = figures.sample().values.slice();
  for (const { by, theta } of explained) {
    const column = filledColumn(figures, adjustment, by[arm]);
    for (let i = 0; i < rest.length; i++) rest[i] = rest[i]! - theta * (column[i]! - by.mean);
  }
  return rest;
}

/** Covariates one after another, each kept only where it adds something that those before it do not determine. */
function independent(
  n: number,
  adjust: (chosen: readonly number[]) => ReturnType<typeof cuped>,
): { readonly chosen: readonly number[]; readonly theta: readonly number[] } | null {
  let chosen: number[] = [];
  let theta: readonly number[] = [];
  for (let k = 0; k < n; k++) {
    const found = adjust([...chosen, k]);
    if (found.kind === 'error') continue;
    chosen = [...chosen, k];
    theta = found.theta;
  }
  return chosen.length === 0 ? null : { chosen, theta };
}

function only(arm: CupedArm, chosen: readonly number[]): CupedArm {
  const x = chosen.flatMap((k) => {
    const of = arm.x[k];
    return of === undefined ? [] : [{ ...of, withX: chosen.map((j) => of.withX[j] ?? 0) }];
  });
  return { ...arm, x };
}
