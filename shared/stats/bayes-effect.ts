import { normalDensity, normalLower, normalUpperQuantile } from './distribution/normal.ts';
import { hasLower, hasUpper, type Question, questionProblem, tailOf } from './question.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';

/** A normal prior on the effect, or none at all. */
export type EffectPrior = { readonly mean: number; readonly sd: number } | 'flat';

export interface BayesEffectInput {
  readonly estimate: number;
  readonly standardError: number;
  readonly prior: EffectPrior;
  readonly question: Question;
}

export interface ExpectedLoss {
  readonly chooseTreatment: number;
  readonly chooseControl: number;
}

export interface BayesEffect extends Finding {
  readonly posterior: { readonly mean: number; readonly sd: number };
  readonly chanceToBeat: number;
  readonly expectedLoss: ExpectedLoss;
}

/**
 * The posterior of an effect whose estimate is normal, under a normal prior:
 * the mean of both, weighted by their precisions. `chanceToBeat` is the chance
 * that the effect is above 0; the expected loss of choosing an arm is what the
 * other would have been better by, on average.
 * Not computed: a standard error or a prior sd that is not above 0.
 */
export function bayesEffect({ estimate, standardError, prior, question }: BayesEffectInput): Outcome<BayesEffect> {
  const problem = questionProblem(question);
  if (problem !== null) return notComputed(problem);
  if (!Number.isFinite(estimate)) return notComputed('estimate: must be a number');
  if (!(Number.isFinite(standardError) && standardError > 0)) return notComputed('standardError: must be above 0');
  if (prior !== 'flat' && !(Number.isFinite(prior.sd) && prior.sd > 0)) return notComputed('prior.sd: must be above 0');
  if (prior !== 'flat' && !Number.isFinite(prior.mean)) return notComputed('prior.mean: must be a number');
  const posterior = prior === 'flat' ? { mean: estimate, sd: standardError } : combined(estimate, standardError, prior);
  const reach = normalUpperQuantile(tailOf(question)) * posterior.sd;
  return computed({
    estimate: posterior.mean,
    lower: hasLower(question) ? posterior.mean - reach : null,
    upper: hasUpper(question) ? posterior.mean + reach : null,
    unbounded: false,
    level: question.level,
    p: null,
    statistic: null,
    standardError: posterior.sd,
    df: null,
    method: `Normal posterior, ${prior === 'flat' ? 'flat prior' : `normal prior (mean ${prior.mean}, sd ${prior.sd})`}`,
    posterior,
    chanceToBeat: normalLower(posterior.mean / posterior.sd),
    expectedLoss: {
      chooseTreatment: positivePart(-posterior.mean, posterior.sd),
      chooseControl: positivePart(posterior.mean, posterior.sd),
    },
  });
}

function combined(estimate: number, standardError: number, prior: { readonly mean: number; readonly sd: number }) {
  const data = standardError ** -2;
  const belief = prior.sd ** -2;
  return { mean: (data * estimate + belief * prior.mean) / (data + belief), sd: 1 / Math.sqrt(data + belief) };
}

/** E[max(D, 0)] for a normal D. */
function positivePart(mean: number, sd: number): number {
  const z = mean / sd;
  // Far below 0 the two terms cancel; there the series of Mills' ratio takes over.
  if (z < -25) {
    const v = z ** -2;
    return sd * normalDensity(z) * v * (1 - v * (3 - v * (15 - v * (105 - v * 945))));
  }
  return mean * normalLower(z) + sd * normalDensity(z);
}
