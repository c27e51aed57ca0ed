import { type Arms, armsProblem, type ProportionArm, proportionProblem } from './arm.ts';
import type { ExpectedLoss } from './bayes-effect.ts';
import { betaLower, betaQuantile, betaUpper, betaUpperQuantile } from './distribution/beta.ts';
import { logBinomial } from './distribution/binomial.ts';
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

/** Below, a posterior lies so far out on both ends that the quadrature loses part of it; above, it is a point. */
const LEAST_PRIOR = 0.05;
const MOST_PRIOR = 1e9;

/**
 * Two rates under beta priors: the chance that treatment's is higher, what
 * choosing either arm loses on average, and equal-tailed intervals, all by
 * quadrature of the exact posteriors (no simulation). `estimate`, `lower` and
 * `upper` are those of the difference.
 * Not computed: impossible counts, a prior whose parameters are not above 0, or so small or large that its integral
 * would lose its digits or its end.
 */
export function bayesProportion(input: BayesProportionInput): Outcome<BayesProportion> {
  const question = questionOf(input, 0);
  const prior = input.prior ?? { alpha: 1, beta: 1 };
  const problem = armsProblem(input, proportionProblem) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  for (const field of ['alpha', 'beta'] as const) {
    if (!(Number.isFinite(prior[field]) && prior[field] > 0)) return notComputed(`prior.${field}: must be above 0`);
    if (prior[field] < LEAST_PRIOR || prior[field] > MOST_PRIOR) {
      return notComputed(`prior.${field}: must lie between ${LEAST_PRIOR} and ${MOST_PRIOR} to be integrated`);
    }
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

/** A rate between 0 and 1 with its distance from 1, each with all its digits. */
interface Share {
  readonly x: number;
  readonly y: number;
}

/** The rate of these log odds. */
function shareAt(logOdds: number): Share {
  const e = Math.exp(-Math.abs(logOdds));
  const far = e / (1 + e);
  return logOdds < 0 ? { x: far, y: 1 / (1 + e) } : { x: 1 / (1 + e), y: far };
}

/** The posterior's density over the log odds, where even a U-shaped one has a single hill and smooth slopes. */
function density({ a, b }: Beta, { x, y }: Share): number {
  return (Math.exp(logBinomial(a, a + b, x, y)) * a) / (1 + a / b);
}

/** P(rate ≤ share) and P(rate > share), from whichever end is the nearer. */
function lower({ a, b }: Beta, { x, y }: Share): number {
  return x <= y ? betaLower(x, a, b) : betaUpper(y, b, a);
}

function upper({ a, b }: Beta, { x, y }: Share): number {
  return x <= y ? betaUpper(x, a, b) : betaLower(y, b, a);
}

/** Log odds between which a posterior rises and falls: its top, its flanks, and where e⁻⁴⁰ of it is left. */
function hill({ a, b }: Beta): readonly number[] {
  const top = Math.log(a / b);
  const width = Math.sqrt(1 / a + 1 / b);
  const flank = 8 * width;
  return [
    top - Math.max(flank, 40 * Math.max(width, 1 / a)),
    top - flank,
    top,
    top + flank,
    top + Math.max(flank, 40 * Math.max(width, 1 / b)),
  ];
}

/** ∫ f over the log odds, in pieces between these cuts. */
function overLogOdds(f: (share: Share) => number, cuts: readonly number[]): number {
  const ordered = cuts.filter((cut) => Number.isFinite(cut)).toSorted((one, other) => one - other);
  let sum = 0;
  for (let i = 1; i < ordered.length; i++) {
    sum += integrate((logOdds) => f(shareAt(logOdds)), ordered[i - 1]!, ordered[i]!);
  }
  return sum;
}

/** P(first > second), averaged over the narrower of the two. */
function chanceAbove(first: Beta, second: Beta): number {
  const cuts = [...hill(first), ...hill(second)];
  return first.sd < second.sd
    ? overLogOdds((share) => density(first, share) * lower(second, share), cuts)
    : overLogOdds((share) => density(second, share) * upper(first, share), cuts);
}

/** E[max(first − second, 0)] = ∫ P(second ≤ x) P(first > x) dx, in which nothing cancels. */
function lead(first: Beta, second: Beta): number {
  return overLogOdds(
    (share) => lower(second, share) * upper(first, share) * share.x * share.y,
    [...hill(first), ...hill(second)],
  );
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

/** P(treatment − control ≤ d), or > d, averaged over the narrower of the two. */
function chanceDifference(control: Beta, treatment: Beta, d: number, side: 'below' | 'above'): number {
  return control.sd <= treatment.sd
    ? averageMoved(control, treatment, d, side === 'below' ? lower : upper)
    : averageMoved(treatment, control, -d, side === 'below' ? upper : lower);
}

/** The mean of another posterior's tail at x + d, over the x of one. */
function averageMoved(over: Beta, other: Beta, d: number, tail: (beta: Beta, share: Share) => number): number {
  const ends = hill(over);
  const kinks = [-d, 1 - d, other.mean - d].map((x) => Math.log(x / (1 - x)));
  return overLogOdds(
    (share) => density(over, share) * tail(other, { x: share.x + d, y: share.y - d }),
    [...ends, ...kinks.filter((kink) => kink > ends[0]! && kink < ends[ends.length - 1]!)],
  );
}
