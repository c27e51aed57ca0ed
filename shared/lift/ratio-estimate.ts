import { hasLower, hasUpper } from '../stats/question.ts';
import { ratioMetric } from '../stats/ratio-metric.ts';
import { type ArmFigures, summaryOf } from './arm-figures.ts';
import { type ArmSummary, type Asked, type Estimate, without } from './estimate.ts';
import type { Interval } from './lift-result.ts';

/** A ratio of totals (average order value) by the delta method, with the covariance of the two within a customer. */
export function ratioEstimate(ofControl: ArmFigures, ofTreatment: ArmFigures, asked: Asked): Estimate {
  const arms = { control: summary(ofControl), treatment: summary(ofTreatment) };
  const control = momentsOf(ofControl);
  const treatment = momentsOf(ofTreatment);
  if (control === null || treatment === null) return without(arms, 'there are no customers to take a ratio of');
  const found = ratioMetric({ control, treatment, ...asked });
  if (found.kind === 'error') return without(arms, found.reason);
  const { relative } = found;
  return {
    ...arms,
    absolute: { estimate: found.estimate, lower: found.lower, upper: found.upper },
    relative: { estimate: relative.estimate, lower: relative.lower, upper: relative.upper },
    relativeUnbounded: relative.unbounded,
    p: found.p,
    method: found.method,
    problem: null,
    basis: found.df === null ? null : { ...found.means, df: found.df, relative: 'delta' },
    at: (critical) => ({
      absolute: widened(found, critical, asked),
      relative: widened(relative, critical, asked),
      relativeUnbounded: relative.unbounded,
    }),
  };
}

type Measured = { readonly estimate: number | null; readonly standardError: number | null };

function widened({ estimate, standardError }: Measured, critical: number, asked: Asked): Interval {
  if (estimate === null || standardError === null) return { estimate, lower: null, upper: null };
  const reach = critical * standardError;
  return {
    estimate,
    lower: hasLower(asked) ? estimate - reach : null,
    upper: hasUpper(asked) ? estimate + reach : null,
  };
}

/** Numerator and denominator stand first and second among an arm's columns. */
function momentsOf(figures: ArmFigures) {
  const { n, moments } = figures;
  const numerator = summaryOf(figures, 0);
  const denominator = summaryOf(figures, 1);
  if (numerator.kind === 'error' || denominator.kind === 'error') return null;
  return { n, numerator, denominator, covariance: n < 2 ? 0 : moments.products[1]! / (n - 1) };
}

function summary({ n, nonZero, moments: { means } }: ArmFigures): ArmSummary {
  const [above = 0, below = 0] = means;
  return { n, mean: n === 0 || below === 0 ? null : above / below, sd: null, x: nonZero };
}
