import { hasLower, hasUpper } from '../stats/question.ts';
import { ratioMetric } from '../stats/ratio-metric.ts';
import { compensatedSum, covariance, summariseOnce } from '../stats/summary.ts';
import type { ArmSample } from './arm-sample.ts';
import { type ArmSummary, type Asked, type Estimate, without } from './estimate.ts';
import type { Interval } from './lift-result.ts';
import { countNonZero } from './withhold.ts';

/** A ratio of totals (average order value) by the delta method, with the covariance of the two within a customer. */
export function ratioEstimate(controlSample: ArmSample, treatmentSample: ArmSample, asked: Asked): Estimate {
  const arms = { control: summary(controlSample), treatment: summary(treatmentSample) };
  const control = moments(controlSample);
  const treatment = moments(treatmentSample);
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

function moments({ values, per }: ArmSample) {
  const numerator = summariseOnce(values);
  const denominator = summariseOnce(per ?? values);
  if (numerator.kind === 'error' || denominator.kind === 'error' || per === null) return null;
  return {
    n: values.length,
    numerator,
    denominator,
    covariance: values.length < 2 ? 0 : covariance(values, numerator.mean, per, denominator.mean),
  };
}

function summary({ values, per }: ArmSample): ArmSummary {
  const below = per === null ? 0 : compensatedSum(per);
  return {
    n: values.length,
    mean: below === 0 ? null : compensatedSum(values) / below,
    sd: null,
    x: countNonZero(values),
  };
}
