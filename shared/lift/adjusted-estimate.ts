import { type CupedArm, cuped } from '../stats/cuped.ts';
import { independentCovariates, leftOver } from '../stats/independent-covariates.ts';
import { stratifiedDifference } from '../stats/stratified-difference.ts';
import type { Adjustment } from './adjustment.ts';
import { type ArmFigures, type Figures, figuresOf } from './arm-figures.ts';
import { type ArmSummary, type Asked, type Estimate, meanEnds } from './estimate.ts';
import { cupedArmOf, type FilledCovariate, filledColumn, filledCovariates } from './filled-covariates.ts';

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
  if (adjustment.stratum === null) {
    const taken = withoutCovariates({ control, treatment });
    if (taken === null) return { kind: 'not-adjusted', reason: 'no covariate varies' };
    const found = cuped({ ...taken.arms, ...asked });
    if (found.kind === 'error') return { kind: 'not-adjusted', reason: found.reason };
    const gauge = (n: number, arm: { mean: number; sd: number }) => ({ mean: arm.mean, variance: arm.sd ** 2 / n });
    const means = {
      control: gauge(taken.arms.control.n, found.control),
      treatment: gauge(taken.arms.treatment.n, found.treatment),
    };
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
        basis: { ...means, df: found.df, relative: 'fieller' },
        at: (critical) => meanEnds(means.control, means.treatment, critical, asked),
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
  const found = stratifiedDifference({ control: stratified('control'), treatment: stratified('treatment') }, asked);
  if (found.kind === 'error') return { kind: 'not-adjusted', reason: found.reason };
  const { means, df, relative } = found;
  return {
    kind: 'adjusted',
    estimate: {
      control: raw.control,
      treatment: raw.treatment,
      absolute: { estimate: found.estimate, lower: found.lower, upper: found.upper },
      relative: { estimate: relative.estimate, lower: relative.lower, upper: relative.upper },
      relativeUnbounded: relative.unbounded,
      p: found.p,
      method: `${taken === null ? 'Post' : 'CUPED, then post'}-stratified difference, fixed shares; relative: Fieller interval`,
      problem: null,
      basis: { ...means, df, relative: 'fieller' },
      at: (critical) => meanEnds(means.control, means.treatment, critical, asked),
    },
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
  const kept = independentCovariates({ control: c, treatment: t });
  if (kept === null) return null;
  return {
    arms: kept.arms,
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
  return leftOver(
    figures.sample().values,
    explained.map(({ by }) => filledColumn(figures, adjustment, by[arm])),
    explained.map(({ theta }) => theta),
    explained.map(({ by }) => by.mean),
  );
}
