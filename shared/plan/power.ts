import { powerMean } from '../stats/power-mean.ts';
import { powerProportion } from '../stats/power-proportion.ts';
import type { Question } from '../stats/question.ts';
import { computed, notComputed, type Outcome } from '../stats/result.ts';
import { root } from '../stats/root.ts';
import { analysedAfter, type Enrolment, weeksUntil } from './enrolment.ts';
import type { History } from './history.ts';
import {
  alphaAt,
  alwaysValidPrice,
  fixedPrice,
  type LookingPrice,
  lookInformation,
  plannedPrice,
  questionOfPlan,
} from './looking.ts';
import type { Metric, Plan } from './plan.ts';

const WEEK = 7 * 86_400_000;
/** The power people plan for: 8 of 10 pilots with that lift see it. */
export const USUAL_POWER = 0.8;
const MOST_WEEKS = 104;

/** One point of the curve: what the pilot could see if it ended then. */
export type MdePoint = {
  readonly week: number;
  readonly at: number;
  /** Customers of all arms whose window has closed. */
  readonly n: number;
  readonly absolute: number | null;
  readonly relative: number | null;
};

export type PlanPower = {
  readonly power: number;
  readonly question: Question;
  /** All arms; null where the plan names no lift above 0, or so many customers could not show it. */
  readonly needed: { readonly byArm: Readonly<Record<string, number>>; readonly total: number } | null;
  readonly whyNot: string | null;
  /** How many times the customers of a single look at the end; 1 where that is the plan. */
  readonly timesFixed: number | null;
  readonly weeks: number | null;
  readonly atDecision: MdePoint;
  readonly mde: readonly MdePoint[];
  /** Whether the threshold can be seen by the decision date. */
  readonly sees: boolean;
};

/**
 * How many customers and weeks the plan needs to see its own threshold, and what it can see by when.
 *
 * The comparison is control against the smallest treatment, at the level its correction leaves it, by the planned way
 * of looking: once; at any time (the confidence sequence's own critical value at that many customers, tuned to the
 * planned N); or on planned dates (the group-sequential inflation). Rates as `powerProportion`, else `powerMean`.
 */
export function planPower(plan: Plan, metric: Metric, history: History): Outcome<PlanPower> {
  const control = plan.arms.find((arm) => arm.role === 'control');
  const treatments = plan.arms.filter((arm) => arm.role === 'treatment');
  if (control === undefined || treatments.length === 0) return notComputed('the plan needs a control and a treatment');
  const smallest = Math.min(...treatments.map((arm) => arm.weight));
  const weights = plan.arms.reduce((sum, arm) => sum + arm.weight, 0);
  const question = questionOfPlan(plan, metric);
  const enrolment: Enrolment = { ...history, windowDays: metric.windowDays ?? 0 };
  const start = history.start;
  const toDecision = Math.max(0, (Date.parse(plan.decision.decideBy) - start) / WEEK);
  const inComparison = (all: number) => (all * (control.weight + smallest)) / weights;

  const planned = plannedPriceOf(plan, question, start, enrolment.windowDays);
  if (planned !== null && planned.kind === 'error') return planned;
  const price = (n: number, expectedN: number): LookingPrice => {
    if (planned !== null) return planned;
    return plan.analysis.peeking === 'always-valid' ? alwaysValidPrice(question, n, expectedN) : fixedPrice(question);
  };
  const ask = asking(metric, history, question, smallest / control.weight);
  const share = control.weight / (control.weight + smallest);
  const lead = plan.decision.scaleIf.relativeLiftAtLeast * Math.abs(history.mean);

  const single: Outcome<{ n: number }> =
    lead > 0 ? ask.controls(lead, fixedPrice(question)) : notComputed('the plan names no lift above 0');
  // Without an N in the plan the sequence is tuned to the N at hand, as sealing does.
  const neededIn = (tuning: number | null) =>
    controlsNeeded(lead, single, (n) => ask.controls(lead, price(n / share, tuning ?? n / share)));
  const found = neededIn(plan.analysis.expectedN ?? null);
  const perWeight = found.kind === 'computed' ? found.n / control.weight : null;
  const byArm =
    perWeight === null
      ? null
      : Object.fromEntries(plan.arms.map((arm) => [arm.id, Math.ceil(perWeight * arm.weight - 1e-6)]));
  const total = byArm === null ? null : Object.values(byArm).reduce((sum, n) => sum + n, 0);
  const weeks = total === null ? null : weeksUntil(enrolment, total);

  const point = (week: number, tuning: number): MdePoint => {
    const n = analysedAfter(enrolment, week);
    const compared = inComparison(n);
    const seen = compared < 4 ? null : ask.mde(compared * share, price(compared, tuning));
    const relative = seen === null || history.mean === 0 ? null : seen / Math.abs(history.mean);
    return { week, at: start + week * WEEK, n: Math.floor(n), absolute: seen, relative };
  };
  const atEnd = inComparison(analysedAfter(enrolment, toDecision));
  const tuning = plan.analysis.expectedN ?? (atEnd >= 4 ? atEnd : total === null ? 1 : inComparison(total));
  const atDecision = point(toDecision, tuning);
  return computed({
    power: USUAL_POWER,
    question,
    needed: byArm === null || total === null ? null : { byArm, total },
    whyNot: found.kind === 'error' ? found.reason : null,
    timesFixed: found.kind === 'computed' && single.kind === 'computed' ? found.n / single.n : null,
    weeks,
    atDecision,
    mde: curveWeeks(enrolment, weeks, toDecision).map((week) => point(week, tuning)),
    sees: total !== null && atDecision.absolute !== null && atDecision.absolute <= lead * (1 + 1e-9),
  });
}

function plannedPriceOf(plan: Plan, question: Question, start: number, windowDays: number) {
  if (plan.analysis.peeking !== 'planned') return null;
  return plannedPrice(question, lookInformation(plan, start, windowDays), USUAL_POWER);
}

/** A pilot e^25 times the fixed sample is none. */
const FARTHEST = 25;

/**
 * The N at which what is needed at that N is that N: the critical value itself falls and rises with N. It is never
 * less than a single look needs; far below the N it is tuned to, a sequence asks for more than can be computed.
 */
function controlsNeeded(
  lead: number,
  single: Outcome<{ n: number }>,
  at: (n: number) => Outcome<{ n: number }>,
): Outcome<{ n: number }> {
  if (single.kind === 'error' || !(lead > 0)) return single;
  const short = (log: number) => {
    const found = at(Math.exp(log));
    const missing = found.kind === 'error' ? Number.NaN : Math.log(found.n) - log;
    return Number.isFinite(missing) ? missing : FARTHEST;
  };
  const least = Math.log(single.n);
  let enough = least;
  while (short(enough) > 0 && enough < least + FARTHEST) enough += 0.5;
  return computed({ n: Math.exp(enough === least ? least : root(short, enough - 0.5, enough)) });
}

function asking(metric: Metric, history: History, question: Question, ratio: number) {
  const sides = question.alternative === 'two-sided' ? (2 as const) : (1 as const);
  // A rate that is to fall is the rate of the others that is to rise.
  const baseline = metric.better === 'higher' ? history.mean : 1 - history.mean;
  const rate = metric.kind === 'conversion';
  const spread = history.varianceLeft * history.designEffect;
  const terms = ({ critical }: LookingPrice) => ({
    alpha: alphaAt(critical, question),
    sides,
    ratio,
    power: USUAL_POWER,
  });
  const solve = (given: { mde: number } | { n: number }, price: LookingPrice) =>
    rate
      ? powerProportion({ baseline, ...terms(price), ...given })
      : powerMean({ sd: history.sd, distribution: 'normal', ...terms(price), ...given });
  return {
    controls(mde: number, price: LookingPrice): Outcome<{ n: number }> {
      const found = solve({ mde }, price);
      return found.kind === 'error' ? found : computed({ n: found.n * price.inflation * spread });
    },
    mde(n: number, price: LookingPrice): number | null {
      const found = solve({ n: n / (price.inflation * spread) }, price);
      return found.kind === 'error' ? null : found.mde;
    },
  };
}

/** Whole weeks to draw: up to the decision or until enough are there, and a little beyond; at most 40 points. */
function curveWeeks(enrolment: Enrolment, weeks: number | null, toDecision: number): number[] {
  const first = Math.max(1, Math.ceil(enrolment.windowDays / 7 + 1e-9));
  const last = Math.min(MOST_WEEKS, Math.max(first + 4, Math.ceil((weeks ?? 0) * 1.15), Math.ceil(toDecision)));
  const step = Math.max(1, Math.ceil((last - first) / 40));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}

/** Customers of control and smallest treatment together by the decision, else needed; null where neither is known. */
export function comparedAtDecision(plan: Plan, found: PlanPower): number | null {
  const all = found.atDecision.n >= 4 ? found.atDecision.n : found.needed?.total;
  if (all === undefined) return null;
  const control = plan.arms.find((arm) => arm.role === 'control')?.weight ?? 0;
  const smallest = Math.min(...plan.arms.filter((arm) => arm.role === 'treatment').map((arm) => arm.weight));
  const weights = plan.arms.reduce((sum, arm) => sum + arm.weight, 0);
  return Math.max(1, Math.round((all * (control + smallest)) / weights));
}
