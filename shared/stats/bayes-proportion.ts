import { type Arms, armsProblem, type ProportionArm, proportionProblem } from './arm.ts';
import type { ExpectedLoss } from './bayes-effect.ts';
import { betaLogDensity, betaLower, betaQuantile, betaUpper, betaUpperQuantile } from './distribution/beta.ts';
import { integrate } from './quadrature.ts';
import { type Asking, hasLower, hasUpper, type Question, questionOf, questionProblem, tailOf } from './question.ts';
import { computed, type Finding, type Interval, notComputed, type Outcome } from './result.ts';
import { root } from './root.ts';

export interface BayesProportionInput extends Arms<ProportionArm>, Asking {
  readonly prior?: { readonly alpha: number; readonly beta: number } | undefined;
}

export interface PosteriorRate extends Interval {
  readonly mean: number;
  readonly alpha: number;
  readonly beta: number;
}

export interface BayesProportion extends Finding {
  readonly chanceToBeat: number;
  readonly expectedLoss: ExpectedLoss;
  readonly control: PosteriorRate;
  readonly treatment: PosteriorRate;
  readonly difference: Interval & { readonly mean: number };
}

/**
 * Two rates under beta priors: the chance that treatment's is higher, what
 * choosing either arm loses on average, and equal-tailed intervals, all by
 * quadrature of the exact posteriors (no simulation). `estimate`, `lower` and
 * `upper` are those of the difference.
 * Not computed: impossible counts, a prior whose parameters are not above 0.
 */
export function bayesProportion(input: BayesProportionInput): Outcome<BayesProportion> {
  const question = questionOf(input, 0);
  const prior = input.prior ?? { alpha: 1, beta: 1 };
  const problem = armsProblem(input, proportionProblem) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  for (const field of ['alpha', 'beta'] as const) {
    if (!(Number.isFinite(prior[field]) && prior[field] > 0)) return notComputed(`prior.${field}: must be above 0`);
  }
  const control = posterior(input.control, prior);
  const treatment = posterior(input.treatment, prior);
  const mean = treatment.mean - control.mean;
  const ends = differenceEnds(control, treatment, question);
  return computed({
    estimate: mean,
    ...ends,
    level: question.level,
    p: null,
    statistic: null,
    standardError: Math.hypot(control.sd, treatment.sd),
    df: null,
    method: `Beta posteriors, prior Beta(${prior.alpha}, ${prior.beta})`,
    chanceToBeat: chanceAbove(treatment, control),
    expectedLoss: { chooseTreatment: lead(control, treatment), chooseControl: lead(treatment, control) },
    control: rateOf(control, question),
    treatment: rateOf(treatment, question),
    difference: { mean, ...ends },
  });
}

interface Beta {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
  readonly sd: number;
}

function posterior({ n, x }: ProportionArm, prior: { readonly alpha: number; readonly beta: number }): Beta {
  const a = prior.alpha + x;
  const b = prior.beta + n - x;
  const mean = a / (a + b);
  return { a, b, mean, sd: Math.sqrt((mean * (b / (a + b))) / (a + b + 1)) };
}

function rateOf({ a, b, mean }: Beta, question: Question): PosteriorRate {
  const tail = tailOf(question);
  return {
    mean,
    lower: hasLower(question) ? betaQuantile(tail, a, b) : null,
    upper: hasUpper(question) ? betaUpperQuantile(tail, a, b) : null,
    unbounded: false,
    alpha: a,
    beta: b,
  };
}

/** The mean of g over a posterior, in pieces that meet at its centre and at the kinks of g. */
function average({ a, b, mean, sd }: Beta, g: (x: number) => number, kinks: readonly number[]): number {
  const low = sd > 0.01 ? 0 : Math.max(0, mean - 40 * sd);
  const high = sd > 0.01 ? 1 : Math.min(1, mean + 40 * sd);
  const cuts = [low, ...[mean, mean - 6 * sd, mean + 6 * sd, ...kinks].filter((x) => x > low && x < high), high];
  cuts.sort((x, y) => x - y);
  let sum = 0;
  for (let i = 1; i < cuts.length; i++) {
    sum += integrate((x) => Math.exp(betaLogDensity(x, a, b)) * g(x), cuts[i - 1]!, cuts[i]!);
  }
  return sum;
}

/** P(first > second), averaged over the narrower of the two. */
function chanceAbove(first: Beta, second: Beta): number {
  return first.sd < second.sd
    ? average(first, (x) => betaLower(x, second.a, second.b), [second.mean])
    : average(second, (x) => betaUpper(x, first.a, first.b), [first.mean]);
}

/** E[max(first − second, 0)]. */
function lead(first: Beta, second: Beta): number {
  if (second.sd <= first.sd) {
    return average(second, (x) => (first.mean - x) * betaUpper(x, first.a, first.b) + peak(first, x), [first.mean]);
  }
  return average(first, (x) => (x - second.mean) * betaLower(x, second.a, second.b) + peak(second, x), [second.mean]);
}

/** x(1 − x)·density/(a + b), by which the two partial means differ from mean × tail. */
function peak({ a, b }: Beta, x: number): number {
  return x <= 0 || x >= 1 ? 0 : (Math.exp(betaLogDensity(x, a, b)) * x * (1 - x)) / (a + b);
}

function differenceEnds(control: Beta, treatment: Beta, question: Question): Interval {
  const tail = tailOf(question);
  const mean = treatment.mean - control.mean;
  const sd = Math.hypot(control.sd, treatment.sd);
  const below = (d: number) => chanceDifference(control, treatment, d, 'below');
  const above = (d: number) => chanceDifference(control, treatment, d, 'above');
  return {
    lower: hasLower(question) ? bracketed((d) => below(d) - tail, mean, sd) : null,
    upper: hasUpper(question) ? bracketed((d) => tail - above(d), mean, sd) : null,
    unbounded: false,
  };
}

/** The root of a rising function in [−1, 1], looked for near the centre first. */
function bracketed(f: (d: number) => number, mean: number, sd: number): number {
  let reach = 2.5 * sd;
  while (reach < 2 && (f(Math.max(-1, mean - reach)) > 0 || f(Math.min(1, mean + reach)) < 0)) reach *= 2;
  return root(f, Math.max(-1, mean - reach), Math.min(1, mean + reach));
}

/** P(treatment − control ≤ d), or > d. */
function chanceDifference(control: Beta, treatment: Beta, d: number, side: 'below' | 'above'): number {
  if (control.sd <= treatment.sd) {
    const tail = side === 'below' ? betaLower : betaUpper;
    return average(control, (x) => tail(x + d, treatment.a, treatment.b), [-d, 1 - d, treatment.mean - d]);
  }
  const tail = side === 'below' ? betaUpper : betaLower;
  return average(treatment, (x) => tail(x - d, control.a, control.b), [d, 1 + d, control.mean + d]);
}
