import { analysedAfter, weeksUntil } from '../plan/enrolment.ts';
import { alwaysValidPrice, fixedPrice, lookInformation, plannedPrice, questionOfPlan } from '../plan/looking.ts';
import type { Metric, Plan } from '../plan/plan.ts';
import { comparedAtDecision, type PlanPower, USUAL_POWER } from '../plan/power.ts';
import type { Question } from '../stats/question.ts';
import type { KnownBefore } from './known-before.ts';
import type { Past, PastOutcomes } from './past.ts';

/** One moment at which a rehearsal is looked at. */
export type RehearsedLook = {
  /** Customers of all arms known by then. */
  readonly n: number;
  readonly weeks: number;
  /**
   * `fixed`: the plan's test for one look decides. `sequence`: its critical value is replaced, in standard errors.
   * `bound`: the level of this bound, in standard errors of a normal, with the estimate's own degrees of freedom.
   */
  readonly by: 'fixed' | 'sequence' | 'bound';
  readonly critical: number;
};

/** Everything a rehearsal repeats. */
export type RehearsalDesign = {
  readonly metric: Metric;
  readonly question: Question;
  readonly sample: PastOutcomes;
  readonly known: KnownBefore;
  readonly weights: readonly number[];
  readonly control: number;
  /** `quotas`: every arm gets its share exactly, as a drawn list does; `chance`: each customer on its own. */
  readonly drawing: 'quotas' | 'chance';
  /** `once`: each customer of history at most once a rehearsal; `again`: history is smaller than the pilot. */
  readonly customers: 'once' | 'again';
  readonly looks: readonly RehearsedLook[];
  /** Relative, towards the better side. */
  readonly plantedLift: number;
  readonly threshold: number;
};

const MOST_LOOKS = 30;
const MOST_CUSTOMERS = 200_000;
const FEWEST_CUSTOMERS = 40;

/**
 * A rehearsal as large as the pilot is expected to be by its decision; where nobody would be known by then, as large
 * as it needs to be. Looks at any time are rehearsed as thirty, evenly spread.
 */
export function rehearsalDesign(
  plan: Plan,
  metric: Metric,
  { history, sample }: Past,
  known: KnownBefore,
  power: PlanPower,
  plantedLift: number,
): RehearsalDesign {
  const expected = power.atDecision.n >= FEWEST_CUSTOMERS ? power.atDecision.n : (power.needed?.total ?? history.n);
  const n = Math.min(MOST_CUSTOMERS, Math.max(FEWEST_CUSTOMERS, expected));
  const enrolment = { ...history, windowDays: metric.windowDays ?? 0 };
  const question = questionOfPlan(plan, metric);
  const tuning = plan.analysis.expectedN ?? comparedAtDecision(plan, power) ?? n;
  const control = plan.arms.findIndex((arm) => arm.role === 'control');
  const weights = plan.arms.map((arm) => arm.weight);
  const compared = (all: number) => all * shareCompared(plan);
  const weeksAt = (known: number) => weeksUntil(enrolment, Math.min(known, analysedAfter(enrolment, 5200))) ?? 0;
  const looks = lookPlaces(plan, n, question, history.start, enrolment.windowDays).map(({ share, z }) => {
    const came = Math.max(4, Math.round(share * n));
    const place = { n: came, weeks: weeksAt(came) };
    if (plan.analysis.peeking === 'always-valid') {
      const { critical } = alwaysValidPrice(question, compared(came), tuning);
      return { ...place, by: 'sequence' as const, critical };
    }
    return { ...place, by: z === null ? ('fixed' as const) : ('bound' as const), critical: z ?? 0 };
  });
  return {
    metric,
    question,
    sample,
    known,
    weights,
    control,
    drawing: plan.allocation.method === 'stratified' ? 'quotas' : 'chance',
    customers: n <= sample.values.length ? 'once' : 'again',
    looks,
    plantedLift,
    threshold: plan.decision.scaleIf.relativeLiftAtLeast,
  };
}

function shareCompared(plan: Plan): number {
  const all = plan.arms.reduce((sum, arm) => sum + arm.weight, 0);
  const smallest = Math.min(...plan.arms.filter((arm) => arm.role === 'treatment').map((arm) => arm.weight));
  const control = plan.arms.find((arm) => arm.role === 'control')?.weight ?? 0;
  return (control + smallest) / all;
}

function lookPlaces(plan: Plan, n: number, question: Question, start: number, windowDays: number) {
  switch (plan.analysis.peeking) {
    case 'none':
      return [{ share: 1, z: null }];
    case 'always-valid': {
      const looks = Math.min(MOST_LOOKS, Math.floor(n / 4));
      return Array.from({ length: looks }, (_, i) => ({ share: (i + 1) / looks, z: null }));
    }
    case 'planned': {
      const information = lookInformation(plan, start, windowDays);
      const price = plannedPrice(question, information, USUAL_POWER);
      const fixed = fixedPrice(question).critical;
      return information.map((share, i) => ({ share, z: price.kind === 'error' ? fixed : (price.z[i] ?? fixed) }));
    }
  }
}
